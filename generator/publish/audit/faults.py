"""A fault: what is wrong in a file of the built site, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problems import show

AGAIN = "run `site` again, or get this file again"
"""What to do about a file that is not as it was made."""

REPORT = "the program made this mistake: please report it"
"""What to do about a page that was made wrongly from sound records."""


@dataclass(frozen=True, slots=True, order=True)
class SiteFault:
    """What is wrong in a file of the site, by its path there, and what to do; each is one line."""

    path: str
    what: str
    remedy: str

    def __str__(self) -> str:
        """The fault as one line, safe for any program that prints it."""
        shown = self.path if self.path.isprintable() else show(self.path, 200)
        return f"{shown}: {self.what}; {self.remedy}"
