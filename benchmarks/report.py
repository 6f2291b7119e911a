"""What was measured: as tables to read, as JSON, and as a chart that the README shows."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
RESULTS, CHART = HERE / "results.json", HERE / "results.svg"

BAR, LINE, LEFT, WIDTH = 14, 26, 300, 760
"""Pixels of the chart: a bar's height, a line's, the room for its name, and the whole width."""


@dataclass(frozen=True, slots=True)
class Table:
    """Some measurements on one machine: a row's first cell names it, None is an empty cell."""

    title: str
    machine: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | float | None, ...], ...]


def machine() -> str:
    """The machine that measures."""
    system = f"{platform.system()} {platform.machine()}"
    return f"{os.cpu_count()} processors, {system}, Python {platform.python_version()}"


def as_markdown(table: Table) -> str:
    """A table, with its machine above it."""
    lines = [
        f"{table.title} ({table.machine})\n",
        _line(table.columns),
        _line(["---", *["---:"] * (len(table.columns) - 1)]),
        *(_line([_cell(one) for one in row]) for row in table.rows),
    ]
    return "\n".join(lines) + "\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(value: str | float | None) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else f"{value:,.3g}" if value < 1000 else f"{value:,.0f}"


def keep(tables: Mapping[str, Table], charted: str) -> None:
    """Write the tables into the results, beside those that were not measured now, and the chart."""
    known = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    known |= {name: asdict(table) for name, table in tables.items()}
    text = json.dumps(known, indent=1, ensure_ascii=False)
    RESULTS.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    if charted in tables:
        CHART.write_text(chart(tables[charted]), encoding="utf-8", newline="\n")


def chart(table: Table) -> str:
    """The second column of a table as bars, in SVG."""
    bars = [(str(row[0]), row[1]) for row in table.rows]
    drawn = [(name, value) for name, value in bars if isinstance(value, float | int)]
    longest = max(value for _, value in drawn)
    parts = [
        _text(0, 14, table.title, "font-weight='bold'"),
        _text(0, 32, f"{table.columns[1]} · {table.machine}"),
    ]
    for number, (name, value) in enumerate(drawn):
        top = 46 + number * LINE
        length = max(1, round(value / longest * (WIDTH - LEFT - 80)))
        parts += [
            _text(LEFT - 10, top + BAR - 2, name, "text-anchor='end'"),
            f"<rect x='{LEFT}' y='{top}' width='{length}' height='{BAR}' fill='#2a7f8e'/>",
            _text(LEFT + length + 8, top + BAR - 2, _cell(value)),
        ]
    height = 46 + len(drawn) * LINE
    title = escape(f"{table.title}: {table.columns[1]}")
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{height}' role='img'"
        f" viewBox='0 0 {WIDTH} {height}' font-family='sans-serif' font-size='13' fill='#767676'>\n"
        f"<title>{title}</title>\n" + "\n".join(parts) + "\n</svg>\n"
    )


def _text(x: int, y: int, words: str, more: str = "") -> str:
    return f"<text x='{x}' y='{y}'{more and f' {more}'}>{escape(words)}</text>"
