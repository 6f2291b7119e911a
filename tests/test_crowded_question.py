"""A question with 300 answers has a page that can be sent over a bad line, and loses none of them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from benchmarks.synthetic import Shape, write_project
from generator.pages.pairs import PAIRS_LISTED
from generator.pages.question import ANSWERS_DRAWN, question_page
from tests.project import Project

ANSWERS = 300
LARGEST = 52_000  # bytes of Markdown, compressed; what the theme adds to a page is about 4,000


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of two such questions, for amounts and for choices."""
    folder = tmp_path_factory.mktemp("crowd") / "project"
    write_project(folder, 4 * ANSWERS, Shape(to_a_question=ANSWERS))
    project = Project(folder)
    views = [
        question_page(f"questions/{name}", project.atlas, project.findings)
        for name in ("group-0", "way-0")
    ]
    return {Path(view.path).stem: project.page(view) for view in views}


@pytest.mark.parametrize("name", ["group-0", "way-0"])
def test_its_page_is_small_and_whole(pages: dict[str, str], name: str) -> None:
    """Each answer has its place and its note; pairs are counted, and a chart of amounts is left out."""
    page = pages[name]
    assert ANSWERS > ANSWERS_DRAWN
    assert ANSWERS * (ANSWERS - 1) // 2 > PAIRS_LISTED
    assert len(set(re.findall(r'<li id="(f-\w{8})">', page))) == ANSWERS
    assert "There are too many pairs to list them here." in page
    assert ("too many answers to draw them" in page) == (name == "group-0")
    assert len(gzip.compress(page.encode())) < LARGEST
