"""Reading single numbers: digits with what is attached to them, and words that form one number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Context, Decimal
from typing import NamedTuple

from generator.text.amounts import Amount, Spoken
from generator.text.number_tokens import tokens
from generator.text.number_words import NumberWords, scale_in

_BETWEEN_GROUPS = re.compile("[,' ]")
_EXACT = Context(prec=120)  # more digits than any number in a text has, even with its scales
_ONE, _HALF = Decimal(1), Decimal("0.5")
_BEFORE_TEENS = (60, 80)
"""What numbers in scores add the teens to: "soixante-dix", "quatre-vingt-dix"."""


class _Value(NamedTuple):
    """The value of some tokens, the scale that multiplied it, and the index of the next token."""

    value: Decimal
    after: int
    scale: Decimal = _ONE


class Reader:
    """A reader of the numbers of one text; its methods take the index of a token."""

    def __init__(self, text: str, words: NumberWords) -> None:
        self._text = words.readable(text)
        self._words = words
        self._tokens = tuple(tokens(self._text, words))

    def amounts(self) -> Iterator[Amount]:
        """Every number in the text, in order; the "cent" of "pour cent" does not count."""
        index, end = 0, 0
        while index < len(self._tokens):
            token = self._tokens[index]
            part = None
            if token.start >= end:
                part = self._in_digits(index) if token.digits else self._in_words(index)
            if part is not None and self._word(part.after) not in self._words.parts:
                amount = self._amount(index, part)
                end = amount.spoken.end
                yield amount
            index = index + 1 if part is None else part.after

    def _amount(self, index: int, part: _Value) -> Amount:
        """The number with its currency or percentage."""
        token, end = self._tokens[index], self._tokens[part.after - 1].end
        currency, percent = self._words.currency_signs.get(token.sign), False
        unit = self._words.unit_after.match(self._text, end)
        if unit is not None:
            end, percent = unit.end(), unit["percent"] is not None
            currency = currency or self._words.currency(unit["currency"] or "")
        spoken = Spoken(part.value, token.start, end, currency, percent)
        return Amount(spoken, part.scale, token.digits, bool(token.tail) and part.scale == 1)

    def _word(self, index: int) -> str:
        """The word at an index if it is joined to the token before it, else ""."""
        token = self._tokens[index] if index < len(self._tokens) else None
        return token.word if token is not None and token.joint is not None else ""

    def _in_digits(self, index: int) -> _Value:
        """A number such as "3.6 billion", "$1bn", "24th" or "4 and a half million"."""
        words, token = self._words, self._tokens[index]
        value = Decimal(_BETWEEN_GROUPS.sub("", token.digits))
        if token.fraction:
            value += Decimal(unicodedata.numeric(token.fraction))
        if token.tail:
            scale = words.short.get(token.tail) or words.short_money.get(token.tail) or 1
            return _times(_Value(value, index), scale)
        shorts = {**words.short, **words.short_money} if token.sign else words.short
        part = self._scaled_with_halves(_Value(value, index + 1))
        short = shorts.get(self._word(part.after))
        return _times(part, short) if short else part

    def _in_words(self, index: int) -> _Value | None:
        """A number such as "half a million", "two hundred and fifty thousand" or "one"."""
        words, here = self._words, self._tokens[index].word
        if here == words.half:
            an = self._word(index + 1) in words.unit_words
            return self._scaled(_Value(_HALF, index + 2)) if an and self._scale(index + 2) else None
        if half := words.halves.get(here):  # half of no scale is no number
            whole = half > 1 or self._scale(index + 1)
            return self._scaled(_Value(half, index + 1)) if whole else None
        total = self._scaled_group(index)
        while total is not None and total.scale >= 1000:
            start = total.after + (self._word(total.after) == words.joiner)
            more = self._scaled_group(start) if self._word(start) else None
            if more is None or more.scale >= total.scale:
                break
            total = _Value(_EXACT.add(total.value, more.value), more.after, more.scale)
        return total

    def _scaled_group(self, index: int) -> _Value | None:
        group = self._group(index)
        return group and self._scaled_with_halves(self._with_decimals(group))

    def _with_decimals(self, whole: _Value) -> _Value:
        """A number with its decimals in words: "two point five", "deux virgule vingt-cinq".

        After "one", they need a scale or a unit, because of "at one point five men came".
        """
        if self._word(whole.after) not in self._words.decimal_words:
            return whole
        start = at = whole.after + 1
        while 0 <= self._words.small.get(self._word(at), -1) < 10:
            at += 1
        digits = "".join(f"{self._words.small[self._word(one)]}" for one in range(start, at))
        rest = None if digits or not self._word(start) else self._below_hundred(start)
        if rest is not None:
            at, digits = rest.after, f"{rest.value}"
        if not digits or (whole.value == 1 and not self._is_measured(at)):
            return whole
        return _Value(_EXACT.add(whole.value, Decimal(f"0.{digits}")), at)

    def _is_measured(self, after: int) -> bool:
        """Whether a scale or a unit follows the tokens before an index."""
        unit = self._words.unit_after.match(self._text, self._tokens[after - 1].end)
        return self._scale(after) is not None or unit is not None

    def _group(self, index: int) -> _Value | None:
        """A number below 1,000, the "a" of "a thousand", or a word that has its scale in it."""
        group = self._below_hundred(index)
        if group is None:
            here = self._tokens[index].word
            if multiple := self._words.multiples.get(here):
                return self._multiple(multiple, index + 1)
            an = here in self._words.unit_words
            group = _Value(_ONE, index + 1) if an and self._scale(index + 1) else None
        if group is None or self._scale(group.after) != 100:
            return group
        return self._hundreds(group.value * 100, group.after + 1)

    def _multiple(self, value: int, after: int) -> _Value:
        """A number that begins with a word such as "doscientos" or "mil"."""
        if value >= 1000:
            return _Value(Decimal(value), after, scale_in(value))
        return (
            self._hundreds(Decimal(value), after) if value >= 100 else _Value(Decimal(value), after)
        )

    def _hundreds(self, value: Decimal, after: int) -> _Value:
        """Hundreds, with what is left of a number below 1,000."""
        start = after + (self._word(after) == self._words.joiner)
        rest = self._below_hundred(start) if self._word(start) else None
        if rest is None or self._scale(rest.after) == 100:
            return _Value(value, after, Decimal(100))
        return _Value(value + rest.value, rest.after)

    def _below_hundred(self, index: int) -> _Value | None:
        """A number such as "seven", "thirty", "twenty-three", "fifteenth" or "thirty-fifth"."""
        words, here = self._words, self._tokens[index].word
        if here in words.tens:
            return self._with_ones(words.tens[here], index + 1)
        value = words.small.get(here, words.ordinals.get(here))
        if value is None:
            return None
        return self._otherwise(value, index + 1) or _Value(Decimal(value), index + 1)

    def _with_ones(self, tens: int, after: int) -> _Value:
        """Tens, with any ones that follow; after 60 and 80 in scores, with any teens."""
        words = self._words
        start = after + (words.joins_tens and self._word(after) == words.joiner)
        word = self._word(start)
        ones = words.small.get(word, 0)
        if word and not ones:
            close = start > after or not (self._tokens[start].joint or " ").isspace()
            ones = words.ordinal_ends.get(word, 0) if close else 0
        if 0 < ones < 10:
            return _Value(Decimal(tens + ones), start + 1)
        if words.scores and word and tens in _BEFORE_TEENS:
            rest = self._below_hundred(start)
            if rest is not None and rest.value < 20:
                return rest._replace(value=tens + rest.value)
        return _Value(Decimal(tens), after)

    def _otherwise(self, value: int, after: int) -> _Value | None:
        """A number that begins with its ones ("einundzwanzig", "ثلاثة عشر") or its scores."""
        words, word = self._words, self._word(after)
        if word in words.scores:
            return self._with_ones(20 * value, after + 1)
        if value < 10 and word in words.teens:
            return _Value(Decimal(value + 10), after + 1)
        if words.ones_first and value < 10 and word == words.joiner:
            last = self._word(after + 1)
            tens = words.tens.get(last, words.ordinals.get(last, 0))
            return _Value(Decimal(value + tens), after + 2) if tens >= 20 else None
        return None

    def _scaled_with_halves(self, part: _Value) -> _Value:
        """The part with a half, before or after its scales: "dos millones y medio"."""
        scaled = self._scaled(self._and_a_half(part))
        return self._and_a_half(scaled) if self._words.halves else scaled

    def _and_a_half(self, part: _Value) -> _Value:
        words = self._words
        if words.halves:
            return self._and_half(part)
        joiner, unit, half = (self._word(part.after + step) for step in range(3))
        if joiner != words.joiner or unit not in words.unit_words or half != words.half:
            return part
        return _Value(_EXACT.add(part.value, _HALF), part.after + 3, part.scale)

    def _and_half(self, part: _Value) -> _Value:
        """The part with half of its scale, which may be repeated: "مليون ونصف المليون"."""
        words, at = self._words, part.after
        if self._word(at) != words.half_joiner or words.halves.get(self._word(at + 1)) != _HALF:
            return part
        again = self._scale(at + 2) == part.scale
        return _Value(_EXACT.add(part.value, _HALF * part.scale), at + 2 + again, part.scale)

    def _scale(self, index: int) -> int | None:
        """The factor of the joined word at an index, or None if it is not a scale."""
        return self._words.scales.get(self._word(index))

    def _scaled(self, part: _Value) -> _Value:
        """The part multiplied by the scales that follow it."""
        for _ in range(3):
            scale = self._scale(part.after)
            if scale is None:
                break
            part = _times(part, scale)
        return part


def _times(part: _Value, scale: int) -> _Value:
    """The part multiplied by the scale that is its next token."""
    factor = Decimal(scale)
    return _Value(
        _EXACT.multiply(part.value, factor), part.after + 1, _EXACT.multiply(part.scale, factor)
    )
