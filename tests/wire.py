"""A cut wire: a browser that reaches nothing, and whatever it tried to reach."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread


@contextmanager
def cut_wire() -> Iterator[tuple[str, list[str]]]:
    """The address of a proxy that lets nothing through, and the first line of each attempt."""
    attempts: list[str] = []

    class Refusing(BaseRequestHandler):
        """Takes note of what is asked for, and hangs up."""

        def handle(self) -> None:
            """Read the first line: what is wanted, of which host."""
            attempts.append(self.request.recv(4096).partition(b"\r\n")[0].decode("latin-1"))

    with ThreadingTCPServer(("127.0.0.1", 0), Refusing) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", attempts
        server.shutdown()
