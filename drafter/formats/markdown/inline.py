"""Inline Markdown into inline content: emphasis, footnote calls, brackets with attribution.

markdown-it reads emphasis, escapes and character references; rules of our own read, in place of its
links, the brackets of a negotiated text: `[EU: that have] (G77) (CANZ: delete)`, nested as they
come. What is not closed is text. Nothing here knows paragraphs; nothing is ever lost or refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape
from itertools import groupby
from typing import TYPE_CHECKING

from drafter.model import Bracket, Call, Inline, Inlines, Text, normal

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

# Stands for an escaped character where structure is looked for: it is never structure.
_MASK = "\ufffd"
_TOO_DEEP = 50  # brackets nested deeper are text: no draft has them, and Python's stack is finite

_SPECIAL = re.compile(r"[\\\n*_\[\]&<]")
_CALL = re.compile(r"\[\^((?:\\.|[^\]\\\s])(?:\\.|[^\]\\\n]){0,99})\]")
_LINK = re.compile(
    r"""\]\((?:<[^<>\n]*>|(?:\#|\w+:|www\.|\.{0,2}/)(?:[^()\s]|\([^()\s]*\))*)(?:\s+"[^"\n]*")?\)"""
)
_TAG = re.compile(r"</?(?:i|em|b|strong)>")
_BREAK = re.compile(r"<br\s*/?>")
_UNESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")

_NAMES = re.compile(r"\s*(?=(\w))([^:;?!]{0,80}):(?=\s|$)")
_EXPLICIT_NAMES = re.compile(r"\s*:([^:]*):(?=\s|$)")
_POSITION = re.compile(r" ?\(([^()]{1,160})\)")
_EXPLICIT_POSITION = re.compile(r" ?\(:([^()]*)\)")
_STANDS = re.compile(r"(?:agreed|ad ref|alt|delete|reflect|reserve|retain)\b", re.I)


@dataclass(slots=True)
class _Piece:
    """One token on its way to becoming content."""

    kind: str  # text, call, open, close, link
    text: str
    mask: str  # `text` with _MASK for each escaped character
    italic: bool = False
    bold: bool = False


def parse_inline(source: str, note: Callable[[str], None] | None = None) -> Inlines:
    """The inline content that `source` spells, in normal form.

    `note` is told, in a few words, what could not be kept or understood.
    """
    content, notes = _parsed(source)
    if note is not None:
        for each in notes:
            note(each)
    return content


# The editor reads a draft back whenever it keeps one, every second or so; most of it is as before.
@lru_cache(maxsize=4096)
def _parsed(source: str) -> tuple[Inlines, tuple[str, ...]]:
    if not _SPECIAL.search(source):
        return normal((Text(source),)), ()
    notes: list[str] = []
    pieces = _runs(_pieces(source, notes.append))
    return normal(_gathered(_structure(pieces, notes.append))), tuple(notes)


def names_end(masked: str) -> int:
    """Where the colon after a proposer's names stands at the start of a bracket, or -1.

    Names begin with a capital letter, as those of States and groups do.
    """
    found = _NAMES.match(masked)
    return found.end() - 1 if found and found[1].isupper() else -1


def position_end(masked: str) -> int:
    """Where a position such as ` (EU, CANZ: delete)` ends at the start of a text, or 0."""
    found = _POSITION.match(masked)
    if found and (found[1][0].isupper() or _STANDS.match(found[1])):
        return found.end()
    return 0


def is_punctuation(char: str) -> bool:
    """Whether `char` is punctuation for CommonMark's flanking rule, symbols included."""
    return unicodedata.category(char)[0] in "PS"


@cache
def _parser() -> MarkdownIt:
    """markdown-it with the inline rules that a draft has."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["newline", "escape", "emphasis", "entity"])
    for rule in (_call, _bracket, _tag):
        parser.inline.ruler.push(rule.__name__, rule)
    return parser


def _call(state: StateInline, _silent: bool) -> bool:  # noqa: FBT001
    found = _CALL.match(state.src, state.pos)
    if found is None:
        return False
    return _push(state, "call", found[0], _UNESCAPE.sub(r"\1", found[1]))


def _bracket(state: StateInline, _silent: bool) -> bool:  # noqa: FBT001
    sign = state.src[state.pos]
    if sign == "[":
        return _push(state, "open", sign)
    if found := _LINK.match(state.src, state.pos):
        return _push(state, "link", found[0])
    return sign == "]" and _push(state, "close", sign)


def _tag(state: StateInline, _silent: bool) -> bool:  # noqa: FBT001
    """`<i>`, `<b>` and `<br>`: an editor of Markdown may write these where asterisks cannot."""
    if found := _BREAK.match(state.src, state.pos):
        return _push(state, "softbreak", found[0])
    found = _TAG.match(state.src, state.pos)
    return found is not None and _push(state, "tag", found[0])


def _push(state: StateInline, kind: str, source: str, content: str = "") -> bool:
    """Take `source` as a token of its own; what pairs up is found later, so none nests here."""
    state.push(kind, "", 0).content = content or source
    state.pos += len(source)
    return True


def _pieces(source: str, note: Callable[[str], None] | None) -> Iterator[_Piece]:
    parser = _parser()
    depth = Counter[str]()  # of emphasis by asterisks and by tags
    for token in parser.inline.parse(source, parser, {}, []):
        kind, text = token.type, token.content
        if token.nesting:
            depth[token.tag] += token.nesting
        elif kind == "tag":
            tag = "b" if text.strip("</>") in {"b", "strong"} else "i"
            depth[tag] = max(0, depth[tag] + (-1 if text[1] == "/" else 1))
        else:
            if kind in {"softbreak", "hardbreak"}:
                text = " "
            elif token.info == "entity" and text == _MASK:
                # `&#150;`, a dash of Windows, is no character to markdown-it but is to browsers.
                text = unescape(token.markup) or text
            plainly = kind != "text_special" or text == token.markup
            kind = kind if kind in {"call", "open", "close", "link"} else "text"
            italic, bold = depth["em"] + depth["i"] > 0, depth["strong"] + depth["b"] > 0
            yield _Piece(kind, text, text if plainly else _MASK * len(text), italic, bold)
    if note and depth["i"] + depth["b"]:
        note("an <i> or <b> is not closed")


def _runs(pieces: Iterator[_Piece]) -> list[_Piece]:
    """`pieces` with neighbouring texts of one style joined, and none empty."""
    runs: list[_Piece] = []
    for (kind, italic, bold), group in groupby(pieces, _run_key):
        if kind != "text":
            runs += group
            continue
        same = list(group)
        text = "".join(piece.text for piece in same)
        if text:
            mask = "".join(piece.mask for piece in same)
            runs.append(_Piece("text", text, mask, italic, bold))
    return runs


def _run_key(piece: _Piece) -> tuple[str, bool, bool]:
    return piece.kind, piece.italic, piece.bold


def _text(piece: _Piece, start: int = 0) -> Text:
    return Text(piece.text[start:], piece.italic, piece.bold)


def _structure(runs: list[_Piece], note: Callable[[str], None] | None) -> list[Inline]:
    """Content with its brackets closed; what is not closed stays text."""
    levels: list[list[Inline]] = [[]]
    opened: list[tuple[_Piece, str]] = []  # each open bracket with its names
    skip = 0  # characters of the next text that are already taken
    for at, run in enumerate(runs):
        following = runs[at + 1] if at + 1 < len(runs) else None
        if run.kind == "text":
            levels[-1].append(_text(run, skip))
            skip = 0
        elif run.kind == "call":
            levels[-1].append(Call(run.text))
        elif run.kind == "open" and len(opened) < _TOO_DEEP:
            names = ""
            if following is not None and following.kind == "text":
                names, skip = _names(following)
            opened.append((run, names))
            levels.append([])
        elif run.kind == "open" or not opened:
            levels[-1].append(_text(run))
            if note:
                note("a bracket has no partner")
        elif run.kind == "link":
            content, (_, names) = levels.pop(), opened.pop()
            before = (Text(f"{names}: "),) if names else ()
            levels[-1].extend((*before, *content))
            if note and run.text != "](#)":
                note(f"the link to {run.text[2:-1]} was left out, its words are kept")
        else:
            content, (_, names) = levels.pop(), opened.pop()
            positions: tuple[str, ...] = ()
            if following is not None and following.kind == "text":
                positions, skip = _positions(following)
            levels[-1].append(Bracket(tuple(_gathered(content)), names, positions))
    while opened:
        if note:
            note("a bracket has no partner")
        content, (run, names) = levels.pop(), opened.pop()
        text = run.text + (f"{names}: " if names else "")
        levels[-1].extend((Text(text, run.italic, run.bold), *content))
    return levels[0]


def _gathered(content: list[Inline]) -> list[Inline]:
    """`content` with neighbouring texts of one style joined, so that many scraps cost little."""
    gathered: list[Inline] = []
    for style, group in groupby(content, _style):
        if style is None:
            gathered += group
        else:
            gathered.append(Text("".join(t.text for t in group if isinstance(t, Text)), *style))
    return gathered


def _style(inline: Inline) -> tuple[bool, bool] | None:
    return (inline.italic, inline.bold) if isinstance(inline, Text) else None


def _names(run: _Piece) -> tuple[str, int]:
    """The proposer's names at the start of `run`, and how many characters they take."""
    if explicit := _EXPLICIT_NAMES.match(run.mask):
        return _one_line(run.text[explicit.start(1) : explicit.end(1)]), explicit.end()
    end = names_end(run.mask)
    return (_one_line(run.text[:end]), end + 1) if end >= 0 else ("", 0)


def _positions(run: _Piece) -> tuple[tuple[str, ...], int]:
    """The positions at the start of `run`, and how many characters they take."""
    positions, at = [], 0
    while at < len(run.mask):
        if explicit := _EXPLICIT_POSITION.match(run.mask, at):
            positions.append(_one_line(run.text[explicit.start(1) : explicit.end(1)]))
            at = explicit.end()
            continue
        length = position_end(run.mask[at : at + 200])
        if not length:
            break
        positions.append(_one_line(run.text[at : at + length])[1:-1].strip(" "))
        at += length
    return tuple(positions), at


def _one_line(text: str) -> str:
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")
