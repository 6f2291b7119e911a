"""Documents in other languages: denials, doubts, bounds, credits and dates in each."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from generator.atlas.atlas import Atlas
from generator.check import Checked
from generator.config.lexicon import Lexicon
from generator.load.folder import Shelf
from generator.load.languages import read_languages
from generator.review.report import summary
from generator.rules.amounts import figures_match_their_words
from generator.rules.attribution import own_voice_credits_nobody
from generator.rules.bounds import qualifiers
from generator.rules.date_evidence import dates_are_in_evidence
from generator.rules.edges import hedges_are_kept, negations_are_kept
from generator.rules.quotations import passages_are_verbatim
from generator.rules.statements import bounds_are_kept, numbers_are_in_evidence
from generator.text.folding import fold_line
from generator.text.numbers import numbers, vague
from tests.made_up import MadeUp, complaints, made_up
from tests.project import ROOT

FILES = sorted((ROOT / "generator/config/languages").glob("*.yaml"))
LANGUAGES = [path.stem for path in FILES]


WITHOUT_SPACES = ("ja", "th", "zh")


def words_of(language: str) -> Lexicon:
    """The words of a language, whose file has no problem."""
    shelf = Shelf(ROOT)
    words = read_languages(shelf, [language])[language]
    assert shelf.problems == []
    return words


def told(language: str, text: str, statement: str, **fields: object) -> Atlas:
    """A fact that quotes the whole text of a document in this language."""
    fact: MadeUp = {"quote": text, "statement": statement, **fields}
    return made_up({"report/a": fact}, documents={"report": {"language": language}})


def test_the_languages_of_readers_are_there() -> None:
    """Each of the seven has its words, its months and its seasons; three have numbers and dates."""
    assert LANGUAGES == ["ar", "de", "es", "fa", "fr", "it", "ja", "ru", "th", "zh"]
    for language in {*LANGUAGES} - {*WITHOUT_SPACES}:
        words = words_of(language)
        assert (len(words.months), len(words.seasons)) == (12, 4)
        for kind in ("negations", "hedges", "reporting", "operators", "about"):
            assert getattr(words.language, kind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_as_texts_are_compared(language: str) -> None:
    """A word that folding changes could never be found."""
    words = words_of(language).language
    phrases = [
        phrase for group in (*words.operators.values(), *words.per.values()) for phrase in group
    ]
    said = (words.negations, words.hedges, words.reporting, words.about, words.estimates)
    phrases += [phrase for group in said for phrase in group]
    assert [one for one in phrases if fold_line(one) != one] == []


KEPT: list[tuple[str, str, str, bool]] = [
    ("de", "Die Zunft hat die Glocke nicht genommen.", "They took it.", False),
    ("de", "Die Zunft hat die Glocke nicht genommen.", "They did not take it.", True),
    ("de", "Die Zunft hat die Glocke genommen.", "They did not take it.", False),
    ("de", "Niemand nahm sie.", "They took it.", False),
    ("fr", "La guilde n’a pas pris la cloche.", "They took it.", False),
    ("fr", "La guilde a pris la cloche.", "They took it.", True),
    ("es", "El gremio no tomó la campana.", "They took it.", False),
    ("ru", "Гильдия не брала колокол.", "They took it.", False),
    ("ru", "Гильдия взяла колокол.", "They took it.", True),
    ("fa", "صنف زنگ را نگرفت.", "They took it.", False),
    ("fa", "صنف زنگ را نمی‌گیرد.", "They take it.", False),
    ("fa", "صنف زنگ را گرفت.", "They took it.", True),
    ("ar", "لم تأخذ النقابة الجرس.", "They took it.", False),
    ("ar", "أخذت النقابة الجرس.", "They took it.", True),
]


@pytest.mark.parametrize(("language", "text", "statement", "kept"), KEPT)
def test_denials(language: str, text: str, statement: str, kept: bool) -> None:
    """A denial in the document's language is one in ours, and the reverse."""
    found = complaints(negations_are_kept, told(language, text, statement))
    assert found == ([] if kept else ["report/a statement: negation"])


@pytest.mark.parametrize(
    ("language", "quote", "after"),
    [
        ("de", "Das Wasser stieg", ", so der Müller."),
        ("es", "El gremio es pobre", ", añadió el molinero."),
        ("fr", "La guilde est pauvre", ", assure le meunier."),
        ("ru", "Гильдия бедна", ", признался мельник."),
    ],
)
def test_a_credit_that_follows_its_words(language: str, quote: str, after: str) -> None:
    """It counts if the quote leaves it out; a quote that is all the sentence has none."""
    for rest, found in ((after, ["report/a quote: own-voice"]), (".", [])):
        atlas = made_up(
            {"report/a": {"quote": quote, "statement": "They are poor."}},
            documents={"report": {"language": language}},
            texts={"report": f"{quote}{rest}"},
        )
        assert complaints(own_voice_credits_nobody, atlas) == found


@pytest.mark.parametrize(
    ("language", "text", "value", "said"),
    [
        # What only looks like a bound is none, and leaves the others.
        ("es", "100 hasta 150 hombres, y más de 200", 200, {"more_than"}),
        ("es", "más de 200, y 100 hasta 150", 200, {"more_than"}),
        # A denial makes a bound its opposite, up to two words before it.
        ("en", "They never had more than 200 men", 200, {"at_most"}),
        ("en", "They at no time had over 200 men", 200, {"at_most"}),
        ("en", "The men didn't exceed 200", 200, {"at_most"}),
        ("en", "They never lost fewer than 200 men", 200, {"at_least"}),
        ("en", "They had not only more than 200 men", 200, {"more_than"}),
        ("en", "They did not leave while more than 200 men stayed", 200, {"more_than"}),
        ("en", "They never saw the men of more than 200 towns", 200, {"more_than"}),
        ("en", "They never left, more than 200 men", 200, {"more_than"}),
        ("en", "They never had about 200 men", 200, {"about"}),
        ("de", "Sie hatten nie mehr als 200 Mann", 200, {"at_most"}),
        ("de", "Es waren nicht nur mehr als 200 Mann", 200, {"more_than"}),
        ("es", "Nunca tuvo más de 200 hombres", 200, {"at_most"}),
        ("es", "No solo más de 200 hombres", 200, {"more_than"}),
        ("fr", "Ils n'ont jamais eu plus de 200 hommes", 200, {"at_most"}),
        ("fr", "Non seulement plus de 200 hommes", 200, {"more_than"}),
        ("it", "Non hanno mai avuto più di 200 uomini", 200, {"at_most"}),
        ("ru", "Никогда не имели более 200 солдат", 200, {"at_most"}),
        ("ru", "Не только более 200 солдат", 200, {"more_than"}),
        ("ar", "لم يكن لديها أكثر من 200 جندي", 200, {"at_most"}),
        # A word for a round number says so of itself alone.
        ("fr", "12 hommes et une centaine", 12, set()),
        ("fr", "12 hommes et une centaine", 100, {"about"}),
    ],
)
def test_the_bounds_of_each_amount(language: str, text: str, value: int, said: set[str]) -> None:
    """What is said of one amount of several."""
    words = made_up({}).config.words_of("en") if language == "en" else words_of(language)
    amounts = [one for one in numbers(text, words.numbers) if one.value == value]
    assert qualifiers(text, amounts, words.language) == said


def test_what_is_not_a_bound_leaves_the_others() -> None:
    """Of all amounts of a text."""
    words, text = words_of("es"), "100 hasta 150, y más de 200"
    assert qualifiers(text, numbers(text, words.numbers), words.language) == {"more_than"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Angeblich nahm die Zunft die Glocke."),
        ("fr", "La guilde aurait pris la cloche."),
        ("es", "Supuestamente el gremio tomó la campana."),
        ("ru", "Гильдия якобы взяла колокол."),
        ("fa", "احتمالاً صنف زنگ را گرفت."),
        ("ar", "ربما أخذت النقابة الجرس."),
    ],
)
def test_doubt(language: str, text: str) -> None:
    """A doubt that the statement leaves out is a problem; one that it keeps is not."""
    assert complaints(hedges_are_kept, told(language, text, "They took it."))
    assert not complaints(hedges_are_kept, told(language, text, "They possibly took it."))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Müller sagte, die Zunft sei arm."),
        ("de", "Laut dem Müller ist die Zunft arm."),
        ("fr", "Selon le meunier, la guilde est pauvre."),
        ("es", "Según el molinero, el gremio es pobre."),
        ("ru", "По словам мельника, гильдия бедна."),
        ("fa", "به گفته آسیابان صنف فقیر است."),
        ("ar", "وقال الطحان إن النقابة فقيرة."),
    ],
)
def test_credit(language: str, text: str) -> None:
    """A sentence that credits somebody is not the document's own."""
    found = complaints(own_voice_credits_nobody, told(language, text, "They are poor."))
    assert found == ["report/a quote: own-voice"]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("de", "1.000 Männer, 1.234,50 Euro, 2 Millionen, zwölf", "1000 1234.50 2000000 12"),
        ("de", "1,5 Mio", "1500000"),
        # A decimal point of another language, where it can be nothing else.
        ("de", "1.5 Millionen, 2.50 Euro, 3.4%", "1500000 2.50 3.4"),
        ("fr", "1.5 million, le 3.5.1903", "1500000 3 5 1903"),
        ("de", "um 14.30 Uhr, 12.300 Millionen", "14 30 12300000000"),
        ("fr", "12 300 hommes, 1,5 million, deux", "12300 1500000 2"),
        ("es", "1.000 hombres, 2,5 millones, tres", "1000 2500000 3"),
        ("ru", "12 300 человек, 1,5 млн, два", "12300 1500000 2"),
        ("fa", "۷۰٬۰۰۰ نفر، ۲ میلیون، سه", "70000 2000000 3"),
        ("ar", "٧٠٬٠٠٠ رجل، ٢ مليون", "70000 2000000"),
    ],
)
def test_numbers(language: str, text: str, values: str) -> None:
    """Signs between digits, scales and small numbers are those of the language."""
    found = numbers(fold_line(text), words_of(language).numbers)
    assert [one.value for one in found] == [*map(Decimal, values.split())]


@pytest.mark.parametrize(
    ("language", "text", "stretches"),
    [
        ("de", "dreitausendfünfhundert Mann, einundzwanzig", ["dreitausendfünfhundert", "einundzwanzig"]),
        ("ar", "ثم و200 رجل", ["200"]),
        ("ar", "ثم فثلاثون رجلا", ["ثلاثون"]),
    ],
)  # fmt: skip
def test_where_numbers_are(language: str, text: str, stretches: list[str]) -> None:
    """All the words that are written as one, without what is joined to their front."""
    found = numbers(text, words_of(language).numbers)
    assert [text[each.start : each.end] for each in found] == stretches


@pytest.mark.parametrize(
    ("text", "phrases", "values"),
    [
        ("тысячи человек", ["тысячи"], []),
        ("более тысячи человек", [], [1000]),
        ("там около тысячи человек", [], [1000]),
        ("около тысячи человек и миллионы рублей", ["миллионы"], [1000]),
        ("тысячи человек, около тысячи рублей", ["тысячи"], [1000]),
    ],
)
def test_numbers_in_the_singular(text: str, phrases: list[str], values: list[int]) -> None:
    """After some words, the Russian for "thousands" is one thousand."""
    words = words_of("ru").numbers
    assert [one.phrase for one in vague(text, words)] == phrases
    assert [one.value for one in numbers(text, words)] == values


@pytest.mark.parametrize(
    ("language", "stated", "fields"),
    [
        ("de", "mehr als 200 Männer", {"more_than": 200}),
        ("de", "höchstens 200 Männer", {"at_most": 200}),
        ("de", "etwa 200 Männer", {"number": 200, "about": True}),
        ("fr", "plus de 200 hommes", {"more_than": 200}),
        ("fr", "au moins 200 hommes", {"at_least": 200}),
        ("es", "más de 200 hombres", {"more_than": 200}),
        ("es", "unos 200 hombres", {"number": 200, "about": True}),
        ("ru", "не менее 200 человек", {"at_least": 200}),
        ("ru", "около 200 человек", {"number": 200, "about": True}),
        ("fa", "بیش از 200 نفر", {"more_than": 200}),
        ("fa", "حداقل ۲۰۰ نفر", {"at_least": 200}),
        ("ar", "أكثر من 200 رجل", {"more_than": 200}),
        ("ar", "حوالي 200 رجل", {"number": 200, "about": True}),
    ],
)
def test_bounds(language: str, stated: str, fields: dict[str, object]) -> None:
    """A figure has the bound of its words, and a statement in English may have it too."""
    own = {"more_than": "more than 200", "at_most": "at most 200", "at_least": "at least 200"}
    said = next((own[name] for name in fields if name in own), "about 200")
    figure = {"as_stated": stated, "unit": "person", **fields}
    atlas = told(language, stated, f"There came {said} men.", figures=[figure])
    rules: list[Callable[..., object]] = [figures_match_their_words, bounds_are_kept]
    assert [complaints(rule, atlas) for rule in rules] == [[], []]  # type: ignore[arg-type]
    exact = {"as_stated": stated, "unit": "person", "number": 200}
    place = "as_stated" if "about" in fields else "number"
    assert complaints(
        figures_match_their_words, told(language, stated, "200 men came.", figures=[exact])
    ) == [f"report/a figures 0 {place}: figure"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Am 3. März 1903 kamen sie."),
        ("fr", "Ils vinrent le 3 mars 1903."),
        ("es", "Vinieron el 3 de marzo de 1903."),
        ("ru", "Они пришли 3 марта 1903 года."),
        ("fa", "آنها ۳ مارس ۱۹۰۳ آمدند."),
        ("ar", "جاءوا في 3 مارس 1903."),
    ],
)
def test_months(language: str, text: str) -> None:
    """A date in the document's language gives its month."""
    right = told(language, text, "On 3 March 1903 they came.", when="1903-03-03")
    assert complaints(dates_are_in_evidence, right) == []
    assert complaints(numbers_are_in_evidence, right) == []
    wrong = told(language, text, "They came.", when="1903-04-03")
    assert complaints(dates_are_in_evidence, wrong) == ["report/a when: date-not-in-quote"]


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("de", "Er kam 44 v. Chr. in die Stadt.", "-0043"),
        ("de", "Von 50 bis 44 v. Chr. war er dort.", "-0049/-0043"),
        ("fr", "Il vint en 44 av. J.-C.", "-0043"),
        ("es", "Vino en el 44 a. C.", "-0043"),
        ("ru", "Он пришёл в 44 году до н. э.", "-0043"),
        ("fa", "او در سال ۴۴ پیش از میلاد آمد.", "-0043"),
        ("ar", "جاء في عام ٤٤ قبل الميلاد.", "-0043"),
        ("de", "Sie kamen im 20. Jahrhundert.", "19XX"),
        ("de", "Sie kamen im 1. Jahrhundert v. Chr.", "-00XX"),
        ("fr", "Ils vinrent au XXe siècle.", "19XX"),
        ("fr", "Ils vinrent au Ier siècle av. J.-C.", "-00XX"),
        ("es", "Vinieron en el siglo XX.", "19XX"),
        ("es", "Vinieron en el siglo I a. C.", "-00XX"),
        ("ru", "Они пришли в XX веке.", "19XX"),
        ("ru", "Они пришли в 20-м веке.", "19XX"),
        ("fa", "آنها در قرن بیستم آمدند.", "19XX"),
        ("fa", "آنها در سده ۲۰ آمدند.", "19XX"),
        ("ar", "جاءوا في القرن العشرين.", "19XX"),
    ],
)
def test_eras(language: str, text: str, when: str) -> None:
    """Years before Christ and centuries, as the language names them; no other year or century."""
    assert complaints(dates_are_in_evidence, told(language, text, "They came.", when=when)) == []
    for wrong in ("0044", "-0044", "18XX", "-18XX", "00XX"):
        atlas = told(language, text, "They came.", when=wrong)
        assert complaints(dates_are_in_evidence, atlas) == ["report/a when: date-not-in-quote"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("آنها در سال ۱۳۹۸ آمدند.", "1398 solar-hijri"),
        ("آنها در سال ۱۳۹۸ میلادی آمدند.", "1398"),
        ("آنها در سال ۱۳۹۸م آمدند.", "1398"),
        ("آنها ۳ مارس ۱۳۹۸ آمدند.", "1398-03-03"),
        ("آنها در سال ۱۹۰۳ آمدند.", "1903"),
    ],
)
def test_the_usual_calendar_of_a_language(text: str, when: str) -> None:
    """A Persian year without a mark is a solar one, if it can be; one of ours has its mark or its month."""
    assert complaints(dates_are_in_evidence, told("fa", text, "They came.", when=when)) == []
    if when.endswith("solar-hijri"):
        wrong = told("fa", text, "They came.", when=when[:4])
        (problem,) = dates_are_in_evidence(wrong)
        assert "write `1398 solar-hijri`" in problem.message


@pytest.mark.parametrize(
    ("language", "text", "quote", "values", "when"),
    [
        (
            "zh",
            "2016年3月15日，300万人来到广场。",
            "2016年3月15日，300万人",
            "2016 3 15 3000000",
            "2016-03-15",
        ),
        ("zh", "２０１６年３月他们来了。", "２０１６年３月", "2016 3", "2016-03"),
        ("zh", "他们在公元前44年来了。", "公元前44年", "44", "-0043"),
        ("zh", "他们在20世纪来了。", "在20世纪", "20", "19XX"),
        ("ja", "彼らは2016年3月15日に来た。", "2016年3月15日に来た", "2016 3 15", "2016-03-15"),
        ("ja", "彼らは紀元前44年に来た。", "紀元前44年", "44", "-0043"),
        ("th", "พวกเขามาถึงวันที่15มีนาคม2016", "วันที่15มีนาคม2016", "15 2016", "2016-03-15"),
    ],
)
def test_scripts_without_spaces(
    language: str, text: str, quote: str, values: str, when: str
) -> None:
    """A quote may begin and end at any letter, but not inside a number; numbers and dates are read."""
    words = words_of(language)
    assert not words.known
    assert [one.value for one in numbers(fold_line(quote), words.numbers)] == [
        *map(Decimal, values.split())
    ]
    document = {"report": {"language": language}}

    def found(rule: Callable[..., object], **fields: object) -> list[str]:
        fact: MadeUp = {"quote": quote, "statement": "They came.", **fields}
        atlas = made_up({"report/a": fact}, documents=document, texts={"report": text})
        return complaints(rule, atlas)  # type: ignore[arg-type]

    assert found(passages_are_verbatim) == []
    assert found(dates_are_in_evidence, when=when) == []
    for wrong in ("2017", "0044", "2016-02-15", "18XX"):
        assert found(dates_are_in_evidence, when=wrong) == ["report/a when: date-not-in-quote"]


def test_a_number_is_not_cut_in_a_script_without_spaces() -> None:
    """Nor a vowel sign from its letter."""
    for language, text, quote in (
        ("zh", "2016年来了300人。", "00人"),
        ("zh", "2016年来了300万人。", "来了300"),
        ("th", "พวกเขาปฏิวัติ", "ิวัติ"),
    ):
        atlas = made_up(
            {"report/a": {"quote": quote}},
            documents={"report": {"language": language}},
            texts={"report": text},
        )
        assert complaints(passages_are_verbatim, atlas) == ["report/a quote: quote-cut"]


def test_a_language_without_words_says_so_once() -> None:
    """Nothing is checked that needs its words; digits mean the same everywhere."""
    atlas = told("tr", "Lonca çanı 1903'te almadı.", "They did not take it in 1903.", when="1903")
    for rule in (negations_are_kept, hedges_are_kept, own_voice_credits_nobody, bounds_are_kept):
        assert complaints(rule, atlas) == []
    assert complaints(dates_are_in_evidence, atlas) == []
    (line,) = (one for one in summary(Checked(atlas, ())) if "no words of" in one)
    assert line.startswith("sources/report: the program knows no words of ")
    assert "site_config/languages/tr.yaml" in line


def test_a_project_adds_a_language_by_one_file(tmp_path: Path) -> None:
    """Its own file goes before the program's."""
    folder = tmp_path / "site_config/languages"
    folder.mkdir(parents=True)
    (folder / "tr.yaml").write_text("language:\n  negations: [değil]\n", encoding="utf-8")
    (folder / "de.yaml").write_text("language:\n  negations: [nix]\n", encoding="utf-8")
    shelf = Shelf(tmp_path)
    found = read_languages(shelf, ["tr", "de", "en", "xx"])
    assert sorted(found) == ["de", "tr"]
    assert found["tr"].language.negations == ("değil",)
    assert found["de"].language.negations == ("nix",)
    assert shelf.problems == []


def test_a_project_may_replace_one_part_of_a_language(tmp_path: Path) -> None:
    """What its file leaves out is as the program has it."""
    folder = tmp_path / "site_config/languages"
    folder.mkdir(parents=True)
    (folder / "zh.yaml").write_text("language:\n  negations: [没有]\n", encoding="utf-8")
    words, given = read_languages(Shelf(tmp_path), ["zh"])["zh"], words_of("zh")
    assert (words.known, words.language.negations) == (True, ("没有",))
    assert (words.numbers.short, words.months) == (given.numbers.short, given.months)
    (folder / "zh.yaml").write_text("numbers:\n  small: {一: 1}\n", encoding="utf-8")
    words = read_languages(Shelf(tmp_path), ["zh"])["zh"]
    assert (words.known, words.months) == (False, given.months)
    assert (words.numbers.small, words.numbers.short) == ({"一": 1}, {})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("language:\n  negation: [değil]\n", "negations"),
        ("numbers:\n  small: {iki: iks}\n", "numbers.small"),
        ("numbers:\n  vague: {onlarca: [1, 2, 3]}\n", "numbers: vague.onlarca has 3 numbers"),
        ("- değil\n", "not a record"),
        ("language: {\n", ""),
    ],
)
def test_a_file_of_words_with_a_mistake(tmp_path: Path, text: str, message: str) -> None:
    """The message has its place, and the language has no words."""
    folder = tmp_path / "site_config/languages"
    folder.mkdir(parents=True)
    (folder / "tr.yaml").write_text(text, encoding="utf-8")
    shelf = Shelf(tmp_path)
    assert read_languages(shelf, ["tr"]) == {}
    assert shelf.problems[0].place.path == "site_config/languages/tr.yaml"
    assert message in shelf.problems[0].message
