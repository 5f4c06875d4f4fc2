"""The signs that `w:sym` picks from symbol fonts, which have codes of their own.

Word stores such a code in the private use area (F0xx); any other code is the sign's own.
"""

from __future__ import annotations

import re

_CODE = re.compile(r"[0-9A-F]{2,6}")
_LOWER = dict(zip("abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
_SYMBOL = {
    **{ord(latin): greek for latin, greek in _LOWER.items()},
    **{ord(latin.upper()): greek.upper() for latin, greek in _LOWER.items()},
    0x2D: "−",
    0xA2: "′",
    0xA3: "≤",
    0xA5: "∞",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xA7: "§",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBA: "≡",
    0xBB: "≈",
    0xBC: "…",
    0xD2: "®",
    0xD3: "©",
    0xD4: "™",
    0xD6: "√",
    0xDE: "⇒",
    0xE5: "∑",
    0xE2: "®",
    0xE3: "©",
    0xE4: "™",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
}
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x71: "❑",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE8: "➔",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def sign(font: str, code: str) -> str:
    """The sign at `code` (hexadecimal) in `font`; "" where nothing is known of it."""
    if not _CODE.fullmatch(code.upper()):
        return ""
    number = int(code, 16)
    table = _FONTS.get(font.lower())
    if table is not None:
        return table.get(number & 0xFF if number >= 0xF000 else number, "")
    if number < 0x20 or 0xD800 <= number < 0xF900 or number > 0x10FFFF:
        return ""
    return chr(number)
