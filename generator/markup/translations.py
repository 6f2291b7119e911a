"""Translations of passages as readers see them, always with who made them."""

from __future__ import annotations

from generator.config.site import LANGUAGE
from generator.markup.escaping import Html, escape, filled
from generator.markup.views import Translated
from generator.markup.writer import Desk
from generator.records.passages import Translation
from generator.text.writing_systems import direction


def translated(desk: Desk, given: Translation | None) -> Translated | None:
    """A translation with its language, its direction of writing, and who made it."""
    if given is None:
        return None
    language = given.language or LANGUAGE
    return Translated(given.text, language, direction(given.text) or "ltr", translator(desk, given))


def translator(desk: Desk, given: Translation) -> Html:
    """Who made a translation, in words."""
    words = desk.wording.claim.translated
    if given.by in words.known:
        return escape(words.known[given.by])
    return filled(words.by, who=given.by)
