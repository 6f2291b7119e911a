"""A file is read as a reviewer sees it, or refused with a place, a reason and a next step."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.strict_yaml import events, syntax
from generator.strict_yaml.reader import RULES, Fields, Items, Node, Scalar, locate, plain, read
from generator.text import characters
from tests.hostile.cases import unescape

CASES = Path(__file__).parent / "cases" / "reader"
BOTH = pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])


def cases() -> Iterator[tuple[str, bytes, str]]:
    """Every bad file, with its complaint."""
    for path in sorted(CASES.glob("*.yaml")):
        node, problems = read(path.read_bytes(), path.name)
        assert isinstance(node, Items), problems
        for value in node.values:
            case = plain(value)
            assert isinstance(case, dict)
            bad, complaint = case["in"], case["complaint"]
            assert isinstance(bad, str)
            assert isinstance(complaint, str)
            yield f"{path.stem}:{value.line}", unescape(bad), complaint


ALL_CASES = list(cases())
BAD = pytest.mark.parametrize(
    ("data", "complaint"),
    [pytest.param(data, complaint, id=name) for name, data, complaint in ALL_CASES],
)


def complaints(data: bytes) -> str:
    """What the reader says of a file, a line for each problem."""
    node, problems = read(data, "x.yaml")
    assert (node is None) == bool(problems)
    assert all(problem.rule in RULES for problem in problems)
    assert problems == sorted(problems)
    return "".join(f"{p.place.line}:{p.place.column}: {p.rule}: {p.message}\n" for p in problems)


def content(text: str) -> object:
    """The content of a file that is read without a problem."""
    node, problems = read(text.encode(), "x.yaml")
    assert node is not None, problems
    return plain(node)


@BAD
def test_a_bad_file_gets_its_complaint(data: bytes, complaint: str) -> None:
    """Line, column, rule, reason and next step are these, to the letter."""
    assert complaints(data) == complaint


@BAD
def test_pure_python_refuses_the_same(
    data: bytes, complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where libyaml is missing the same files are refused, first on the same line."""
    monkeypatch.setattr(events, "LOADER", yaml.SafeLoader)
    said = complaints(data)
    assert said
    if "ud" not in repr(data) and "{a: b" not in repr(data):  # surrogates; the end of a file
        assert said.partition(":")[0] == complaint.partition(":")[0]


@BAD
def test_no_rule_or_place_hangs_on_a_message(
    data: bytes, complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With every meaning of a syntax error in other words, rules and places stay as they are."""
    meaning = syntax._Meaning

    def reworded(_message: str, *rest: Any, **named: Any) -> Any:
        return meaning("otherwise said", *rest, **named)

    monkeypatch.setattr(syntax, "_Meaning", reworded)
    monkeypatch.setattr(
        syntax, "_MEANINGS", [(pattern, reworded(*old)) for pattern, old in syntax._MEANINGS]
    )
    said = [line.split(": ")[:2] for line in complaints(data).splitlines()]
    assert said == [line.split(": ")[:2] for line in complaint.splitlines()]


def test_every_rule_has_a_bad_file() -> None:
    """A rule that nothing breaks may not work; those named here are broken below."""
    below = {"yaml-size", "yaml-line-length", "yaml-depth", "yaml-too-many", "yaml-surrogate"}
    broken = {line.split(": ")[1] for _, _, said in ALL_CASES for line in said.splitlines()}
    assert broken == set(RULES) - below


@BOTH
def test_scalars_stay_text(loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is a number, a date, a truth value or nothing."""
    monkeypatch.setattr(events, "LOADER", getattr(yaml, loader))
    text = (
        "---\na: no\nb: 0123\nc: 12:30\nd: 2016-03\ne: ~\nf: null\ng: ''\nh: .inf\n'<<': [1, 1e3]\n"
    )
    assert content(text) == {
        "a": "no", "b": "0123", "c": "12:30", "d": "2016-03", "e": "~", "f": "null", "g": "",
        "h": ".inf", "<<": ["1", "1e3"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("# a comment\na: b\n  \n# another\nc:\n  # of c\n  - d\n# last", {"a": "b", "c": ["d"]}),
        (
            'a: "b" # told\nc: [d] # and\ne: >- # here\n  f # g\n',
            {"a": "b", "c": ["d"], "e": "f # g"},
        ),
        ("a: b\n# not deeper\nc: d\n", {"a": "b", "c": "d"}),
        ("- a: b\n  # not deeper\n  c: d\n", [{"a": "b", "c": "d"}]),
        ("a: b#c\nd: '#e'\nf: \"# g\"\nh#: i\n", {"a": "b#c", "d": "#e", "f": "# g", "h#": "i"}),
        ('when: "[..2016]"\nor: [a..b, "[..2016]", ../2016]\n', None),
        ("a: {b: 'more than 70,000', c: d}\n", {"a": {"b": "more than 70,000", "c": "d"}}),
        ("a: [1, 000, 10,20]\n", {"a": ["1", "000", "10", "20"]}),
        ("a: b\r\nc: |\r\n  d\r\n  e\r\n", {"a": "b", "c": "d\ne\n"}),
        ("a: b\n  c\n", {"a": "b c"}),
        ("نام: می\u200cرود\n", {"نام": "می\u200cرود"}),
        ('a: "\\u0645\\u06cc\\u200c\\u0631"\n', {"a": "می\u200cر"}),
        ("a: क्\u200dष ❤\ufe0f ©\ufe0f\n", {"a": "क्\u200dष ❤\ufe0f ©\ufe0f"}),
        ('a: "x\\_y\\n\\"\\\\\\/\\x41\\U0001F600"\n', {"a": 'x\xa0y\n"\\/A😀'}),
        ("a: x\xa0y\u00adz\u3000\ufffd\n", {"a": "x\xa0y\u00adz\u3000\ufffd"}),
        ("just text\n", "just text"),
        ("---\na: b\n...\n", {"a": "b"}),
    ],
)
def test_what_is_read(text: str, meant: object) -> None:
    """What looks harmless and is harmless is read."""
    if meant is None:
        assert content(text) is not None
    else:
        assert content(text) == meant


@BOTH
def test_places_are_code_points_from_one(loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns count characters, those beyond U+FFFF too."""
    monkeypatch.setattr(events, "LOADER", getattr(yaml, loader))
    node, problems = read('"𝒳é": "😀" \r\n𝒴😀: {é: 😀, ز: [x]}\r\n'.encode(), "x.yaml")
    assert problems == []
    inner = Fields(
        {"é": Scalar("😀", 2, 9), "ز": Items((Scalar("x", 2, 16),), 2, 15, flow=True)},
        {"é": Scalar("é", 2, 6), "ز": Scalar("ز", 2, 12)},
        2, 5, flow=True,
    )  # fmt: skip
    keys = {"𝒳é": Scalar("𝒳é", 1, 1), "𝒴😀": Scalar("𝒴😀", 2, 1)}
    assert node == Fields({"𝒳é": Scalar("😀", 1, 7), "𝒴😀": inner}, keys, 1, 1, flow=False)


def test_locate() -> None:
    """A path leads to its value, to its name, or to the nearest thing around it."""
    node, _ = read(b"- id: x\n  figures:\n    - unit: person\n      number: 7\n", "x.yaml")
    assert node is not None
    assert locate(node, ()) == (1, 1)
    assert locate(node, (0, "figures", 0, "number")) == (4, 15)
    assert locate(node, (0, "figures", 0, "number"), key=True) == (4, 7)
    assert locate(node, (0, "figures", "list[Figure]", 0, "unit")) == (3, 13)
    assert locate(node, (0, "figures", 0, "missing")) == (3, 7)
    assert locate(node, (0, "id", 3, "deeper")) == (1, 7)
    assert locate(node, (7, "id")) == (1, 1)


# What is large


def test_large_files_lines_and_depths_are_refused() -> None:
    """The limits are the last that is allowed; one more is refused at its place."""
    line = b"a: " + b"b" * 3997
    assert complaints(line) == ""
    assert complaints(b"\n" + line + b"b\n") == (
        "2:4001: yaml-line-length: the line has 4,001 characters, more than 4,000; break it\n"
    )
    deep = b"[" * 12 + b"a" + b"]" * 12
    assert complaints(deep) == ""
    assert complaints(b"a: " + deep) == (
        "1:15: yaml-depth: lists and groups of fields are nested more than 12 deep here; nest them less\n"
    )
    full = b"a: b\n" + b"#\n" * 499_997 + b"\n"
    assert len(full) == 1_000_000
    assert complaints(full) == ""
    assert complaints(full + b"\n") == (
        "1:1: yaml-size: the file has 1,000,001 bytes, more than 1,000,000; split it\n"
    )


def test_problems_end_where_nobody_reads_on() -> None:
    """Of a hundred problems, fifty are listed, and a last one says that there are more."""
    said = complaints(b"- &a b\n" * 100).splitlines()
    assert len(said) == 51
    assert said[49].startswith("50:3: yaml-anchor")
    assert said[50] == (
        "51:3: yaml-too-many: there are more problems in this file; fix those above first"
    )


def test_half_a_character_is_refused_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """To libyaml a lone surrogate is a syntax error; pure Python lets it pass."""
    monkeypatch.setattr(events, "LOADER", yaml.SafeLoader)
    assert complaints(b'a: "x\\ud800"\n') == (
        "1:6: yaml-surrogate: U+D800 is half a character; write the whole character\n"
    )


MEGABYTE = 1_000_000
HOSTILE = {
    "brackets of 30 KB": b"[" * 30_000,
    "merge bomb": b"a: &a {x: y}\n"
    + b"".join(b"b%d: &b%d {<<: [*a, *a, *b%d]}\n" % (n, n, n - 1) for n in range(2000)),
    "alias bomb": b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (n, n, n - 1, n - 1) for n in range(99)),
    **{
        f"{piece!r} repeated": (piece * (MEGABYTE // len(piece) + 1))[:MEGABYTE]
        for piece in (
            *(b"[", b"{", b"? ", b"- ", b"&a ", b"! ", b'"', b"'", b"a: ", b"\n", b"a\n", b"a:\n"),
            *(b" ", b"%\n", b"---\n", b"- a\n\n #\n", b"a: b\n", b"- &a b\n", b'- "\\0"\n', b"#"),
            *(b"\xe2\x80\x8b", "\u0645\u200c".encode(), b"\xff", b"\0", b"\r", b"\t"),
        )
    },
    "commas": b"{" + b"a," * 499_000,
    "blank before commas": b"{a" + b" " * 998_000 + b",b,",
    "numbers": b"[" + b"1,000," * 160_000,
    "aliases": b"[" + b"*a, " * 240_000,
    "escapes": b'"' + b"\\x00" * 249_000 + b'"',
    "steps": b"".join(b" " * (n % 40) + b"a:\n" for n in range(40_000)),
    "date": b"[" + b"0" * 999_000 + b"]",
}


@BOTH
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_soon(name: str, loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file of a megabyte takes long: not by nesting, repeating or expanding."""
    monkeypatch.setattr(events, "LOADER", getattr(yaml, loader))
    data = HOSTILE[name] if loader == "CSafeLoader" else HOSTILE[name][:20_000]
    before = time.process_time()
    complaints(data)
    assert time.process_time() - before < 5  # a busy machine included; about 0.3 s alone


# Whatever the bytes are


PIECES = r"""
a|b: |: |- |? |#| #|'|"|[|]|{|}|, |,|&a |*a|!t |!!|%|@|`|>-|<<: |\|\x0|\u200b|\ud800|\UFFFFFFFF|\"
é|😀|م|70,000|..2016|%YAML 1.1
"""
BREAKS = ("|", "\n", "\n  ", "\n    ", "\n---\n", "\n...\n", "\r\n", "\r", "\t")
UNSEEN = "\u200c\u200b\ufeff\u2028\x85\0\ue000\uffff"
YAML_PIECES = st.sampled_from([*re.split(r"[|\n]", PIECES.strip()), *BREAKS, *BREAKS, *UNSEEN])
YAML_LIKE = st.lists(YAML_PIECES, max_size=30).map("".join)


@BOTH
@given(
    data=st.binary()
    | st.text().map(str.encode)
    | YAML_LIKE.map(str.encode)
    | st.tuples(YAML_LIKE.map(str.encode), st.binary(max_size=4)).map(b"".join)
)
def test_any_bytes_give_a_node_or_problems(loader: str, data: bytes) -> None:
    """No bytes raise an exception, and every problem stands inside the file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events, "LOADER", getattr(yaml, loader))
        node, problems = read(data, "x.yaml")
    assert (node is None) == bool(problems)
    lines = data.decode(errors="replace").replace("\r\n", "\n").count("\n") + 1
    assert all(1 <= problem.place.line <= lines + 1 for problem in problems)
    assert all(problem.place.column >= 1 for problem in problems)
    if node is not None:
        assert not [text for text in texts(node) if list(characters.refusals(text))]


def texts(node: Node) -> Iterator[str]:
    """Every text in a tree, names included."""
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Items):
        for value in node.values:
            yield from texts(value)
    else:
        for name, value in node.values.items():
            yield name
            yield from texts(value)


@given(YAML_LIKE)
def test_what_is_read_is_what_yaml_says(text: str) -> None:
    """Where nothing is refused, PyYAML's own plainest loader reads the same."""
    node, _ = read(text.encode(), "x.yaml")
    if node is not None:
        assert plain(node) == yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506


TEXT = st.text() | st.text(
    "abز\u0645\u200c\u200d 𝒳😀\ufe0f\n\r\t\x85\u2028#:'\"\\[]{},&*!|>%@`-?<=~"
)


def quoted(text: str) -> str:
    """A text in double quotes, with every character escaped that may need it."""
    escapes = (
        char if char.isalnum() else f"\\U{ord(char):08x}" if char not in '"\\' else f"\\{char}"
        for char in text
    )
    return '"' + "".join(escapes) + '"'


@given(TEXT)
def test_text_in_quotes_comes_back_or_is_refused(text: str) -> None:
    """Quoted text is read to the character; it is refused for its characters alone."""
    node, problems = read(f"- {quoted(text)}\n".encode(), "x.yaml")
    refused = {refusal.rule for refusal in characters.refusals(text)}
    assert {problem.rule for problem in problems} <= refused | {"yaml-too-many"}
    assert bool(refused) == bool(problems)
    if node is not None:
        assert plain(node) == [text]


@given(TEXT)
def test_text_in_a_block_comes_back_or_is_refused(text: str) -> None:
    """A block holds its lines as they are."""
    text = text.replace("\r", "")
    block = "- |2+\n" + "".join(f"   {line}\n" for line in text.split("\n"))
    node, problems = read(block.encode(), "x.yaml")
    refused = {refusal.rule for refusal in characters.refusals(text)}
    assert {problem.rule for problem in problems} == refused
    if node is not None:
        assert plain(node) == ["".join(f" {line}\n" for line in text.split("\n"))]


@given(
    st.recursive(TEXT, lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner), max_leaves=9)
)
def test_what_pyyaml_writes_is_read(value: object) -> None:
    """Any tree of text that PyYAML can write comes back, or is refused."""
    written = yaml.dump(value, allow_unicode=True, default_style='"', Dumper=NoAliases)
    node, problems = read(written.encode(), "x.yaml")
    assert plain(node) == value if node is not None else problems


class NoAliases(yaml.SafeDumper):
    """PyYAML, writing everything out."""

    def ignore_aliases(self, _data: object) -> bool:
        """Nothing is named for reuse."""
        return True


def places(node: Node) -> Iterator[tuple[int, int]]:
    """The places of everything in a tree, in the order of the file."""
    yield node.line, node.column
    if isinstance(node, Items):
        for value in node.values:
            yield from places(value)
    elif isinstance(node, Fields):
        for name, value in node.values.items():
            yield from places(node.keys[name])
            yield from places(value)


@given(YAML_LIKE)
def test_places_follow_the_file(text: str) -> None:
    """What is written later has a later place."""
    node, _ = read(text.encode(), "x.yaml")
    if node is not None:
        found = list(places(node))
        assert found == sorted(found)
