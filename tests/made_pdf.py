"""Small PDFs, written by hand: lines at given places, with whatever else a test needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class At(NamedTuple):
    """A text whose baseline begins at a point of the page, in letters of a size; `turned` by 90 degrees."""

    x: float
    y: float
    text: str
    size: float = 10
    turned: bool = False


def made_pdf(
    pages: Sequence[Iterable[At]],
    *,
    info: str = "",
    catalog: str = "",
    more: Sequence[str] = (),
    trailer: str = "",
) -> bytes:
    """A PDF of these pages. `more` are objects from number 4 + 2 × pages on, `info` is number 3."""
    count = len(pages)
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(count))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        f"<< {info} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        stream = "".join(map(_drawn, page))
        objects += [
            (
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Resources << /Font << /F 4 0 R >> >> "
                f"/Contents {6 + 2 * number} 0 R >>"
            ),
            f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream",
        ]
    objects += more
    parts, places = [b"%PDF-1.7\n"], []
    for number, text in enumerate(objects, start=1):
        places.append(sum(map(len, parts)))
        parts.append(f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252"))
    start = sum(map(len, parts))
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}trailer\n<< /Size {len(objects) + 1} "
    parts.append(f"{end}/Root 1 0 R /Info 3 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode())
    return b"".join(parts)


def _drawn(one: At) -> str:
    text = one.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    way = "0 1 -1 0" if one.turned else "1 0 0 1"
    return f"BT /F {one.size} Tf {way} {one.x} {one.y} Tm ({text}) Tj ET\n"


def column(text: str, x: float = 50, top: float = 500, step: float = 12) -> list[At]:
    """Lines below each other; an empty one leaves room."""
    return [At(x, top - step * n, line) for n, line in enumerate(text.split("\n")) if line]
