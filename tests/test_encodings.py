"""Texts in any encoding are read, and a person is told if it was guessed."""

from __future__ import annotations

import pytest

from generator.intake.document import RefusedError
from generator.intake.encodings import decode

TEXTS = {
    "de": "Die Gilde nahm die Glocke vom Turm. Der Müller kehrte spät zurück; es sei unmöglich, sagte er.",
    "fr": "Le général a déclaré que l’armée était déjà à l’intérieur de la ville. Après l’été, tout a changé.",
    "es": "El gremio tomó la campana en marzo. ¿Quién lo vio? Nadie, señor, y así quedó todo en la región.",
    "pl": "Gildia zabrała dzwon z wieży w marcu. Nikt tego nie widział, a młynarz powiedział, że to nieprawda.",
    "tr": "Lonca mart ayında çanı kuleden aldı. Kimse görmedi; değirmenci bunun doğru olmadığını söyledi.",
    "el": "Η συντεχνία πήρε την καμπάνα από τον πύργο τον Μάρτιο. Κανείς δεν το είδε.",
    "ru": "Гильдия взяла колокол с башни в марте. Никто этого не видел, и мельник сказал, что это неправда.",
    "fa": "انجمن در ماه مارس زنگ را از برج برداشت. هیچ کس آن را ندید و آسیابان گفت که این درست نیست.",
    "ar": "أخذت النقابة الجرس من البرج في شهر مارس. لم يره أحد وقال الطحان إن هذا غير صحيح.",
    "ja": "ギルドは三月に塔から鐘を取り去った。誰もそれを見なかったし、粉屋はそれは本当ではないと言った。",
    "zh": "行会在三月从塔上取走了钟。没有人看见，磨坊主说这不是真的。",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        *(("de", "cp1252"), ("fr", "cp1252"), ("es", "cp1252"), ("pl", "cp1250"), ("tr", "cp1254")),
        *(("el", "cp1253"), ("ru", "cp1251"), ("ru", "koi8_r"), ("ru", "cp866"), ("fa", "cp1256")),
        *(("ar", "cp1256"), ("ar", "iso8859_6"), ("ja", "cp932"), ("ja", "euc_jp")),
        ("zh", "gb18030"),
    ],
)
def test_an_old_encoding_is_guessed(language: str, encoding: str) -> None:
    """The letters come out right, and a doubt shows some of the words for a person to judge."""
    data = TEXTS[language].encode(encoding, "replace")
    text, (remark,) = decode(data)
    assert text == data.decode(encoding)
    assert remark.doubt
    assert remark.shown.split(", ")[0] in text


def test_the_guess_is_explained() -> None:
    """With what to do if the words are wrong."""
    _, (remark,) = decode(TEXTS["de"].encode("cp1252"))
    assert remark.what == (
        "the encoding is guessed: windows-1252; if these words are wrong, add it to the command, such as "
        "`--encoding windows-1256`"
    )
    assert remark.shown == "Müller, spät, zurück, unmöglich"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("utf-16", ["read as UTF-16"]),
        ("utf-32", ["read as UTF-32"]),
    ],
)
@pytest.mark.parametrize("language", TEXTS)
def test_unicode_is_read_as_it_is(language: str, encoding: str, told: list[str]) -> None:
    """With or without a byte order mark; only what is not UTF-8 gets a remark."""
    text, remarks = decode(TEXTS[language].encode(encoding))
    assert text == TEXTS[language]
    assert [one.what for one in remarks] == told


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_letters_without_a_mark(encoding: str) -> None:
    """As some programs of Windows write them."""
    text, (remark,) = decode(TEXTS["de"].encode(encoding))
    assert text == TEXTS["de"]
    assert remark.what == "read as UTF-16"


def test_mail_from_japan() -> None:
    """Its encoding is plain ASCII with marks between which two signs are a letter."""
    text, (remark,) = decode(TEXTS["ja"].encode("iso2022_jp"))
    assert text == TEXTS["ja"]
    assert remark.what == "read as ISO-2022-JP"


def test_the_user_knows_better() -> None:
    """An encoding that is named is taken without a doubt."""
    data = TEXTS["de"].encode("mac_roman")
    assert decode(data, "mac_roman") == (TEXTS["de"], ())


@pytest.mark.parametrize(
    ("data", "asked", "told"),
    [
        (b"a", "klingon", "no encoding is called 'klingon'; write a name such as windows-1252"),
        (
            "Ł".encode("cp1250"),
            "ascii",
            (
                "byte 1 of this file is not ascii; add its encoding to the command, such as `--encoding "
                "windows-1256`"
            ),
        ),
        (
            b"\xff\xfea",
            "",
            (
                "byte 1 of this file is not utf-16-le; add its encoding to the command, such as `--encoding "
                "windows-1256`"
            ),
        ),
        (
            b"PK\x00\x01\xff",
            "",
            "this is not a text file; save its text as plain text, HTML, PDF, DOCX or EPUB",
        ),
        (
            b"PK\x00\x01",
            "",
            "this is not a text file; save its text as plain text, HTML, PDF, DOCX or EPUB",
        ),
    ],
)
def test_what_cannot_be_read(data: bytes, asked: str, told: str) -> None:
    """The message says what to do."""
    with pytest.raises(RefusedError) as caught:
        decode(data, asked)
    assert str(caught.value) == told
