"""The server: shows a folder on this machine, and lets open pages load again when it has changed.

A page asks whether it has changed by loading an image, because its policy allows it to load images
and nothing else. The answer comes when there is something new; the page then loads itself again.
"""

from __future__ import annotations

import posixpath
import socket
import sys
import time
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Condition
from urllib.parse import parse_qs, quote, unquote, urlsplit

OWN = ".preview/"
"""The folder of what only the preview has."""

PATIENCE = 20  # seconds until a page must ask again

_DOT = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" viewBox="0 0 1 1"></svg>'
"""The answer to a page that has changed: an empty image."""


class PreviewState:
    """What is shown now: the number of changes so far, and a notice of what is wrong."""

    def __init__(self) -> None:
        self._changed = Condition()
        self.version, self.notice = time.time_ns(), ""  # a later preview has other numbers

    def change(self, notice: str) -> None:
        """Let every open page load again."""
        with self._changed:
            self.version, self.notice = self.version + 1, notice
            self._changed.notify_all()

    def wait(self, version: str, seconds: float) -> bool:
        """Whether there is something newer than this version; waits for it for so long."""
        with self._changed:
            return self._changed.wait_for(lambda: str(self.version) != version, seconds)


class PreviewServer(ThreadingHTTPServer):
    """A server for a folder, below a path such as `/bell/`. Raises OSError if the address is in use."""

    daemon_threads = True

    def __init__(self, folder: Path, host: str, port: int, mount: str = "/") -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), PreviewHandler)
        self.folder, self.mount, self.shown = (
            folder,
            f"/{mount.strip('/')}/".replace("//", "/"),
            PreviewState(),
        )

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing about a browser that has gone away."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class PreviewHandler(SimpleHTTPRequestHandler):
    """One connection of a browser."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "attested", ""

    def do_GET(self) -> None:
        """Show a file, or wait for a change."""
        asked = urlsplit(self.path)
        path, mount = unquote(asked.path), self.server.mount
        if not path.startswith(mount):
            self._lead(mount) if path in ("/", mount[:-1]) else self._missing()
            return
        path = posixpath.normpath(f"/{path[len(mount) :]}").lstrip("/")
        if path == f"{OWN}changed":
            self._wait(*parse_qs(asked.query).get("since", [""])[:1])
        elif path.startswith(OWN):
            self._send_own(path.removeprefix(OWN))
        else:
            self._show(path, asked.path)

    def log_message(self, *_: object) -> None:
        """Log nothing: the terminal is for problems."""

    def _show(self, path: str, asked: str) -> None:
        """A file of the folder; for a folder in it, its first page."""
        file = self.server.folder / path
        if file.is_dir() and not asked.endswith("/"):
            self._lead(f"{asked}/")
            return
        if file.is_dir():
            file /= "index.html"
        try:
            data = file.read_bytes()
        except OSError:
            self._missing()
            return
        if file.suffix == ".html":
            data = self._marked(data)
        self._send(HTTPStatus.OK, self.guess_type(file.name), data)

    def _marked(self, page: bytes) -> bytes:
        """A page with the notice and what lets it load again."""
        own, shown = f"{quote(self.server.mount)}{OWN}", self.server.shown
        added = (
            f'<link rel="stylesheet" href="{own}preview.css">{shown.notice}'
            f'<script src="{own}preview.js" data-changed="{own}changed?since={shown.version}"></script>'
        )
        end = page.rfind(b"</body>")
        return page[:end] + added.encode() + page[end:] if end >= 0 else page + added.encode()

    def _missing(self) -> None:
        page = self.server.folder / "404.html"
        data = self._marked(page.read_bytes()) if page.is_file() else b"There is no such page."
        self._send(HTTPStatus.NOT_FOUND, "text/html", data)

    def _wait(self, since: str) -> None:
        if self.server.shown.wait(since, PATIENCE):
            self._send(HTTPStatus.OK, "image/svg+xml", _DOT)
        else:
            self._send(HTTPStatus.NO_CONTENT, "text/plain", b"")

    def _send_own(self, name: str) -> None:
        found = {one.name: one for one in files(__package__).joinpath("static").iterdir()}
        if name in found:
            self._send(HTTPStatus.OK, self.guess_type(name), found[name].read_bytes())
        else:
            self._missing()

    def _lead(self, to: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(to))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        text = "; charset=utf-8" if kind.startswith("text/") else ""
        self.send_header("Content-Type", f"{kind}{text}")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)
