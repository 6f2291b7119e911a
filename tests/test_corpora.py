"""A second corpus, real and in the public domain: the books of the kings beside Chronicles."""

from __future__ import annotations

import json
import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.atlas.claims import Answer, Claim
from generator.atlas.passages import Sighting
from generator.records.facts import Choice, Figure
from generator.site import files
from tests.once import once, shared
from tests.project import ROOT, Project, call, contents, run

KINGS = ROOT / "tests/corpora/kings"

CONTRADICTIONS = (
    ("men-numbered", "2 Samuel 24:9", 800_000, "1 Chronicles 21:5", 1_100_000),
    ("men-numbered", "2 Samuel 24:9", 500_000, "1 Chronicles 21:5", 470_000),
    ("years-of-famine", "2 Samuel 24:13", 7, "1 Chronicles 21:12", 3),
    ("men-of-hadadezer", "2 Samuel 8:4", 700, "1 Chronicles 18:4", 7_000),
    ("stalls", "1 Kings 4:26", 40_000, "2 Chronicles 9:25", 4_000),
    ("overseers", "1 Kings 5:16", 3_300, "2 Chronicles 2:18", 3_600),
    ("chief-officers", "1 Kings 9:23", 550, "2 Chronicles 8:10", 250),
    ("baths-in-the-sea", "1 Kings 7:26", 2_000, "2 Chronicles 4:5", 3_000),
    ("height-of-the-pillars", "1 Kings 7:15", 18, "2 Chronicles 3:15", 35),
    ("height-of-the-pillars", "2 Kings 25:17", 18, "2 Chronicles 3:15", 35),
    ("height-of-the-chapiters", "1 Kings 7:16", 5, "2 Kings 25:17", 3),
    ("gold-of-ophir", "1 Kings 9:28", 420, "2 Chronicles 8:18", 450),
    ("age-of-ahaziah", "2 Kings 8:26", 22, "2 Chronicles 22:2", 42),
    ("age-of-jehoiachin", "2 Kings 24:8", 18, "2 Chronicles 36:9", 8),
    ("until-when-baasha", "1 Kings 16:8", "until-26", "2 Chronicles 16:1", "still-in-36"),
    ("year-of-ahaziah", "2 Kings 8:25", "twelfth", "2 Kings 9:29", "eleventh"),
    ("the-forty-thousand", "2 Samuel 10:18", "horsemen", "1 Chronicles 19:18", "footmen"),
    ("who-in-the-valley-of-salt", "2 Samuel 8:13", "syrians", "1 Chronicles 18:12", "edomites"),
    ("death-of-josiah", "2 Kings 23:29", "megiddo", "2 Chronicles 35:24", "jerusalem"),
    ("where-the-ships-were-to-go", "1 Kings 22:48", "ophir", "2 Chronicles 20:36", "tarshish"),
    (
        "zedekiah-and-jehoiachin",
        "2 Kings 24:17",
        "fathers-brother",
        "2 Chronicles 36:10",
        "brother",
    ),
)
"""Questions, each with two verses and what they say."""

OTHER = re.compile(
    rb"\biran|tehran|\bassad|hezbollah|soleimani|quds|irgc|mullah|ayatollah|aleppo|\bshia|jihad|sepah",
    re.IGNORECASE,
)
"""Words of the first site of the program. Damascus and Syria are in these books too."""

UNLESS = (
    ("slain-by-the-chief", "time"),
    ("asa-and-the-high-places", "people"),
    ("jehoshaphat-and-the-high-places", "people"),
)
"""Questions on which two answers contradict each other unless they differ in this."""

SPEECHES = (
    ("2 Samuel 24:18", "people/gad"),
    ("2 Chronicles 2:10", "people/solomon"),
    ("2 Chronicles 2:14", "people/hiram"),
    ("2 Chronicles 16:9", "Hanani the seer"),
    ("2 Chronicles 20:37", "Eliezer the son of Dodavah"),
    ("2 Chronicles 22:9", "they"),
    ("2 Chronicles 35:21", "people/necho"),
)
"""Verses in which somebody speaks, often from a verse before, and who it is."""

OPEN = (
    "who-moved-david",
    "who-struck-in-the-valley-of-salt",
    "hired-by-ammon",
    "price-of-the-threshingfloor",
    "reign-of-jehoiachin",
    "mother-of-the-worker",
    "whose-son-was-elhanan",
)
"""Questions of which nothing says that their answers exclude each other."""


@pytest.fixture(scope="module")
def kings() -> Project:
    """The corpus, read."""
    return Project(KINGS)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus with its site made. A test leaves its folder as it is."""

    def make(folder: Path) -> None:
        done = run("--root", _copy(folder / "kings"), "site")
        assert done.returncode == 0, done.stdout + done.stderr

    return once(shared(tmp_path_factory) / "kings", make) / "kings"


def _copy(folder: Path) -> Path:
    return shutil.copytree(KINGS, folder, ignore=shutil.ignore_patterns("build", "site", "dist"))


def _cited(sighting: Sighting, claim: Claim) -> str:
    """Where a passage is in its document, as these books are cited: "2 Samuel 24:9"."""
    place = dict(sighting.locator)
    return f"{claim.document.record.short} {place['chapter']}:{place['verse']}"


def _said(answer: Answer) -> tuple[str, Decimal | str]:
    """Where an answer is in its document, and what it says."""
    given = answer.given
    value = given.choice if isinstance(given, Choice) else given.stated_numbers[0]
    return _cited(answer.claim.quotes[0], answer.claim), value


def test_it_has_no_problem() -> None:
    """It is checked as any project is."""
    done = call("--root", KINGS, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "No problems."


def test_it_is_large_enough_to_show_something(kings: Project) -> None:
    """Enough facts, and enough questions on which the numbers of two books contradict each other."""
    assert len(kings.atlas.claims) >= 60
    numbers = {
        ref
        for ref, pairs in kings.findings.by_question.items()
        if any(one.outcome == "contradict" and isinstance(one.a.given, Figure) for one in pairs)
    }
    assert len(numbers) >= 12


@pytest.mark.parametrize(
    ("question", "here", "one", "there", "other"),
    CONTRADICTIONS,
    ids=lambda value: str(value).replace(" ", "-"),
)
def test_what_contradicts_is_found(
    kings: Project, question: str, here: str, one: Decimal | str, there: str, other: Decimal | str
) -> None:
    """Two verses that can't both be true contradict each other, without a condition."""
    found = {
        frozenset((_said(pair.a), _said(pair.b))): pair.outcome
        for pair in kings.findings.by_question[f"questions/{question}"]
    }
    assert found[frozenset(((here, one), (there, other)))] == "contradict"


@pytest.mark.parametrize("question", OPEN)
def test_what_only_differs_is_not_called_a_contradiction(kings: Project, question: str) -> None:
    """Silver and gold, or a son of two tribes: readers see both answers, and no verdict."""
    outcomes = {pair.outcome for pair in kings.findings.by_question[f"questions/{question}"]}
    assert outcomes == {"answer-differently"}


@pytest.mark.parametrize(("question", "doubt"), UNLESS)
def test_what_may_be_of_two_things_is_in_doubt(kings: Project, question: str, doubt: str) -> None:
    """Two chiefs with two names, or high places of nobody knows whose: no verdict without a condition."""
    pairs = kings.findings.by_question[f"questions/{question}"]
    opposed = [pair for pair in pairs if pair.says == "opposed" and pair.reach != "other"]
    assert opposed
    assert {(pair.outcome, pair.doubts) for pair in opposed} == {("contradict-unless", (doubt,))}


def test_a_speech_is_its_speakers(kings: Project) -> None:
    """What somebody says in a book is not in the mouth of the book, even a few verses later."""
    spoken = {
        (_cited(claim.quotes[0], claim), str(claim.fact.attributed_to[0]))
        for claim in kings.atlas.claims.values()
        if not claim.fact.own_voice
    }
    assert spoken == set(SPEECHES)


def test_places_are_those_of_the_text(kings: Project) -> None:
    """The chapter and the verse of each passage are those under which the seed has it."""
    for claim in kings.atlas.claims.values():
        for sighting in claim.sightings:
            assert sighting.place is not None
            before = claim.seed.text[: sighting.place.start]
            name = claim.document.record.short
            chapter = re.findall(rf"^{name} ([0-9]+)$", before, re.MULTILINE)[-1]
            verse = re.findall(r"^([0-9]+) ", before, re.MULTILINE)[-1]
            assert _cited(sighting, claim) == f"{name} {chapter}:{verse}", claim.id


def test_places_are_in_pages_and_exports(kings: Project) -> None:
    """Chapter and verse are beside the quotation, and in the data."""
    page = kings.files["questions/men-numbered.md"]
    assert "ch. 24, verse 9" in page
    assert "ch. 21, verse 5" in page
    (fact,) = (
        one
        for one in json.loads(kings.files["data/facts.json"])
        if "eight hundred thousand" in one["quotes"][0]["exact"]
    )
    assert fact["quotes"][0]["locator"] == {"chapter": "24", "verse": "9"}


def test_the_same_records_give_the_same_bytes(kings: Project) -> None:
    """Made twice, every page is the same."""
    assert dict(files(kings.atlas)) == dict(files(Project(KINGS).atlas))


@pytest.mark.site
def test_nothing_of_another_subject_is_on_its_site(built: Path) -> None:
    """The first site leaves no trace; "Syria" is the Syria of these books."""
    for path, data in contents(built / "site").items():
        found = {word.lower() for word in OTHER.findall(data)}
        assert found == set(), path


@pytest.mark.site
def test_a_reader_finds_the_two_counts(built: Path, page: Page) -> None:
    """From the first page to a question, its verdict, and the verse, opened from disk."""
    page.goto((built / "site/index.html").as_uri())
    expect(page).to_have_title(re.compile("The books of the kings"))
    page.goto((built / "site/questions/men-numbered.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_contain_text("men of Israel and of Judah")
    main = page.get_by_role("main")
    expect(main).to_contain_text("800,000")
    expect(main).to_contain_text("1,100,000")
    expect(main).to_contain_text("ch. 24, verse 9")
