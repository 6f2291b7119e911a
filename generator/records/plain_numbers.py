"""Plain numbers: how a record writes an amount."""

from __future__ import annotations

import re
from decimal import Decimal

_BOUND = re.compile(
    r"(at least|more than|at most|less than) ([0-9]{1,18}(?:\.[0-9]{1,6})?)\b.*", re.IGNORECASE
)


_DIGITS = re.compile(r"[^\w.,]*([0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)[^\w.,]*")
"""A number with signs around it or commas in it, such as £1,200."""


def plain_number(text: object) -> Decimal:
    """The number that a text of nothing but digits is. Raises ValueError for any other text."""
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]{1,18}(\.[0-9]{1,6})?", text):
        bound = _BOUND.fullmatch(text) if isinstance(text, str) else None
        digits = _DIGITS.fullmatch(text) if isinstance(text, str) else None
        advice = (
            f"write `{bound[1].lower().replace(' ', '_')}: {bound[2]}`"
            if bound
            else f"write {digits[1].replace(',', '')}"
            if digits
            else "write only digits, such as 70000 or 4.5"
        )
        raise ValueError(f"is not a plain number; {advice}")
    return Decimal(text)
