"""Sides: who answers a question how, when, and through how many voices, in words to be quoted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from generator.findings.findings import find_out
from generator.findings.sides import listing
from generator.markup.escaping import Html, text_of
from generator.markup.leads import lead, lead_text
from generator.markup.periods import times
from generator.markup.sides import extent, side_line
from generator.markup.writer import Desk
from generator.pages.chart import when
from generator.pages.course import CourseView, course
from tests.made_up import MadeUp, answered_by, made_up, name_of

STAY: MadeUp = {
    "title": "Did they stay?",
    "choices": {"stayed": "They stayed", "left": "They left", "hid": "They hid"},
    "contrary": [["stayed", "left"]],
    "basis": {"then": {"label": "at that time", "time": "moment"}},
}
CAME: MadeUp = {
    "title": "How many came?",
    "unit": "person",
    "population": {"guards": "guards", "carters": "carters"},
    "basis": {
        "there": {"label": "there at one time", "time": "moment"},
        "sent": {"label": "sent", "time": "event"},
    },
}
PAID: MadeUp = {
    "title": "What was paid in a year?",
    "unit": "money",
    "basis": {"paid": {"label": "paid", "time": "moment"}},
}
QUESTIONS = {"stay": STAY, "came": CAME, "paid": PAID}


def says(choice: str, who: str | list[str] = "self", **fields: Any) -> MadeUp:
    """A fact that gives one choice."""
    answer = {"answers": "questions/stay", "choice": choice, "basis": "then"}
    if fields.pop("denies", False):
        answer["denies"] = "true"
    credit: dict[str, Any] = {} if who == "self" else {"attributed_as": "as they say"}
    return {"choices": [answer], "attributed_to": who, "type": "event", **credit, **fields}


def counts(who: str = "self", basis: str = "there", **figure: Any) -> MadeUp:
    """A fact that gives an amount of guards, or of money where it has a currency."""
    money = "currency" in figure
    fields: dict[str, Any] = {one: figure.pop(one) for one in ("when", "said_on") if one in figure}
    given: dict[str, Any] = {"as_stated": "12", "unit": "money" if money else "person", **figure}
    given |= {"answers": "questions/paid" if money else "questions/came"}
    given |= {"basis": "paid"} if money else {"population": ["guards"], "basis": basis}
    credit: dict[str, Any] = {} if who == "self" else {"attributed_as": "as they say"}
    return {"figures": [given], "attributed_to": who, **credit, **fields}


def desk_of(facts: Mapping[str, MadeUp], written: str | None = None) -> Desk:
    """A desk for these facts; `written` dates every document."""
    dates = [{"of": "written", "date": written, "known_from": "it says so"}] if written else []
    documents = {key.split("/")[0]: {"dates": dates} for key in facts} if dates else None
    atlas = made_up(facts, questions=QUESTIONS, documents=documents)
    return Desk(atlas, find_out(atlas), "index.md")


def lines(facts: dict[str, MadeUp], ref: str = "questions/stay", **more: Any) -> list[str]:
    """The lead of a question, a sentence for each side."""
    return [text_of(line.sentence) for line in lead(desk_of(facts, **more), ref).lines]


def test_speakers_are_kept_apart_from_the_documents_that_cite_them() -> None:
    """A document's own voice, whom it cites besides, and whom it only cites, are three things."""
    own, both = says("stayed", when="1903"), says("stayed", "the miller", when="1903")
    assert lines({"a/1": own}) == ["They stayed, in 1903: A."]
    assert lines({"a/1": both}) == ["They stayed, in 1903: the miller (in A)."]
    assert lines({"a/1": own, "a/2": both}) == ["They stayed, in 1903: A, and the miller (in A)."]
    assert lines({"a/1": own, "b/2": both}) == ["They stayed, in 1903: A, and the miller (in B)."]
    assert lines({"a/1": own, "b/2": own}) == ["They stayed, in 1903: A and B."]


def test_three_speakers_are_named_and_the_others_counted() -> None:
    """The number of the others leads to the first of them; their times are not told."""
    many = {f"a/{n}": says("stayed", f"carter {n}", when="1903") for n in range(1, 10)}
    assert lines(many) == [
        "They stayed, in 1903: carter 1, carter 2 and carter 3 (in A); and 6 more."
    ]
    (line,) = lead(desk_of(many), "questions/stay").lines
    assert re.findall(r"f-0+(\d)\">6 more", line.who) == ["4"]
    four = {name: many[name] for name in ("a/1", "a/2", "a/3", "a/4")}
    assert lines(four)[0].endswith("carter 3 (in A); and 1 more.")


def test_a_document_is_heard_before_another_speaker_of_the_same() -> None:
    """In its own voice, or by the first speaker whom it credits, whatever their number."""
    carters = {f"a/{n}": says("stayed", f"carter {n}", when="1903") for n in range(1, 5)}
    both = {**carters, "a/5": says("stayed", when="1903"), "b/6": says("stayed", when="1903")}
    assert lines(both) == ["They stayed, in 1903: A and B, and carter 1 (in A); and 3 more."]
    cited = {**carters, "b/5": says("stayed", "Ada", when="1903")}
    assert lines(cited) == [
        "They stayed, in 1903: carter 1 and carter 2 (in A), Ada (in B); and 2 more."
    ]
    five = {f"{name}/{n}": says("stayed", when="1903") for n, name in enumerate("abcde")}
    assert lines({**five, "a/6": says("stayed", "Ada")}) == [
        "They stayed, in 1903: A, B, C, D and E; and 1 more."
    ]


def test_the_documents_of_the_others_are_told() -> None:
    """If any has no voice before: two are named, more are counted, and many are not told."""
    some = {f"{name}/{n}": says("stayed", when="1903") for n, name in enumerate("abcdef")}
    assert lines(some) == ["They stayed, in 1903: A, B and C; and 3 more (in 3 documents)."]
    again = {**some, "a/9": says("stayed", "Ada", when="1903")}
    assert lines(again) == ["They stayed, in 1903: A, B and C; and 4 more (in 4 documents)."]
    many = {f"{name}/{n}": says("stayed", when="1903") for n, name in enumerate("abcdefghi")}
    assert lines(many) == ["They stayed, in 1903: A, B and C; and 6 more."]


def test_each_time_comes_before_those_who_speak_of_it() -> None:
    """Names and times are never two lists to be matched; first come those without a time."""
    facts = {
        "a/1": says("stayed", when="1903"),
        "b/2": says("stayed", when="1905"),
        "c/4": says("stayed", when="1903"),
    }
    assert lines(facts) == ["They stayed, in 1903: A and C; in 1905: B."]
    facts["d/5"] = says("stayed", "the smith")
    facts["a/6"] = says("stayed")
    assert lines(facts) == ["They stayed, the smith (in D); in 1903: A and C; in 1905: B."]


def test_what_is_stated_comes_before_what_is_our_reading() -> None:
    """A reader takes the first name for the one who says so."""
    stated, read = says("stayed", when="1903"), says("stayed", **READ)
    assert lines({"a/1": read, "b/2": stated}) == ["They stayed, in 1903: B; A (our reading)."]
    both = {"a/1": read, "b/2": stated, "c/3": says("stayed")}
    assert lines(both) == ["They stayed, C and our reading of A; in 1903: B."]
    dated = says("stayed", when="1903", **READ)
    assert lines({"a/1": read, "b/2": dated}) == ["They stayed (our reading), A; in 1903: B."]


def test_a_side_without_dates_does_not_say_so() -> None:
    """What it means that there is none stands once below the lines."""
    facts = {"a/1": says("stayed", when="1903"), "a/2": says("left"), "a/3": says("hid")}
    assert lines(facts) == ["They stayed, in 1903: A.", "They left, A.", "They hid, A."]


def test_those_through_whom_it_came_are_named() -> None:
    """Hearsay does not read as a speaker's own words, in a lead or in a table."""
    via = [{"who": "the carter"}, {"who": "a guard"}]
    once = says("stayed", "the miller", when="1903", via=via[:1])
    assert lines({"a/1": once}) == ["They stayed, in 1903: the miller (via the carter, in A)."]
    twice = says("stayed", "the miller", when="1903", via=via)
    plain = says("stayed", "the smith", when="1903")
    assert lines({"a/1": twice, "a/2": plain}) == [
        "They stayed, in 1903: the miller (via a guard, then the carter, in A) and the smith (in A)."
    ]
    found = course_of({"a/1": once, "b/2": says("left", when="1905")})
    assert found is not None
    (cell,) = [one for one in found.parts[0].rows[0].cells if one]
    assert text_of(cell[0]) == "the miller (via the carter) 1"


def test_a_time_that_the_answer_tells_is_not_repeated() -> None:
    """It would read as the date of the document; another time stays."""
    question = {**STAY, "choices": {**STAY["choices"], "stayed": "They stayed in 1903"}}
    facts = {"a/1": says("stayed", when="1903"), "b/2": says("stayed", when="[..1903]")}
    atlas = made_up(facts, questions={**QUESTIONS, "stay": question})
    desk = Desk(atlas, find_out(atlas), "index.md")
    assert lead_text(desk, "questions/stay") == "They stayed in 1903, A; by 1903: B."


def test_one_origin_is_not_two_voices() -> None:
    """Two documents of which one repeats the other are told as one origin."""
    again = says("stayed", when="1903", related_facts=[{"fact": "f-00000001", "how": "repeats"}])
    assert lines({"a/1": says("stayed", when="1903"), "b/2": again}) == [
        "They stayed, in 1903: A and B (probably from one origin)."
    ]


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (("1903",), "1903"),
        (("1903", "1903"), "1903"),
        (("1901", "1903"), "1901 and 1903"),
        (("1901", "1903", "1905"), "1901 to 1905"),
        (("1901", "[..1904]"), "1901, also by 1904"),
        (("1906", "[..1904]"), "by 1904, also 1906"),
        (("1906", "[..1904]", "[..1904]"), "by 1904, also 1906"),
        (("[..1904]", "1906", "1908"), "by 1904, also 1906 and 1908"),
        (("[..1904]", "[..1906]"), "by 1904, also by 1906"),
        (("1903", None), "1903"),
        (
            ("[..1903]", "[..1904]", "1906"),
            "by 1903, also by 1904, also 1906",
        ),
        (("1903", "1903-05"), "1903"),
        (("1903/..",), "from 1903 on"),
        (("1903/..", "1905"), "1903 to 1905"),
        (("1903/1905",), "1903 to 1905"),
        (("[1903..1905]",), "between 1903 and 1905"),
        ((None,), "no date given"),
    ],
)
def test_a_period_leaves_no_time_out(dates: tuple[str | None, ...], told: str) -> None:
    """The range covers all that has a beginning; what is only "by" a time is another claim's."""
    facts = {
        f"a/{n}": says("stayed", **({"when": date} if date else {})) for n, date in enumerate(dates)
    }
    desk = desk_of(facts)
    assert times(desk.atlas.answers["questions/stay"], desk) == told


def test_a_conclusion_is_in_brackets_and_never_left_out() -> None:
    """What evidence shows is told as a date; what only its document dates is told beside it."""
    dated = {"when": "1904", "because": "so", "facts": ["f-00000001"]}
    facts = {"a/1": says("stayed", when="1903"), "a/2": says("stayed", dated=dated)}
    assert lines(facts, written="1907-05-02") == ["They stayed, in 1903 and [1904]: A."]
    facts["a/3"] = says("stayed")
    assert lines(facts, written="1907-05-02") == ["They stayed, in 1903 and [1904]: A."]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ([{"when_as_stated": "from the outset"}], "“from the outset”: A"),
        ([{"when_as_stated": "from the outset"}, {}], "“from the outset”: A"),
        (
            [{"when_as_stated": "at first"}, {"when_as_stated": "for years"}],
            "“at first”, also “for years”: A",
        ),
        (
            [{"when_as_stated": "for years"}, {"when": "[..1904]"}],
            "by 1904, also “for years”: A",
        ),
        ([{"when": "[..1904]", "when_as_stated": "before the flood"}], "by 1904 (“before the flood”): A"),
        ([{"when": "[..1904]", "when_as_stated": "By 1904"}], "by 1904: A"),
        ([{"when": "1904", "when_as_stated": "late 1904"}], "“late 1904”: A"),
        ([{"when": "1904-05", "when_as_stated": "last May"}], "in May 1904: A"),
        ([{"when": "1904", "when_as_stated": "late 1904"}, {"when": "1905"}], "in 1904 and 1905: A"),
        # They stand for a time within which it was, if they name its first year.
        ([{"when": "[1904..1906]", "when_as_stated": "at the height of 1904–06"}], "“at the height of 1904–06”: A"),
        ([{"when": "[1904..]", "when_as_stated": "after the flood of 1904"}], "“after the flood of 1904”: A"),
        ([{"when": "[1904..1906]", "when_as_stated": "at its height"}], "between 1904 and 1906: A"),
        ([{"when": "1904/1906", "when_as_stated": "from 1904 to 1906"}], "1904 to 1906: A"),
        # The present of a document is not a date of what it tells.
        ([{"present": "true"}], "as of [1907]: A"),
        # So with its words for when it was said, which are told as such.
        ([{"said_as_stated": "at first"}], "said (“at first”): A"),
        ([{"said_as_stated": "at first"}, {}], "said (“at first”): A"),
        (
            [{"said_as_stated": "at first", "when_as_stated": "for years"}],
            "“for years”, said (“at first”): A",
        ),
        (
            [{"said_on": "[..1904]", "said_as_stated": "before the flood"}],
            "said by 1904 (“before the flood”): A",
        ),
        ([{"said_on": "1904", "said_as_stated": "in spring"}], "said in 1904: A"),
    ],
)  # fmt: skip
def test_the_words_of_a_document_for_a_time_that_no_date_tells(
    fields: list[dict[str, str]], told: str
) -> None:
    """The date of the document does not replace "from the outset"."""
    facts = {f"a/{n}": says("stayed", **some) for n, some in enumerate(fields)}
    assert lines(facts, written="1907") == [f"They stayed, {told}."]
    undated = says("stayed", when_as_stated="for years")
    assert lines({"a/1": undated}) == ["They stayed, “for years”: A."]
    both = says("stayed", when_as_stated="for years", said_as_stated="at first")
    assert lines({"a/1": both}) == ["They stayed, “for years”, said (“at first”): A."]


@pytest.mark.parametrize(("marks", "told"), [("true", "after 1904"), ("false", "after 1904[3]")])
def test_a_reference_mark_is_not_a_word_of_a_time(marks: str, told: str) -> None:
    """If the document has such marks; else the brackets are its own."""
    fact = says("stayed", when="[1904..]", when_as_stated="after 1904[3]")
    documents = {"a": {"reference_marks": marks}}
    atlas = made_up({"a/1": fact}, questions=QUESTIONS, documents=documents)
    told_so = lead_text(Desk(atlas, find_out(atlas), "index.md"), "questions/stay")
    assert told_so.startswith(f"They stayed, “{told}”: A.")


def test_what_is_to_come_has_the_date_of_saying_so() -> None:
    """The document tells no other time, or one in words that nobody can place."""
    coming = says("stayed", modality="predicted")
    assert lines({"a/1": coming}, written="1907-05") == ["They stayed, said in [May 1907]: A."]
    some_day = says("stayed", modality="predicted", when_as_stated="some day")
    assert lines({"a/1": some_day}, written="1907-05") == [
        "They stayed, “some day”, said in [May 1907]: A."
    ]


def test_a_conclusion_of_months_has_its_year_once() -> None:
    """As everywhere else on a page."""
    found = {"when": "[1903-04-15..1903-06-02]", "because": "the roads were dry"}
    assert lines({"a/1": says("stayed", dated=found)}) == ["They stayed, in [April–June 1903]: A."]


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ("[1903-04-15..1903-04-20]", "in [April 1903]"),
        ("[1903-11..1904-02]", "in [November 1903–February 1904]"),
        ("[1903-04..1903-05]", "in [April or May 1903]"),
        ("1903~", "[around 1903]"),
        ("1903-04-15", "on [15 April 1903]"),
        # What has no end but that of its document was then, or later.
        ("[1901..1907]", "[1901 or later]"),
        ("[1901..1906]", "[between 1901 and 1906]"),
        ("[..1903]", "[by 1903]"),
    ],
)
def test_a_lead_tells_a_conclusion_in_few_words(found: str, told: str) -> None:
    """As a part of the sentence that the answer begins."""
    dated = {"when": found, "because": "the roads were dry"}
    fact = says("stayed", dated=dated)
    assert lines({"a/1": fact}, written="1907") == [f"They stayed, {told}: A."]
    saying = says("stayed", dated={**dated, "said_on": found})
    del saying["dated"]["when"]
    assert lines({"a/1": saying}, written="1907") == [f"They stayed, said {told}: A."]


def test_only_the_year_that_is_concluded_is_in_brackets() -> None:
    """The day and the month are the document's own."""
    dated = {"when": "1903-12-15", "because": "so", "facts": ["f-00000001"]}
    fact = {**says("stayed", when="XXXX-12-15"), "dated": dated}
    assert lines({"a/1": fact}) == ["They stayed, on 15 December [1903]: A."]


def test_a_date_of_saying_is_marked_as_such() -> None:
    """That it was said stands before each such time, also beside a time of what is said."""
    told = says("stayed", "the miller", said_on="1903")
    assert lines({"a/1": told}) == ["They stayed, said in 1903: the miller (in A)."]
    held = says("stayed", "the miller", when="1903", said_on="1904")
    assert lines({"a/1": told, "a/2": held}) == [
        "They stayed, in 1903, also said in 1903: the miller (in A)."
    ]
    in_words = says("stayed", "the miller", said_on="1903", when_as_stated="some day")
    assert lines({"a/1": in_words}) == ["They stayed, “some day”, said in 1903: the miller (in A)."]


def test_the_order_of_sides_is_one_rule() -> None:
    """What is opposed comes first, then what most documents give, then the question's order."""
    hid = {f"{name}/{n}": says("hid", when="1903") for n, name in enumerate("abc")}
    facts = {**hid, "a/7": says("left", when="1903"), "b/8": says("stayed", when="1903")}
    assert [line.split(",")[0] for line in lines(facts)] == ["They stayed", "They left", "They hid"]
    apart = {"a/1": says("hid", when="1903"), "a/2": says("stayed", when="1903")}
    assert [line.split(",")[0] for line in lines(apart)] == ["They stayed", "They hid"]


def test_a_denial_is_a_side() -> None:
    """What is denied is told as denied, and opposed to saying so."""
    facts = {"a/1": says("hid", when="1903"), "b/2": says("hid", when="1903", denies=True)}
    assert lines(facts) == ["They hid, in 1903: A.", "Denied: They hid, in 1903: B."]


def test_extremes_are_of_one_sense_and_one_population() -> None:
    """Each end of a range has its speaker and its date; another sense is another side."""
    facts = {
        "a/1": counts("the miller", number=700, when="1903"),
        "b/2": counts(number=9000, about="true", when="1904"),
        "c/3": counts(number=800, when="1904"),
        "c/4": counts(number=99000, basis="sent", when="1904"),
    }
    assert lines(facts, "questions/came") == [
        "700 people (guards, there at one time), in 1903: the miller (in A).",
        "800 people (guards, there at one time), in 1904: C.",
        "about 9,000 people (guards, there at one time), in 1904: B.",
        "99,000 people (guards, sent), in 1904: C.",
    ]


def test_one_amount_is_not_a_range() -> None:
    """The same amount twice is one side with two documents."""
    facts = {"a/1": counts(number=700, when="1903"), "b/2": counts(number=700, when="1903")}
    told = lines(facts, "questions/came")
    assert told == ["700 people (guards, there at one time), in 1903: A and B."]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"number": 700}, "an estimated 700 people"),
        ({"number": 700, "about": "true"}, "about an estimated 700 people"),
        ({"at_least": 700}, "an estimate of at least 700 people"),
        ({"at_most": 700}, "an estimate of up to 700 people"),
        ({"more_than": 700}, "an estimate of more than 700 people"),
        ({"between": [700, 800]}, "an estimated 700 to 800 people"),
    ],
)
def test_an_estimate_is_called_one(value: MadeUp, said: str) -> None:
    """Whatever else the document says of how sure the number is."""
    facts = {"a/1": counts(**value, estimated="true", when="1903")}
    assert lines(facts, "questions/came") == [f"{said} (guards, there at one time), in 1903: A."]


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        ({"number": 10}, {"number": 90}, "from 10 to 90 people"),
        ({"number": 10}, {"at_most": 90}, "from 10 up to 90 people"),
        ({"at_least": 10, "estimated": "true"}, {"more_than": 90}, "from at least 10 (an estimate) to more than 90 people"),
        ({"number": 10}, {"at_most": 90, "estimated": "true"}, "from 10 to up to 90 (an estimate) people"),
    ],
)  # fmt: skip
def test_a_range_over_claims_does_not_read_as_one_amount(
    least: MadeUp, most: MadeUp, said: str
) -> None:
    """Neither end says anything of the other."""
    facts = {"a/1": counts(**least, when="1903"), "b/2": counts(**most, when="1903")}
    (side,) = desk_of(facts).findings.sides["questions/came"]
    assert text_of(side_line(side, "questions/came", desk_of(facts)).says).startswith(said)


def test_words_are_not_an_extreme() -> None:
    """A vague amount is told in the document's words, which say of whom it is."""
    facts = {"a/1": counts(words="thousands", as_stated="thousands of men", when="1903")}
    assert lines(facts, "questions/came") == [
        "“thousands of men” (guards, there at one time), in 1903: A."
    ]


def test_a_months_rate_counts_as_a_years_and_says_so() -> None:
    """Twelve times a month's rate stands on the yearly scale, named as our arithmetic."""
    facts = {
        "a/1": counts(at_least=60, currency="GBP", per="year", when="1903"),
        "b/2": counts(between=[10, 20], currency="GBP", per="month", when="1903"),
    }
    assert lines(facts, "questions/paid") == [
        "at least 60 GBP a year, in 1903: A.",
        (
            "10 to 20 GBP a month, or 120 to 240 GBP a year (our calculation: 12 times the monthly figure), "
            "in 1903: B."
        ),
    ]
    apart = {"a/1": facts["a/1"], "b/2": counts(number=9, currency="EUR", per="month", when="1903")}
    assert [line.split(",")[0] for line in lines(apart, "questions/paid")] == [
        "9 EUR a month",
        "at least 60 GBP a year",
    ]
    monthly = {"a/1": counts(number=10, currency="GBP", per="month", when="1903")}
    assert lines(monthly, "questions/paid") == ["10 GBP a month, in 1903: A."]


def test_the_two_ends_of_a_change_keep_their_order() -> None:
    """A fall from one amount to another is not turned round."""
    fact = counts(number=7000, when="1903")
    fact = {**fact, "figures": [*fact["figures"], {**fact["figures"][0], "number": 700}]}
    assert lines({"a/1": fact}, "questions/came") == [
        "a change from 7,000 to 700 people (guards, there at one time), in 1903: A."
    ]


def test_two_times_of_one_claim_are_not_shown_as_two_claims() -> None:
    """A figure may have a date of its own."""
    fact = counts(number=7000, as_of="1903")
    later = counts(number=700, as_of="[..1905]")
    fact = {**fact, "figures": [*fact["figures"], *later["figures"]]}
    assert lines({"a/1": fact}, "questions/came") == [
        "700 people (guards, there at one time), by 1905: A.",
        "7,000 people (guards, there at one time), in 1903: A.",
    ]
    other, both = counts(number=12, when="[..1902]"), counts(number=12, as_of="[..1904]")
    both = {**both, "figures": [*both["figures"], *counts(number=12, as_of="1906")["figures"]]}
    assert lines({"a/1": other, "a/2": both}, "questions/came") == [
        ("12 people (guards, there at one time), by 1902, also by 1904 and in 1906: A.")
    ]


def test_a_figure_has_the_words_of_its_fact_unless_it_has_its_own_date() -> None:
    """The words tell of the fact's time, not of the figure's."""
    fact = counts(number=12, when="[..1904]")
    worded = {**fact, "when_as_stated": "before the flood"}
    told = "12 people (guards, there at one time), by 1904"
    assert lines({"a/1": worded}, "questions/came") == [f"{told} (“before the flood”): A."]
    dated = counts(number=12, as_of="[..1904]")
    assert lines({"a/1": {**dated, "when_as_stated": "for years"}}, "questions/came") == [
        f"{told}: A."
    ]


BRACKETS = "Dates in [ ] are inferred."
SAID = "A date after “said” is when the statement was made. Other dates are when what it describes happened."
READING = "“Our reading”: the document's words don't say this outright."
DATED: MadeUp = {"dated": {"when": "1904", "because": "so", "facts": ["f-00000001"]}}
READ: MadeUp = {"inferred": {"choices": "it says only that they sat down"}}


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"a/1": says("left", when="1904")}, ""),
        ({"a/1": says("left", when="[..1904]")}, ""),
        ({"a/1": says("left", **DATED)}, BRACKETS),
        ({"a/1": says("left", said_on="1904")}, SAID),
        (
            {"a/1": says("left")},
            "No answer has a calendar date. We know only when the documents were written.",
        ),
        (
            {"a/1": says("left"), "b/2": says("stayed", when="1904")},
            "Where a line has no date, we know only when its document was written.",
        ),
        ({"a/1": says("left", when="1904", **READ)}, READING),
        (
            {"a/1": says("left", **DATED, **READ)},
            f"{BRACKETS} {READING}",
        ),
    ],
)
def test_a_lead_explains_its_marks_once(facts: dict[str, MadeUp], key: str) -> None:
    """Those that it has; a card has room only for what "our reading" means."""
    desk = desk_of(facts, written="[1905-02..1905-03]")
    assert text_of(lead(desk, "questions/stay").key) == key
    brief = lead(desk, "questions/stay", brief=True).key
    assert text_of(brief) == (READING if READING in key else "")


@pytest.mark.parametrize(
    ("facts", "written"),
    [
        ({"a/1": says("left")}, "Written: A [1905]."),
        (
            {"a/1": says("left"), "b/2": says("stayed", when="1904")},
            "Written: A [1905]; B [1905].",
        ),
    ],
)
def test_a_lead_tells_when_its_documents_were_written(
    facts: dict[str, MadeUp], written: str
) -> None:
    """Those that date their answers too; not on a card."""
    desk = desk_of(facts, written="[1905-02..1905-03]")
    assert text_of(lead(desk, "questions/stay").written) == written
    assert not lead(desk, "questions/stay", brief=True).written


@pytest.mark.parametrize(
    ("facts", "told", "read"),
    [
        ({"a/1": says("left", **READ)}, "They left (our reading), A.", ["1"]),
        (
            {"a/1": says("left", **READ), "b/2": says("left", **READ)},
            "They left (our reading), A and B.",
            ["1"],
        ),
        (
            {"a/1": says("left", "Ada", **READ)},
            "They left (our reading), Ada (in A).",
            ["1"],
        ),
        # Where another states it, it is said of each who does not.
        (
            {"a/1": says("left", **READ), "b/2": says("left")},
            "They left, B and our reading of A.",
            ["1"],
        ),
        ({"a/1": says("left"), "a/2": says("left", **READ)}, "They left, A.", []),
        (
            {"a/1": says("left", "Ada", **READ), "a/2": says("left", "Bea")},
            "They left, Bea and our reading of Ada (in A).",
            ["1"],
        ),
        (
            {"a/1": says("left", **READ), "b/2": says("left", **READ), "c/3": says("left")},
            "They left, C and our reading of A and B.",
            ["1"],
        ),
        (
            {"a/1": says("left", **READ), "b/2": says("left", "Bea")},
            "They left, A (our reading), and Bea (in B).",
            ["1"],
        ),
        (
            {"a/1": says("left"), "a/2": says("left", "Bea", **READ)},
            "They left, A, and Bea (in A; our reading).",
            ["2"],
        ),
        (
            {"a/1": says("left", inferred={"questions/stay": "so"})},
            "They left (our reading), A.",
            ["1"],
        ),
        ({"a/1": says("left", inferred={"topics": "so"})}, "They left, A.", []),
    ],
)
def test_a_lead_says_what_is_our_reading(
    facts: dict[str, MadeUp], told: str, read: list[str]
) -> None:
    """After the answer, so that nobody doubts the speaker; it leads to the claim and the reason."""
    (line,) = lead(desk_of(facts), "questions/stay").lines
    assert text_of(line.sentence) == told
    shown = f"{line.answer} {line.who}"
    assert re.findall(r'class="as-read" href="[^"]+0+(\d)"', shown) == read


def test_the_mark_of_a_reading_has_the_reason() -> None:
    """It leads to the claim, and says what was read into it."""
    read = {"inferred": {"figures": "it says men"}}
    facts = {"a/1": {**counts(number=12, as_stated="twelve men", when="1903"), **read}}
    (line,) = lead(desk_of(facts), "questions/came").lines
    assert text_of(line.who) == "in 1903: A"
    assert 'title="Our reading: it says men."' in line.answer
    other = {**facts["a/1"], "inferred": {"figures": "it says boys"}}
    (line,) = lead(desk_of({**facts, "b/2": other}), "questions/came").lines
    assert "title" not in line.answer


def test_a_denial_has_its_own_words() -> None:
    """What is denied need not be turned round; without such words it is said to be denied."""
    facts = {"a/1": says("left", denies=True, when="1903")}
    assert lines(facts) == ["Denied: They left, in 1903: A."]
    question = {**STAY, "denials": {"left": "They did not leave"}}
    atlas = made_up(facts, questions={**QUESTIONS, "stay": question})
    desk = Desk(atlas, find_out(atlas), "index.md")
    assert lead_text(desk, "questions/stay") == "They did not leave, in 1903: A."


def test_who_passed_something_on_is_said_even_if_nobody_is_named() -> None:
    """Then it was reported; beside somebody who is named, nobody is left out."""
    via = [{"who": "unnamed"}]
    once = says("stayed", "the miller", when="1903", via=via)
    assert lines({"a/1": once}) == ["They stayed, in 1903: the miller (reportedly, in A)."]
    twice = says("stayed", "the miller", when="1903", via=[{"who": "the carter"}, *via])
    assert lines({"a/1": twice}) == [
        "They stayed, in 1903: the miller (via an unnamed source, then the carter, in A)."
    ]


def test_whoever_is_credited_with_what_a_document_infers_from_is_named() -> None:
    """The conclusion is the document's; what a document says itself names nobody."""
    related = [{"fact": "f-00000001", "how": "inferred_from"}]
    facts = {
        "a/1": says("hid", "the miller", when="1903"),
        "a/2": says("stayed", when="1903", related_facts=related),
    }
    assert "They stayed, in 1903: A, inferring from the miller." in lines(facts)
    facts["a/1"] = says("hid", when="1903")
    assert "They stayed, in 1903: A." in lines(facts)


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ([["guards"], ["guards"]], "They stayed (guards), in 1903: A and B."),
        ([["guards"], ["carters"]], "They stayed, in 1903 (about guards): A; in 1903 (about carters): B."),
        ([["guards"], []], "They stayed, in 1903 (about guards): A; in 1903: B."),
        ([["guards"], ["guards", "carters"]], "They stayed, in 1903 (about guards): A; in 1903 (about guards and carters): B."),
        ([["guards"], ["guards", "carters", "smiths"]], "They stayed, in 1903 (about guards): A; in 1903: B."),
    ],
)  # fmt: skip
def test_it_is_said_of_whom_each_speaks_if_they_speak_of_different_people(
    people: list[list[str]], told: str
) -> None:
    """If all speak of the same, it is said once; of more than two, by none."""
    asked = {**STAY, "population": {name: name for name in ("guards", "carters", "smiths")}}
    facts = {"a/1": says("stayed", when="1903"), "b/2": says("stayed", when="1903")}
    facts |= {"c/3": says("left", when="1903")}
    for (name, fact), some in zip(facts.items(), people, strict=False):
        choice = {key: given for key, given in fact["choices"][0].items() if key != "basis"}
        facts[name] = {**fact, "choices": [{**choice, **({"population": some} if some else {})}]}
    atlas = made_up(facts, questions={**QUESTIONS, "stay": asked})
    desk = Desk(atlas, find_out(atlas), "index.md")
    found = lead(desk, "questions/stay").lines
    assert told in [text_of(line.sentence) for line in found]


def test_whom_a_speaker_without_a_date_speaks_of() -> None:
    """It stands in the place of the time."""
    asked = {**STAY, "population": {"guards": "guards", "carters": "carters"}}
    facts = {"a/1": says("stayed"), "b/2": says("stayed")}
    for (name, fact), whom in zip(facts.items(), ("guards", "carters"), strict=True):
        facts[name] = {**fact, "choices": [{**fact["choices"][0], "population": [whom]}]}
    atlas = made_up(facts, questions={**QUESTIONS, "stay": asked})
    told = lead_text(Desk(atlas, find_out(atlas), "index.md"), "questions/stay")
    assert told.startswith("They stayed, about guards: A; about carters: B.")


def test_a_question_in_order_has_a_line_for_each_side_if_they_are_few() -> None:
    """Eleven are too many; then those lead that best represent all, in that order."""
    choices = {f"way-{n:02}": f"Way {n:02}" for n in range(11, 22)}
    facts: dict[str, MadeUp] = {
        f"a/{n}": {**says("stayed"), "choices": [{"answers": "questions/stay", "choice": key}]}
        for n, key in enumerate(choices, 1)
    }
    asked = {"title": "Which way?", "choices": choices, "in_order": "true"}

    def led(count: int) -> list[str]:
        some = dict([*facts.items()][:count])
        atlas = made_up(some, questions={**QUESTIONS, "stay": asked})
        found = lead(Desk(atlas, find_out(atlas), "index.md"), "questions/stay")
        return [text_of(line.says) for line in found.lines]

    assert led(10) == [*choices.values()][:10]
    assert led(11) == [*choices.values()][:6]


def test_whoever_is_named_with_the_words_is_not_named_again() -> None:
    """The papers of Ada that Ada passed on are told as the papers of Ada."""
    ada = "people/ada"
    fact = says("left", f"papers of [[{ada}|Ada]]", when="1903", via=[{"who": ada}])
    atlas = made_up({"a/1": fact}, questions=QUESTIONS, entities={ada: {}})
    desk = Desk(atlas, find_out(atlas), "index.md")
    assert lead_text(desk, "questions/stay") == "They left, in 1903: papers of Ada (in A)."


def test_a_lead_is_short_and_names_the_rest() -> None:
    """No more sides than asked for; the others are named with who gives them, or counted."""
    facts = {"a/1": says("hid"), "a/2": says("stayed"), "b/3": says("left"), "b/4": says("left")}
    desk = desk_of(facts)
    short = lead(desk, "questions/stay", 1)
    assert len(short.lines) == 1
    assert text_of(short.more) == "2 more answers"
    assert [text_of(one) for one in short.others] == ["They stayed: A", "They hid: A"]
    brief = lead(desk, "questions/stay", 1, brief=True)
    assert (brief.more, brief.others) == ("2 more answers", ())
    assert extent("questions/stay", desk) == "3 answers in 4 claims"
    assert lead(desk, "questions/stay").more == ""
    assert lead_text(desk, "questions/stay").count(", A.") == 2


def test_a_lead_leaves_out_no_document_denial_or_prediction_first() -> None:
    """Where not all sides have room, those that say what others say already give way."""
    many = {"choices": {**STAY["choices"], "ran": "They ran", "fled": "They fled"}}
    facts = {
        "a/1": says("stayed", when="1903"),
        "a/2": says("hid", when="1903"),
        "a/3": says("left", when="1905", modality="predicted"),
        "b/4": says("ran", when="1903"),
        "a/5": says("fled", when="1903"),
    }
    atlas = made_up(facts, questions={**QUESTIONS, "stay": {**STAY, **many, "contrary": []}})
    desk = Desk(atlas, find_out(atlas), "index.md")

    def led(most: int) -> list[str]:
        return [text_of(line.says) for line in lead(desk, "questions/stay", most).lines]

    assert led(2) == ["They stayed", "They ran"]
    assert led(3) == ["They stayed", "They left", "They ran"]
    assert led(4) == ["They stayed", "They left", "They hid", "They ran", "They fled"]


LONG = {f"way-{n}": f"They went the way that {'winds ' * 20}{n}" for n in range(12)}


def led_long(facts: Mapping[str, MadeUp], **asked: Any) -> list[tuple[str, str]]:
    """The last word of each answer of a lead whose answers are long, and who gives it."""
    question = {**STAY, "choices": LONG, "contrary": [], **asked}
    atlas = made_up(facts, questions={**QUESTIONS, "stay": question})
    desk = Desk(atlas, find_out(atlas), "index.md")
    shown = lead(desk, "questions/stay").lines
    return [(text_of(one.says).split()[-1], text_of(one.who)) for one in shown]


def long_way(number: int, who: str | list[str] = "self", **fields: Any) -> MadeUp:
    """A fact that gives one of the long answers."""
    choice = {"answers": "questions/stay", "choice": f"way-{number}"}
    return {**says("stayed", who, **fields), "choices": [choice]}


def test_a_lead_that_takes_too_long_to_read_has_fewer_sides() -> None:
    """Three at least, and all that are opposed to another; a list in order may be longer."""
    facts = {f"a/{n}": long_way(n) for n in range(6)}
    assert [way for way, _ in led_long(facts)] == ["0", "1", "2"]
    assert [way for way, _ in led_long(facts, in_order="true")] == ["0", "1", "2", "3"]
    more = {f"a/{n}": long_way(n) for n in range(12)}
    assert [way for way, _ in led_long(more, in_order="true")] == ["0", "1", "2", "3"]
    against = [["way-0", "way-4"], ["way-1", "way-4"], ["way-2", "way-4"]]
    opposed = led_long({**facts, "b/7": long_way(4)}, contrary=against)
    assert sorted(way for way, _ in opposed) == ["0", "1", "2", "4"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (17, "a (in A), b (in B), c (in C) and d (in D)"),
        (19, "a (in A), b (in B) and c (in C); and 1 more (in D)"),
        (26, "a (in A) and b (in B); and 2 more (in C and D)"),
    ],
)
def test_a_lead_that_takes_too_long_to_read_names_fewer_voices(words: int, told: str) -> None:
    """Only as few as it must, and no document goes unnamed."""
    name = "old " * (words - 3)
    facts = {f"{one}/{n}": says("stayed", f"{name}{one}") for n, one in enumerate("abcd")}
    assert [line.replace(name, "") for line in lines(facts)] == [f"They stayed, {told}."]


def test_a_person_is_named_before_those_who_have_no_name() -> None:
    """Where not all are named; but not for what is only our reading of a person's words."""
    ada, bea = "people/ada", "people/bea"
    facts = {f"a/{n}": says("stayed", f"carter {n}") for n in range(1, 5)}
    facts |= {"a/5": says("stayed"), "a/6": says("stayed", ada), "a/7": says("stayed", bea, **READ)}
    atlas = made_up(facts, questions=QUESTIONS, entities={ada: {}, bea: {}})
    (line,) = lead(Desk(atlas, find_out(atlas), "index.md"), "questions/stay").lines
    assert text_of(line.who) == "A, carter 1 and Ada (in A); and 4 more"


def test_a_lead_has_what_a_person_says_before_what_a_document_says() -> None:
    """Where not all sides have room."""
    ada = "people/ada"
    facts = {f"a/{n}": long_way(n, ada if n == 4 else "self") for n in range(6)}
    question = {**STAY, "choices": LONG, "contrary": []}
    atlas = made_up(facts, questions={**QUESTIONS, "stay": question}, entities={ada: {}})
    shown = lead(Desk(atlas, find_out(atlas), "index.md"), "questions/stay", 2).lines
    assert [text_of(one.says).split()[-1] for one in shown] == ["0", "4"]


def test_a_lead_does_not_say_that_one_is_left() -> None:
    """The one itself takes no more room."""
    facts = {"a/1": says("hid"), "a/2": says("stayed"), "a/3": says("left")}
    found = lead(desk_of(facts), "questions/stay", 2)
    assert len(found.lines) == 3
    assert found.more == ""


def part(number: int, who: str, of: int = 1, **fields: Any) -> MadeUp:
    """A fact that gives a part of the amount of another."""
    fact = counts(number=number, when="1903", **fields)
    figures = [{**one, "population": [who]} for one in fact["figures"]]
    related = [{"fact": f"f-0000000{of}", "how": "part_of"}]
    return {**fact, "figures": figures, "related_facts": related}


@pytest.mark.parametrize(
    ("facts", "led"),
    [
        (
            {"a/2": part(5, "carters")},
            ["12 people (guards, there at one time), in 1903: A. Of the total, 5 people (carters), in 1903: A."],
        ),
        (
            {"a/2": part(5, "carters"), "b/3": part(3, "smiths")},
            [
                ("12 people (guards, there at one time), in 1903: A. "
                "Of the total, 5 people (carters), in 1903: A; 3 people (smiths), in 1903: B.")
            ],
        ),
        (
            {"a/2": part(5, "carters"), "a/3": part(3, "smiths")},
            [
                ("12 people (guards, there at one time), in 1903: A. "
                "Of the total, 5 people (carters) and 3 people (smiths), in 1903: A.")
            ],
        ),
        (
            {
                "a/2": {**part(5, "carters"), "when": "[..1903]", "when_as_stated": "in all"},
                "a/3": part(3, "smiths"),
            },
            [
                (
                    "12 people (guards, there at one time), in 1903: A. "
                    "Of the total, 5 people (carters) and 3 people (smiths), in 1903: A."
                )
            ],
        ),
        # Not where its record says nothing of the kind, or not of all amounts of that side.
        (
            {"a/2": part(5, "carters", of=2)},
            [
                "5 people (carters, there at one time), in 1903: A.",
                "12 people (guards, there at one time), in 1903: A.",
            ],
        ),
        (
            {"a/2": part(5, "carters"), "a/3": part(5, "carters", of=3)},
            [
                "5 people (carters, there at one time), in 1903: A.",
                "12 people (guards, there at one time), in 1903: A.",
            ],
        ),
    ],
)  # fmt: skip
def test_parts_are_shown_with_their_whole(facts: dict[str, MadeUp], led: list[str]) -> None:
    """Beside it they would read as rivals."""
    whole = counts(number=12, when="1903")
    came = {**CAME, "population": {**CAME["population"], "smiths": "smiths"}}
    atlas = made_up({"a/1": whole, **facts}, questions={**QUESTIONS, "came": came})
    desk = Desk(atlas, find_out(atlas), "index.md")
    found = lead(desk, "questions/came")
    assert [text_of(line.sentence) for line in found.lines] == led
    assert found.more == ""


def test_the_parts_of_a_whole_have_one_time() -> None:
    """From the first to the last; it is said if for some that is only when they were told."""
    told_later = {key: given for key, given in part(3, "smiths").items() if key != "when"}
    facts = {
        "a/1": counts(number=12, when="1903"),
        "a/2": part(5, "carters"),
        "a/3": {**told_later, "said_on": "1905"},
    }
    came = {**CAME, "population": {**CAME["population"], "smiths": "smiths"}}
    atlas = made_up(facts, questions={**QUESTIONS, "came": came})
    told = lead_text(Desk(atlas, find_out(atlas), "index.md"), "questions/came")
    assert (
        "and 3 people (smiths), in 1903 and 1905 (the date of some of the statements): A." in told
    )


def test_a_part_that_is_disputed_stands_for_itself() -> None:
    """Nothing that another amount is opposed to is told only beside its whole."""
    facts = {"a/1": counts(number=12, when="1903"), "a/2": part(5, "carters")}
    other = {"b/3": part(7, "carters", of=3)}
    assert len(lines(facts, "questions/came")) == 1
    assert len(lines({**facts, **other}, "questions/came")) == 3
    both = {**other, "b/3": part(7, "carters")}
    assert len(lines({**facts, **both}, "questions/came")) == 3


def test_amounts_in_the_first_sense_come_first() -> None:
    """However many documents give another one."""
    facts = {f"{name}/1{n}": counts(number=5, basis="sent") for n, name in enumerate("abc")}
    facts["a/1"] = counts(number=7)
    assert [line.split(",")[0] for line in lines(facts, "questions/came")] == [
        "7 people (guards",
        "5 people (guards",
    ]


def test_every_answer_is_on_one_side() -> None:
    """No answer is lost among the sides, and none stands twice."""
    facts = {"a/1": says("hid"), "a/2": says("stayed"), "b/3": says("left"), "b/4": says("left")}
    desk = desk_of(facts)
    found = desk.findings.sides["questions/stay"]
    assert sorted(name for side in found for name in answered_by(side.answers)) == list("1234")


def course_of(
    facts: Mapping[str, MadeUp], ref: str = "questions/stay", written: str | None = None
) -> CourseView | None:
    """The course of a question; each citation is the name of its fact."""
    desk = desk_of(facts, written)
    found = desk.findings.sides[ref]
    cited = {fact: Html(name_of(fact)) for fact in desk.atlas.claims}
    return course(found, listing(ref, desk.atlas), desk, cited)


def test_a_course_has_a_column_for_each_side_and_a_row_for_each_time() -> None:
    """Loose times and undated answers have places of their own, after those with a date."""
    found = course_of(
        {
            "a/1": says("stayed", when="1905"),
            "a/2": says("left", when="1903"),
            "b/3": says("left", when="1903"),
            "b/4": says("left", when="[..1904]"),
            "b/5": says("stayed"),
        },
        written="1907",
    )
    assert found is not None
    assert found.sides == ("They left", "They stayed")
    assert [(part.title, [(row.when, row.cells) for row in part.rows]) for part in found.parts] == [
        ("With a date", [("1903", (("2", "3"), ())), ("1905", ((), ("1",)))]),
        ("Only loosely dated (“by” a date, or within a long period)", [("by 1904", (("4",), ()))]),
        ("Dated only by their document", [("[by 1907]", ((), ("5",)))]),
    ]


def test_a_course_is_there_only_where_the_point_is_when() -> None:
    """Not of one time alone, not of one side alone, and not where the question has no time."""
    one_time = {"a/1": says("stayed", when="1903"), "a/2": says("left", when="1903")}
    one_side = {"a/1": says("stayed", when="1903"), "a/2": says("stayed", when="1905")}
    assert course_of(one_time) is None
    assert course_of(one_side) is None
    two = {"a/1": says("stayed", when="1903"), "a/2": says("left", when="1905")}
    assert course_of(two) is not None
    plain = {name: {**fact, "choices": [dict(fact["choices"][0])]} for name, fact in two.items()}
    for fact in plain.values():
        del fact["choices"][0]["basis"]
    assert course_of(plain) is None


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ("[1901..1909]", "[between 1901 and 1909], also 1903 and 1905"),
        ("[1902-04..1902-11]", "[April 1902] to 1905"),
        ("[1905-11..1906-02]", "1903 to [February 1906]"),
    ],
)
def test_a_conclusion_within_years_is_loose(found: str, told: str) -> None:
    """A conclusion wider than a year stands beside the range; a narrower one is a part of it."""
    dated: dict[str, Any] = {"when": found, "because": "so", "facts": ["f-00000001"]}
    facts = {
        "a/1": says("stayed", when="1903"),
        "b/2": says("stayed", dated=dated),
        "c/3": says("stayed", when="1905"),
    }
    desk = desk_of(facts)
    assert times(desk.atlas.answers["questions/stay"], desk) == told


def brief_lines(facts: dict[str, MadeUp]) -> list[str]:
    """The lead of the question of amounts, as on a card."""
    found = lead(desk_of(facts), "questions/came", brief=True)
    return [text_of(line.sentence) for line in found.lines]


def test_a_card_has_one_line_for_the_amounts_of_a_side() -> None:
    """Its lowest and its highest; two between them are named, and more are counted."""
    ends = {"a/1": counts(number=700, when="1903"), "b/2": counts(number=9000, when="1903")}
    few = {**ends, "c/3": counts(number=800, when="1903"), "d/4": counts(number=900, when="1903")}
    told = brief_lines(few)[0]
    assert told.endswith("Also: 800 people, in 1903: C; 900 people, in 1903: D.")
    many = {**few, "e/5": counts(number=901, when="1903")}
    assert brief_lines(many)[0].endswith("Also: 3 more amounts.")
    first, last = (counts(number=number, when="1903")["figures"][0] for number in (800, 700))
    changed = {
        "a/1": {**counts(number=1, when="1903"), "figures": [first, last]},
        "b/2": ends["b/2"],
    }
    told = brief_lines(changed)[0]
    assert told.endswith("Lowest, in 1903: A (800 people before that). Highest, in 1903: B.")
    lower = {**changed, "c/3": counts(number=600, when="1903")}
    told = brief_lines(lower)[0]
    assert told.endswith("Also: 700 people, in 1903: A (800 people before that).")


def test_a_lead_has_a_line_for_each_amount_if_they_are_few() -> None:
    """Everybody who gives one is on its line, the lowest comes first, and a change is one line."""
    facts = {f"a/{number}": counts(number=number, when="1903") for number in (900, 700, 800)}
    facts["b/1"] = counts(number=800, when="1904")
    assert [line.split(" (")[0] for line in lines(facts, "questions/came")] == [
        "700 people",
        "800 people",
        "900 people",
    ]
    assert lines(facts, "questions/came")[1].endswith("in 1903: A; in 1904: B.")
    first, last = (counts(number=number, when="1903")["figures"][0] for number in (950, 600))
    facts["c/2"] = {**counts(number=1, when="1903"), "figures": [first, last]}
    assert [line.split(" people")[0] for line in lines(facts, "questions/came")] == [
        "a change from 950 to 600",
        "700",
        "800",
        "900",
    ]
    facts["d/3"] = counts(number=1000, when="1903")
    assert lines(facts, "questions/came")[0].startswith("from 600 to 1,000 people")


def test_amounts_of_one_sense_are_under_it() -> None:
    """It is read once, and what the same speakers give about the same time shares a line."""
    facts = {
        "a/1": counts(number=700, when="1903"),
        "a/2": counts(number=800, when="1903"),
        "b/3": counts(number=900, when="1903"),
        "b/4": counts(number=5, when="1903", basis="sent"),
    }
    facts["a/2"]["figures"][0]["population"] = ["carters"]
    facts["b/3"]["figures"][0]["population"] = ["carters"]

    def grouped(*names: str) -> list[tuple[str, list[tuple[str, bool]]]]:
        found = lead(desk_of({one: facts[one] for one in names}), "questions/came")
        return [
            (str(group.sense), [(text_of(one.answer), one.opposed) for one in group.lines])
            for group in found.groups
        ]

    sent = ("", [("5 people (guards, sent)", False)])
    assert grouped("a/1", "b/4") == [
        ("", [("700 people (guards, there at one time)", False)]),
        sent,
    ]
    one = ("800 people (carters) and 700 people (guards)", False)
    assert grouped("a/1", "a/2", "b/4") == [("there at one time", [one]), sent]
    apart = [("800 people (carters)", True), ("900 people (carters)", True)]
    assert grouped("a/1", "a/2", "b/3", "b/4") == [
        ("there at one time", [*apart, ("700 people (guards)", False)]),
        sent,
    ]


def test_a_choice_has_no_sense_above_it() -> None:
    """Its sense is about the answer, and is told with it."""
    senses = {"then": STAY["basis"]["then"], "now": {"label": "now", "time": "moment"}}
    facts = {"a/1": says("stayed"), "a/2": says("hid")}
    atlas = made_up(facts, questions={**QUESTIONS, "stay": {**STAY, "basis": senses}})
    (group,) = lead(Desk(atlas, find_out(atlas), "index.md"), "questions/stay").groups
    assert [text_of(one.answer) for one in group.lines] == [
        "They stayed (at that time)",
        "They hid (at that time)",
    ]


@pytest.mark.parametrize(
    ("dated", "passed_on", "told"),
    [
        ("[..1903-05]", "1903-05", "papers (via a guard in May 1903, in A)"),
        ("[..1903-05-02]", "1903-05-02", "papers (via a guard on 2 May 1903, in A)"),
        ("[..1903-05]", "[..1903-05]", "papers (via a guard by May 1903, in A)"),
        ("[..1903]", "1903-05", "[by 1903]: papers (via a guard, in A)"),
        ("[1903-01..1903-05]", "1903-05", "in [January–May 1903]: papers (via a guard, in A)"),
        ("1903-05", "1903-05", "in [May 1903]: papers (via a guard, in A)"),
    ],
)
def test_the_date_of_passing_on_is_beside_whoever_did(
    dated: str, passed_on: str, told: str
) -> None:
    """If nothing else dates an answer, it would read as the time of what it tells."""
    via = [{"who": "a guard", "said_on": passed_on}]
    when = {"when": dated, "because": "it was passed on then"}
    assert lines({"a/1": says("left", "papers", via=via, dated=when)}) == [f"They left, {told}."]


def test_a_list_shows_until_when_something_was_at_the_latest() -> None:
    """There the date of passing it on, and whoever did, are not side by side."""
    via = [{"who": "a guard", "said_on": "1903-05"}]
    dated = {"when": "[..1903-05]", "because": "it was passed on then"}
    facts = {"a/1": says("left", "papers", via=via, dated=dated), "a/2": says("left")}
    desk = desk_of(facts, written="1907")
    shown = [text_of(when(one, desk)) for one in desk.atlas.answers["questions/stay"]]
    assert shown == ["[by May 1903]", "[by 1907]"]


def test_only_the_amount_that_another_excludes_is_marked() -> None:
    """Not the whole side that it is on."""
    facts = {
        "a/1": counts(number=700, when="1903"),
        "b/2": counts(number=800, when="1903"),
        "c/3": counts(at_least=600, when="1903"),
    }
    found = lead(desk_of(facts), "questions/came").lines
    assert [(text_of(line.says).split(" people")[0], line.opposed) for line in found] == [
        ("at least 600", False),
        ("700", True),
        ("800", True),
    ]
