"""Search: on the real site in a real browser, the same from a server and from disk."""

from __future__ import annotations

import hashlib
import json
import random
import re
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator.data.search_index import FOLDER
from generator.data.search_words import SearchReader
from generator.data.shards import base36, chunks, cut, postings, script
from tests.project import ROOT, configured, wording
from tests.readers import ASSETS, FOUND, is_found, queries

ENGINE = "03c27931eb603af1d3358579e9885eafdb6a2f5fa9929557b3e77d7e99d06d03"
"""sha256 of dist/umd/index.js in the package minisearch 7.2.0."""
EVERY = 6
"""One of so many queries is typed in a browser; tests/test_answers.py asks them all."""
LETTERS = "aeiouyhqgk ’'ʿ.,-0123456789ABZāṣīéøßÆقكکیيىئآةهحخسشعغ\u200c\u0651\u0301پچژگ٧۷٬٫Сулейщ東革命衛ガのレก็ิวั\u3000\u00ad"
ENDINGS = (
    "s",
    "ies",
    "ing",
    "ed",
    "ated",
    "ation",
    "ations",
    "ments",
    "ers",
    "ally",
    "isms",
    "ll",
    "e",
)
FIELD = ".search__field"
LINKS = ".search__list a, .find__list a"
ANSWERED = """query => {
    const all = document.querySelector('.search__all');
    const none = document.querySelector('.search__heading');
    return [all, none].some(one => one?.textContent.includes('“' + query + '”'));
}"""


def vectors(name: str) -> list[dict[str, Any]]:
    """What texts must be read as, for both languages."""
    told: list[dict[str, Any]] = json.loads((ROOT / f"tests/{name}.json").read_text("utf-8"))
    return told


@pytest.fixture(scope="module")
def reader() -> SearchReader:
    """The rules."""
    return SearchReader(configured())


def test_names_are_folded_as_agreed(reader: SearchReader) -> None:
    """The words of each text, and what each sounds like, in Python."""
    for one in vectors("spelling"):
        words = reader.words(one["text"])
        assert words == one["words"], one["text"]
        assert [reader.sound(word) for word in words] == one["sounds"], one["text"]


def test_forms_of_a_word_are_one(reader: SearchReader) -> None:
    """The telling words of each text, and what each has in common with its other forms, in Python."""
    for one in vectors("forms"):
        telling = reader.telling(one["text"])
        assert telling == one["telling"], one["text"]
        assert [reader.form(word) for word in telling] == one["forms"], one["text"]


def test_a_script_reads_as_the_program_does(reader: SearchReader, page: Page) -> None:
    """The same in a browser, and of any text whatever."""
    page.goto("about:blank")
    page.add_script_tag(path=ASSETS / "search/spelling.js")
    page.add_script_tag(path=ASSETS / "search/words.js")
    chance = random.Random(5)
    texts = [one["text"] for name in ("spelling", "forms") for one in vectors(name)]
    texts += ["".join(chance.choices(LETTERS, k=chance.randrange(24))) for _ in range(2000)]
    endings = [
        "".join(chance.choices("abdelmnrst", k=5)) + one for one in ENDINGS for _ in range(9)
    ]
    texts += endings
    read = """([rules, tables, texts]) => {
        const { words, sound, telling, form } = attestedReading(rules, tables);
        return texts.map(text => [words(text), words(text).map(sound), telling(text), words(text).map(form)]);
    }"""
    rules = configured().spelling.table()
    told = page.evaluate(read, [rules, reader.table(), texts])
    for text, (words, sounds, telling, forms) in zip(texts, told, strict=True):
        assert words == reader.words(text), text
        assert sounds == [reader.sound(word) for word in words], text
        assert telling == reader.telling(text), text
        assert forms == [reader.form(word) for word in words], text


def test_the_engine_is_the_one_that_was_published() -> None:
    """MiniSearch stands here unchanged, with its licence and its version."""
    engine = (ASSETS / "search/minisearch.js").read_bytes()
    assert hashlib.sha256(engine).hexdigest() == ENGINE
    licence = (ASSETS / "search/minisearch.LICENSE.txt").read_text("utf-8")
    assert "minisearch 7.2.0" in licence
    assert "Permission is hereby granted" in licence


def test_numbers_are_stored_as_differences() -> None:
    """Ascending, to base 36."""
    assert postings({40, 3, 4}) == "3 1 10"
    assert postings([]) == ""
    assert [base36(number) for number in (0, 35, 36, 1295, 1296)] == ["0", "z", "10", "zz", "100"]


def test_a_table_is_cut_where_it_may_be() -> None:
    """No part is too large, none has less than it could, and a key stands in one part only."""
    lines = [(key, f"{key}{number}") for key in "abcdef" for number in range(3)]
    parts = list(cut(lines, 30))
    assert [line for _, part in parts for line in part] == [line for _, line in lines]
    assert [first for first, _ in parts] == ["a", "c", "e"]
    assert [first for first, _ in cut(lines, 1)] == list("abcdef")
    assert list(cut([], 30)) == []
    assert list(chunks([1, 2, 3], 2)) == [[1, 2], [3]]


def test_a_file_of_the_index_is_only_data() -> None:
    """Whatever a name holds, it stays inside a string of the script."""
    text = '"); alert(1) //\\ \u2028</script>'
    told = script("x", "d", [text])
    assert "\u2028" not in told
    inside = told.removeprefix("attestedSearch.put(").removesuffix(");\n")
    assert json.loads(f"[{inside}]") == ["x", "d", [text]]


def answer(page: Page, query: str) -> list[str]:
    """What the list under the field shows for a query, as references and ids, in its order."""
    page.locator(FIELD).fill(query)
    page.wait_for_function(ANSWERED, arg=query)
    return shown(page)


def shown(page: Page) -> list[str]:
    """Whither the results lead."""
    paths = page.eval_on_selector_all(LINKS, "all => all.map(one => one.href)")
    found = ["/".join(urlsplit(path).path.split("/")[-2:]).removesuffix(".html") for path in paths]
    return [one.removeprefix("facts/") for one in found if not one.startswith("search/")]


def _told(page: Page) -> list[str]:
    """What each result says."""
    texts = page.eval_on_selector_all(LINKS, "all => all.map(one => one.textContent)")
    return [" ".join(text.split()) for text in texts]


def test_readers_find_what_they_look_for(
    start: str, page: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is typed into the field finds what is wanted among the first three that the list shows."""
    page.goto(f"{start}/people/index.html")
    page.keyboard.press("/")
    asked = queries()[::EVERY]
    missed = []
    for one in asked:
        first = answer(page, one.text)[:3]
        if not is_found(one, zip(first, _told(page), strict=False)):
            missed.append(f"{one.kind}: {one.text}: {', '.join(first) or 'nothing'}")
    with capsys.disabled():
        score = f"\nsearch: {len(asked) - len(missed)} of {len(asked)} queries find what is wanted"
        sys.stdout.write("\n  not ".join([score, *missed]) + "\n")
    assert len(missed) <= len(asked) * (1 - FOUND)


@pytest.mark.parametrize(
    "asked", ["温德钟楼行会", "行会", "钟楼", "鐘楼組合", "組合", "ระฆัง", "หอระฆังเวนด์"]
)
def test_a_part_of_a_name_without_spaces_is_found(village: Path, page: Page, asked: str) -> None:
    """Chinese, Japanese and Thai: nothing shows where a word begins, so it may begin anywhere."""
    page.goto((village / "site/index.html").as_uri())
    page.keyboard.press("/")
    assert answer(page, asked)[:1] == ["units/wend-guild"]


def test_a_slip_is_mended(start: str, page: Page) -> None:
    """The list says what the query may have meant, and leads there."""
    page.goto(f"{start}/people/index.html")
    page.locator(FIELD).fill("consulate bombimg")
    meant = page.get_by_role("group", name=wording().search.meant).get_by_role("option")
    expect(meant).to_have_text("consulate bombing")
    meant.click()
    expect(page.locator(FIELD)).to_have_value("consulate bombing")
    expect(page.locator(".find__list a").first).to_contain_text("consulate")


def test_nothing_found_leads_on(start: str, page: Page) -> None:
    """Where there is nothing near, a reader is led to all questions and all names."""
    page.goto(f"{start}/people/index.html")
    page.locator(FIELD).fill("xyzzy")
    told = page.get_by_role("group", name=wording().search.instead)
    expect(told).to_contain_text("“xyzzy”")
    ways = told.get_by_role("option")
    expect(ways).to_have_text([wording().search.every_question, wording().search.every_name])
    ways.first.click()
    expect(page.locator("article h1")).to_have_text(wording().titles.questions)


def test_the_list_is_used_by_keyboard(start: str, page: Page) -> None:
    """`/` goes to the field, arrows through the list, Escape closes it, Enter opens a result."""
    page.goto(f"{start}/people/qasem-soleimani.html")
    field = page.get_by_role("combobox")
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("hizbollah")
    page.wait_for_function(ANSWERED, arg="hizbollah")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".search__status")).to_contain_text("1 page, ")
    options = page.get_by_role("option")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    first = options.first.get_attribute("id")
    assert field.get_attribute("aria-activedescendant") == first
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("hizbollah")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("article h1")).to_have_text("Hezbollah")
    assert page.url == f"{start}/units/hezbollah.html"


def test_a_key_that_is_typed_elsewhere_is_left_alone(start: str, page: Page) -> None:
    """A slash in a field is a slash, and with another key it is a command of the browser."""
    page.goto(f"{start}/index.html")
    page.keyboard.press("Control+/")
    expect(page.locator(FIELD)).not_to_be_focused()
    page.locator(FIELD).focus()
    page.keyboard.type("a/b")
    expect(page.locator(FIELD)).to_have_value("a/b")


def test_text_is_pasted_by_mouse(start: str, page: Page) -> None:
    """No key is pressed: the text comes by the menu of the mouse."""
    page.goto(f"{start}/index.html")
    page.locator(FIELD).click()
    page.evaluate("document.execCommand('insertText', false, 'Suleimani')")
    page.wait_for_function(ANSWERED, arg="Suleimani")
    assert shown(page)[0] == "people/qasem-soleimani"


def test_a_fact_shows_who_says_so(start: str, page: Page) -> None:
    """A fact that is found shows when, what, who says so and the letter of the document."""
    page.goto(f"{start}/index.html")
    answer(page, "70,000")
    facts = page.get_by_role("option").filter(has_text="more than 70,000")
    fact = facts.filter(has=page.locator(".badge", has_text="N")).first
    expect(fact.locator(".when")).to_have_text("by 2016")
    expect(fact.locator(".hint")).to_contain_text(
        wording().claim.says.format(who="the National Council of Resistance of Iran")
    )
    expect(fact.locator(".badge")).to_have_text("N")
    expect(fact.locator("mark")).to_have_text("70,000")


@pytest.mark.parametrize("width", [1280, 320])
def test_an_open_search_is_in_sight(site: Path, page: Page, width: int) -> None:
    """The whole of the list, even on a phone."""
    page.set_viewport_size({"width": width, "height": 700})
    page.goto((site / "index.html").as_uri())
    answer(page, "Soleymani")
    box = page.get_by_role("listbox").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 700


def test_an_address_holds_a_search(start: str, page: Page) -> None:
    """Enter leads to all that is found; filters change the address, and it gives them back."""
    page.goto(f"{start}/units/hezbollah.html")
    answer(page, "Soleimani visit Russia")
    page.locator(FIELD).press("Enter")
    page.locator(".find__list a").first.wait_for()
    assert parse_qs(urlsplit(page.url).query) == {"q": ["Soleimani visit Russia"]}
    page.get_by_role("combobox", name=wording().search.source).select_option(
        label="N · Pro-NCRI article"
    )
    expect(page.locator(".find__status")).to_contain_text("0 pages")
    expect(page.locator(".find__list .badge").first).to_have_text("N")
    assert set(page.locator(".find__list .badge").all_inner_texts()) == {"N"}
    page.reload()
    page.locator(".find__list a").first.wait_for()
    expect(page.get_by_role("combobox", name=wording().search.source)).to_have_value(
        "sources/ncri-involvement"
    )
    expect(page.locator(FIELD)).to_have_value("Soleimani visit Russia")
    page.get_by_role("button", name=wording().search.clear).click()
    expect(page.locator(".find__status")).not_to_contain_text("0 pages")


@pytest.fixture
def published(site: Path) -> dict[str, dict[str, Any]]:
    """The published facts by id."""
    return {one["id"]: one for one in json.loads((site / "data/facts.json").read_text("utf-8"))}


def _placed_on(fact: dict[str, Any]) -> str:
    """When a fact happened, else when it was said: as stated, or as evidence gives it."""
    for field in ("when", "said_on"):
        stated, found = fact[field], fact[f"{field}_concluded"]
        if stated and "XXXX" not in stated:
            return str(stated)
        if found and (found["known"] == "dated" or (field, found["known"]) == ("when", "present")):
            return str(found["date"])
        if stated and field == "when":
            return ""
    return ""


@pytest.mark.parametrize(
    "asked",
    [
        {"kind": "policy"},
        {"source": "sources/syrian-observer-losses"},
        {"by": "units/ncri"},
        {"from": "2012", "to": "2013"},
        {"by": "people/ali-khamenei", "kind": "motive"},
    ],
)
def test_filters_keep_what_they_say(
    site: Path, page: Page, published: dict[str, dict[str, Any]], asked: dict[str, str]
) -> None:
    """Without words, a filter finds just the facts that are of that kind, document, speaker, time."""

    def wanted(fact: dict[str, Any]) -> bool:
        date = _placed_on(fact)
        years = [int(year) for year in re.findall(r"(?<!\d)\d{4}", date)]
        first, last = (min(years), max(years)) if years else (0, 0)
        if years and date.startswith(("[..", "../")):
            first = 0
        if years and date.endswith(("..]", "/..")):
            last = 9999
        return (
            asked.get("kind", fact["type"]) == fact["type"]
            and asked.get("source", fact["source"]) == fact["source"]
            and ("by" not in asked or asked["by"] in [one["ref"] for one in fact["attributed_to"]])
            and ("from" not in asked or (bool(years) and first <= 2013 and last >= 2012))
        )

    query = "&".join(f"{key}={value}" for key, value in asked.items())
    page.goto(f"{(site / 'search/index.html').as_uri()}?{query}")
    page.locator(".find__list a").first.wait_for()
    while page.get_by_role("button", name=wording().search.more).count():
        page.get_by_role("button", name=wording().search.more).click()
        page.wait_for_timeout(50)
    assert sorted(shown(page)) == sorted(one for one, fact in published.items() if wanted(fact))


def test_nothing_is_loaded_before_it_is_asked_for(start: str, page: Page) -> None:
    """A page asks for no part of the search until a reader goes to the field; then for little."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{start}/people/qasem-soleimani.html")
    page.wait_for_timeout(300)
    assert [url for url in asked if "/search/" in url] == []
    page.locator(FIELD).focus()
    answer(page, "Suleimani")
    loaded = {url.partition("?")[0].removeprefix(f"{start}/") for url in asked if "/search/" in url}
    assert any(path.startswith(FOLDER) for path in loaded)


def test_a_search_that_changed_meanwhile_begins_again(start: str, page: Page) -> None:
    """A site that was published again while a page was open is read anew, not mixed up."""
    page.goto(f"{start}/index.html")
    page.locator(FIELD).focus()
    page.wait_for_selector('[role="combobox"]')
    page.evaluate(
        """() => {
            const { put } = attestedSearch;
            let once = true;
            attestedSearch.put = (name, digest, payload) => {
                put(name, once && name !== 'start' ? 'older' : digest, payload);
                once = name === 'start' ? false : once;
            };
        }"""
    )
    assert answer(page, "Suleimani")[0] == "people/qasem-soleimani"


def test_an_impatient_reader_gets_the_page_of_the_search(start: str, page: Page) -> None:
    """Whoever presses Enter before the search has been loaded, as on a bad line."""
    page.route("**/assets/search/*.js", lambda _: None)  # these never arrive
    page.goto(f"{start}/index.html")
    page.locator("form.search input").fill("Aleppo")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/index\.html\?q=Aleppo$"), wait_until="commit")


def test_without_a_script_the_field_leads_to_all_names(start: str, still_page: Page) -> None:
    """There every spelling stands; and the page of a search says so too."""
    still_page.goto(f"{start}/people/qasem-soleimani.html")
    still_page.locator(FIELD).fill("Suleimani")
    still_page.get_by_role("button", name=wording().theme.words.find).click()
    expect(still_page.locator("article h1")).to_have_text(wording().titles.names)
    expect(still_page.get_by_text("Suleimani", exact=True).first).to_be_visible()
    still_page.goto(f"{start}/search/index.html")
    still_page.get_by_role("link", name=wording().search_page.every_name).click()
    expect(still_page.locator("article h1")).to_have_text(wording().titles.names)
