"""The policy: everything that a browser may load and run for a page of the site.

Each page carries it in a `meta` element, so that it also holds when opened from disk. Hosts that read
the file `_headers` send it as well, with what only a header can say.
"""

from __future__ import annotations

from collections.abc import Mapping

COLOURS_SCRIPT = "LTmTNhhDBML7tv6m9oX3TJ2l0b+VJdrj4pU2eeT+sg0="
"""The only script inside a page, by its SHA-256 in base64: `partials/colours.html` of our theme.

If it changes, `tests/test_policy.py` says which hash is asked for.
"""

SCRIPTS_POLICY = "attested"
"""The only policy of Trusted Types: `search.js` makes it, for the files of the search."""

_RULES: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'", f"'sha256-{COLOURS_SCRIPT}'"),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),  # for Lighthouse, which reads robots.txt through the page
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
    "require-trusted-types-for": ("'script'",),
    "trusted-types": (SCRIPTS_POLICY,),
}

_BARE = {"default-src": ("'none'",), "base-uri": ("'none'",), "form-action": ("'none'",)}

_ONLY_IN_A_HEADER = {"frame-ancestors": ("'none'",)}

_OTHER_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

HEADERS = "_headers"
"""The file of the site that some hosts, such as Netlify and Cloudflare Pages, read headers from."""


def policy() -> str:
    """The Content-Security-Policy of a page of the theme."""
    return _written(_RULES)


def bare_policy() -> str:
    """The Content-Security-Policy of a page that only leads elsewhere: it loads and runs nothing."""
    return _written(_BARE)


def headers() -> str:
    """The text of the file of headers, which are the same for all files of the site."""
    said = {"Content-Security-Policy": _written({**_RULES, **_ONLY_IN_A_HEADER}), **_OTHER_HEADERS}
    return "".join(["/*\n", *(f"  {name}: {value}\n" for name, value in said.items())])


def _written(rules: Mapping[str, tuple[str, ...]]) -> str:
    return "; ".join(" ".join((name, *allowed)) for name, allowed in rules.items())
