"""Sections and notes put together as the model: the last step of every reader of official text.

Gives each footnote to the text that calls it, italics to the openings that lost them, and says
each thing it mended. What belongs to no text is kept as passages.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.formats.official import calls, labels, markup, masthead, openers, points, prose
from drafter.formats.official.footnotes import Note
from drafter.formats.official.lines import Line
from drafter.formats.official.sections import Cut, Section
from drafter.formats.official.taken import Piece
from drafter.formats.printed import without_derived_numbers
from drafter.formats.reading import Reading
from drafter.grammar import enacting
from drafter.grammar.numbering import operative_labels, walk
from drafter.model import (
    Annex,
    Call,
    Document,
    Footnote,
    Heading,
    Inlines,
    Item,
    Masthead,
    Paragraph,
    Passage,
    Resolution,
    Table,
    plain,
)


def document(
    cut: Cut,
    notes: tuple[Note, ...],
    furniture: tuple[str, ...],
    *,
    wrapped: bool,
    language: str = "en",
    typeset: bool = False,
) -> Reading[Document]:
    """The document made of `cut` and the `notes` that stood between its lines.

    `typeset` says that the italics are those of the print, which no grammar corrects.
    """
    shares = _share(cut.sections, notes)
    resolutions: list[Resolution] = []
    rest = list(cut.rest)
    said: list[str] = []
    dropped = list(furniture)
    for section, mine in zip(cut.sections, shares.of, strict=True):
        made = _resolution(section, mine, language, wrapped=wrapped, typeset=typeset)
        resolutions.append(made.resolution)
        rest.extend(made.rest)
        dropped.extend(made.taken)
        said.extend(made.notes)
    if len(resolutions) > 1 or (resolutions and _is_inside(cut)):
        above, rest, taken = _report_head(cut, rest, wrapped=wrapped)
        dropped.extend(taken)
        resolutions = [_under(resolution, above) for resolution in resolutions]
    passages = (*_passages(sorted(rest, key=lambda line: line.number)), *shares.left)
    ordered = tuple(sorted(passages, key=lambda passage: passage.line))
    return Reading(Document(tuple(resolutions), ordered), tuple(said), tuple(dropped))


# Notes and the texts they belong to.


@dataclass(frozen=True, slots=True)
class _Shares:
    of: list[list[Note]]  # for each section, its notes
    left: tuple[Passage, ...]  # notes of the text around


def _share(sections: tuple[Section, ...], notes: tuple[Note, ...]) -> _Shares:
    """Each note given to the text around it, or to a neighbour when only that calls it.

    A page may end one text and begin the next, and its notes stand below both.
    """
    shares: list[list[Note]] = [[] for _ in sections]
    given: list[set[str]] = [set() for _ in sections]
    called = [_called(section) for section in sections]
    firsts = [section.first for section in sections]
    left = []

    def wants(at: int, label: str) -> bool:
        return 0 <= at < len(sections) and label in called[at] and label not in given[at]

    for note in notes:
        at = bisect_right(firsts, note.line) - 1
        label = note.label
        if at >= 0 and label not in called[at]:
            if wants(at - 1, label):
                at -= 1
            elif label in given[at] and wants(at + 1, label):
                at += 1
        if at < 0 or label in given[at]:
            left.append(Passage(f"{label} {_words(note.content)}", note.line))
        else:
            shares[at].append(note)
            given[at].add(label)
    return _Shares(shares, tuple(left))


def _called(section: Section) -> set[str]:
    """The labels of the calls that are certain in `section`."""
    contents = [piece.content for piece in section.body.pieces]
    contents += [line.content for line in section.head]
    if section.clause:
        contents.append(section.clause.content)
    return {i.label for content in contents for i in content if isinstance(i, Call)}


# One text.


@dataclass(slots=True)
class _Made:
    resolution: Resolution
    rest: list[Line]
    taken: list[str]
    notes: list[str]


def _resolution(
    section: Section, notes: list[Note], language: str, *, wrapped: bool, typeset: bool
) -> _Made:
    clause = section.clause
    decision = bool(clause and enacting.is_decision(clause.text))
    organ = _organ(clause.text if clause else "", decision=decision)
    head = masthead.read(list(section.head), organ, wrapped=wrapped)
    above = _sponsor_notes(head, notes)
    if decision and head.masthead.kind not in {"decision", "draft decision"}:
        above = replace(above, kind="decision")
    if section.body.meeting:
        above = replace(above, meeting=", ".join(section.body.meeting))

    pieces = section.body.pieces
    body_notes = [note for note in notes if not note.label.startswith("*")]
    clause_content = clause.content if clause else ()
    contents = [head.title, clause_content, *_contents(pieces)]
    place = calls.printed if typeset else calls.place
    placed = place(contents, [note.label for note in body_notes])
    owners = [piece for piece in pieces for _ in _contents([piece])]
    pieces = _refilled(pieces, placed.contents[2:])
    opened = openers.restore(pieces, decision=decision, language=language, typeset=typeset)
    resolution = Resolution(
        above,
        placed.contents[0],
        plain(clause_content),
        _items(opened.pieces, "preamble"),
        _operative(opened.pieces),
        _annexes(opened.pieces),
        tuple(Footnote(note.label, note.content, note.line) for note in body_notes),
    )
    said = [*head.notes, *_notes(section, resolution, opened, placed, owners)]
    for note in body_notes:
        if note.digits:
            said.append(f"line {note.line}: footnote {note.label} had lost its mark")
    return _Made(resolution, head.rest, head.taken, said)


def _contents(pieces: list[Piece]) -> Iterator[Inlines]:
    """Every content of `pieces` in reading order, the cells of tables among them."""
    for piece in pieces:
        yield piece.content
        for row in piece.rows:
            yield from row


def _refilled(pieces: list[Piece], contents: list[Inlines]) -> list[Piece]:
    """`pieces` with `contents` in the order of `_contents`."""
    given = iter(contents)
    made = []
    for piece in pieces:
        content = next(given)
        rows = tuple(tuple(next(given) for _ in row) for row in piece.rows)
        made.append(replace(piece, content=content, rows=rows))
    return made


def _organ(clause: str, *, decision: bool) -> str:
    if not decision:
        return enacting.organ(clause)
    # "At its 13th meeting, on 10 November 2017, the Conference of the …:"
    at = clause.rfind(" the ", 0, clause.find("Conference") + 1 or None)
    words = clause[at + 5 :] if at >= 0 else ""
    return enacting.organ("The " + words) if words else ""


def _sponsor_notes(head: masthead.Head, notes: list[Note]) -> Masthead:
    """The masthead with the notes to its sponsor line (R-ANAT-9)."""
    said = []
    for note in notes:
        if note.label.startswith("*"):
            owner = next((name for sign, name in head.stars if sign == note.label), "")
            words = plain(note.content)
            said.append(f"{owner}: {words}" if owner else words)
    return replace(head.masthead, sponsor_notes=tuple(said)) if said else head.masthead


def _items(pieces: list[Piece], part: str) -> tuple[Item, ...]:
    """The paragraphs and headings of `part`, letter points in their paragraphs."""
    found: list[Item] = []
    for family in _families([piece for piece in pieces if piece.part == part]):
        first = family[0]
        if first.role == "heading":
            found.append(Heading(first.content, first.heading, first.line))
        elif first.role == "table":
            found.append(Table(first.rows, first.line))
        elif first.role in {"point", "closing"}:
            found.append(replace(points.tree([first]), label=first.label or None))
        else:
            paragraph = points.tree(family)
            found.append(replace(paragraph, label=first.label or None))
    return tuple(found)


def _families(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Each paragraph with the letter points after it."""
    family: list[Piece] = []
    tables: list[list[Piece]] = []  # a table among the points stands after them
    for piece in pieces:
        with_paragraph = bool(family) and family[0].role == "paragraph"
        if with_paragraph and piece.role in {"point", "closing"}:
            family.append(piece)
        elif with_paragraph and piece.role == "table":
            tables.append([piece])
        else:
            if family:
                yield family
            yield from tables
            family, tables = [piece], []
    if family:
        yield family
    yield from tables


def _operative(pieces: list[Piece]) -> tuple[Item, ...]:
    """The operative part; a number is kept only where it is not the derived one (R-OP-2).

    Numbers that are missing are derived where all that are printed agree with that.
    """
    items = list(_items(pieces, "operative"))
    bare = [replace(i, label=None) if isinstance(i, Paragraph) else i for i in items]
    due = iter(operative_labels(Resolution(operative=tuple(bare))))
    matched = all(
        item.label is None or item.label == label
        for item in items
        if isinstance(item, Paragraph)
        for label in [next(due)]
    )
    return tuple(bare) if matched else without_derived_numbers(tuple(items))


def _annexes(pieces: list[Piece]) -> tuple[Annex, ...]:
    """The annexes: each begins at its heading, the headings right after that are its title."""
    found: list[list[Piece]] = []
    for piece in pieces:
        if piece.part == "annex":
            if piece.role == "annex":
                found.append([piece])
            elif found:
                found[-1].append(piece)
    return tuple(_annex(group) for group in found)


def _annex(group: list[Piece]) -> Annex:
    title: Inlines = ()
    body = group[1:]
    if body and body[0].role == "heading":
        title, body = body[0].content, body[1:]
    return Annex(group[0].text.strip(" .:"), title, _items(body, "annex"))


# What is said about it.


def _notes(
    section: Section,
    resolution: Resolution,
    opened: openers.Opened,
    placed: calls.Placed,
    owners: list[Piece],
) -> list[str]:
    """What was mended in this text, each with its place; `owners` are those of the contents."""
    names = _places(resolution)
    name = masthead.called(resolution.masthead)

    def at(line: int) -> str:
        return f"{name}{names.get(line) or f'line {line}'}"

    said = []
    starts = [piece.line for piece in owners]
    for line, what in section.body.notes:
        at_or_before = bisect_right(starts, line)
        owner = starts[at_or_before - 1] if at_or_before else line
        said.append(f"line {line}: {at(owner)}: {what}")
    for which, what in placed.mended:
        said.append(f"{at(owners[which - 2].line) if which > 1 else name + 'title'}: {what}")
    for label in placed.missing:
        said.append(f"{name}footnote {label} has no call in the text")
    known = {note.label for note in resolution.footnotes}
    for label in sorted(_called(section) - known):
        if label.isdigit():
            said.append(f"{name}footnote call {label} has no note")
    if opened.restored:
        listed = ", ".join(f"{names.get(line, '')} {words}" for line, words in opened.restored)
        said.append(f"{name}italics restored: {listed}")
    said.extend(f"{at(line)}: {what}" for line, what in opened.doubts)
    return said


def _places(resolution: Resolution) -> dict[int, str]:
    """The place of the paragraph that begins at each source line."""
    return {placed.paragraph.line: placed.place for placed in walk(resolution)}


# The document around the texts.


def _is_inside(cut: Cut) -> bool:
    """Whether the one text stands in a report."""
    first = cut.sections[0].first
    return any(line.number < first and len(line.text) > 200 for line in cut.rest)


def _report_head(
    cut: Cut, rest: list[Line], *, wrapped: bool
) -> tuple[Masthead, list[Line], list[str]]:
    """The report's own masthead, and what else stands outside the texts."""
    first = cut.sections[0].first
    top: list[Line] = []
    for line in cut.rest:
        if line.number >= first or labels.label(line.text) or len(line.text) > 300:
            break
        top.append(line)
    head = masthead.read(top, "", wrapped=wrapped)
    mine = {line.number for line in top}
    others = [line for line in rest if line.number not in mine]
    title = [Line(head.title, top[-1].number)] if head.title and top else []
    above = head.masthead
    # What the texts below do not take over from the head of the report.
    own = [above.number, above.adopted, above.report, *above.sponsors, *above.sponsor_notes]
    return above, [*others, *head.rest, *title], [*head.taken, *head.notes, *filter(None, own)]


def _under(resolution: Resolution, above: Masthead) -> Resolution:
    """`resolution` with what the document's masthead says about all its texts."""
    mine = resolution.masthead
    fields = ("symbol", "session", "date", "distribution", "language", "place", "committee")
    given = {f: getattr(above, f) for f in fields if not getattr(mine, f)}
    if not mine.agenda_item.number:
        given["agenda_item"] = above.agenda_item
    return replace(resolution, masthead=replace(mine, **given))


def _passages(lines: list[Line]) -> list[Passage]:
    """The lines outside the texts as passages, broken paragraphs rejoined."""
    found: list[tuple[int, list[Inlines]]] = []
    last = ""
    for line in lines:
        if found and _goes_on(line, last):
            found[-1][1].append(line.content)
        else:
            found.append((line.number, [line.content]))
        last = _words(line.content)
    return [Passage(_words(markup.join_all(contents)), number) for number, contents in found]


def _goes_on(line: Line, last: str) -> bool:
    """Whether a line of a report belongs to the passage before it."""
    if line.heading or labels.label(line.text):
        return False
    if not line.gap or prose.goes_on(last, line.text):
        return True
    # A list of names broken by a page goes on after its comma (OCR-13).
    return line.broken and prose.mark(last) == ","


def _words(content: Inlines) -> str:
    """The words of `content` with its calls."""
    return "".join(f"[^{i.label}]" if isinstance(i, Call) else plain((i,)) for i in content)
