"""A folder on a server of this machine, with the headers that the folder asks for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from generator.pages.policy import HEADERS


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the folder, without `/` at its end, while the server runs."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    """Gives out files and says nothing. Hosts such as Netlify read `_headers` in this way."""

    def end_headers(self) -> None:
        """Send the headers that the folder has for all its files."""
        asked = Path(self.directory, HEADERS)
        for line in asked.read_text("utf-8").splitlines()[1:] if asked.is_file() else ():
            self.send_header(*line.strip().split(": ", 1))
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Leave the output to the tests."""
