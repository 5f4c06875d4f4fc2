"""Where the texts of a document stand: each resolution or decision with the lines above it.

A report may hold several texts with paragraphs of its own around them; a text alone may have lost
its enacting clause. A document that holds no text gives no section.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.formats.official import labels, prose
from drafter.formats.official.lines import Line
from drafter.formats.official.taken import Body
from drafter.formats.official.walk import walk
from drafter.grammar import enacting, openings

_HEAD = 60  # lines that may stand above an enacting clause


@dataclass(frozen=True, slots=True)
class Section:
    """One text: the lines of its head, its enacting clause and its body."""

    head: tuple[Line, ...]
    clause: Line | None
    body: Body
    first: int  # the source line it begins at


@dataclass(frozen=True, slots=True)
class Cut:
    """A document's texts, and the lines that belong to none."""

    sections: tuple[Section, ...]
    rest: tuple[Line, ...]


def cut(lines: tuple[Line, ...], language: str = "en") -> Cut:
    """Every text in `lines`, which are in `language`."""
    sections: list[Section] = []
    rest: list[Line] = []
    at = start = 0
    while at < len(lines):
        if not (_enacts(lines, at, language) or _decides(lines, at, start)):
            at += 1
            continue
        decision = not _enacts(lines, at, language)
        top = _head_start(lines, start, at)
        body = walk(lines, at + 1, decision=decision, language=language)
        if not body.pieces:
            at += 1
            continue
        rest.extend(lines[start:top])
        sections.append(Section(lines[top:at], lines[at], body, _number(lines, top)))
        at = start = body.end
    rest.extend(lines[start:])
    if not sections and (whole := _without_clause(lines, language)):
        return whole
    return Cut(tuple(sections), tuple(rest))


def _number(lines: tuple[Line, ...], at: int) -> int:
    return lines[at].number if at < len(lines) else 0


def _enacts(lines: tuple[Line, ...], at: int, language: str) -> bool:
    """Whether the line at `at` is an enacting clause and a text follows it."""
    line = lines[at]
    if not enacting.is_enacting(line.text):
        return False
    following = lines[at + 1] if at + 1 < len(lines) else None
    if following is None:
        return False
    if line.text.rstrip().endswith(","):
        return True
    label = labels.label(following.text)
    words = following.text[label.end :] if label else following.text
    if label and not words and at + 2 < len(lines):
        words = lines[at + 2].text
    return openings.is_known(words, None, language)


def _decides(lines: tuple[Line, ...], at: int, start: int) -> bool:
    """Whether the line at `at` is the chapeau of a decision with lettered points (R-ANAT-16)."""
    if not enacting.is_decision(lines[at].text):
        return False
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    label = labels.label(following)
    if label is not None and label.text.strip("().") in {"a", "1"}:
        return True
    above = lines[max(start, at - 4) : at]
    return any((name := labels.name(line.text)) and "decision" in name.kind for line in above)


def _head_start(lines: tuple[Line, ...], start: int, clause: int) -> int:
    """The first line of the head of the text whose enacting clause is at `clause`.

    Never above a paragraph of the report around it; above the name of the text only where that is
    the document's own masthead.
    """
    top, named = clause, None
    for at in range(clause - 1, max(start, clause - _HEAD) - 1, -1):
        line = lines[at]
        if not line.heading and _is_report(line.text):
            return top if named is None else named
        if named is None and labels.name(line.text):
            named = at
            if start:
                return named
        top = at
    return top


def _is_report(text: str) -> bool:
    """Whether `text` is a sentence of a report and no line of a masthead."""
    # "[on the report of the Third Committee (A/79/912, para. 3)]" and the line of a chair's text.
    if text.startswith(("[", "Draft resolution submitted by", "Draft decision submitted by")):
        return False
    label = labels.label(text)
    if label and not label.point and len(text) > 40:
        return True
    return len(text) > 60 and prose.mark(text) in {".", ":", ";"} and " " in text


def _without_clause(lines: tuple[Line, ...], language: str) -> Cut | None:
    """The whole of `lines` as one text that lost its enacting clause, if it reads like one."""
    first = next((i for i, line in enumerate(lines) if _opens(line, language)), None)
    if first is None:
        return None
    opened = sum(1 for line in lines if _opens(line, language))
    numbered = sum(1 for line in lines if _numbered(line))
    if opened < 2 or opened < numbered or opened < len(lines) / 4:
        return None
    body = walk(lines, first, language=language)
    if not body.pieces:
        return None
    section = Section(lines[:first], None, body, _number(lines, 0))
    return Cut((section,), lines[body.end :])


def _numbered(line: Line) -> bool:
    label = labels.label(line.text)
    return label is not None and not label.point


def _opens(line: Line, language: str) -> bool:
    """Whether `line` begins as a paragraph of a resolution begins."""
    label = labels.label(line.text)
    if label and not label.point:
        return openings.is_known(line.text[label.end :], "operative", language)
    return (
        label is None
        and len(line.text) > 30
        and openings.is_known(line.text, "preambular", language)
    )
