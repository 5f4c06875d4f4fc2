"""Page furniture: running heads, page and job numbers, rules, bar codes (OCR-2, 3, 22).

What is dropped is handed back word for word, so that nothing vanishes unsaid.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from drafter.formats.official.lines import Line, Raw, is_table_rule, parse
from drafter.grammar.enacting import is_enacting
from drafter.grammar.symbols import is_symbol

_BARE = str.maketrans("", "", "*_# ")
_PAGE = re.compile(r"\d{1,3}/\d{1,3}")
_JOB = re.compile(r"(?:(?:V|GE|K|N)\.?)?\d{2}-\d{5}(?:\([A-Z]\))?(?:\d{6})?")
_JOB_AND_PAGE = re.compile(rf"{_JOB.pattern}{_PAGE.pattern}|{_PAGE.pattern}{_JOB.pattern}")
_BARCODE = re.compile(r"\d{7,9}")
_RULE = re.compile(r"[-_—–=*]{3,}")
_RECYCLE = re.compile(r"Please recycle\b.{0,12}|\[?\s*recycle\s*\]?", re.I)
_IMAGE = re.compile(r"!\[[^\]]{0,200}\]\([^)]{0,300}\)")
_COMMENT = re.compile(r"<!--.{0,300}-->")
_LINK = re.compile(r"\]\((https?:[^()\s]{1,300})\)")
_NUMBER = re.compile(r"\d{6}")
_WINDOW = 8


@dataclass(frozen=True, slots=True)
class Stripped:
    """The lines of a document without its furniture."""

    lines: tuple[Line, ...]
    furniture: tuple[str, ...]


def strip(raws: list[Raw]) -> Stripped:
    """`raws` parsed, without furniture; the line after a page's end is marked as broken."""
    certain = [
        _is_certain(raw.text) or (at > 12 and _is_spread_head(raw.text))
        for at, raw in enumerate(raws)
    ]
    heads = _running_heads(raws, certain)
    kept: list[Line] = []
    dropped: list[str] = []
    broken = ruled = False
    for index, raw in enumerate(raws):
        if certain[index] or index in heads:
            dropped.append(raw.text)
            broken, ruled = True, raw.text.startswith("____")
            continue
        dropped += _LINK.findall(raw.text)  # a link is read as the words that it stands on
        placed = Raw(raw.text, raw.number, raw.gap or broken)
        kept.append(parse(placed, broken=broken, ruled=ruled))
        broken = ruled = False
    return Stripped(tuple(kept), tuple(dropped))


def _is_certain(text: str) -> bool:
    """Whether a line is furniture wherever it stands."""
    bare = text.translate(_BARE)
    return bool(
        not bare
        or _RULE.fullmatch(text.replace(" ", ""))
        or _PAGE.fullmatch(bare)
        or _JOB.fullmatch(bare)
        or _JOB_AND_PAGE.fullmatch(bare)
        or (_BARCODE.fullmatch(bare) and text.startswith("*"))
        or _RECYCLE.fullmatch(text.strip("*_ "))
        or _IMAGE.fullmatch(text)
        or is_table_rule(text)
        or _COMMENT.fullmatch(text)
    )


def _is_spread_head(text: str) -> bool:
    """Whether symbol and title stand at the two sides of one line, as on a printed page."""
    sides = re.split(r"\s{4,}", text)
    return len(sides) == 2 and any(is_symbol(side) for side in sides)


def _running_heads(raws: list[Raw], certain: list[bool]) -> set[int]:
    """The places of symbols and titles repeated at the pages' ends."""
    pages = [i for i, raw in enumerate(raws) if certain[i] and _has_page(raw.text)]
    if not pages:
        return set()
    known = _repeated(raws, pages)
    above = next((i for i, raw in enumerate(raws[:80]) if is_enacting(raw.text)), 25)
    first_page = _squeeze("".join(raw.text for raw in raws[:above]))
    heads: set[int] = set()
    for page in pages:
        for step in (-1, 1):
            heads.update(_beside(raws, (page, step), certain, known, first_page))
    # The head of the first page is what the others repeat.
    return {at for at in heads if at >= above or certain[at]}


def _beside(
    raws: list[Raw],
    side: tuple[int, int],  # the page number's place, and which way to go
    certain: list[bool],
    known: set[str],
    first_page: str,
) -> list[int]:
    """The lines of the running head on one side of a page number.

    Below the number stands text as well as a head, so a line of the title counts there only once
    the symbol has been seen.
    """
    page, step = side
    found: list[int] = []
    trusted = step < 0
    titled = False
    at = page + step
    while 0 <= at < len(raws) and abs(at - page) <= _WINDOW:
        text = raws[at].text
        symbol = is_symbol(text.strip("*_ ")) or _squeeze(text) in known
        title = trusted and _is_title(text, first_page, goes_on=titled)
        if not (certain[at] or symbol or title):
            break
        trusted = trusted or symbol
        titled = title
        found.append(at)
        at += step
    return found


def _has_page(text: str) -> bool:
    bare = text.translate(_BARE)
    return bool(_PAGE.fullmatch(bare) or _JOB_AND_PAGE.fullmatch(bare))


def _repeated(raws: list[Raw], pages: list[int]) -> set[str]:
    """What stands near the page number on more than one page."""
    near: Counter[str] = Counter()
    for page in pages:
        window = raws[max(0, page - _WINDOW) : page + _WINDOW + 1]
        near.update({_squeeze(raw.text) for raw in window})
    return {text for text, times in near.items() if times > 2}


def _is_title(text: str, first_page: str, *, goes_on: bool) -> bool:
    """Whether a line beside a page number repeats the title (or a part of it)."""
    squeezed = _squeeze(text)
    least = 3 if goes_on else 8
    return least < len(squeezed) and len(text) < 120 and squeezed in first_page


@lru_cache(maxsize=4096)
def _squeeze(text: str) -> str:
    return "".join(text.split()).strip("*_#").casefold()
