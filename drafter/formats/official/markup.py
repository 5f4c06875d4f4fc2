"""Inline markup as scanners leave it: emphasis, footnote calls in all disguises, empty links.

Reads one line at a time and keeps every character that is not markup (OCR-4, 5, 11, 23, 24).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from drafter.model import Call, Inline, Inlines, Text, normal

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MANGLED = re.compile(r"<sup>\s*(?:&|&amp;)\s*</sup>\s*lt;\s*sup>", re.I)

_TOKEN = re.compile(
    r"""
    <sup>\s*(?:\*{0,3})\\?(?P<tag>\d{1,3}|[*†‡]{1,3}|[a-z])(?:\*{0,3})\s*</sup>
  | <sup>\s*(?P<tags>\d{1,3}(?:\s?[,;]\s?\d{1,3}){1,6})\s*</sup>
  | (?P<super>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
  | \\\(\s*\^\{?(?P<tex>\d{1,3})\}?\s*\\\)
  | \$\s*\^\{?(?P<dollar>\d{1,3})\}?\s*\$
  | \[\^(?P<note>[^\]\s]{1,12})\]:?
  | !\[(?P<image>[^\[\]]{0,300})\]\([^()\s]{0,300}\)
  | \[(?P<link>[^\[\]]{0,300})\]\((?:(?:\#|https?:|mailto:|/|\.)[^()\s]{0,300})?\)
  | \\(?P<escaped>[\\`*_{}\[\]()\#+\-.!>|$<&~])
  | &(?P<entity>\#\d{1,6}|\#x[\da-f]{1,5}|[a-z]{2,8});
  | (?P<stars>\*{1,3})
  | (?P<lows>(?<![\w_])_{1,2}(?=[^\s_])|(?<=[^\s_])_{1,2}(?![\w_]))
  | <(?P<html>/?(?:i|em|b|strong|br|u|sup|sub|p|span|div|center)\b[^<>]{0,60})/?>
    """,
    re.VERBOSE | re.IGNORECASE,
)


def parse(text: str) -> Inlines:
    """`text` as inline content, in normal form."""
    pieces = _pieces(_MANGLED.sub("<sup>", text))
    return tidy(_styled(pieces))


# A piece is words, a call, or a mark that turns a style on or off.
_Piece = tuple[str, str]


def _pieces(text: str) -> list[_Piece]:
    found: list[_Piece] = []
    at = 0
    for match in _TOKEN.finditer(text):
        if match.start() > at:
            found.append(("words", text[at : match.start()]))
        at = match.end()
        found.extend(_calls(match["tags"]) if match["tags"] else [_piece(match, text)])
    if at < len(text):
        found.append(("words", text[at:]))
    return found


def _calls(tags: str) -> list[_Piece]:
    """Several calls in one tag, with the comma between them (R-FN-4)."""
    found: list[_Piece] = []
    for label in re.findall(r"\d+", tags):
        found += [("words", ","), ("call", label)] if found else [("call", label)]
    return found


def _piece(match: re.Match[str], text: str) -> _Piece:
    kind, value = match.lastgroup or "", match[match.lastgroup or 0]
    if kind in {"tag", "tex", "dollar", "note"}:
        return ("call", value)
    if kind == "super":
        return ("call", value.translate(_SUPERSCRIPT))
    if kind in {"link", "image", "escaped"}:
        return ("words", value)
    if kind == "entity":
        return ("words", html.unescape(match[0]).replace("\u00ad", ""))
    if kind == "stars":
        return _stars(match, text)
    if kind == "lows":
        return ("mark", "*" * len(value))
    return _html(value.lower())


def _stars(match: re.Match[str], text: str) -> _Piece:
    """A star next to a word is a mark; one between spaces is a star."""
    before = text[match.start() - 1 : match.start()] or " "
    after = text[match.end() : match.end() + 1] or " "
    if before.isspace() and after.isspace():
        return ("words", match[0])
    return ("closing mark" if after.isspace() else "mark", match[0])


def _html(tag: str) -> _Piece:
    name = tag.strip("/ ").split()[0] if tag.strip("/ ") else ""
    if name in {"i", "em"}:
        return ("mark", "*")
    if name in {"b", "strong"}:
        return ("mark", "**")
    return ("words", " " if name in {"br", "p", "div"} else "")


def _styled(pieces: list[_Piece]) -> list[Inline]:
    """The pieces with every pair of marks turned into a style; a mark without its pair is text."""
    paired = _pairs(pieces)
    found: list[Inline] = []
    italic = bold = False
    for index, (kind, value) in enumerate(pieces):
        if kind == "call":
            _before_call(found)
            found.append(Call(value))
        elif kind == "words" or index not in paired:
            found.append(Text(value, italic, bold))
        else:
            italic ^= len(value) != 2
            bold ^= len(value) > 1
    return found


def _pairs(pieces: list[_Piece]) -> set[int]:
    """The places of marks that have a fellow of the same length."""
    open_at: dict[str, int] = {}
    paired: set[int] = set()
    for index, (kind, value) in enumerate(pieces):
        if not kind.endswith("mark"):
            continue
        if value in open_at:
            paired |= {open_at.pop(value), index}
        elif kind == "mark":
            open_at[value] = index
    return paired


def _before_call(found: list[Inline]) -> None:
    """Take away the space that a scanner puts before a call (OCR-7)."""
    if found and isinstance(last := found[-1], Text) and last.text.endswith(" "):
        found[-1] = Text(last.text.rstrip(" "), last.italic, last.bold)


def without_emphasis(content: Inlines) -> Inlines:
    """`content` in plain style: the emphasis of a heading says nothing."""
    return tidy(Text(i.text) if isinstance(i, Text) else i for i in content)


def cut(content: Inlines, count: int) -> Inlines:
    """`content` without its first `count` characters of words."""
    rest: list[Inline] = []
    for inline in content:
        if count and isinstance(inline, Text):
            taken = min(count, len(inline.text))
            count -= taken
            rest.append(Text(inline.text[taken:], inline.italic, inline.bold))
        else:
            rest.append(inline)
    return tidy(rest)


def join(first: Inlines, second: Inlines) -> Inlines:
    """Two pieces of one paragraph as one; a word cut at its hyphen stays whole."""
    return join_all([first, second])


def join_all(pieces: list[Inlines]) -> Inlines:
    """The pieces of one paragraph as one."""
    made: list[Inline] = []
    for piece in pieces:
        if made and piece:
            made.extend(_between(made[-1], piece[0]))
        made.extend(piece)
    return tidy(made)


def tidy(inlines: Iterable[Inline]) -> Inlines:
    """`inlines` in normal form, what is empty left out before anything else.

    So a space between two stretches in italics stays in italics.
    """
    return normal(i for i in inlines if not isinstance(i, Text) or i.text)


def _between(last: Inline, following: Inline) -> tuple[Inline, ...]:
    """The space between two pieces: none before a call, none after a word's hyphen."""
    if isinstance(following, Call):
        return ()
    if not isinstance(last, Text):
        return (Text(" "),)
    words = following.text[:1] if isinstance(following, Text) else ""
    hangs = isinstance(following, Text) and _HANGS.match(following.text)
    if (
        last.text.endswith(_HYPHENS)
        and last.text[-2:-1].isalnum()
        and words.isalnum()
        and not hangs
    ):
        return ()
    if last.text.endswith("–") and last.text[-2:-1].isdigit() and words.isdigit():
        return ()
    style = (last.italic, last.bold)
    same = isinstance(following, Text) and (following.italic, following.bold) == style
    return (Text(" ", *style) if same else Text(" "),)


# "low- and middle-income": the word's other half comes later.
_HANGS = re.compile(r"(?:and|or|nor|to)\s")
_HYPHENS = ("-", "\u2011", "\u00ad", "/")
