"""The words for numbers in one language, and the patterns made of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from generator.text.matching import RAISED, either
from generator.text.writing_systems import SPACED_LETTER

DASHES = "-\u2010-\u2015\u2212"
GROUPED = (
    r"(?:[0-9]{1,3}(?P<group>[,' ])[0-9]{3}(?:(?P=group)[0-9]{3}){0,8}+(?!(?P=group)?[0-9])"
    r"|[0-9]{1,2}(?:,[0-9]{2}(?=,)){1,8}+,[0-9]{3}(?![0-9]|,[0-9]))"
)
"""Digits in groups of three, or as in India, with the sign between the groups."""

FRACTIONS = "½¼¾⅛⅜⅝⅞"
"""The signs for fractions that have a value in decimals."""

_PLAIN = {
    "\u066c": ",",
    "\uff0c": ",",
    "\u066b": ".",
    "\uff0e": ".",
    "\u00b7": ".",
    **dict.fromkeys(RAISED, "^"),
}
_UNCOMMON = re.compile(r"[^\x00-\x7f]")


_SIGN = re.compile(r"(?<=[0-9])[.,](?=[0-9])")


def with_points(text: str) -> str:
    """A text with decimal commas turned into points, and points between groups of digits into commas."""
    return _SIGN.sub(lambda found: "," if found[0] == "." else ".", text)


def plain_digits(text: str) -> str:
    """A text of the same length with the digits 0 to 9 in place of those of other scripts.

    The signs between them are replaced too. Raised digits mark notes, and stay as they are.
    """
    return text if text.isascii() else _UNCOMMON.sub(_plain, text)


def _plain(match: re.Match[str]) -> str:
    digit = unicodedata.decimal(match[0], None)
    return _PLAIN.get(match[0], match[0]) if digit is None else str(digit)


def scale_in(value: int) -> Decimal:
    """The scale of a value that one word gives: 1000 for 2000."""
    return Decimal(1000) ** ((len(str(value)) - 1) // 3)


GAP = rf"(?:\s{{1,3}}|[{DASHES}])"  # what may be between the words of one number


@dataclass(frozen=True, eq=False)
class NumberWords:
    """The words for numbers in one language; `defaults/numbers.yaml` explains each field.

    Keys are in lower case, except currencies. Case does not count in texts. These fields are for
    languages other than English:

    - `multiples`: words that include their scale ("doscientos"), or need no "a" ("mil")
    - `halves`: "anderthalb", "medio"; `half_joiner`: the "с" of "два с половиной"
    - `teens`: the second word of "ثلاثة عشر"; `scores`: that of "quatre-vingts"
    - `joins_tens`: in "treinta y cinco"; `ones_first`: in "einundzwanzig"
    - `joined`: several words for numbers are written as one; `fronts`: what may be joined to their
      front
    - `decimal_signs`: signs for a decimal point before a scale, as in "۲/۵ میلیون"
    - `same`: letters that are read as other letters
    - `singular_after`: words after which "тысячи" is one thousand, and not thousands
    - `day_of`: the pattern of what may be between the ordinal of a day and its month
    """

    small: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    short: Mapping[str, int]
    short_money: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_ends: Mapping[str, int]
    ordinal_suffixes: tuple[str, ...]
    parts: tuple[str, ...]
    unit_words: tuple[str, ...]
    joiner: str
    half: str
    currency_signs: Mapping[str, str]
    currency_words: Mapping[str, str]
    percent: tuple[str, ...]
    ranges: tuple[str, ...]
    between: str
    vague: Mapping[str, tuple[Decimal, ...]]
    vague_leads: tuple[str, ...]
    vague_after_lead: Mapping[str, str]
    decimal_comma: bool = False
    decimal_signs: str = ""
    decimal_words: tuple[str, ...] = ()
    multiples: Mapping[str, int] = field(default_factory=dict)
    halves: Mapping[str, Decimal] = field(default_factory=dict)
    half_joiner: str = ""
    teens: tuple[str, ...] = ()
    scores: tuple[str, ...] = ()
    joins_tens: bool = False
    ones_first: bool = False
    joined: bool = False
    fronts: tuple[str, ...] = ()
    same: Mapping[int, str] = field(default_factory=dict)
    day_of: str = " of "
    singular_after: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a vague phrase with wrong bounds, or a word without a value. Raises ValueError."""
        for phrase, bounds in self.vague.items():
            if len(bounds) not in (1, 2):
                raise ValueError(
                    f"vague.{phrase} has {len(bounds)} numbers; write the lowest number, or the lowest "
                    "and the highest"
                )
        if astray := set(self.vague_after_lead.values()) - self.vague.keys():
            raise ValueError(
                f"vague_after_lead has {', '.join(sorted(astray))}, which vague does not list; "
                "add it there"
            )

    def plain(self, text: str) -> str:
        """A text of the same length, in the letters that these words are listed with."""
        return text.translate(self.same) if self.same else text

    def readable(self, text: str) -> str:
        """A text of the same length, with plain digits and signs, in the letters of these words."""
        plain = self.plain(plain_digits(text))
        if self.decimal_signs:
            plain = self._decimal_sign.sub(".", plain)
        plain = with_points(plain) if self.decimal_comma else plain
        return self._foreign_point.sub(".", plain) if "," in plain else plain

    @cached_property
    def _foreign_point(self) -> re.Pattern[str]:
        """A pattern of the sign in "1,5 million"; in "1,5" it may belong to a list, a date or a time."""
        units = (*self.scales, *self.short, *self.percent, *self.currency_words)
        alone = "".join(rf"(?<![.,][0-9]{{{count}}})" for count in (1, 2, 3))
        unit = rf"(?:{_any_of(units)}|{either(self.currency_signs)})(?!\w)"
        return re.compile(rf"{alone}(?<=[0-9]),(?=[0-9]{{1,2}}(?:\s|-)?{unit})")

    @cached_property
    def _decimal_sign(self) -> re.Pattern[str]:
        """A pattern of the sign in "۲/۵ میلیون"; in "۳/۵" it may belong to a date or a fraction."""
        words = _any_of((*self.scales, *self.percent))
        return re.compile(rf"(?<=[0-9])[{re.escape(self.decimal_signs)}](?=[0-9]{{1,2}}\s?{words})")

    @property
    def _front(self) -> str:
        return f"(?:{either(self.fronts)})?" if self.fronts else ""

    @cached_property
    def token(self) -> re.Pattern[str]:
        """A pattern of a number in digits with everything attached to it, or of any other word.

        It is possessive and bounded, so it never reads the same text twice. Digits attached to
        letters, or more digits than anybody writes, are a word and not a number.
        """
        tails = _any_of((*self.ordinal_suffixes, *self.short, *self.short_money, "s"))
        return re.compile(
            rf"(?<!{SPACED_LETTER})(?<![0-9]\.){self._front}(?:(?P<sign>{either(self.currency_signs)})\s?)?"
            rf"(?P<digits>{GROUPED}(?:\.[0-9]{{1,20}}+)?+|[0-9]{{1,30}}+(?:\.[0-9]{{1,20}}+)?+)"
            rf"(?P<fraction>[{FRACTIONS}])?+"
            rf"(?P<tail>{tails})?+(?!{SPACED_LETTER}|\.[0-9])"
            rf"|{SPACED_LETTER}++"
        )

    @cached_property
    def unit_after(self) -> re.Pattern[str]:
        """A pattern of words or a sign right after a number that make it money or a percentage."""
        return re.compile(
            rf"(?:\s?|{GAP})(?:(?P<percent>{_any_of(self.percent)})"
            rf"|(?<!\w)(?P<currency>{_any_of(self.currency_words)}))(?!\w)"
        )

    @cached_property
    def range_between(self) -> re.Pattern[str]:
        """A pattern of what separates the ends of a range: words, or a dash without spaces.

        With `joiner`, it is a range only if `range_before` comes first. A number may follow a word
        without a space only if the word can be joined to its front: "بين ٣ و٥".
        """
        words = _any_of((*self.ranges, self.joiner))
        return re.compile(rf"[{DASHES}]|(?:\s{{1,3}}|(?=,))(?P<word>{words})\s{{0,3}}")

    @cached_property
    def range_before(self) -> re.Pattern[str]:
        """A pattern of what opens a range, up to two words before its first number."""
        return re.compile(rf"\b{_any_of([self.between])}\s+(?:\w+\s+){{0,2}}\Z")

    @cached_property
    def range_joiner(self) -> re.Pattern[str]:
        """A pattern of what is between the ends of a range that `range_before` opens.

        What is counted may come first: "between 200 **men and** 250".
        """
        return re.compile(rf"\s(?:\w+\s){{0,3}}{_any_of([self.joiner])}\s")

    @cached_property
    def vague_phrase(self) -> re.Pattern[str]:
        """A pattern of an order of magnitude in words, the longest phrase first."""
        leads, after = _any_of(self.vague_leads), _any_of(self.vague_after_lead)
        return re.compile(
            rf"(?<!\w){self._front}(?P<said>(?:{leads}){GAP}(?P<after_lead>{after})"
            rf"|(?:(?:{leads}){GAP})?(?P<phrase>{_any_of(self.vague)}))(?!\w)"
        )

    @cached_property
    def before_one(self) -> re.Pattern[str]:
        """A pattern of a word that makes a scale singular, at the end of the text before the scale."""
        return re.compile(rf"\b{_any_of(self.singular_after)}\s\Z")

    @cached_property
    def scale_pattern(self) -> str:
        """A pattern of the words that belong to the number before them."""
        return _any_of((*self.scales, *self.short))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word that can be part of a number, in lower case."""
        tables = (self.small, self.tens, self.scales, self.short, self.short_money)
        others = (self.ordinals, self.ordinal_ends, self.parts, self.unit_words, self.decimal_words)
        more = (self.multiples, self.halves, self.teens, self.scores)
        single = filter(None, (self.joiner, self.half, self.half_joiner))
        return frozenset(single).union(*tables, *others, *more)

    def currency(self, said: str) -> str | None:
        """The code of a currency by its name, such as "US dollars"."""
        name = re.sub(GAP, " ", said).casefold()
        return next(
            (code for key, code in self.currency_words.items() if key.casefold() == name), None
        )


def _any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words in any case; `gap` matches between the words of a phrase."""
    return f"(?i:{either(words, GAP)})"
