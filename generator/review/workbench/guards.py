"""Guards: which requests are answered. Only this program's own page gets an answer.

The server is on 127.0.0.1, but any page in the browser could send it requests, even under another
name for that address, and so could any program on the machine. So a request needs:

- the server's own host; another name for its address won't do
- no origin, or the server's own
- the key: a secret of this run, first in the address, then in a cookie that no other site can send
- to change anything: POST, JSON, and the token that only the page knows
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.cookies import CookieError, SimpleCookie
from typing import TypeAlias

MOST_BYTES = 200_000
"""The largest request: fifty times the longest text of a record."""

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What every answer has."""

Headers: TypeAlias = "Message[str, str]"
"""The headers of a request, in which case does not count."""

TOKEN = "X-Attested-Token"  # noqa: S105  the name of a header


class RequestRefusedError(Exception):
    """A request that gets no answer: its status, and why in plain words."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


@dataclass(frozen=True, slots=True)
class Gate:
    """What the requests of one run must show; `key` is for the cookie, `token` for the page."""

    port: int
    key: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def cookie(self) -> str:
        """The name of the cookie; cookies of one host know no ports."""
        return f"attested-{self.port}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names under which the server may be asked."""
        return f"127.0.0.1:{self.port}", f"localhost:{self.port}"

    def is_key(self, given: str) -> bool:
        """Whether a text is the secret of this run."""
        return secrets.compare_digest(given.encode(), self.key.encode())

    def check_site(self, headers: Headers) -> None:
        """Refuse requests under another name, and requests from other sites."""
        host = headers.get("Host", "")
        if host not in self.hosts:
            raise RequestRefusedError(403, f"open this server as {self.hosts[0]}")
        origin, site = headers.get("Origin"), headers.get("Sec-Fetch-Site")
        if origin not in (None, f"http://{host}") or site not in (None, "none", "same-origin"):
            raise RequestRefusedError(403, "this server does not answer other sites")

    def check_key(self, headers: Headers) -> None:
        """Refuse requests without the cookie."""
        try:
            found = SimpleCookie(headers.get("Cookie", "")).get(self.cookie)
        except CookieError:
            found = None
        if found is None or not self.is_key(found.value):
            raise RequestRefusedError(
                403, "open the address that `review` printed; each run has another one"
            )

    def check_change(self, headers: Headers) -> int:
        """Refuse a request that may not change anything; else give the length of its body."""
        if headers.get("Content-Type", "").partition(";")[0].strip() != "application/json":
            raise RequestRefusedError(415, "send JSON")
        given = headers.get(TOKEN, "")
        if not secrets.compare_digest(given.encode(), self.token.encode()):
            raise RequestRefusedError(403, "`review` has been restarted; load the page again")
        length = headers.get("Content-Length", "")
        if not length.isascii() or not length.isdecimal():
            raise RequestRefusedError(411, "say how long the request is")
        if len(length) > 9 or int(length) > MOST_BYTES:
            raise RequestRefusedError(413, f"a request has at most {MOST_BYTES:,} bytes")
        return int(length)
