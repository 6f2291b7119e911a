"""Seeds: the documents of a project, held against their digests."""

from __future__ import annotations

import hashlib

from generator.load.folder import Shelf
from generator.problems import Place, Problem, show
from generator.text.seed import Seed


def read_seeds(shelf: Shelf) -> dict[str, Seed]:
    """The documents in `seeds/`, each held against the digest in SHA256SUMS."""
    listing = "seeds/SHA256SUMS"
    digests: dict[str, tuple[str, int]] = {}
    if (shelf.root / listing).is_file():
        lines = (shelf.root / listing).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            digest, _, name = line.partition("  ")
            digests[name.strip()] = (digest, number)
    else:
        shelf.problems.append(Problem(Place(listing), "seed", "is missing: `sha256sum *.txt`"))
    seeds = {}
    for path in sorted((shelf.root / "seeds").glob("*.txt")):
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        expected, listed_at = digests.pop(path.name, ("", 1))
        if digest != expected:
            message = (
                f"{path.name} is not the document that was recorded (its sha256 is {digest}); "
                "restore it: seeds are never edited"
            )
            shelf.problems.append(Problem(Place(listing, listed_at), "seed", message))
        try:
            seeds[path.name] = Seed(path.name, data.decode("utf-8"), digest)
        except UnicodeDecodeError as error:
            message = f"is not UTF-8: byte {error.start}"
            shelf.problems.append(Problem(Place(f"seeds/{path.name}"), "seed", message))
    for name, (_, listed_at) in sorted(digests.items()):
        message = f"{show(name)} is listed, and is not there"
        shelf.problems.append(Problem(Place(listing, listed_at), "seed", message))
    return seeds
