"""The widths of the letters in the site's fonts, measured for the pictures.

`python -m tools.letters` writes `generator/pictures/widths.py` from the fonts in
`generator/config/defaults/theme/assets/fonts`. Run it after a change of the fonts.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "generator/config/defaults/theme/assets/fonts"
MODULE = ROOT / "generator/pictures/widths.py"
FACES = ("sans-400", "serif-400", "serif-600")
"""The files of the fonts that pictures use."""

HEAD = '''\
"""How wide each letter is in the fonts of the site, in thousandths of an em.

Written by `python -m tools.letters`, not by hand.
"""

'''


def advances(face: str) -> dict[str, int]:
    """How far each letter of a font moves the next one, in thousandths of an em."""
    font = TTFont(FONTS / f"{face}.woff2")
    em, metrics = font["head"].unitsPerEm, font["hmtx"]
    return {
        chr(code): round(1000 * metrics[name][0] / em) for code, name in font.getBestCmap().items()
    }


def table() -> str:
    """The module that pictures read."""
    fonts = [advances(face) for face in FACES]
    letters = sorted(set.intersection(*map(set, fonts)))
    rows = "".join(
        f"    {_literal(one)}: {tuple(font[one] for font in fonts)},\n" for one in letters
    )
    faces = ", ".join(f'"{face}"' for face in FACES)
    return f"{HEAD}FACES = ({faces})\nWIDTHS = {{\n{rows}}}\n"


def _literal(letter: str) -> str:
    """The letter as the formatter would leave it in Python."""
    if letter in '"\\':
        return repr(letter) if letter == '"' else '"\\\\"'
    return (
        f'"{letter}"' if letter.isprintable() and ord(letter) != 0xA0 else f'"\\u{ord(letter):04x}"'
    )


if __name__ == "__main__":
    MODULE.write_text(table(), encoding="utf-8", newline="\n")
