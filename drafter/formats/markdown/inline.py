"""Inline Markdown into inline content: emphasis, footnote calls, brackets with attribution.

CommonMark's rules for emphasis, escapes and character references; in place of its links the
brackets of a negotiated text: `[EU: that have] (G77) (CANZ: delete)`, nested as they come. What is
not closed is text. Nothing here knows paragraphs; nothing is ever lost or refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate, groupby

from drafter.model import Bracket, Call, Inline, Inlines, Text, normal

# Stands for an escaped character where structure is looked for: it is never structure.
_MASK = "\ufffd"
_TOO_DEEP = 50  # brackets nested deeper are text: no draft has them, and Python's stack is finite

_TOKEN = re.compile(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<newline>\\?\n|<br\s*/?>)
    | (?P<run>\*+|_+)
    | (?P<call>\[\^(?:\\.|[^\]\\\s])(?:\\.|[^\]\\\n]){0,99}\])
    | (?P<link>\]\((?:<[^<>\n]*>|(?:\#|\w+:|www\.|\.{0,2}/)(?:[^()\s]|\([^()\s]*\))*)
               (?:\s+"[^"\n]*")?\))
    | (?P<open>\[) | (?P<close>\])
    | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    | (?P<tag></?(?:i|em|b|strong)>)""",
    re.X,
)
_SPECIAL = re.compile(r"[\\\n*_\[\]&<]")
_UNESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")

_NAMES = re.compile(r"\s*(?=(\w))([^:;?!]{0,80}):(?=\s|$)")
_EXPLICIT_NAMES = re.compile(r"\s*:([^:]*):(?=\s|$)")
_POSITION = re.compile(r" ?\(([^()]{1,160})\)")
_EXPLICIT_POSITION = re.compile(r" ?\(:([^()]*)\)")
_STANDS = re.compile(r"(?:agreed|ad ref|alt|delete|reflect|reserve|retain)\b", re.I)


@dataclass(slots=True)
class _Piece:
    """One token on its way to becoming content."""

    kind: str  # text, mark, call, open, close, link
    text: str = ""
    mask: str = ""  # `text` with _MASK for each escaped character
    italic: int = 0
    bold: int = 0
    left: bool = False  # a mark: may open emphasis
    right: bool = False  # a mark: may close it
    length: int = 0  # a mark: as many as stood there at first


def parse_inline(source: str, note: Callable[[str], None] | None = None) -> Inlines:
    """The inline content that `source` spells, in normal form.

    `note` is told, in a few words, what could not be kept or understood.
    """
    if not _SPECIAL.search(source):
        return normal((Text(source),))
    pieces = _pieces(source, note)
    _emphasize(pieces)
    return normal(_gathered(_structure(_runs(pieces), note)))


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


def _pieces(source: str, note: Callable[[str], None] | None) -> list[_Piece]:
    pieces: list[_Piece] = []
    styles = {"i": 0, "b": 0}
    at = 0

    def add(kind: str, text: str, mask: str) -> None:
        pieces.append(_Piece(kind, text, mask, italic=styles["i"], bold=styles["b"]))

    for token in _TOKEN.finditer(source):
        if token.start() > at:
            add("text", text := source[at : token.start()], text)
        at = token.end()
        kind, found = token.lastgroup or "", token[0]
        if kind == "escape":
            add("text", found[1], _MASK)
        elif kind == "newline":
            add("text", " ", " ")
        elif kind == "run":
            pieces.append(_mark(source, token))
            pieces[-1].italic, pieces[-1].bold = styles["i"], styles["b"]
        elif kind == "call":
            add("call", _UNESCAPE.sub(r"\1", found[2:-1]), "")
        elif kind == "entity":
            text = _entity(found)
            add("text", text, text if text == found else _MASK * len(text))
        elif kind == "tag":
            style = "i" if found.strip("</>") in {"i", "em"} else "b"
            styles[style] = max(0, styles[style] + (-1 if found[1] == "/" else 1))
        else:
            add(kind, found, found)
    if at < len(source):
        add("text", source[at:], source[at:])
    if note and any(styles.values()):
        note("an <i> or <b> is not closed")
    return pieces


def _entity(found: str) -> str:
    from html import unescape

    text = unescape(found)
    return "\ufffd" if text in {"", "\0"} else text


def _mark(source: str, token: re.Match[str]) -> _Piece:
    """A run of asterisks or underscores, and whether it may open or close emphasis."""
    before = source[token.start() - 1] if token.start() else " "
    after = source[token.end()] if token.end() < len(source) else " "
    left = not after.isspace() and (
        not is_punctuation(after) or before.isspace() or is_punctuation(before)
    )
    right = not before.isspace() and (
        not is_punctuation(before) or after.isspace() or is_punctuation(after)
    )
    if token[0][0] == "_":
        left, right = (
            left and (not right or is_punctuation(before)),
            right and (not left or is_punctuation(after)),
        )
    return _Piece("mark", token[0], token[0], left=left, right=right, length=len(token[0]))


def _emphasize(pieces: list[_Piece]) -> None:
    """Pair the marks as CommonMark does and style what stands between; the rest becomes text."""
    openers: list[int] = []
    # How much deeper (or less deep) the styles are from each piece on.
    italic, bold = [0] * (len(pieces) + 1), [0] * (len(pieces) + 1)
    bottom: dict[tuple[str, bool, int], int] = {}
    for at, closer in enumerate(pieces):
        if closer.kind != "mark":
            continue
        sign = closer.text[0]
        while closer.right and closer.text:
            key = (sign, closer.left, closer.length % 3)
            depth = _opener(pieces, openers, closer, bottom.get(key, 0))
            if depth < 0:
                bottom[key] = len(openers)
                break
            opener = pieces[openers[depth]]
            width = 2 if len(opener.text) >= 2 and len(closer.text) >= 2 else 1
            steps = bold if width == 2 else italic
            steps[openers[depth] + 1] += 1
            steps[at] -= 1
            opener.text, closer.text = opener.text[width:], closer.text[width:]
            del openers[depth + 1 :]
            if not opener.text:
                openers.pop()
            for other, low in bottom.items():
                bottom[other] = min(low, len(openers))
        if closer.left and closer.text:
            openers.append(at)
    for piece, slanted, heavy in zip(pieces, accumulate(italic), accumulate(bold), strict=False):
        piece.italic += slanted
        piece.bold += heavy
        if piece.kind == "mark":
            piece.kind, piece.mask = "text", piece.text


def _opener(pieces: list[_Piece], openers: list[int], closer: _Piece, bottom: int) -> int:
    """The index in `openers` of the nearest one that `closer` can close, or -1."""
    for depth in range(len(openers) - 1, bottom - 1, -1):
        opener = pieces[openers[depth]]
        if opener.text[0] != closer.text[0]:
            continue
        both = opener.right or closer.left
        thirds = opener.length % 3 or closer.length % 3
        if not (both and thirds and (opener.length + closer.length) % 3 == 0):
            return depth
    return -1


def _runs(pieces: list[_Piece]) -> list[_Piece]:
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
    return piece.kind, piece.italic > 0, piece.bold > 0


def _text(piece: _Piece, start: int = 0) -> Text:
    return Text(piece.text[start:], bool(piece.italic), bool(piece.bold))


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
        levels[-1].extend((Text(text, bool(run.italic), bool(run.bold)), *content))
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
