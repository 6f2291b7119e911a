"""The documents that write a name so are found without searching every document for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.atlas.atlas import Atlas
from generator.atlas.names import Names
from generator.check import check
from generator.findings.spellings import written_in
from generator.text.matching import stands_in
from tests.project import lay_out


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """The atlas of the fictional project."""
    made = check(lay_out(tmp_path_factory.mktemp("spellings") / "project")).atlas
    assert made is not None
    return made


def _searched(name: str, atlas: Atlas) -> tuple[str, ...]:
    return tuple(
        ref
        for ref, document in atlas.documents.items()
        if document.seed and stands_in(name, document.seed.flat)
    )


def test_each_spelling_has_its_documents(atlas: Atlas) -> None:
    """A spelling has the documents in which it stands as whole words, in their order."""
    found = written_in(atlas)
    assert found == {name: _searched(name, atlas) for name in atlas.names.by_spelling}
    assert any(len(documents) > 1 for documents in found.values())
    assert any(not documents for documents in found.values())


def test_whatever_a_name_is_made_of(atlas: Atlas) -> None:
    """It makes no difference what a name is: letters, digits, signs, parts of words."""
    texts = [one.seed.flat for one in atlas.documents.values() if one.seed]
    names = {
        name: ()
        for text in texts
        for start in range(0, len(text), 5)
        for length in (1, 2, 5, 9, 20)
        if (name := text[start : start + length].strip())
    }
    found = written_in(replace(atlas, names=Names(names)))
    assert found == {name: _searched(name, atlas) for name in names}
    assert {len(documents) for documents in found.values()} >= {0, 1, 2}
