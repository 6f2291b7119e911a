"""Numbers: what a text says in digits or words is read as it means, and nothing else is."""

from __future__ import annotations

import time
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.text.matching import REFERENCE_MARK
from generator.text.number_words import plain_digits, scale_in, with_points
from generator.text.numbers import numbers, vague
from tests.project import ROOT, configured

ENGLISH = configured().numbers


def said(text: str) -> str:
    """The numbers of a text, one after the other: "9000000000 USD, 25 %"."""
    return ", ".join(
        f"{each.value.normalize():f}{' ' + each.currency if each.currency else ''}"
        f"{' %' if each.percent else ''}"
        for each in numbers(text, ENGLISH)
    )


EXAMPLES = {
    # digits
    "1,000": "1000",
    "21,000": "21000",
    "7000": "7000",
    "3.6": "3.6",
    "5 km": "5",
    "1,234,567.89 and more": "1234567.89",
    "in 2011,2012 and 2013.": "2011, 2012, 2013",
    "50,000-man": "50000",
    "mid-2015": "2015",
    "(1980)": "1980",
    "Battalion 65": "65",
    "Brigade 65's men": "65",
    "1980s": "1980",
    "the 1980's": "1980",
    "24th, 15TH, 11th, 35th, 1st, 2nd, 3rd": "24, 15, 11, 35, 1, 2, 3",
    "123abc R2D2 faqihassad 30mm x86 5X": "",
    "version v1.2.3": "",
    "1,5 million, 2,50 dollars and 3,4%": "1500000, 2.5 USD, 3.4 %",
    "pages 1,5 and 7, 1,50,000 men": "1, 5, 7, 150000",
    "1" * 31: "",
    # digits of any script, and what stands between them
    "٣٥ ۱۲۳ １２３ १२": "35, 123, 123, 12",
    "۷۰٬۰۰۰ و ۶۱٫۴": "70000, 61.4",
    "12 300 and 1 234 567": "12300, 1234567",
    "12'300 and 1'234'567": "12300, 1234567",
    "12 3000, 2015 300, 12 30": "12, 3000, 2015, 300, 12, 30",
    "61·4%": "61.4 %",
    "1,23,456 and 12,34,56,789": "123456, 123456789",
    "3 lakh, 2 crore": "300000, 20000000",
    "70,000² men, 12³": "70000, 12",
    "2½ million, 3¼, 1¾, 1⅛, 1⅜, 1⅝, 1⅞": "2500000, 3.25, 1.75, 1.125, 1.375, 1.625, 1.875",
    # scales
    "$9 billion": "9000000000 USD",
    "5 thousand": "5000",
    "5 hundred thousand": "500000",
    "2.5 MILLION": "2500000",
    "10k and 3.6bn": "10000, 3600000000",
    "9 bn": "9000000000",
    "10m high, 5 men": "5",
    "$5 m, $5 b, 10 m high": "5000000 USD, 5000000000 USD, 10",
    "2 hundred bn": "200000000000",
    "twenty-thousand": "20000",
    "two dozen, a dozen, 3 dozen": "24, 12, 36",
    "July 5 thousands fled": "5",
    # money
    "$1bn": "1000000000 USD",
    "$10m and $3B": "10000000 USD, 3000000000 USD",
    "US$5 million": "5000000 USD",
    "USD 5": "5 USD",
    "A$5": "5",
    "5 million US dollars": "5000000 USD",
    "nine billion dollars": "9000000000 USD",
    "€3 and £4": "3 EUR, 4 GBP",
    "$5 US dollars": "5 USD",
    "a ten-dollar note": "10 USD",
    # percentages
    "25%": "25 %",
    "25 percent, 25 per cent, 25-percent": "25 %, 25 %, 25 %",
    "one percent": "1 %",
    # words
    "thirty": "30",
    "Twenty-three": "23",
    "twenty three": "23",
    "two hundred and fifty": "250",
    "two hundred fifty thousand and one": "250001",
    "nineteen hundred": "1900",
    "two thousand and ten": "2010",
    "one million two hundred thousand five hundred and six": "1200506",
    "a hundred, a thousand, an hundred": "100, 1000, 100",
    "a thousand billion": "1000000000000",
    "four-and-a-half years": "4.5",
    "two and a half million": "2500000",
    "3 and a half million, 3 and a half bn": "3500000, 3500000000",
    "3 million and a half": "3000000",  # of one, or of a million
    "3 and a million, 3 and two half-brothers": "3, 1000000, 3, 2",
    "one and a half": "1.5",
    "half a million, half a dozen": "500000, 6",
    "two point five million, three point one four": "2500000, 3.14",
    "nought point five percent, two point twenty-five": "0.5 %, 2.25",
    "one point five billion": "1500000000",
    "one point five percent, one point five dollars": "1.5 %, 1.5 USD",
    "two point nought five": "2.05",
    "at two point five ten men came": "2.5, 10",
    "At one point five men came, and at that point six": "5, 6",
    "Dollars: at one point five men came": "5",
    "a five point plan": "5",
    "half a decade, more than a decade, the past decade": "5, 10",
    "half of them, the other half": "",
    "fifteenth, twentieth, thirty-fifth, twenty-first": "15, 20, 35, 21",
    "the twenty first men": "20",
    "one of them, no one, at one time": "",
    "one thousand, one hundred": "1000, 100",
    "first, second, third, fourth, tenth": "",
    "two-thirds of it, three quarters": "",
    "two point five four quarters": "",
    "several thousand, a few hundred, thousands, a few": "",
    "zero": "0",
    "five-year-course": "5",
    "twelve, thirteen": "12, 13",
    "two three, twenty ten": "2, 3, 20, 10",
    "twenty and five, five and twenty, 2X5 million": "20, 5, 5, 20",  # as in other languages
    "two hundred, three": "200, 3",
    "a dozen five-year-olds": "12, 5",
    "someone, often, tend, weighten": "",
    # ranges
    "2015–18": "2015, 2018",
    "2015-18": "2015, 2018",
    "2015/16": "2015, 2016",
    "2011-12": "2011, 2012",
    "1980–1988": "1980, 1988",
    "1999-00": "1999, 0",
    "2015-15": "2015, 15",
    "2012-07-24": "2012, 7, 24",
    "2012-07": "2012, 7",
    "2011-12-24": "2011, 12, 24",
    "2,000-50": "2000, 50",
    "2,000 to 3,000": "2000, 3000",
    "$1 billion and $2 billion": "1000000000 USD, 2000000000 USD",
    "between $1 and $2 billion": "1000000000 USD, 2000000000 USD",
    "$1 or even $2 billion": "1000000000 USD, 2000000000 USD",
    "1, perhaps 2 billion": "1000000000, 2000000000",
    "1, 2 billion": "1, 2000000000",
    "3 percentage points": "3 %",
    "between an estimated 1 and 2 billion": "1000000000, 2000000000",
    "1 and 2 billion": "1, 2000000000",
    "3 to 5 million": "3000000, 5000000",
    "3-5 million": "3000000, 5000000",
    "3 or 5 million": "3000000, 5000000",
    "3 to 5 bn": "3000000000, 5000000000",
    "two to three hundred and a half": "200, 300.5",
    "3 – 5 million": "3, 5000000",
    "700 to 1 million": "700, 1000000",
    "5 to 5 million": "5, 5000000",
    "2012 to 5 million": "2012, 5000000",
    "999 to 5000 million": "999000000, 5000000000",
    "1000 to 5000 million": "1000, 5000000000",
    "one or two million": "1000000, 2000000",
    "one or two men": "2",
    "two to three hundred": "200, 300",
    "ten to twelve thousand": "10000, 12000",
    "$3 to 5 billion": "3000000000 USD, 5000000000 USD",
    "$1.5-2bn": "1500000000 USD, 2000000000 USD",
    "$3 billion to 5 countries": "3000000000 USD, 5",
    "3 to 5 dollars": "3 USD, 5 USD",
    "$3-5": "3 USD, 5 USD",
    "$3 to 5": "3 USD, 5",
    f"between {'a' * 51} 1 and 2 billion": "1000000000, 2000000000",
    f"between {'a' * 52} 1 and 2 billion": "1, 2000000000",
    "20 to 25%": "20 %, 25 %",
    "25 to 25%": "25 %, 25 %",
    "25 to 20%": "25, 20 %",
    "2011 to 25%": "2011, 25 %",
    "grew 3% to $5 billion, 3 percent to 5 million": "3 %, 5000000000 USD, 3 %, 5000000",
    "3% to 5%, $3 to 25%, $3-25%": "3 %, 5 %, 3 USD, 25 %, 3 USD, 25 %",
    "11th to 15 million": "11, 15000000",
    "between two hundred and three hundred": "200, 300",
    "between two thousand and three thousand": "2000, 3000",
}

# Sentences of the five documents, cut to what is near the number: their numbers, by document.
SEEDS = {
    "000": {
        "From late 2011[43] and early 2012, Iran's IRGC sent": "2011, 2012",
        "[55][43] Iranian troops and allied militias": "",
        "At the height of its intervention in 2015–18, an estimated 10,000 IRGC forces and 5,000 "
        "Iranian Army members": "2015, 2018, 10000, 5000",
        "In 2018, 2,000 officers of the Quds Forces commanded an estimated 131 military": (
            "2018, 2000, 131"
        ),
        "Iran had between 2,000 and 3,000 IRGC officers": "2000, 3000",
        "[40] In April 2014, Hossein": "2014",
        "in the wake of the 2009 protests": "2009",
        "[41] In May 2012, in an interview": "2012",
        "On 24 July 2012, Islamic": "24, 2012",
        "In August 2012 Leon Panetta": "2012",
        '"[79] Iran decided in June 2013 to send 4,000 troops': "2013, 4000",
        'described as a "first contingent" by': "",
        "in Syria from late 2012 to 2013.": "2012, 2013",
        "territory from rebels in 2013, in particular": "2013",
        "[40][48] This surge": "",
        "[112] In January 2019, the Israel": "2019",
        "[114] On 7 March, an IRGC commander": "7",
        "From January 2013 to March 2017, the Islamic Revolutionary Guard Corps lost 2,100 "
        "soldiers in Syria and 7,000 wounded": "2013, 2017, 2100, 7000",
        "[124][125] In August 2017, Brigadier": "2017",
        "25% of the soldiers that Iran had sent to Syria had been killed or wounded,[126][127]": (
            "25 %"
        ),
        "a minimum of 559 Iranian combat fatalities as of early 2018[128] based": "559, 2018",
        "Syria and Lebanon in 2021": "2021",
        "Kermanshah , August 2016": "2016",
    },
    "001": {
        "a thousand miles away": "1000",
        "during a January 5 meeting": "5",
        "during the five-year-course of": "5",
        "the death of more than 400,000 civilians": "400000",
        "is one of the main pillars": "",
        "after the 1979 revolution": "1979",
        "Following the 2003 U.S.-led invasion": "2003",
        "Iran’s 35th province.": "35",
        "prior to the crisis, 2,000 to 3,000 of Iran’s IRGC officers": "2000, 3000",
        "in more than three decades": "3",
        "By December 2013, Iran was said to have over 10,000 operatives": "2013, 10000",
        "by 2016, Iran’s forces in Syria had grown to more than 70,000, outnumbering Assad’s "
        "50,000-man strong": "2016, 70000, 50000",
        "Russia’s late 2015 military": "2015",
        "to Russia in mid-2015.": "2015",
        "estimated to be over 12,000.": "12000",
        "account for 3,000 of the casualties": "3000",
        "losing 2,000 of its fighters": "2000",
        "Another 7,000 dead": "7000",
        "killed in late 2015 while": "2015",
        "one of its veteran commanders": "",
        "the 1984 bombing": "1984",
        "In 2012, The Economist reported that Iran had spent $9 billion to": "2012, 9000000000 USD",
        "In the summer of 2013, Syrian": "2013",
        "to provide $3.6 billion in financial aid, on top of a January credit line valued at "
        "$1 billion.": "3600000000 USD, 1000000000 USD",
        "In June 2015, a spokeswoman": "2015",
        "an annual minimum of $6 billion in": "6000000000 USD",
        "at $15 billion annually": "15000000000 USD",
        "between $1 billion and $2 billion a month": "1000000000 USD, 2000000000 USD",
        "In August 2016, the Iranian": "2016",
        "as much as $100 billion on": "100000000000 USD",
        "After half a decade of": "5",
        "goals of the two states": "2",
    },
    "002": {
        "represents one of the Middle": "",
        "thrust the two nations": "2",
        "between two authoritarian": "2",
        "During the Iran-Iraq War (1980–1988), Syria": "1980, 1988",
        "erupted in 2011.": "2011",
        "For the first time": "",
        "in January 2020.": "2020",
        "About four years into": "4",
        "On one occasion": "",
        "in Syria for more than a decade": "10",
        "One reason the": "",
        "from the 2015 nuclear deal": "2015",
        "dated back to the 1980s and": "1980",
        "a $16 billion agreement": "16000000000 USD",
        "since the 1979 Islamic": "1979",
        "has wasted the past decade": "",
    },
    "003": {
        "faqihassadDictators are": "",
        "they’ve lost third lieutenants": "",
        "in Syria on Sept. 30, the idea": "30",
        "for four-and-a-half years": "4.5",
        "said one of the senior": "",
        "are three tensions": "3",
        "during the two months since": "2",
        "on December 15th that": "15",
        "from 7000 to 700.": "7000, 700",
        "On Dec, 11th, Bloomberg": "11",
        "On November 28 statement": "28",
    },
    "004": {
        "including 23 soldiers this month alone": "23",
        "bring about 9,000 Iranian": "9000",
        "about 5,000 Iranians and": "5000",
        "from Brigade 65 to Syria": "65",
        "about 10,000 Iranian fighters and 4,000 from": "10000, 4000",
        "Tehran has lost 23 soldiers": "23",
        "killed on April 2 by": "2",
        "in Battalion 45 of": "45",
        "in Battalion 258 were killed two days ago": "258, 2",
        "from Battalion 65, were": "65",
        "the deaths of 12 of": "12",
        "over the last two weeks": "2",
    },
}

VAGUE = {
    "sent tens of thousands of Iranian troops": "tens of thousands 10000-None",
    "several tens of thousands had served": "tens of thousands 10000-None",
    "Thousands of Iranian-backed": "thousands 1000-None",
    "several thousands, several thousand": "thousands 1000-None, thousands 1000-None",
    "providing hundreds more military specialists": "hundreds 100-None",
    "hundreds of thousands": "hundreds of thousands 100000-None",
    "hundreds-of-thousands": "hundreds of thousands 100000-None",
    "a few hundred thousand": "hundreds of thousands 100000-None",
    "a few hundred": "hundreds 100-None",
    "lost scores of its officers": "scores 20-None",
    "several occasions, several": "several 3-10, several 3-10",
    "dozens; several dozen": "dozens 12-None, dozens 12-None",
    "spent millions of dollars": "millions 1000000-None",
    "spent billions of Dollars": "billions 1000000000-None",
    "tens of millions of dollars": "tens of millions 10000000-None",
    "tens": "tens 10-None",
    "two thousand, 5 million, a dozen, a thousand": "",
    "intensive, thousandsfold, underscores": "",
}


def without_marks(text: str) -> str:
    """The text without the marks by which a document names its sources."""
    return REFERENCE_MARK.sub(" ", text)


def _seed(name: str) -> str:
    (path,) = (ROOT / "seeds").glob(f"{name}_*.txt")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", EXAMPLES)
def test_examples(text: str) -> None:
    """A text says these numbers and no others."""
    assert said(text) == EXAMPLES[text]


@pytest.mark.parametrize(
    ("seed", "words"), [(seed, words) for seed in SEEDS for words in SEEDS[seed]]
)
def test_numbers_of_the_documents(seed: str, words: str) -> None:
    """Each number that a document says is read as a reader of it would."""
    assert words in _seed(seed)
    assert said(without_marks(words)) == SEEDS[seed][words]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_number_of_the_documents_is_forgotten(seed: str) -> None:
    """The whole of a document says what the sentences above say, as often, and no more."""
    expected = ", ".join(filter(None, SEEDS[seed].values()))
    whole = said(without_marks(_seed(seed)))
    assert Counter(whole.split(", ")) == Counter(expected.split(", "))


@pytest.mark.parametrize("text", VAGUE)
def test_vague_amounts(text: str) -> None:
    """Only the longest phrase counts, and an order of magnitude is no number."""
    found = vague(text, ENGLISH)
    assert ", ".join(f"{each.phrase} {each.low}-{each.high}" for each in found) == VAGUE[text]
    if found:
        assert said(text) == ""


def test_vague_amounts_of_the_documents() -> None:
    """Everything that the five documents leave vague."""
    found = Counter(each.phrase for seed in SEEDS for each in vague(_seed(seed), ENGLISH))
    assert found == {
        "tens of thousands": 4,
        "thousands": 1,
        "hundreds": 1,
        "scores": 1,
        "millions": 2,
        "billions": 1,
        "several": 6,
    }


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("some $9 billion a year", ["$9 billion"]),
        ("between 3 and 5 million US dollars.", ["3", "5 million US dollars"]),
        ("about 25 per cent of", ["25 per cent"]),
        ("On the 24th, two hundred and fifty men", ["24th", "two hundred and fifty"]),
        ("half a million in 2015–18", ["half a million", "2015", "18"]),
        ("a thirty-man unit", ["thirty"]),
        ("half of one million", ["one million"]),
    ],
)
def test_where_a_number_is(text: str, stretches: list[str]) -> None:
    """From its sign to its unit, so that no part of an amount is taken for the whole."""
    assert [text[each.start : each.end] for each in numbers(text, ENGLISH)] == stretches


def test_reference_marks() -> None:
    """A mark is a number of the text; without its marks the text says the others."""
    text = "in 2011[43] and 2018[128]"
    assert said(text) == "2011, 43, 2018, 128"
    assert said(without_marks(text)) == "2011, 2018"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("12 X", "12 X"),
        ("۱۲٬۳۴۵٫۶", "12,345.6"),
        ("61·4", "61.4"),
        ("１，２３４．５", "1,234.5"),
        ("12³ – x²", "12^ – x^"),
        ("½ é", "½ é"),
    ],
)
def test_digits_of_other_scripts(text: str, plain: str) -> None:
    """Each has one of the usual ten in its place, and a mark of a note is no digit."""
    assert plain_digits(text) == plain
    assert len(plain) == len(text)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("3.600.000,5 km", "3,600,000.5 km"),
        ("12,5", "12.5"),
        ("1.5 and 1,5", "1,5 and 1.5"),
        ("a.b, 1. 2, .5", "a.b, 1. 2, .5"),
    ],
)
def test_the_signs_of_a_language_with_decimal_commas(text: str, other: str) -> None:
    """Between digits, a comma and a point change places."""
    assert with_points(text) == other
    assert with_points(other) == text


@pytest.mark.parametrize(
    ("value", "scale"),
    [(999, 1), (1000, 1000), (2000, 1000), (10000, 1000), (3000000, 1000000)],
)
def test_the_scale_of_a_word(value: int, scale: int) -> None:
    """A power of a thousand: as many as its digits have whole groups after the first."""
    assert scale_in(value) == scale


def test_words_come_from_the_configuration() -> None:
    """Another language, or a mistake in this one, is a change of the file and not of the code."""
    french = configured(numbers={"small": {"deux": "2"}}).numbers
    assert [each.value for each in numbers("deux", french)] == [2]
    with pytest.raises(
        ValidationError, match="vague_after_lead has lots, which vague does not list"
    ):
        configured(numbers={"vague_after_lead": {"lot": "lots"}})
    with pytest.raises(
        ValidationError, match=r"vague\.few has 3 numbers; write the lowest number, or"
    ):
        configured(numbers={"vague": {"few": ["1", "2", "3"]}})


@given(st.integers(0, 10**27 - 1), st.sampled_from(["d", ","]))
def test_a_formatted_number_is_itself(number: int, layout: str) -> None:
    """Whatever is written with or without separators is read back."""
    written = format(number, layout)
    (found,) = numbers(f"over {written}.", ENGLISH)
    assert found.value == number
    assert (found.start, found.end) == (5, 5 + len(written))


@given(
    st.decimals(0, 10**9, places=3), st.sampled_from(["thousand", "million", "billion", "trillion"])
)
def test_a_scale_multiplies_exactly(number: Decimal, scale: str) -> None:
    """No digit is lost on the way."""
    (found,) = numbers(f"{number:f} {scale}", ENGLISH)
    assert found.value == number * ENGLISH.scales[scale]


def _in_words(number: int) -> str:
    small = {value: word for word, value in ENGLISH.small.items()}
    tens = {value: word for word, value in ENGLISH.tens.items()}
    for scale in ("billion", "million", "thousand", "hundred"):
        size = ENGLISH.scales[scale]
        if number >= size:
            above, below = divmod(number, size)
            rest = f" {'and ' if below < 100 else ''}{_in_words(below)}" if below else ""
            return f"{_in_words(above)} {scale}{rest}"
    if number < 20:
        return small[number]
    return tens[number // 10 * 10] + (f"-{small[number % 10]}" if number % 10 else "")


@given(st.integers(2, 10**12 - 1))
def test_a_number_spelt_out_is_itself(number: int) -> None:
    """Words and digits of a number are equal."""
    (found,) = numbers(f"of {_in_words(number)}.", ENGLISH)
    assert found.value == number


VOCABULARY = [*sorted(ENGLISH.vocabulary), *"$%-,. ", "2015", "18", "to", "between", "bn", "[4]"]


@given(st.text(max_size=200) | st.lists(st.sampled_from(VOCABULARY)).map(" ".join))
def test_any_text_is_read(text: str) -> None:
    """No text is too odd; numbers stand in order, apart from each other, inside the text."""
    found = numbers(text, ENGLISH)
    edges = [edge for each in found for edge in (each.start, each.end)]
    assert edges == sorted(edges)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(each.value.is_finite() for each in found)
    assert all(each.high is None or each.low < each.high for each in vague(text, ENGLISH))


@pytest.mark.parametrize(
    "hostile",
    [
        *(
            "1",
            ",",
            "1,",
            "1,000",
            ",000",
            "1.",
            "1-",
            "1 to ",
            "2015-18-",
            "$",
            "US$ ",
            " ",
            "[1]",
        ),
        *(
            "one ",
            "thousand ",
            "two hundred and ",
            "twenty-",
            "half a ",
            "and a half ",
            "9 billion ",
        ),
        *("between ", "several ", "tens of ", "1 and a half ", "a"),
    ],
)
def test_hostile_text_takes_linear_time(hostile: str) -> None:
    """Four times the text takes about four times as long, up to 30 KB of anything."""

    def seconds(size: int) -> float:
        text = (hostile * size)[:size]
        start = time.process_time()  # whatever else the machine does meanwhile
        numbers(text, ENGLISH)
        vague(text, ENGLISH)
        return time.process_time() - start

    if (large := seconds(30_000)) > 0.3:
        large = min(large, seconds(30_000))  # a busy machine may count more than was used
        assert large < 8 * seconds(7_500) + 0.3  # 4 times if linear, 16 if quadratic
