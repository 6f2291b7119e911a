"""Seeds: the source documents of a project, checked against their digests."""

from __future__ import annotations

import hashlib

from generator.load.folder import Shelf
from generator.problems import Place, Problem, show
from generator.text.seed import Seed


def read_seeds(shelf: Shelf) -> dict[str, Seed]:
    """The documents in `seeds/` by file name, each checked against SHA256SUMS."""
    listing = "seeds/SHA256SUMS"
    digests: dict[str, tuple[str, int]] = {}
    if (shelf.root / listing).is_file():
        lines = (shelf.root / listing).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            digest, _, name = line.partition("  ")
            digests[name.strip()] = (digest, number)
    else:
        message = (
            "this file is missing; restore it with git (only in a new project, run "
            "sha256sum *.txt > SHA256SUMS in seeds/)"
        )
        shelf.problems.append(Problem(Place(listing), "seed", message))
    seeds = {}
    for path in sorted((shelf.root / "seeds").glob("*.txt")):
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        expected, listed_at = digests.pop(path.name, ("", 1))
        if digest != expected:
            message = (
                f"{path.name} has changed since it was added, and a seed is never edited; undo the "
                f"change: git checkout -- seeds/{path.name}"
                if expected
                else f"{path.name} is not listed; if it is new, add the line: {digest}  {path.name}"
            )
            shelf.problems.append(Problem(Place(listing, listed_at), "seed", message))
        try:
            seeds[path.name] = Seed(path.name, data.decode("utf-8"), digest)
        except UnicodeDecodeError as error:
            message = (
                f"byte {error.start + 1:,} is not UTF-8; save the text as UTF-8 before you add it"
            )
            shelf.problems.append(Problem(Place(f"seeds/{path.name}"), "seed", message))
    for name, (_, listed_at) in sorted(digests.items()):
        message = f"{show(name)} is not in seeds/; restore the file, or remove this line"
        shelf.problems.append(Problem(Place(listing, listed_at), "seed", message))
    return seeds
