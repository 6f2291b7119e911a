"""What the program says and what the wording has are the same: compared without running either.

`tests/phrases.py` reads which phrases modules, templates and scripts say, and what they fill.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any, get_args

import pytest

from generator.config.wording import Words, needed
from generator.data.bibliography import FORMATS
from generator.data.json_files import GROUPS
from generator.data.linked_nodes import MEDIA_TYPES
from generator.findings.compare import Doubt, Outcome, Reason
from generator.findings.standing import OPPOSED, STANDINGS
from generator.markup.paths import EDITIONS
from generator.pages.cards import UNSAID
from generator.pages.course import PARTS
from generator.pages.foot import CLAIMS_AS
from generator.pages.moments import FILTERED_KINDS
from generator.pages.stands import WHY_APART
from generator.pictures.times.marks import Sign
from generator.records.creators import Role
from generator.records.facts import VALUES, Fact
from generator.records.passages import BY_DOCUMENT, BY_MACHINE, BY_US, LOCATORS
from generator.records.references import ENTITY_KINDS
from generator.records.sources import Source
from tests.phrases import (
    Names,
    Slots,
    Use,
    filled_in_script,
    in_module,
    in_template,
    in_theme,
    leaves,
    matching,
)
from tests.project import DEFAULTS, ROOT

NEVER_INFERRED = {
    *("id", "quote", "context", "attributed_as", "when_as_stated", "said_as_stated", "present"),
    *("dated", "inferred", "note"),
}
ALWAYS_KNOWN = {"seed", "reference_marks", "known_from", "party", "complete", "note", "formerly"}
"""Fields of a fact that are words of the document or ours, and fields of a source that are ours."""

SAYING = sorted(path for kind in ("*.py", "*.j2") for path in (ROOT / "generator").rglob(kind))
"""The modules and templates."""

THEME = sorted((DEFAULTS / "theme").rglob("*.html"))
ASSETS = DEFAULTS / "theme/assets"


def _code(*patterns: str) -> str:
    """What the files of the theme's assets hold that match."""
    paths = sorted(path for pattern in patterns for path in ASSETS.glob(pattern))
    ours = (path for path in paths if path.name != "minisearch.js")
    return "\n".join(path.read_text(encoding="utf-8") for path in ours)


GIVEN = {True: _code("search/*.js"), False: _code("*.js", "*.css")}
"""What gets phrases from a page: the search's script a whole group, others by attributes."""


@cache
def _uses() -> list[tuple[str, Use]]:
    """Whatever a module, a template or the theme says, with its place."""
    return list(_read())


@cache
def _phrases() -> list[tuple[Names, Slots]]:
    """Every phrase of the wording, with its slots."""
    return list(leaves(needed()))


@cache
def _matching(names: Names) -> dict[Names, Slots]:
    """The phrases to which names lead, with their slots."""
    return matching(_phrases(), names)


def _read() -> Iterator[tuple[str, Use]]:
    for path in SAYING:
        read = in_module if path.suffix == ".py" else in_template
        for use in read(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(ROOT).as_posix()}:{use.line}", use
    for path in THEME:
        for use in in_theme(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(ROOT).as_posix()}:{use.line}", use


def test_what_is_said_is_there_and_filled() -> None:
    """Each phrase that the program says exists, and its slots are filled where it is said."""
    wrong = []
    for place, use in _uses():
        found = _matching(use.names)
        name = ".".join(use.names)
        if not found:
            wrong.append(f"{place}: there is no {name}")
        elif not use.handed_as:
            wrong += [
                f"{place}: {'.'.join(leaf)} has {sorted(slots)}, filled are {sorted(use.slots)}"
                for leaf, slots in found.items()
                if slots != use.slots
            ]
    assert wrong == []


def test_what_is_there_is_said() -> None:
    """There is no phrase that neither a module nor a template uses."""
    said = {leaf for _, use in _uses() for leaf in _matching(use.names)}
    assert [".".join(leaf) for leaf, _ in _phrases() if leaf not in said] == []


def test_what_scripts_and_styles_are_given_is_used() -> None:
    """A phrase that a page gives to a script is used by one, which fills its slots."""
    wrong = []
    for place, use in _uses():
        for leaf, slots in _matching(use.names).items() if use.handed_as else ():
            whole = use.handed_as == "*"
            name = leaf[len(use.names)] if whole else use.handed_as
            if not re.search(rf"[.\"]{name}\b|attr\(data-{name}\)", GIVEN[whole]):
                wrong.append(f"{place}: no script and no style asks for {'.'.join(leaf)}")
            filled = {given for one, given in filled_in_script(GIVEN[whole]) if one == name}
            if (filled or {frozenset()}) != {slots}:
                wrong.append(f"{place}: scripts do not fill {'.'.join(leaf)} with {sorted(slots)}")
    assert wrong == []


@pytest.mark.parametrize(
    ("module", "said"),
    [
        ("return filled(desk.wording.a.b, x=1)", [("a.b", "x")]),
        ("return filled(wording.a.b, x=1, y=2)", [("a.b", "x y")]),
        ("words = desk.wording.a\n return words.b", [("a.b", "")]),
        (
            "words, n = desk.wording.a, wording.n\n return filled(words.b, c=n.c)",
            [("a.b", "c"), ("n.c", "")],
        ),
        ("phrase = wording.a.b\n return filled(phrase, x=1)", [("a.b", "x")]),
        ("return filled(wording.a.b if one else wording.a.c, x=1)", [("a.b", "x"), ("a.c", "x")]),
        ("return wording.a[kind]", [("a.*", "")]),
        ("return wording.a.get(kind, kind)", [("a.*", "")]),
        ("return wording.a['b-c']", [("a.b-c", "")]),
        ("for kind, one in wording.a.items():\n  yield one.label", [("a.*.label", "")]),
        ("return [escape(one) for one in wording.a.lines]", [("a.lines.*", "")]),
        (
            "for n, one in ((1, wording.a.b), (2, wording.a.c)):\n  yield filled(one, x=1)",
            [("a.b", "x"), ("a.c", "x")],
        ),
        ("return counted(2, wording.counts.facts)", [("counts.facts", "count")]),
        ("return filled(one, x=1)", [("one", "")]),
        ("return filled(wording.a.b, **slots)", [("a.b", "**")]),
    ],
)
def test_what_a_module_says_is_found(module: str, said: list[tuple[str, str]]) -> None:
    """The tests above see phrases by any name, and what fills them."""
    found = {(".".join(use.names), use.slots) for use in in_module(f"def f():\n {module}")}
    assert found == {(name, frozenset(slots.split())) for name, slots in said}


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ wording.a.b }}", [("a.b", "", "")]),
        (
            "{{ wording.a.b | filled(x=row.y, z=wording.a.c) }}",
            [("a.b", "x z", ""), ("a.c", "", "")],
        ),
        (
            "{% set words = wording.a %}{{ words.b }}{{ words.c.d }}",
            [("a.b", "", ""), ("a.c.d", "", "")],
        ),
        ("{% for one in wording.a.lines %}{{ one }}{% endfor %}", [("a.lines", "", "")]),
        (
            '<p data-so-far="{{ wording.a.b }}" title="{{ wording.a.c }}">',
            [("a.b", "", "soFar"), ("a.c", "", "")],
        ),
        ("{{ page.wording.a }}{{ words.b }}{{ one | filled(x=1) }}", [("?", "x", "")]),
    ],
)
def test_what_a_template_says_of_the_wording_is_found(
    template: str, said: list[tuple[str, str, str]]
) -> None:
    """The tests above see phrases, what fills them, and to which attribute of data they go."""
    found = {(".".join(use.names), use.slots, use.handed_as) for use in in_template(template)}
    assert found == {(name, frozenset(slots.split()), to) for name, slots, to in said}


def test_what_a_script_fills_is_found() -> None:
    """The tests above see phrases of a script with the slots that it fills."""
    script = """filled(words.a, { query }); filled(box.dataset.b ?? "", { all: f(1), some });
    counted(found.length, words.c); words.d.split("{name}"); refilled(e, { no });"""
    assert dict(filled_in_script(script)) == {
        "a": {"query"},
        "b": {"all", "some"},
        "c": {"count"},
        "d": {"name"},
    }


def test_no_phrase_is_called_like_what_words_can_do() -> None:
    """`wording.a.items` is never a phrase: it is how the phrases of `a` are read in turn."""
    names = {name for leaf, _ in leaves(needed()) for name in leaf}
    assert names & set(dir(Words({}))) == set()


PLACES = {
    *ENTITY_KINDS,
    "sources",
    "questions",
    "claimants",
    "names",
    "timeline",
    "map",
    "hierarchy",
    "data",
    "about",
}
"""The lists that lead into the site."""

NAMED: Mapping[Names, Collection[str]] = {
    ("home", "ways"): PLACES,
    ("titles",): {*PLACES, "disagreements"},
    ("amounts", "stated"): {*VALUES} - {"between", "words"},
    ("chart", "kinds"): {*VALUES, "vague"} - {"words"},
    ("standings",): {*STANDINGS},
    ("stands",): {*STANDINGS} - {UNSAID},
    ("stands_of_two",): {*OPPOSED, *get_args(Doubt)},
    ("claim", "translated", "known"): {BY_US, BY_MACHINE, BY_DOCUMENT},
    ("dating", "known"): {"present", "by-document"},
    ("dating", "rests_on"): {"facts", "after", "before"},
    ("entity", "made"): {*get_args(Role), "publisher"},
    ("source", "roles"): {*get_args(Role)},
    ("source", "dates"): {"written", "published"},
    ("source", "states"): {"whole", "extract"},
    ("source", "only"): {"people", "units", "topics"},
    ("timeline", "signs"): {*get_args(Sign), "unsure", "concluded"},
    ("timeline", "undated_groups"): {"present", "in-words", "no-words"},
    ("timeline", "filters", "known"): {"stated", "concluded"},
    ("timeline", "filters", "choose"): {*FILTERED_KINDS},
    ("cite", "dates"): {"written", "published"},
    ("cite", "names"): {*CLAIMS_AS, *FORMATS},
    ("data", "groups"): {*GROUPS, "schemas"},
    ("data", "all"): {name for names in GROUPS.values() for name in names},
    ("data", "beside"): {*MEDIA_TYPES},
    ("course", "parts"): {*PARTS},
    ("editions", "kinds"): {*EDITIONS},
    ("editions", "opening"): {*EDITIONS},
    ("fact", "fields"): {*Fact.model_fields} - NEVER_INFERRED,
    ("source", "fields"): {*Source.model_fields, "written", "published"} - ALWAYS_KNOWN,
    ("locators",): {*LOCATORS},
    ("outcomes",): {*get_args(Outcome)},
    ("question", "apart_reasons"): {*WHY_APART},
    ("reasons",): {*get_args(Reason)},
    ("comparing", "unless"): {*get_args(Doubt)},
    ("comparing", "stands"): {*get_args(Doubt)},
    ("comparing", "clash"): {*OPPOSED, "amounts"},
}
"""The groups from which data chooses, with whatever it may choose."""


def _form(names: Names) -> Any:
    form: Any = needed()
    for name in names:
        form = form[name]
    return form


def test_whatever_data_chooses_has_a_phrase() -> None:
    """No kind, outcome or file is without a phrase, and no phrase is of something else."""
    assert {names: {*_form(names)} for names in NAMED} == {
        names: {*chosen} for names, chosen in NAMED.items()
    }


def test_each_group_from_which_data_chooses_is_listed() -> None:
    """The test above leaves out no group of which a module reads a phrase by a name that varies."""
    chosen = {use.names[: use.names.index("*")] for _, use in _uses() if "*" in use.names}
    assert {names for names in chosen if isinstance(_form(names), dict)} == {*NAMED}
