"""The workbench answers its own page, on this machine, and nobody else."""

from __future__ import annotations

import http.client
import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from generator.commands.drafting import written
from generator.intake.naming import slug_of
from generator.review.workbench import bench as bench_module
from generator.review.workbench.bench import Bench
from generator.review.workbench.guards import MOST_BYTES, TOKEN
from generator.review.workbench.server import BenchServer
from tests.project import ROOT, call, contents, lay_out

SPAN = {"source": "mill-notes", "start": 0, "end": 5}
FACT = {"source": "mill-notes", "file": "facts.yaml", "record": {}}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BenchServer]:
    """A workbench on a fictional project, which no test here may change."""
    folder = lay_out(tmp_path_factory.mktemp("bench") / "project")
    with BenchServer(Bench(folder, slug_of, written)) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        before = contents(folder)
        yield running
        assert contents(folder) == before
        running.shutdown()


def ask(
    server: BenchServer, method: str, path: str, body: bytes = b"", **headers: str | None
) -> tuple[int, dict[str, str], bytes]:
    """What is answered to a good request, with other headers; None leaves one out."""
    port, gate = server.server_port, server.gate
    sent: dict[str, str | None] = {
        "Host": f"127.0.0.1:{port}",
        "Cookie": f"{gate.cookie}={gate.key}",
    }
    if method == "POST":
        sent |= {TOKEN: gate.token, "Content-Type": "application/json"}
        sent["Content-Length"] = str(len(body))
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in sent.items():
        if value is not None:
            connection.putheader(name, value)
    connection.endheaders(body or None)
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return found


def test_the_page_is_answered(server: BenchServer) -> None:
    """With the cookie of this run, under each of the two names of this machine."""
    for host in ("127.0.0.1", "localhost"):
        status, headers, page = ask(server, "GET", "/", Host=f"{host}:{server.server_port}")
        assert (status, server.gate.token.encode() in page) == (200, True)
        assert headers["Content-Security-Policy"].startswith(
            "default-src 'none'; script-src 'self'"
        )
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "attested.example"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:1"},
        {"Host": None},
        {"Origin": "https://attested.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Cookie": None},
        {"Cookie": "attested=x"},
        {"Cookie": 'attested-1="; ='},
    ],
)
@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/"), ("GET", "/api/words"), ("POST", "/api/save")]
)
def test_others_are_refused(
    server: BenchServer, method: str, path: str, headers: dict[str, str | None]
) -> None:
    """Another name of the server, another site, or no key: 403, whatever is asked."""
    body = json.dumps(FACT).encode() if method == "POST" else b""
    status, _, said = ask(server, method, path, body, **headers)
    assert (status, list(json.loads(said))) == (403, ["error"])
    assert server.gate.key.encode() not in said
    assert server.gate.token.encode() not in said


def test_the_first_address_gives_the_key_away_once(server: BenchServer) -> None:
    """It becomes a cookie that scripts and other sites can't use, and leaves the address."""
    path = server.address("mill-notes").partition(f":{server.server_port}")[2]
    status, headers, _ = ask(server, "GET", path, Cookie=None)
    assert (status, headers["Location"]) == (303, "/document/mill-notes")
    assert headers["Set-Cookie"].endswith("; Path=/; HttpOnly; SameSite=Strict")
    assert ask(server, "GET", "/?key=wrong", Cookie=None)[0] == 403
    assert ask(server, "GET", path, Cookie=None, Host="attested.example")[0] == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({TOKEN: None}, 403),
        ({TOKEN: "wrong"}, 403),
        ({TOKEN: "é"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content-Type": None}, 415),
        ({"Content-Length": None}, 411),
        ({"Content-Length": "-1"}, 411),
        ({"Content-Length": "²"}, 411),
        ({"Content-Length": str(MOST_BYTES + 1)}, 413),
        ({"Content-Length": "9" * 30}, 413),
    ],
)
def test_what_changes_something_shows_the_token(
    server: BenchServer, headers: dict[str, str | None], status: int
) -> None:
    """A form of another site can send neither JSON nor the token; and a request is not endless."""
    given = {name.replace("-", "_"): value for name, value in headers.items()}
    assert ask(server, "POST", "/api/save", b"", **given)[0] == status


@pytest.mark.parametrize("path", ["/api/save", "/api/skip", "/api/entity", "/api/try"])
def test_reading_changes_nothing(server: BenchServer, path: str) -> None:
    """GET does nothing where POST saves."""
    assert ask(server, "GET", path)[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        "/static/../server.py",
        "/static/..%2fserver.py",
        "/static/%2e%2e/server.py",
        "/static//etc/passwd",
        "/static/",
        "/static/bench.html",
        "/api/document/..",
        "/api/document/../../people/ada-okoro",
        "/api/document/%00",
        "/api/fact/f-00000000",
        "/api/",
        "/content/people/ada-okoro.yaml",
        "//attested.example/",
    ],
)
def test_only_what_is_known_is_shown(server: BenchServer, path: str) -> None:
    """The files of the page, and documents and facts of the project: no other path leads anywhere."""
    status, _, said = ask(server, "GET", path)
    assert (status, list(json.loads(said))) == (404, ["error"])


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"file": "source.yaml"}, 422),
        ({"file": "facts/../source.yaml"}, 422),
        ({"file": "../facts.yaml"}, 422),
        ({"file": "facts.yaml\n"}, 422),
        ({"file": f"facts-{'x' * 90}.yaml"}, 422),
        ({"source": "../people"}, 404),
        ({"source": ""}, 404),
        ({"more": 1}, 422),
        ({"record": []}, 422),
        ({"record": {"name": "Ada"}}, 422),
        ({"record": {"quote": "words"}}, 422),
        ({"record": {"statement": ["a"]}}, 422),
        ({"record": {"figures": [{"number": 3}]}}, 422),
        ({"record": {"id": "f-m0000001"}, "replaces": "f-00000000"}, 422),
        ({"record": {"id": "f-m0000001"}, "replaces": "f-p0000001"}, 422),
    ],
)
@pytest.mark.parametrize("path", ["/api/try", "/api/save"])
def test_only_records_of_known_files_are_taken(
    server: BenchServer, path: str, change: dict[str, object], status: int
) -> None:
    """Facts go to files of facts, of documents that there are; anything else is refused."""
    got, _, said = ask(server, "POST", path, json.dumps({**FACT, **change}).encode())
    if path == "/api/save" and "replaces" in change:
        status = 409  # the page has not seen the file either
    assert (got, list(json.loads(said))) == (status, ["error"])


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b'{"source": 1}'])
def test_what_is_not_a_request_is_refused(server: BenchServer, body: bytes) -> None:
    """Whatever comes in, the answer is a sentence."""
    status, _, said = ask(server, "POST", "/api/begin", body)
    assert status == 422
    assert "Traceback" not in json.loads(said)["error"]


def test_a_fault_shows_nothing_of_the_program(
    server: BenchServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The browser gets a sentence, the terminal the traceback."""

    def fail(_self: Bench) -> None:
        raise ZeroDivisionError(f"secret of {Path.home()}")

    monkeypatch.setattr(bench_module.Bench, "words", fail)
    status, _, said = ask(server, "GET", "/api/words")
    assert (status, b"secret" in said, b"Traceback" in said) == (500, False, False)
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_the_command_serves_until_it_is_ended(tmp_path: Path) -> None:
    """It prints the address of a document on this machine alone, and ends in peace."""
    folder = lay_out(tmp_path / "project")
    command = [sys.executable, "-m", "generator", "--root", str(folder), "review", "mill-notes"]
    with subprocess.Popen(
        [*command, "--no-browser"], stdout=subprocess.PIPE, cwd=ROOT, text=True
    ) as running:
        assert running.stdout is not None
        line = running.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)(/document/mill-notes\?key=\S+)", line)
        assert found, line
        connection = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=10)
        connection.request("GET", found[2])
        assert connection.getresponse().status == 303
        connection.close()
        running.send_signal(signal.SIGINT)
        assert running.wait(10) == 0


def test_a_port_that_is_taken_is_reported(server: BenchServer, tmp_path: Path) -> None:
    """Exit code 2, and what to do."""
    folder = lay_out(tmp_path / "project")
    done = call("--root", folder, "review", "--no-browser", "--port", str(server.server_port))
    assert (done.returncode, "choose another" in done.stderr) == (2, True)
