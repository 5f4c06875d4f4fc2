"""Inline content as Markdown, spelled so that CommonMark and `parse_inline` read the same back.

Every character that could mean something is escaped where it could. Emphasis is written with
asterisks wherever CommonMark's flanking rule lets them stand, else with `<i>` and `<b>`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from drafter.formats.markdown.inline import is_punctuation, names_end, position_end
from drafter.model import Bracket, Call, Inlines, Text

_MEANING = re.compile(
    r"[\\*`\[\]]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|~(?=~)"
    r"|&(?=(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
)

# Space and punctuation for every version of CommonMark.
_SURE = frozenset({"Zs", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po"})


@dataclass(slots=True)
class _Stretch:
    """Markdown in one style; what only marks structure has none (`style` None)."""

    markdown: str
    style: tuple[bool, bool] | None = None  # italic, bold


@lru_cache(maxsize=4096)
def format_inline(inlines: Inlines) -> str:
    """`inlines` as Markdown on one line; `parse_inline` gives them back.

    Kept for the paragraphs of a long draft, which the editor writes every second or so.
    """
    if (
        len(inlines) == 1
        and isinstance(only := inlines[0], Text)
        and not (only.italic or only.bold)
    ):
        return escape(only.text)
    return _emphasized(_joined(_stretches(inlines, in_bracket=False)))


def escape(text: str) -> str:
    """`text` with a backslash before each character that would mean something within a line."""
    return _MEANING.sub(r"\\\g<0>", text)


def escape_label(label: str) -> str:
    """A footnote's `label` as it stands in `[^label]`."""
    return re.sub(r"[\\\[\]]", r"\\\g<0>", label)


def _stretches(inlines: Inlines, *, in_bracket: bool) -> Iterator[_Stretch]:
    before: object = None
    for inline in inlines:
        if isinstance(inline, Text):
            markdown = escape(inline.text)
            if before is None and in_bracket:
                markdown = _not_names(inline.text, markdown)
            elif isinstance(before, Bracket | Call):
                markdown = _apart(before, inline.text, markdown)
            yield _Stretch(markdown, (inline.italic, inline.bold))
        elif isinstance(inline, Call):
            yield _Stretch(f"[^{escape_label(inline.label)}]")
        else:
            yield from _bracket(inline)
        before = inline


def _bracket(bracket: Bracket) -> Iterator[_Stretch]:
    yield _Stretch("[" + _names(bracket.by))
    yield from _stretches(bracket.content, in_bracket=not bracket.by)
    yield _Stretch("]" + "".join(map(_position, bracket.positions)))


def _names(by: str) -> str:
    if not by:
        return ""
    if names_end(f"{by}:") == len(by):
        return f"{escape(by)}: "
    return ":" + escape(by).replace(":", r"\:") + ": "


def _position(position: str) -> str:
    if position_end(f"({position})") == len(position) + 2:
        return f" ({escape(position)})"
    return " (:" + re.sub(r"[()]", r"\\\g<0>", escape(position)) + ")"


def _not_names(text: str, markdown: str) -> str:
    """`markdown` that at the start of a bracket is no proposer's names and no footnote call."""
    if text.startswith((":", "^")):
        return "\\" + markdown
    if names_end(text) >= 0:
        return re.sub(r":(?=\s|$)", r"\:", markdown)
    return markdown


def _apart(before: object, text: str, markdown: str) -> str:
    """`markdown` that, after a bracket or a call, is no position, link or definition."""
    spaced = isinstance(before, Bracket) and (position_end(text) or text.startswith(" (:"))
    if spaced or text.startswith(("(", ":")):
        return re.sub(r"[(:]", r"\\\g<0>", markdown, count=1)
    return markdown


def _joined(stretches: Iterator[_Stretch]) -> list[_Stretch]:
    """Neighbours of one style joined; structure takes the style that stands on both sides."""
    joined: list[_Stretch] = []
    waiting: list[_Stretch] = []  # structure since the last text
    for stretch in stretches:
        if stretch.style is None:
            waiting.append(stretch)
            continue
        between = "".join(w.markdown for w in waiting)
        if joined and joined[-1].style == stretch.style:
            joined[-1].markdown += between + stretch.markdown
        else:
            if waiting:
                joined.append(_Stretch(between, (False, False)))
            joined.append(stretch)
        waiting = []
    if waiting:
        joined.append(_Stretch("".join(w.markdown for w in waiting), (False, False)))
    return joined


def _emphasized(stretches: list[_Stretch]) -> str:
    out = ""
    for at, (markdown, style) in enumerate((s.markdown, s.style) for s in stretches):
        italic, bold = style or (False, False)
        if not (italic or bold):
            out += markdown
            continue
        following = stretches[at + 1] if at + 1 < len(stretches) else None
        stars = "*" * (italic + 2 * bold)
        if (
            not out.endswith("*")
            and not (following is not None and any(following.style or ()))
            and _flanks(out[-1:], markdown[:1])
            and _flanks(following.markdown[:1] if following else "", markdown[-1:])
        ):
            out += f"{stars}{markdown}{stars}"
        else:
            tags = ("i" * italic, "b" * bold)
            opening = "".join(f"<{tag}>" for tag in tags if tag)
            closing = "".join(f"</{tag}>" for tag in reversed(tags) if tag)
            out += f"{opening}{markdown}{closing}"
    return out


def _flanks(outside: str, inside: str) -> bool:
    """Whether asterisks may stand between `outside` ("" for a line's end) and `inside`.

    CommonMark's versions differ on whether symbols are punctuation, and Python's idea of space is
    wider: what is unsure counts as whichever is worse.
    """
    if inside.isspace():
        return False
    if not is_punctuation(inside):
        return True
    return outside in {"", " "} or unicodedata.category(outside) in _SURE
