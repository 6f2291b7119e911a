"""`init`: from documents to a new project that can be checked and built right away."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import MODULES, cli
from generator.load.defaults import files_below
from generator.review.editors.hints import HINTS
from generator.review.new_project import STARTER
from tests.made_pdf import column, made_pdf
from tests.project import DEFAULTS, ROOT, call, contents, loaded, put, run
from tests.test_workflows import program

TITLE, ABOUT, CREATOR = "The chimney: who says what", "What a repair cost.", "The library"
OPTIONS = ("--title", TITLE, "--about", ABOUT, "--creator", CREATOR, "--language", "en")

SYRIA = re.compile(
    rb"syria|iran|tehran|assad|hezbollah|soleimani|quds|irgc|mullah|ayatollah|damascus|aleppo"
    rb"|\bshia|jihad|sepah|missile|airstrike|insurgent|\bembass",
    re.IGNORECASE,
)
"""Words of the first site, which no other begins with."""


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a text, a web page and a PDF, which contradict each other."""
    folder = tmp_path_factory.mktemp("documents")
    put(
        folder,
        {
            "minutes-of-1903.txt": "The council paid 1,200 pounds for the chimney.\n\nNobody voted.\n",
            "letter.html": '<!doctype html><html lang="en"><title>A letter</title><h1>A letter</h1>'
            "<p>The council paid at least 2,000 pounds.</p></html>",
        },
    )
    text = "The masons were paid 900 pounds, and asked for more in the spring of the next year."
    (folder / "masons.pdf").write_bytes(made_pdf([column(text)]))
    return folder


@pytest.fixture(scope="module")
def begun(given: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project made of them. A test leaves it as it is."""
    folder = tmp_path_factory.mktemp("begun") / "chimney"
    done = call("init", folder, given, *OPTIONS, "--program", "", cwd=folder.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{folder} is a project now" in done.stdout
    return folder


def test_a_new_project_has_no_problem(begun: Path) -> None:
    """It is checked as it is; its documents are there, with their originals."""
    done = call("--root", begun, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "No problems."
    assert {path.name for path in (begun / "content/sources").iterdir()} == {
        *("letter", "masons", "minutes-of-1903"),
    }
    assert len(list((begun / "seeds/originals").iterdir())) == 3


def test_it_holds_only_what_is_its_own(begun: Path) -> None:
    """No wording, no theme and no settings of MkDocs: it gets those of later versions."""
    assert sorted(contents(begun / "site_config")) == ["site.yaml"]
    assert {path.name for path in begun.iterdir()} == {
        *(
            ".gitattributes",
            ".github",
            ".gitignore",
            "CONTRIBUTING.md",
            "LICENSE-DATA",
            "README.md",
        ),
        *("build", "content", "seeds", "site_config"),
    }


def test_it_says_what_it_is(begun: Path) -> None:
    """Its files have the answers, and no slot is left."""
    for name in ("README.md", "site_config/site.yaml"):
        text = (begun / name).read_text("utf-8")
        assert TITLE in text
        assert ABOUT in text
    assert CREATOR in (begun / "LICENSE-DATA").read_text("utf-8")
    for path, data in contents(begun).items():
        if not path.startswith(("seeds/", "build/")):
            left = set(re.findall(rb"(?<!\$)\{[a-z]+(?::[a-z]+)?\}", data))
            assert left <= {b"{path}", b"{line}", b"{page}"}, path


def test_its_forms_are_those_of_this_repository() -> None:
    """Whoever corrects a form here corrects it for new projects too."""
    forms = {
        path: data for path, data in files_below(STARTER).items() if "/ISSUE_TEMPLATE/" in path
    }
    assert len(forms) == 3
    assert forms == {path: (ROOT / path).read_bytes() for path in forms}


def test_its_commented_settings_can_be_used(begun: Path, tmp_path: Path) -> None:
    """Without their `#`, the addresses that site.yaml offers are ones that the program takes."""
    folder = shutil.copytree(begun, tmp_path / "chimney")
    file = folder / "site_config/site.yaml"
    text = re.sub(
        r"^# (edit|report|contact): ", r"\1: ", file.read_text("utf-8"), flags=re.MULTILINE
    )
    file.write_text(text, "utf-8")
    assert text.count("OWNER/NAME") == 2
    done = call("--root", folder, "check")
    assert done.returncode == 0, done.stdout


def test_it_names_commands_that_there_are(begun: Path) -> None:
    """Its README, CONTRIBUTING and workflows mention no command that does not exist."""
    texts = [begun / "README.md", begun / "CONTRIBUTING.md", *(begun / ".github").rglob("*.yml")]
    said = " ".join(path.read_text("utf-8") for path in texts)
    named = set(re.findall(r"\battested ([a-z][a-z-]*)", said))
    assert named <= set(MODULES)
    assert {"add-document", "check", "new", "review", "site"} <= named


def test_a_guess_says_so(begun: Path) -> None:
    """What the documents don't say about themselves is filled in and marked as a guess."""
    text = (begun / "content/sources/minutes-of-1903/source.yaml").read_text("utf-8")
    assert "# a guess, check it: its title; " in text
    assert '\ntitle: "Minutes of 1903"\n' in text
    assert not re.search(
        r"^[^#\n]*\S +#", text, re.MULTILINE
    )  # whoever writes another value is not refused
    assert '  title: "the name of its file"' in text
    letter = (begun / "content/sources/letter/source.yaml").read_text("utf-8")
    assert 'title: "A letter"\n' in letter


def test_what_every_project_has_speaks_of_no_subject() -> None:
    """Defaults, the files of a new project and the hints of editors fit whatever a project is about."""
    told = [*contents(DEFAULTS).items(), *files_below(STARTER).items()]
    told += [(name, str(hints).encode()) for name, hints in HINTS.items()]
    assert [name for name, data in told if SYRIA.search(data)] == []


FACT = """\
- id: f-c0000001
  statement: The council paid at least 2,000 pounds.
  quote: The council paid at least 2,000 pounds.
  attributed_to: self
  figures:
    - as_stated: at least 2,000 pounds
      at_least: 2000
      unit: money
"""


@pytest.mark.site
def test_its_site_is_sound_before_and_after_the_first_fact(begun: Path, tmp_path: Path) -> None:
    """The first page says how to begin; then one new file is enough, and the menu follows."""
    folder = shutil.copytree(begun, tmp_path / "chimney")
    done = run("--root", folder, "site")
    assert done.returncode == 0, done.stdout + done.stderr
    home = (folder / "site/index.html").read_text("utf-8")
    assert "No claim has been recorded yet" in home
    assert _menu(home) == ["Documents", "Data", "About"]
    assert "No claim of this document" in (folder / "site/sources/letter.html").read_text("utf-8")
    found = [path for path, data in contents(folder).items() if SYRIA.search(data)]
    assert found == []
    put(folder, {"content/sources/letter/facts.yaml": FACT})
    done = run("--root", folder, "site")
    assert done.returncode == 0, done.stdout + done.stderr
    home = (folder / "site/index.html").read_text("utf-8")
    assert "No claim has been recorded yet" not in home
    assert _menu(home) == ["Documents", "Speakers", "Timeline", "Data", "About"]


def _menu(page: str) -> list[str]:
    """What the menu of a page names."""
    bar = page.partition('id="ways"')[2].partition("</nav>")[0]
    return re.findall(r">([^<>]+)</a>", bar)


def test_the_example_of_a_fact_is_one(begun: Path, tmp_path: Path) -> None:
    """What CONTRIBUTING.md shows can be copied, and is counted, one thing in the singular."""
    folder = shutil.copytree(begun, tmp_path / "chimney")
    text = (folder / "CONTRIBUTING.md").read_text("utf-8")
    fact, words = re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    put(
        folder,
        {"content/sources/letter/facts.yaml": fact, "site_config/vocabulary.yaml": words},
    )
    done = call("--root", folder, "check")
    assert done.returncode == 0, done.stdout
    assert "1 fact, 1 figure, 0 people, 0 units" in done.stdout


def test_what_no_option_says_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four questions, two of them with an answer offered; if nobody is there to answer, that is an error."""
    asked: list[str] = []

    def prompt(question: str, default: str, **_: object) -> str:
        asked.append(question)
        return default or "An answer"

    monkeypatch.setattr(click, "prompt", prompt)
    assert call("init", tmp_path / "asked").returncode == 0
    assert len(asked) == 4
    assert "title: An answer\n" in (tmp_path / "asked/site_config/site.yaml").read_text("utf-8")
    monkeypatch.undo()
    done = call("init", tmp_path / "other", "--title", "T")
    assert done.returncode == 2
    assert "there is no answer; give it as --about, or add --yes" in done.stderr
    assert not (tmp_path / "other").exists()


def test_a_wrong_answer_is_asked_for_again(tmp_path: Path) -> None:
    """With the reason, before the next question."""
    typed = "\n  \nShips\nThey sail.\nEnglish\nen\nMe\n"
    done = CliRunner().invoke(cli, ["init", str(tmp_path / "new")], input=typed)
    assert done.exit_code == 0, done.output
    assert done.output.count("this needs an answer; write one") == 2
    assert done.output.count("'English' is not the code of a language") == 1
    assert done.output.count("Who writes the records?") == 1
    site = loaded((tmp_path / "new/site_config/site.yaml").read_text("utf-8"))
    assert site["title"] == "Ships"


def test_nothing_need_be_asked(tmp_path: Path) -> None:
    """With --yes, a project without documents is made, whatever its folder is called."""
    folder = tmp_path / "old_ships: a log"
    assert call("init", folder, "--yes", "--owner", "@me/mates").returncode == 0
    assert call("--root", folder, "check").returncode == 0
    site = loaded((folder / "site_config/site.yaml").read_text("utf-8"))
    assert (site["title"], site["tag"].partition(",")[0]) == (
        "Old ships a log",
        "old-ships-a-log.invalid",
    )
    assert "@me/mates" in (folder / ".github/CODEOWNERS").read_text("utf-8")


def test_answers_are_text(tmp_path: Path) -> None:
    """The site's name is whatever was typed."""
    folder, title = tmp_path / "odd", 'A "bell": [yes] # no {about}'
    done = call("init", folder, "--yes", "--title", title)
    assert done.returncode == 0, done.stdout
    assert loaded((folder / "site_config/site.yaml").read_text("utf-8"))["title"] == title


@pytest.mark.parametrize(
    ("there", "arguments", "code", "told"),
    [
        ({"x.txt": "x"}, (), 2, "is not an empty folder; name a new one"),
        ({}, ("--language", "English"), 2, "'English' is not the code of a language"),
        ({}, ("--program", "a'b"), 2, "is not a package, a file or an address"),
        ({}, ("--licence", " "), 1, "site.licence"),
        ({".git/config": "x"}, (), 0, "is a project now"),
    ],
)
def test_what_init_refuses(
    tmp_path: Path, there: dict[str, str], arguments: tuple[str, ...], code: int, told: str
) -> None:
    """A folder in use, and impossible answers: the message says so, and nothing is written."""
    folder = tmp_path / "project"
    folder.mkdir()
    put(folder, there)
    done = call("init", folder, "--yes", *arguments)
    assert done.returncode == code
    assert told in done.stdout + done.stderr
    if code:
        assert contents(folder) == {name: text.encode() for name, text in there.items()}


def test_a_document_that_cannot_be_read_stops_all(tmp_path: Path) -> None:
    """The message names it and says why, and no half project is left."""
    put(tmp_path, {"good.txt": "A text.\n", "bad.txt": " \n"})
    done = call("init", tmp_path / "project", tmp_path / "good.txt", tmp_path / "bad.txt", "--yes")
    assert done.returncode == 1
    assert "bad.txt:1:1: add-document: this file is empty" in done.stdout
    assert done.stdout.splitlines()[-1] == "nothing was written"
    assert not (tmp_path / "project").exists()


def test_documents_with_one_name_are_told_apart(tmp_path: Path) -> None:
    """Two editions have one title: both are taken in, under different short names."""
    page = "<!doctype html><title>Letter</title><p>Of {}.</p>"
    put(
        tmp_path,
        {
            "old/a letter.html": page.format("May"),
            "old/letter.txt": "A third.\n",
            "new/b.html": page.format("June"),
        },
    )
    folder = tmp_path / "project"
    done = call("init", folder, tmp_path / "old", tmp_path / "new", "--yes")
    assert done.returncode == 0, done.stdout
    records = (folder / "content/sources").glob("*/source.yaml")
    shorts = {loaded(path.read_text("utf-8"))["short"] for path in records}
    assert shorts == {"Letter", "Letter L", "B"}


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("zizmor", ("--offline", "--no-progress")),
        ("actionlint", ("-no-color", "-pyflakes=", "-shellcheck=")),
    ],
)
def test_its_workflows_are_safe(begun: Path, name: str, options: tuple[str, ...]) -> None:
    """By the programs that look at the workflows of this repository."""
    files = sorted((begun / ".github/workflows").iterdir())
    done = subprocess.run(
        [program(name), *options, *files], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
