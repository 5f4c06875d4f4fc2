"""Blocks and spans: a text as the comparison sees it, whatever file it came from.

A `Block` is one paragraph-like thing: its words, their formatting, its label and its place. The
comparison knows nothing else, so one result can be painted on a terminal or onto a Word file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

# Stands in a block's text for one thing that is not words: a footnote call, an image, a field.
OBJECT = "\ufffc"

BlockKind = Literal[
    "paragraph", "heading", "cell", "footnote", "endnote", "header", "footer", "masthead"
]


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of a text and their formatting, a canonical string."""

    start: int
    end: int
    style: str  # "" plain; "italic", "bold", "bold italic", or any canonical run formatting


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as the comparison sees it. Only blocks of one `kind` are ever paired."""

    text: str  # without number or label; OBJECT where a thing stands
    label: str = ""  # the number or letter as printed: never part of the text
    place: str = ""  # what a delegate would say: "OP3 (b)", "PP2", "footnote 4"
    kind: BlockKind = "paragraph"
    level: int = 0
    spans: tuple[Span, ...] = ()  # formatting, in order, covering only what is not plain
    objects: tuple[str, ...] = ()  # what each OBJECT is, in order: "footnote", "image:…"
    style: str = ""  # paragraph formatting, canonical


# Marks that are units of their own: an edit may begin or end beside them. Brackets above all.
_MARKS = re.escape(
    "[](){}<>,;:.!?\"“”„«»‘’'‚…—|*†‡⟦⟧" + "¿¡،؛؟۔、。，；：！？「」『』（）《》" + OBJECT
)
# Characters for private use stand in for named objects while two texts are compared.
_MARKS += "\U00100000-\U0010fffd"
# Scripts that set no space between words: each character is a word.
IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"


def _token(marks: str) -> re.Pattern[str]:
    """What is one unit of a text, where each of `marks` is one."""
    letter = rf"[^\s{marks}]"
    # A/RES/75/1, sub-Saharan, State's, 1.5, 10,000, 10:30: the mark inside belongs to the word.
    return re.compile(rf"{letter}+(?:(?:[.:'’]|(?<=\d),(?=\d)){letter}+)*|.", re.DOTALL)


_TOKEN = _token(_MARKS)


@cache
def _token_of_ideographs() -> re.Pattern[str]:
    # To compile it takes 5 ms, a third of the interpreter's start: once a text needs it.
    return _token(_MARKS + IDEOGRAPHS)


def holds_ideographs(text: str) -> bool:
    """Whether `text` may hold characters of which each is a word."""
    return not text.isascii() and any("\u3040" <= char <= "\ufaff" for char in set(text))


# Hyphen kinds, space kinds and quotation marks that issued drafts and adopted texts set differently
# for the same words (corpus: half of all "changes" between draft and adoption are code points).
_FOLDED: dict[str, str] = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000", " "),
    **dict.fromkeys("‘’‚‛′", "'"),
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
}
_ODD = re.compile(f"[{''.join(_FOLDED)}]")


def tokens(text: str) -> list[str]:
    """The units of `text` in order: words as the field writes them, marks, spaces.

    Joined they are `text`. A symbol, a number, a compound and a possessive are one word; square
    brackets, punctuation, OBJECT and each space stand alone.
    """
    token = _token_of_ideographs() if holds_ideographs(text) else _TOKEN
    return token.findall(text)


def fold(text: str) -> str:
    """`text` in the form in which texts are matched: one kind of hyphen, space and quotation mark.

    Nothing else changes: two texts that fold alike say the same words.
    """
    if not text.isascii():
        text = _ODD.sub(lambda odd: _FOLDED[odd[0]], text)
    if "  " in text or "\n" in text or "\t" in text:
        return " ".join(text.split())
    return text.strip()
