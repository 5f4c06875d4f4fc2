"""A draft that follows last session's text: rolled forward, what needs a decision in brackets.

Session numbers and years that lay ahead of the text, and the symbols of reports of its own session,
move one step on and stand in brackets; a reference to the text itself comes first. What lay behind
it stays. Nothing is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.blocks.drafting import agreeing
from drafter.grammar import bodies, dates, ordinals
from drafter.model import (
    Bracket,
    Footnote,
    Inline,
    Inlines,
    Item,
    Masthead,
    Paragraph,
    Resolution,
    Text,
    normal,
    text,
)


@dataclass(frozen=True, slots=True)
class Step:
    """From which session and year to which."""

    session: int  # of the base, 0 where it counts in years or is unknown
    year: int
    by: int = 1  # sessions, and years
    symbol: str = ""  # the base's


def follow_up(base: Resolution, *, file: str = "", by: int = 1) -> Resolution:
    """The draft for the session `by` sessions after `base`, the text of an earlier one.

    `file` is the base's file, kept in the new draft so that it can be compared.
    """
    step = _step(base, by)
    preamble = tuple(_item(item, step) for item in base.preamble)
    draft = Resolution(
        masthead=_masthead(base, step, file),
        title=base.title,
        enacting=base.enacting,
        preamble=(*_recall(base), *preamble),
        operative=tuple(_item(item, step) for item in base.operative),
        annexes=base.annexes,
        footnotes=tuple(_note(note, step) for note in base.footnotes),
    )
    return agreeing(draft)


def _step(base: Resolution, by: int) -> Step:
    head = base.masthead
    found = re.match(r"A/(?:HRC/|C\.\d/|RES/)?(?:RES/)?(\d+)/", head.symbol) or re.match(
        r"(\d{1,3})/\d", head.number
    )
    session = int(found[1]) if found else 0
    for _, _, number in ordinals.find_all(head.session.lower()):
        session = session or number
    dated = re.search(
        r"\b(?:19|20)\d\d\b", f"{head.date} {head.adopted} {head.meeting} {head.symbol}"
    )
    return Step(session, int(dated[0]) if dated else 0, by, head.symbol)


def _masthead(base: Resolution, step: Step, file: str) -> Masthead:
    head = base.masthead
    profile = bodies.of(head, base.enacting)
    session = head.session
    for start, end, number in ordinals.find_all(session):
        session = (
            session[:start] + ordinals.like(session[start:end], number + step.by) + session[end:]
        )
        break
    session = re.sub(r"\b(20\d\d)\b", lambda m: str(int(m[1]) + step.by), session)
    source: list[tuple[str, object]] = []
    if name := head.symbol or head.number:
        source.append(("symbol", name))
    if file:
        source.append(("file", file))
    return replace(
        head,
        body=head.body or (profile.id if profile else ""),
        symbol="",
        number="",
        distribution=profile.distribution if profile else "Limited",
        date="",
        session=session,
        place="",
        sponsors=(),
        sponsor_notes=(),
        kind="draft resolution",
        adopted="",
        report="",
        meeting="",
        base=tuple(source),
    )


def _recall(base: Resolution) -> tuple[Paragraph, ...]:
    """A first paragraph that recalls the base itself, where it was adopted under a number."""
    head = base.masthead
    found = re.search(r"(?:RES/)?(\d+/\d+)$", head.symbol) if "/RES/" in head.symbol else None
    number = found[1] if found else head.number
    if not re.fullmatch(r"(?:S-|ES-)?\d+/\d+", number):
        return ()
    printed = _adoption(head)
    date: tuple[Inline, ...] = (Text(printed),) if printed else (Bracket(text("date")),)
    words = (
        Text("Recalling", italic=True),
        Text(f" its resolution {number} of "),
        *date,
        Text(","),
    )
    return (Paragraph(normal(words)),)


def _adoption(head: Masthead) -> str:
    """The day on which the base was adopted, as printed."""
    for said in (head.adopted, head.meeting):
        if found := dates.DATE.search(said):
            return found[0]
    return dates.printed(head.date) if head.kind == "adopted resolution" else ""


def _item(item: Item, step: Step) -> Item:
    if not isinstance(item, Paragraph):
        return item
    return replace(
        item,
        content=_rolled(item.content, step),
        children=tuple(_child(child, step) for child in item.children),
        closing=_rolled(item.closing, step),
        label=None,
        line=0,
    )


def _child(child: Paragraph, step: Step) -> Paragraph:
    rolled = _item(child, step)
    assert isinstance(rolled, Paragraph)  # noqa: S101 - a paragraph gives a paragraph
    return rolled


def _note(note: Footnote, step: Step) -> Footnote:
    return replace(note, content=_rolled(note.content, step, notes=True), line=0)


def _rolled(content: Inlines, step: Step, *, notes: bool = False) -> Inlines:
    """`content` with what lay ahead one step on, in brackets."""
    out: list[Inline] = []
    for inline in content:
        if isinstance(inline, Bracket):
            out.append(replace(inline, content=_rolled(inline.content, step, notes=notes)))
        elif isinstance(inline, Text):
            out.extend(_pieces(inline, step, notes=notes))
        else:
            out.append(inline)
    return normal(out)


def _pieces(run: Text, step: Step, *, notes: bool) -> Iterator[Inline]:
    end = 0
    for start, stop, words in sorted(_changes(run.text, step, notes=notes)):
        if start < end:
            continue
        yield replace(run, text=run.text[end:start])
        yield Bracket((replace(run, text=words),))
        end = stop
    yield replace(run, text=run.text[end:])


_SESSION_AFTER = re.compile(r"[ \u00a0](?:regular[ \u00a0]|annual[ \u00a0])?sessions?\b")
_YEAR = re.compile(r"(?<![/\d(-])\b(20\d\d)\b(?![/\d)])")


def _changes(words: str, step: Step, *, notes: bool) -> Iterator[tuple[int, int, str]]:
    """What moves in `words`: from where to where, and what stands there then."""
    if step.session:
        for start, end, number in ordinals.find_all(words):
            if number > step.session and _SESSION_AFTER.match(words, end):
                yield start, end, ordinals.like(words[start:end], number + step.by)
        own = re.compile(rf"\bA/(?:HRC/|C\.\d/)?{step.session}/(?:L\.)?\d+(?:/\w+\.\d+)?")
        for found in own.finditer(words) if notes else ():
            head = found[0].partition(f"{step.session}/")[0]
            yield found.start(), found.end(), f"{head}{step.session + step.by}/…"
    if step.year:
        for found in _YEAR.finditer(words):
            if int(found[1]) > step.year and not _is_named(words, found.start()):
                yield found.start(), found.end(), str(int(found[1]) + step.by)


def _is_named(words: str, start: int) -> bool:
    """Whether the year belongs to a name: "the 2030 Agenda", a target "by 2030"."""
    after = words[start + 4 : start + 6]
    return words[start:].startswith("2030") or bool(re.match(r"[ \u00a0][A-Z]|[–-]", after))
