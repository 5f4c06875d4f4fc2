"""Which way words run: Arabic from right to left, Latin stretches among them from left to right.

Word goes by what each run says, LibreOffice by the letters alone; written here is what both show
alike. Signs that are put in for that bear a style of their own, and reading drops them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SIGN_STYLE = "DirectionSign"
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LETTER = "A-Za-z\u00c0-\u024f\u0370-\u04ff"
RIGHT_TO_LEFT = re.compile(f"[{_RIGHT}]")
# From its first letter or figure to its last, with a bracket that closes in it.
_LATIN = re.compile(
    f"(?:[0-9{_LETTER}][^{_RIGHT}\\t\\n]*)?[{_LETTER}](?:[^{_RIGHT}\\t\\n]*[0-9{_LETTER}])?"
    "(?P<closing>[)\\]]*)"
)
_FIGURE_FIRST = re.compile(
    "<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?"
    f'<w:t xml:space="preserve">(?=[^<{_LETTER}{_RIGHT}]*[0-9][^<{_RIGHT}]*[{_LETTER}])'
)
# A left-to-right mark: without it the day of "4 November" goes to the end of the date.
_MARK = (
    f'<w:r><w:rPr><w:rStyle w:val="{SIGN_STYLE}"/></w:rPr>'
    '<w:t xml:space="preserve">\u200e</w:t></w:r>'
)


def stretches(words: str) -> Iterator[tuple[str, bool]]:
    """`words` in pieces of one direction, each with whether it goes from right to left."""
    if not RIGHT_TO_LEFT.search(words):
        yield words, False
        return
    at = 0
    for match in _LATIN.finditer(words):
        end = match.start("closing")
        inside = words[match.start() : end]
        # Only as many brackets as the stretch itself opens belong to it.
        end += min(len(match["closing"]), _open(inside))
        if words[at : match.start()]:
            yield words[at : match.start()], True
        yield words[match.start() : end], False
        at = end
    if words[at:]:
        yield words[at:], True


def _open(words: str) -> int:
    opened = sum(words.count(sign) for sign in "([")
    return max(opened - sum(words.count(sign) for sign in ")]"), 0)


def turned(part: str) -> str:
    """`part` of a right-to-left file: its tables begin at the right, its Latin keeps its order."""
    mirrored = part.replace("<w:tbl><w:tblPr>", "<w:tbl><w:tblPr><w:bidiVisual/>")
    return _FIGURE_FIRST.sub(lambda match: _MARK + match[0], mirrored)


def latin_line(words: str) -> str:
    """The paragraph property of a line of a right-to-left page that has no Arabic in it."""
    return "" if RIGHT_TO_LEFT.search(words) else '<w:bidi w:val="0"/>'
