"""The server of the preview: what it answers, and when an open page loads again."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import pytest

from generator.problems import Place, Problem
from generator.publish.preview.notice import SHOWN, notice
from generator.publish.preview.server import PreviewServer
from tests.project import put

PAGE = "<html><body><p>Home</p></body></html>"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PreviewServer]:
    """A server of a folder with three files, below `/bell/`."""
    files = {"index.html": PAGE, "people/index.html": "<p>People</p>", "404.html": "<p>None</p>"}
    put(tmp_path / "site", {**files, "data.json": "{}"})
    put(tmp_path, {"secret.txt": "secret"})
    with PreviewServer(tmp_path / "site", "127.0.0.1", 0, "/bell/") as running:
        Thread(target=lambda: running.serve_forever(0.01), daemon=True).start()
        yield running
        running.shutdown()


def asked(server: PreviewServer, path: str) -> tuple[int, str, str]:
    """The status, the body and the type of an answer; for a redirect, where it leads."""
    link = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    link.request("GET", path)
    answer = link.getresponse()
    body = answer.read().decode("utf-8")
    link.close()
    return answer.status, answer.headers["Location"] or body, answer.headers["Content-Type"] or ""


def test_files_are_shown(server: PreviewServer) -> None:
    """Pages with what lets them load again, other files as they are."""
    assert asked(server, "/bell/data.json") == (200, "{}", "application/json")
    status, page, kind = asked(server, "/bell/?x=1")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert page.startswith("<html><body><p>Home</p><link ")
    assert page.endswith("</script></body></html>")
    assert asked(server, "/bell/people/")[1].startswith("<p>People</p>")
    for name in re.findall(r'(?:href|src)="([^"]*)"', page):
        assert asked(server, name)[0] == 200


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/", 302, "/bell/"),
        ("/bell", 302, "/bell/"),
        ("/bell/people", 302, "/bell/people/"),
        ("/bell/gone.html", 404, "<p>None</p>"),
        ("/bell/.preview/gone.js", 404, "<p>None</p>"),
        ("/other/", 404, "<p>None</p>"),
        ("/bell/../secret.txt", 404, "<p>None</p>"),
        ("/bell/%2e%2e/secret.txt", 404, "<p>None</p>"),
        ("/bell/..%2fsecret.txt", 404, "<p>None</p>"),
        ("/bell/.preview/..%2f..%2fserver.py", 404, "<p>None</p>"),
    ],
)
def test_what_is_not_there(server: PreviewServer, path: str, status: int, told: str) -> None:
    """Nothing outside of the folder is shown, and only names of folders lead on."""
    found, body, _ = asked(server, path)
    assert found == status
    assert body.startswith(told)


def _changes(page: str) -> str:
    """Where a page asks whether it has changed."""
    found = re.search(r'data-changed="([^"]*)"', page)
    assert found
    return found[1]


def test_a_page_is_told_of_a_change(server: PreviewServer) -> None:
    """As soon as there is one, and not before; a page that is behind at once."""
    where = _changes(asked(server, "/bell/")[1])
    waiting = Thread(target=lambda: answers.append(asked(server, where)[0]))
    answers: list[int] = []
    waiting.start()
    time.sleep(0.1)
    assert answers == []
    server.shown.change("<aside>1 problem</aside>")
    waiting.join(10)
    assert answers == [200]
    assert asked(server, where)[0] == 200
    page = asked(server, "/bell/")[1]
    assert "<aside>1 problem</aside>" in page
    assert _changes(page) != where


def test_a_page_asks_again_after_a_while(
    server: PreviewServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If nothing has changed, the answer is no image."""
    monkeypatch.setattr("generator.publish.preview.server.PATIENCE", 0.01)
    assert asked(server, _changes(asked(server, "/bell/")[1]))[:2] == (204, "")


def test_a_notice_is_inert() -> None:
    """What strangers wrote is text, and only the first problems are listed."""
    problems = [Problem(Place("content/<b>.yaml", n), "record", "no <i>") for n in range(1, 99)]
    told = notice("98 problems; <u>", problems)
    assert set(re.findall(r"</?(\w+)", told)) == {"aside", "p", "ol", "li"}
    assert told.count("<li>") == SHOWN
    assert "content/&lt;b&gt;.yaml:1:1: record: no &lt;i&gt;" in told
    assert f"{98 - SHOWN} more" in told
    assert "<ol>" not in notice("The pages could not be built")
