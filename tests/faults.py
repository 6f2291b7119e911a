"""Faults of every kind: `python -m tests.faults [KILLS]` says what each left.

With `--site`, only `site` is killed, so often; with `--real`, it is the real project's. When it ends
or is stopped, a table says how often each thing went wrong, and what it left.

The site of a small project is made again and again, of two versions by turns, and something goes
wrong. Afterwards `site/`, `build/docs` and every other file that a command writes must be one of the
two, whole, and the next run must mend the rest.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tests.project import ROOT, contents, copied, lay_out, put, run

PERSON = "content/people/tomas-reed.yaml"
VERSIONS = ("name: Tomas Reed\n", "name: Tomas Reed\naliases:\n  - Reed of the mill\n")
REAL_PERSON = "content/people/barack-obama.yaml"
LEDGER = "content/ledger.yaml"
THEME = "site_config/theme/main.html"

SIZES = (0, 2_000, 20_000, 120_000)
"""What no file may grow beyond, in bytes."""

FOLDERS = ("site", "build", "build/docs", ".")

WAYS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)

MEMORY = "build/pages.json"
"""What lets the next run keep the pages that did not change."""

Contents = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong, whether all was whole afterwards, and whether the next run mended it."""

    kind: str
    whole: bool
    mended: bool
    in_words: bool = True
    """Whether nothing that was printed is a traceback of our own code."""

    def __str__(self) -> str:
        whole = "whole" if self.whole else "DAMAGED"
        mended = "mended" if self.mended else "NOT mended"
        told = "" if self.in_words else ", told by a TRACEBACK"
        return f"{self.kind}: {whole}, {mended} by the next run{told}"

    @property
    def is_sound(self) -> bool:
        """Whether it did no harm."""
        return self.whole and self.mended and self.in_words


@dataclass(frozen=True, slots=True)
class Ground:
    """A project whose site was made of both versions: what each gave, and how many seconds it took.

    The first was made from nothing, the second with what the first left.
    """

    project: Path
    sites: tuple[Contents, ...]
    docs: tuple[Contents, ...]
    lasted: tuple[float, ...]
    person: str = PERSON
    versions: tuple[str, str] = VERSIONS

    def laid(self, turn: int) -> None:
        """Let the project be of one of the versions."""
        put(self.project, {self.person: self.versions[turn % 2]})

    def is_whole(self) -> bool:
        """Whether the site and its pages as Markdown are those of a version."""
        site, docs = (contents(self.project / one) for one in ("site", "build/docs"))
        return site in self.sites and docs in self.docs

    def is_mended(self, turn: int) -> bool:
        """Whether the next run makes the site of a version."""
        done = run("--root", self.project, "site")
        made = contents(self.project / "site"), contents(self.project / "build/docs")
        return done.returncode == 0 and made == (self.sites[turn % 2], self.docs[turn % 2])

    def failed(self, kind: str, turn: int, done: subprocess.CompletedProcess[str]) -> Fault:
        """What a run left, of which one may expect no more than that it fails in words."""
        in_words = "generator/" not in done.stderr.partition("Traceback")[2]
        return Fault(kind, self.is_whole(), self.is_mended(turn), in_words)


def ground(folder: Path, *, real: bool = False) -> Ground:
    """Make the site of both versions of a fictional project, or of the real one, in the folder."""
    project = copied(folder) if real else lay_out(folder)
    person, versions = PERSON, VERSIONS
    if real:
        text = (project / REAL_PERSON).read_text("utf-8")
        changed = text.replace("aliases:\n", "aliases:\n  - Obama of the mill\n")
        person, versions = REAL_PERSON, (text, changed)
    sites, docs, lasted = [], [], []
    for version in versions:
        put(project, {person: version})
        began = time.monotonic()
        done = run("--root", project, "site")
        assert done.returncode == 0, done.stderr
        lasted.append(time.monotonic() - began)
        sites.append(contents(project / "site"))
        docs.append(contents(project / "build/docs"))
    assert sites[0] != sites[1]
    return Ground(project, tuple(sites), tuple(docs), tuple(lasted), person, versions)


def kills(here: Ground, count: int, chance: random.Random) -> Iterator[Fault]:
    """Kill so many runs of `site`, one after the other, by turns with and without what the last left."""
    turn = 0
    while count:
        here.laid(turn)
        kept = turn // 2 % 2
        if not kept:
            (here.project / MEMORY).unlink(missing_ok=True)
        if kind := _killed(here.project, here.lasted[kept], chance, "site"):
            count -= 1
            yield Fault(kind, here.is_whole(), here.is_mended(turn))
        turn += 1


def _killed(project: Path, lasted: float, chance: random.Random, *command: str) -> str:
    """Begin a command and end it at some moment by a signal, alone or with its children.

    Says how; nothing if it had ended before.
    """
    way, group = chance.choice(WAYS), chance.random() < 0.5
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "--root", project, *command],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:
        time.sleep(chance.uniform(0, lasted))
        if running.poll() is not None:
            return ""
        if group:
            os.killpg(running.pid, way)
        else:
            running.send_signal(way)
    return f"{way.name} to {command[0]}{' and its children' if group else ''}"


COMMANDS = {
    "build": ("build/docs",),
    "offline": ("dist", "site"),
    "epub": ("dist", "site"),
    "ledger": (LEDGER,),
    "rename people/tomas-reed people/tom-reed": ("content",),
}
"""Other commands that write, and what each of them writes."""


def kills_of_others(here: Ground, count: int, chance: random.Random) -> Iterator[Fault]:
    """Kill so many runs of each other command. Each of its files must be as before or as after."""
    for name, written in COMMANDS.items():
        command = name.split()
        here.laid(0)
        assert here.is_mended(0)
        if name == "ledger":
            (here.project / LEDGER).unlink()
        elif name == "build":
            here.laid(1)
        before = _state(here.project, written)
        began = time.monotonic()
        done = run("--root", here.project, *command)
        assert done.returncode == 0, done.stderr
        lasted, after = time.monotonic() - began, _state(here.project, written)
        for _ in range(count):
            _put_back(here.project, written, before)
            kind = _killed(here.project, lasted, chance, *command) or f"{command[0]}, not killed"
            found = _state(here.project, written)
            whole = all(found.get(one) in (before.get(one), after.get(one)) for one in found)
            if "site" in written or name == "build":  # which change in one step
                sides = [
                    {path: data for path, data in one.items() if not path.startswith("dist")}
                    for one in (found, before, after)
                ]
                whole &= sides[0] in sides[1:]
            again = run("--root", here.project, *command)
            mended = again.returncode == 0 or found == after
            yield Fault(kind, whole, mended and _state(here.project, written) == after)
        _put_back(here.project, written, before)
        put(here.project, {LEDGER: (ROOT / "tests/world" / LEDGER).read_text("utf-8")})


def _state(project: Path, written: tuple[str, ...]) -> Contents:
    """The files at some places that anybody would look at; those that are hidden are passed over."""
    found = dict[str, bytes]()
    for one in written:
        place = project / one
        inside = contents(place).items() if place.is_dir() else ()
        found |= {f"{one}/{path}": data for path, data in inside}
        found |= {one: place.read_bytes()} if place.is_file() else {}
    shown = {
        path: data for path, data in found.items() if not path.rpartition("/")[2].startswith(".")
    }
    return {path: data for path, data in shown.items() if not path.endswith(".next")}


def _put_back(project: Path, written: tuple[str, ...], state: Contents) -> None:
    for one in written:
        place = project / one
        shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
    for path, data in state.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_bytes(data)


def mishaps(here: Ground) -> Iterator[Fault]:
    """Everything else that may go wrong, once each."""
    every: tuple[Callable[[Ground, int], Iterator[Fault]], ...] = (
        full,
        read_only,
        at_once,
        failing_page,
        corrupt,
    )
    for turn, mishap in enumerate(every):
        yield from mishap(here, turn)


def full(here: Ground, turn: int, sizes: tuple[int, ...] = SIZES) -> Iterator[Fault]:
    """No file may grow beyond so many bytes, as on a disk that is full."""
    import resource  # noqa: PLC0415  Windows has no such module

    for most in sizes:
        here.laid(turn)

        def limited(most: int = most) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

        done = _run(here.project, "site", before=limited)
        yield here.failed(f"files of at most {most:,} bytes", turn, done)
        turn += 1


def full_disk(here: Ground, folder: Path) -> Iterator[Fault]:
    """The whole project on a small disk of its own, which only root can make."""
    folder.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1g", "tmpfs", folder], check=False
    ).returncode:
        return
    try:
        there = Ground(folder / "project", here.sites, here.docs, here.lasted)
        shutil.copytree(here.project, there.project)
        (folder / "scratch").mkdir()
        used = shutil.disk_usage(folder).used
        for turn, room in enumerate((8, 40, 200, 600, 1_200, 2_000, 3_000, 4_000, 6_000, 10_000)):
            there.laid(turn)
            _resized(folder, used + room * 1024)
            done = _run(there.project, "site", TMPDIR=str(folder / "scratch"))
            whole = there.is_whole()
            _resized(folder, 1 << 30)
            failed = there.failed(f"a disk with {room:,} kB", turn, done)
            yield replace(failed, whole=whole and failed.whole)
    finally:
        subprocess.run(["umount", folder], check=True)


def _resized(folder: Path, size: int) -> None:
    subprocess.run(["mount", "-o", f"remount,size={size}", folder], check=True)


def _run(
    project: Path, *command: str, before: Callable[[], None] | None = None, **surroundings: str
) -> subprocess.CompletedProcess[str]:
    """A command without the rights of root, to whom nothing is read-only."""
    rights = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    plain = os.name == "nt" or os.geteuid() != 0 or not shutil.which("setpriv")
    return subprocess.run(
        [
            *([] if plain else rights),
            sys.executable,
            "-m",
            "generator",
            "--root",
            project,
            *command,
        ],
        cwd=ROOT,
        env={**os.environ, **surroundings},
        preexec_fn=before,
        capture_output=True,
        text=True,
        check=False,
    )


def read_only(here: Ground, turn: int, folders: tuple[str, ...] = FOLDERS) -> Iterator[Fault]:
    """A folder that nobody may write to."""
    for folder in folders:
        here.laid(turn)
        place = here.project / folder
        place.chmod(0o555)
        done = _run(here.project, "site")
        for one in (place, here.project / folder):
            one.chmod(0o755)
        yield here.failed(f"read-only {folder}", turn, done)
        turn += 1


def at_once(here: Ground, turn: int) -> Iterator[Fault]:
    """Two runs at the same time."""
    here.laid(turn)
    command = [sys.executable, "-m", "generator", "--root", str(here.project), "site"]
    both = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        for _ in range(2)
    ]
    for one in both:
        one.communicate()
    ended = [one.returncode for one in both]
    whole = here.is_whole() and ended == [0, 0]
    yield Fault("two at once", whole, here.is_mended(turn))


def failing_page(here: Ground, turn: int) -> Iterator[Fault]:
    """A theme with which MkDocs can make no page."""
    here.laid(turn)
    put(here.project, {THEME: "{{ 1 // 0 }}\n"})
    done = _run(here.project, "site")
    (here.project / THEME).unlink()
    whole = here.is_whole() and done.returncode == 1
    yield Fault("a page that can't be made", whole, here.is_mended(turn))


def _text(path: str, text: str) -> Callable[[Path], None]:
    return lambda project: put(project, {path: text})


def _cut(path: str) -> Callable[[Path], None]:
    def cut(project: Path) -> None:
        data = (project / path).read_bytes()
        (project / path).write_bytes(data[: len(data) // 2])

    return cut


def _one_digit(path: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        data = (project / path).read_bytes()
        (project / path).write_bytes(data.replace(b"a", b"b", 1))

    return change


STATES: dict[str, Callable[[Path], None]] = {
    "pages.json cut": _cut("build/pages.json"),
    "another pages.json": _one_digit("build/pages.json"),
    "site.stamp cut": _cut("build/site.stamp"),
    "a page of the last site cut": _cut("site/index.html"),
    "a page of the last site changed": _one_digit("site/people/index.html"),
    "Markdown changed": _one_digit("build/docs/index.md"),
    "more Markdown": _text("build/docs/people/evil.md", "# Evil"),
    "the theme changed": _text("build/theme/main.html", "evil"),
    "the settings changed": _text("build/mkdocs.yml", "evil"),
    "a new site begun": _text("build/site.next/.evil.html", "evil"),
    "Markdown begun": _text("build/docs.next/evil.md", "evil"),
    "a file for Markdown begun": _text("build/docs.prev", "evil"),
    "an old site put away": _text("site.prev/index.html", "evil"),
    "a record begun": _text(f"{Path(PERSON).parent}/.tomas-reed.yaml.new", "evil"),
}
"""What may be wrong with everything that an earlier run left."""


def corrupt(here: Ground, turn: int) -> Iterator[Fault]:
    """Something wrong with what an earlier run left, one after the other."""
    for kind, damage in STATES.items():
        here.laid(turn)
        damage(here.project)
        yield Fault(kind, whole=True, mended=here.is_mended(turn))
        turn += 1


def faults(here: Ground, scratch: Path, count: int, chance: random.Random) -> Iterator[Fault]:
    """Everything that may go wrong; `site` is killed so often, each other command a tenth as often."""
    yield from mishaps(here)
    yield from full_disk(here, scratch / "disk")
    yield from kills_of_others(here, max(1, count // 10), chance)
    yield from kills(here, count, chance)


def table(found: Iterable[Fault]) -> str:
    """How often each thing went wrong, and how often all was well afterwards."""
    kinds: dict[str, list[Fault]] = {}
    for one in sorted(found, key=lambda one: one.kind):
        kinds.setdefault(one.kind, []).append(one)
    kinds["all"] = [one for some in kinds.values() for one in some]
    lines = [_row("", "times", "whole", "mended", "no traceback")]
    for kind, some in kinds.items():
        whole, mended = sum(one.whole for one in some), sum(one.mended for one in some)
        lines.append(_row(kind, len(some), whole, mended, sum(one.in_words for one in some)))
    return "".join(lines)


def _row(kind: str, *figures: object) -> str:
    return f"{kind:40}" + "".join(f"{one:>14}" for one in figures) + "\n"


def main() -> int:
    """Try everything, and print how often each thing was tried and what it left."""
    parser = argparse.ArgumentParser("python -m tests.faults")
    parser.add_argument("kills", nargs="?", type=int, default=100)
    parser.add_argument("--site", action="store_true", help="only kill `site`")
    parser.add_argument("--real", action="store_true", help="only kill `site`, of the real project")
    asked = parser.parse_args()
    seed = random.randrange(10**6)
    chance, found = random.Random(seed), list[Fault]()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        with tempfile.TemporaryDirectory() as name:
            here = ground(Path(name) / "project", real=asked.real)
            only = kills(here, asked.kills, chance)
            every = faults(here, Path(name), asked.kills, chance)
            for one in only if asked.site or asked.real else every:
                found.append(one)
                sys.stderr.write(f"{one}\n")
    finally:
        sys.stdout.write(f"chance {seed}\n{table(found)}")
    return 0 if all(one.is_sound for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
