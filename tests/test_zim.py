"""The edition for Kiwix: what can be tested without its tools, and the message if they are missing."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.publish.zim import XAPIAN, ZIM, plain_addresses, settled
from tests import tools
from tests.project import DEFAULTS, lay_out, put, run


def zim(lot: bytes, content: bytes = b"page") -> bytes:
    """Something built as a ZIM is, with what is drawn by lot in its two places."""
    body = b"ZIM\x04" + bytes(4) + lot * 16 + content + XAPIAN + b"\0\x01" + lot * 16 + b"rest"
    return body + hashlib.md5(body, usedforsecurity=False).digest()


def test_what_was_drawn_by_lot_is_made_from_the_content() -> None:
    """Two lots give one file, another content another; all else stays, and its checksum is right."""
    one, other = settled(zim(b"\x11")), settled(zim(b"\x22"))
    assert one == other
    assert one[8:24] != settled(zim(b"\x11", b"Page"))[8:24]
    assert one[-16:] == hashlib.md5(one[:-16], usedforsecurity=False).digest()
    drawn = zim(b"\x11")
    changed = {place for place in range(len(one)) if one[place] != drawn[place]}
    lots = {*range(8, 24), *range(len(one) - 36, len(one) - 20)}
    assert changed <= lots | set(range(len(one) - 16, len(one)))
    assert settled(one) == one


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (b'<a href="&#35;n-f-1&#95;2">&#35;</a>', b'<a href="#n-f-1_2">&#35;</a>'),
        (b'<img alt="&#35;" src="a&#126;b">', b'<img alt="&#35;" src="a~b">'),
        (b'<a href="a&#34;&#38;&#60;&#39;">', b'<a href="a&#34;&#38;&#60;&#39;">'),
        (b'<a href="a&#10;&#160;&amp;b">', b'<a href="a&#10;&#160;&amp;b">'),
    ],
)
def test_addresses_are_written_plainly(written: bytes, plain: bytes) -> None:
    """In addresses only, and only what means the same."""
    assert plain_addresses(written) == plain


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with something like a site."""
    folder = lay_out(tmp_path / "project")
    put(folder, {"site/index.html": "<!doctype html><title>x</title>"})
    return folder


def test_without_the_tools_the_message_names_them(project: Path) -> None:
    """And how to get them; nothing is left behind."""
    done = run("--root", project, "zim", env={"PATH": ""})
    assert done.returncode == 1
    assert "apt-get install zim-tools" in done.stderr
    assert not (project / "dist").exists()


@pytest.mark.tools
def test_without_an_illustration_the_message_says_so(project: Path) -> None:
    """Kiwix shows each site with a picture."""
    tools.need("zimwriterfs", "zimcheck")
    done = run("--root", project, "zim")
    assert done.returncode == 1
    assert "illustration.png is missing" in done.stderr


@pytest.mark.tools
def test_what_zimcheck_refuses_replaces_nothing(project: Path) -> None:
    """A link that leads nowhere: it is told, and the last edition stays."""
    tools.need("zimwriterfs", "zimcheck")
    picture = (DEFAULTS / "theme/assets/illustration.png").read_bytes()
    put(project, {"site/index.html": '<!doctype html><title>x</title><a href="gone.html">x</a>'})
    put(project, {ZIM: "the last one"})
    (project / "site/assets").mkdir()
    (project / "site/assets/illustration.png").write_bytes(picture)
    done = run("--root", project, "zim")
    assert done.returncode == 1
    assert "gone.html" in done.stderr
    assert "zimcheck failed" in done.stderr
    assert (project / ZIM).read_text("utf-8") == "the last one"
    assert [path.name for path in (project / "build").iterdir()] == ["site.lock"]
