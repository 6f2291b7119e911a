"""Pages written by hand: a project writes the sections that are its own, and has the others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.check import check
from generator.load.written import hand_written, laid_over
from tests.project import Project, lay_out, put

BELOW = """\
---
title: "About"
---

# About {#top}

By {creator}.

## Method {#method}

As ever.

## Licences {#licences}

Under {licence}.
"""


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("", BELOW),
        ("## Licence {#licences}\n\nOurs.\n", BELOW[: BELOW.index("## Lic")] + "## Licence {#licences}\n\nOurs.\n"),
        ("## Method {#method}\n", BELOW[: BELOW.index("## Met")] + BELOW[BELOW.index("## Lic") :]),
        ("## More\n\nNew.\n", BELOW + "\n## More\n\nNew.\n"),
        ("# Us\n\nWe.\n", "# Us\n\nWe.\n\n" + BELOW[BELOW.index("## Met") :]),
    ],
    ids=["nothing", "another text", "left out", "new", "another beginning"],
)  # fmt: skip
def test_a_page_has_the_sections_of_both(own: str, expected: str) -> None:
    """A section of the project takes the place of the one with its id; new ones come last."""
    assert laid_over(own, BELOW) == expected


def test_a_page_of_the_project_alone(tmp_path: Path) -> None:
    """It stays as it is, and other pages are there too."""
    text = "# Thanks\n\n## Empty\n"
    put(tmp_path, {"site_config/pages/thanks.md": text})
    assert list(hand_written(tmp_path)) == ["about/index.md", "thanks.md"]
    assert hand_written(tmp_path)["thanks.md"] == text


def test_a_page_says_what_the_project_is(tmp_path: Path) -> None:
    """Title, description, licence and name are those of `site.yaml`, as text; nothing else is filled."""
    folder = lay_out(tmp_path / "project")
    (folder / "site_config/pages/about/index.md").unlink()
    site = (folder / "site_config/site.yaml").read_text("utf-8")
    site = site.replace("The people of Wend", "'*The people*'") + "about: It is <b>.\n"
    put(folder, {"site_config/site.yaml": site, "site_config/pages/x.md": "# X\n\n{licence} {x}\n"})
    files = Project(folder).files
    assert "&#42;The people&#42;" in files["about/index.md"]
    assert "It is &#60;b&#62;. Each claim" in files["about/index.md"]
    assert "CC BY 4.0 {x}" in files["x.md"]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("edit", "javascript:alert({path})", "begins with https://"),
        ("edit", "https://a.example/", "has no {path}"),
        ("edit", "https://a.example/{path}#{lines}", "did you mean 'line'"),
        ("report", "https://a.example/", "has no {page}"),
        ("contact", "clerk", "mailto:"),
    ],
)
def test_a_way_to_object_must_lead_somewhere(
    tmp_path: Path, field: str, value: str, told: str
) -> None:
    """An address that can't work, or that would run something, is refused with what to write."""
    folder = lay_out(tmp_path / "project")
    site = folder / "site_config/site.yaml"
    text = re.sub(rf"(?m)^{field}: .*$", f'{field}: "{value}"', site.read_text("utf-8"))
    site.write_text(text, encoding="utf-8")
    (problem,) = check(folder).problems
    assert problem.place.path == "site_config/site.yaml"
    assert told in problem.message
