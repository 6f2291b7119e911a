"""The server: the bench for one browser on this machine. It answers its own page and nobody else."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from urllib.parse import parse_qs, unquote, urlsplit

from pydantic import ValidationError

from generator.load.defaults import DEFAULTS
from generator.review.workbench import saving
from generator.review.workbench.asked import (
    Ask,
    AskEntity,
    AskFact,
    AskQuestion,
    AskSkip,
    AskSpan,
)
from generator.review.workbench.bench import Bench
from generator.review.workbench.guards import HEADERS, Gate, RequestRefusedError
from generator.review.workbench.showing import Sendable

TYPES = {
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
}
JSON = "application/json; charset=utf-8"
FONTS = ("sans-400", "sans-600", "serif-400", "serif-600")
SLOT = "ATTESTED-TOKEN"
"""The placeholder for the token in the page."""


def assets() -> dict[str, bytes]:
    """The files of the page by their names; nothing else is served."""
    own = files("generator.review.workbench").joinpath("static")
    found = {one.name: one.read_bytes() for one in own.iterdir() if one.name[0] != "."}
    fonts = DEFAULTS / "theme/assets/fonts"
    return found | {f"{name}.woff2": (fonts / f"{name}.woff2").read_bytes() for name in FONTS}


class BenchServer(ThreadingHTTPServer):
    """A server on 127.0.0.1, at a port that is free unless one is given."""

    daemon_threads = True

    def __init__(self, bench: Bench, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), BenchHandler)
        self.bench, self.gate, self.assets = bench, Gate(self.server_port), assets()

    def address(self, source: str = "") -> str:
        """The address to open first, with the key of this run."""
        path = f"/document/{source}" if source else "/"
        return f"http://127.0.0.1:{self.server_port}{path}?key={self.gate.key}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing about a browser that has gone away."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class BenchHandler(BaseHTTPRequestHandler):
    """One connection of the browser."""

    server: BenchServer
    protocol_version = "HTTP/1.1"
    timeout = 30
    server_version, sys_version = "attested", ""

    def do_GET(self) -> None:
        """Show something. This never changes anything."""
        self._answer(self._get)

    def do_POST(self) -> None:
        """Work out or change something."""
        self._answer(self._post)

    def log_message(self, *_: object) -> None:
        """Log nothing: the terminal belongs to the command."""

    def _answer(self, work: Callable[[], None]) -> None:
        try:
            self.server.gate.check_site(self.headers)
            work()
        except RequestRefusedError as error:
            self._refuse(error.status, str(error))
        except OSError as error:
            self._refuse(500, f"a file can't be read: {error.strerror or 'unknown reason'}")
        except Exception:  # noqa: BLE001  the browser gets no traceback, the terminal does
            self.server.handle_error(self.request, self.client_address)
            self._refuse(
                500, "this is a mistake in the program; the terminal shows it. Please report it"
            )

    def _refuse(self, status: int, why: str) -> None:
        self.close_connection = True
        self._send(status, JSON, json.dumps({"error": why}).encode())

    def _get(self) -> None:
        parts = urlsplit(self.path)
        given = parse_qs(parts.query).get("key", [])
        gate, path = self.server.gate, unquote(parts.path)
        if given and gate.is_key(given[0]) and (path == "/" or path.startswith("/document/")):
            cookie = f"{gate.cookie}={gate.key}; Path=/; HttpOnly; SameSite=Strict"
            self._send(303, "", b"", {"Location": parts.path, "Set-Cookie": cookie})
            return
        gate.check_key(self.headers)
        if path == "/" or path.startswith("/document/"):
            page = self.server.assets["bench.html"].replace(SLOT.encode(), gate.token.encode())
            self._send(200, TYPES["html"], page)
        elif path.startswith("/static/"):
            self._send_asset(path.removeprefix("/static/"))
        else:
            self._send_json(self._shown(path))

    def _shown(self, path: str) -> Sendable:
        bench = self.server.bench
        what, _, name = path.removeprefix("/api/").partition("/")
        shows: Mapping[str, Callable[[], Sendable]] = {
            "documents": bench.documents,
            "document": lambda: bench.document(name),
            "fact": lambda: bench.fact(name),
            "words": bench.words,
        }
        if not path.startswith("/api/") or what not in shows:
            raise RequestRefusedError(404, "there is no such page; go back to the list")
        return shows[what]()

    def _send_asset(self, name: str) -> None:
        data = self.server.assets.get(name)
        kind = TYPES.get(name.rpartition(".")[2])
        if data is None or kind is None or name == "bench.html":
            raise RequestRefusedError(404, "there is no such file")
        self._send(200, kind, data)

    def _post(self) -> None:
        gate, bench = self.server.gate, self.server.bench
        gate.check_key(self.headers)
        length = gate.check_change(self.headers)
        works: Mapping[str, tuple[type[Ask], Callable[..., Sendable]]] = {
            "/api/begin": (AskSpan, Bench.begin),
            "/api/passage": (AskSpan, Bench.passage),
            "/api/try": (AskFact, saving.attempt),
            "/api/save": (AskFact, saving.save),
            "/api/skip": (AskSkip, saving.skip),
            "/api/entity": (AskEntity, saving.add_entity),
            "/api/question": (AskQuestion, saving.add_question),
        }
        if self.path not in works:
            raise RequestRefusedError(404, "the workbench has no such action; load the page again")
        model, work = works[self.path]
        try:
            asked = model.model_validate_json(self.rfile.read(length))
        except (ValidationError, RecursionError):
            raise RequestRefusedError(
                422, "the request does not come from this page; load it again"
            ) from None
        self._send_json(work(bench, asked))

    def _send_json(self, shown: Sendable) -> None:
        self._send(200, JSON, json.dumps(shown, ensure_ascii=False).encode())

    def _send(
        self, status: int, kind: str, data: bytes, more: Mapping[str, str] | None = None
    ) -> None:
        self.send_response(status)
        named = {"Content-Type": kind} if kind else {}
        length = {"Content-Length": str(len(data))}
        for name, value in {**HEADERS, **named, **length, **(more or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)
