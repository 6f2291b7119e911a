"""What may be in a page. Anything not listed here could run code, ask for input or cover something."""

from __future__ import annotations

import re

_ELEMENTS = """
a abbr aside b bdi bdo blockquote br button caption cite code col colgroup dd del details dfn div dl
dt em fieldset figcaption figure form h1 h2 h3 h4 h5 h6 hr i img input ins kbd label legend li mark
nav noscript ol optgroup option p pre q s samp section select small span strong sub summary sup table
tbody td tfoot th thead time tr u ul var wbr
circle defs desc ellipse g line marker path pattern polygon polyline rect svg text title tspan use
"""
_ATTRIBUTES = """
action alt aria-current aria-describedby aria-hidden aria-label aria-labelledby autocapitalize
autocomplete checked class colspan datetime dir disabled enterkeyhint focusable for headers height
hidden href id inputmode lang max maxlength method min name open placeholder role rowspan scope
selected size spellcheck src start tabindex title translate type value width
cx cy d dx dy fill fill-opacity font-size markerheight markerunits markerwidth marker-end marker-start
opacity orient patterntransform patternunits points preserveaspectratio r refx refy rx ry stroke
stroke-width text-anchor transform viewbox x x1 x2 xmlns y y1 y2
"""

ELEMENTS = frozenset((*_ELEMENTS.split(), "html", "head", "body", "-comment"))
"""The elements of a page's content; the last four are what the parser adds, and what it calls a comment."""

ATTRIBUTES = frozenset(_ATTRIBUTES.split())
"""Their attributes, in lower-case letters; besides these, all that begin with `data-`."""

AROUND = ELEMENTS | frozenset(("article", "footer", "header", "link", "main", "meta", "script"))
"""The elements of a whole page: those of its content, and what the theme has around it."""

ATTRIBUTES_AROUND = ATTRIBUTES | frozenset(
    (
        "aria-keyshortcuts",
        "charset",
        "content",
        "defer",
        "http-equiv",
        "popover",
        "popovertarget",
        "rel",
    )
)
"""The attributes of a whole page."""

DATA = ("application/json", "application/ld+json")
"""The types of scripts that no browser runs."""

LINKED = frozenset(["alternate", "canonical", "feed", "icon", "next", "prev", "stylesheet"])
"""What a page may be linked to in its head; others, such as `preconnect`, ask another host."""

_IN_STYLE = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*))\s*\)|@import\s+["']([^"']*)""", re.IGNORECASE
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def fetched_by(sheet: str) -> frozenset[str]:
    """The addresses that a style sheet makes a browser load."""
    found = _IN_STYLE.findall(_COMMENT.sub("", sheet))
    return frozenset(next((one for one in groups if one), "").strip() for groups in found)
