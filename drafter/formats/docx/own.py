"""Reads a circulation file back: our styles say what each paragraph is.

Whatever a typist added in other styles is placed by its words and by where it stands. The reader
of files by others is `foreign`; what both share is in `runs`, `calls` and `tree`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.formats.docx import (
    body,
    brackets,
    calls,
    furniture,
    kept,
    masthead,
    runs,
    shape,
    styles,
    tree,
)
from drafter.formats.docx.brackets import Flat, Piece
from drafter.formats.reading import Reading
from drafter.grammar import enacting, openings
from drafter.model import (
    Annex,
    Document,
    Footnote,
    Passage,
    Resolution,
    plain,
)
from drafter.word import story
from drafter.word.numbering import Number, Numbering
from drafter.word.package import Package
from drafter.word.xml import Element, r, w

_BY_NAME = {style.name.lower(): style.id for style in styles.all_styles(9, 9840)}
_FRONT = {
    "Session",
    "Place",
    "Committee",
    "AgendaItem",
    "AgendaTitle",
    "Adopted",
    "Report",
    "Sponsors",
    "ResolutionNumber",
    "ResolutionTitle",
    "SecondTitle",
    "Enacting",
}
_LABELLED = {"Preambular", "Operative", "AnnexText", "ResolutionTitle", "UncalledNote"}
_NUMBERED = ("Operative", "AnnexText", "Subparagraph")
_LONGEST_LABEL = 60


@dataclass(slots=True)
class _Draft:
    """A resolution as it is being read."""

    lines: dict[str, str] = field(default_factory=dict)
    title: list[Flat] = field(default_factory=list)
    enacting: str = ""
    part: str = "Preambular"
    kinds: list[str] = field(default_factory=list)
    items: list[tree.Node] = field(default_factory=list)
    annexes: list[tree.Annex] = field(default_factory=list)
    references: list[Element] = field(default_factory=list)
    signs: dict[str, str] = field(default_factory=dict)  # sponsor notes
    uncalled: list[Footnote] = field(default_factory=list)


@dataclass
class _Reader:
    package: Package
    notes: calls.Notes
    numbering: Numbering
    drafts: list[_Draft] = field(default_factory=list)
    rest: list[Passage] = field(default_factory=list)
    said: list[str] = field(default_factory=list)  # for the user
    draft: _Draft | None = None
    header: dict[str, str] = field(default_factory=dict)  # of the section, until it is taken
    heads: set[str] = field(default_factory=set)  # the lines of headers that are the masthead's


def is_own(package: Package, found: Sequence[kept.Kept] | None) -> bool:
    """Whether the file is one of ours: it keeps what we keep, or is set in our styles."""
    if found is not None:
        return True
    ids = {"preambular paragraph", "operative paragraph", "enacting clause"}
    for part in package.related(package.main, "styles")[:1]:
        names = {e.get(w("val"), "").lower() for e in package.part(part).iter(w("name"))}
        return ids <= names
    return False


def read(
    package: Package, notes: calls.Notes, numbering: Numbering, beside: Sequence[kept.Kept]
) -> Reading[Document]:
    """The document in a circulation file, and what there is to say about the reading."""
    reader = _Reader(package, notes, numbering)
    for flow, section in _sections(package):
        reader.header = _header(reader, section)
        for item in flow:
            _item(item, reader)
        reader.draft = None
    same = len(beside) == len(reader.drafts)
    resolutions = tuple(
        _resolution(draft, beside[index] if same else None, notes)
        for index, draft in enumerate(reader.drafts)
    )
    document = Document(resolutions, tuple(reader.rest))
    beyond = furniture.left(package, notes.seen, reader.heads)
    return Reading(document, tuple(reader.said), beyond)


def _sections(package: Package) -> Iterator[tuple[list[story.Paragraph | story.Table], Element]]:
    """The flow of each section with its properties."""
    flow: list[story.Paragraph | story.Table] = []
    body = story.body(package).container
    for item in story.flow(body):
        flow.append(item)
        if isinstance(item, story.Paragraph):
            section = item.element.find(f"{w('pPr')}/{w('sectPr')}")
            if section is not None:
                yield flow, section
                flow = []
    last = body.find(w("sectPr"))
    yield flow, last if last is not None else body


def _header(reader: _Reader, section: Element) -> dict[str, str]:
    """The masthead lines that the section's first header prints, by style."""
    package, seen = reader.package, reader.notes.seen
    lines: dict[str, str] = {}
    targets = {each.id: each.target for each in package.relationships(package.main)}
    for reference in section.findall(w("headerReference")):
        target = targets.get(reference.get(r("id"), ""), "")
        if reference.get(w("type")) != "first" or target not in package:
            continue
        for paragraph in story.paragraphs(package.part(target)):
            words = runs.line(runs.flat(paragraph, seen))
            style = _style(paragraph, seen)
            if words and style and style != "MastheadName":
                reader.heads.add(words)
                lines[style] = f"{lines[style]} {words}" if style in lines else words
    return lines


def _style(paragraph: Element, seen: runs.Seen) -> str:
    """The id of our style that `paragraph` is in, "" for none of ours.

    By name: LibreOffice gives styles new ids when it saves.
    """
    name = seen.styles.name(seen.styles.paragraph_style(paragraph)).lower()
    return _BY_NAME.get(name, "")


def _begin(reader: _Reader) -> _Draft:
    """A new resolution; the masthead in the section's header is its own, once."""
    draft = _Draft(lines=reader.header)
    reader.header = {}
    reader.drafts.append(draft)
    reader.draft = draft
    return draft


def _item(item: story.Paragraph | story.Table, reader: _Reader) -> None:
    if isinstance(item, story.Table):
        _place(reader).append(_table(item, reader))
        return
    paragraph = item.element
    number = reader.numbering.next(paragraph)
    style = _style(paragraph, reader.notes.seen)
    flat = runs.flat(paragraph, reader.notes.seen, relative=bool(style))
    said = runs.words(flat).strip() or next(runs.labels(flat), "") or _is_meant(paragraph, reader)
    if style == "EndRule":
        if not reader.draft:
            _begin(reader)
        reader.draft = None
    elif style == "OtherText" and not reader.draft:
        reader.rest.append(Passage(_passage(flat)))
    elif style in _FRONT:
        _front(style, paragraph, flat, reader)
    elif style == "AnnexLabel":
        draft = reader.draft or _begin(reader)
        draft.annexes.append(tree.Annex(runs.line(flat)))
        _refer(draft, paragraph, reader)
    elif said:
        _body(style, paragraph, flat, number, reader)
    for box in story.text_boxes(paragraph):
        for inner in story.flow(box):
            _item(inner, reader)


def _is_meant(paragraph: Element, reader: _Reader) -> bool:
    """Whether an empty paragraph stands in the draft: a plain sign says so, with no text."""
    styles = reader.notes.seen.styles
    return any(
        styles.name(style.get(w("val"), "")).lower() == "plain sign"
        for style in paragraph.iter(w("rStyle"))
    )


def _passage(flat: list[Flat]) -> str:
    return runs.words(flat)


def _refer(draft: _Draft, paragraph: Element, reader: _Reader) -> None:
    draft.references += [e for e in paragraph.iter() if e in reader.notes.ids]


def _front(style: str, paragraph: Element, flat: list[Flat], reader: _Reader) -> None:
    """A line above the text: of the masthead, the title or the enacting clause."""
    draft = reader.draft
    if draft is None or draft.items or draft.annexes:
        draft = _begin(reader)
    if style == "ResolutionTitle":
        label, rest = split_label(flat)
        if label:
            draft.lines["TitleNumber"] = label
        draft.title += [Piece(" "), *rest] if draft.title else rest
        _refer(draft, paragraph, reader)
        return
    if style == "Sponsors":
        references = [e for e in paragraph.iter() if e in reader.notes.ids]
        for reference in references:
            draft.signs[reader.notes.seen.notes[reference]] = reader.notes.words(reference)
        flat = [Piece(item.label) if not isinstance(item, Piece) else item for item in flat]
    words = runs.line(flat)
    if style == "Enacting":
        draft.enacting = f"{draft.enacting} {words}".strip()
    elif words:
        before = draft.lines.get(style)
        draft.lines[style] = f"{before} {words}" if before else words


def split_label(flat: list[Flat]) -> tuple[str, list[Flat]]:
    """The typed label before the first tab, and what follows it."""
    label, stop = "", False
    for index, piece in enumerate(flat):
        if not isinstance(piece, Piece):
            break
        before, tab, after = piece.text.partition("\t")
        label += before
        if tab:
            if not label.strip(" ") or len(label) > _LONGEST_LABEL:
                break
            # A stop of the label's own, set as a plain sign, is doubled: one of them goes later.
            return label.strip(" ") + "." * stop, [tree.cut(piece, after), *flat[index + 1 :]]
        stop = piece.plain and piece.text == "."
    return "", flat


def _place(reader: _Reader) -> list[tree.Node]:
    """Where the next item goes: the last annex, else the text."""
    draft = reader.draft or _begin(reader)
    if draft.annexes:
        return draft.annexes[-1].items
    draft.kinds.append("")
    return draft.items


def _body(
    style: str,
    paragraph: Element,
    flat: list[Flat],
    number: Number | None,
    reader: _Reader,
) -> None:
    """A paragraph of the text, in one of our styles or placed by its words."""
    draft = reader.draft or _begin(reader)
    ours = style in _LABELLED or style.startswith("Subparagraph")
    label, rest = split_label(flat) if ours or not style else ("", flat)
    if not label and (not style or style.startswith(_NUMBERED)):
        label, rest = _typed(rest)
    if not label and number:
        label = number.text
    if not style:
        style = _guess(label, plain(brackets.nest(rest)), draft)
        reader.said.append(f"placed by its words: “{runs.words(flat).strip()[:60]}”")
    if style == "Enacting":
        draft.enacting = runs.line(rest)
        return
    if style == "UncalledNote":
        draft.uncalled.append(Footnote(label, brackets.nest(rest)))
        return
    _refer(draft, paragraph, reader)
    if style == "Meeting":
        draft.lines["Meeting"] = ", ".join(filter(None, runs.words(rest).strip().split("\n")))
        return
    if style == "AnnexTitle" and draft.annexes:
        draft.annexes[-1].title += [Piece(" "), *rest] if draft.annexes[-1].title else rest
        return
    tree.put(_items(draft), style, label, rest, _kinds(draft))


def _items(draft: _Draft) -> list[tree.Node]:
    return draft.annexes[-1].items if draft.annexes else draft.items


def _kinds(draft: _Draft) -> list[str]:
    return [] if draft.annexes else draft.kinds


def _typed(flat: list[Flat]) -> tuple[str, list[Flat]]:
    """A label that a typist parted from the text by a space, not a tab."""
    first = flat[0] if flat else None
    match = body.TYPED.match(first.text) if isinstance(first, Piece) else None
    if not isinstance(first, Piece) or first.plain or not match:
        return "", flat
    rest = first.text[match.end() :]
    return match[1] or match[2], [tree.cut(first, rest), *flat[1:]]


def _guess(label: str, words: str, draft: _Draft) -> str:
    """The style that a paragraph in none of our styles would have."""
    if not draft.items and not draft.enacting and enacting.is_enacting(words):
        return "Enacting"
    if label.startswith("(") and _items(draft):
        return "Subparagraph1"
    if draft.annexes:
        return "AnnexText"
    if label[:1].isdigit() or "Operative" in draft.kinds:
        return "Operative"
    opening = openings.find(words)
    if opening is not None and opening.part == "operative" and draft.kinds:
        return "Operative"
    return "Preambular"


def _table(item: story.Table, reader: _Reader) -> tree.Node:
    draft = reader.draft
    rows = []
    for row in item.rows:
        cells = []
        for cell in row.cells:
            flat: list[Flat] = []
            for paragraph in story.all_paragraphs(cell.element):
                relative = bool(_style(paragraph, reader.notes.seen))
                more = runs.flat(paragraph, reader.notes.seen, relative=relative)
                if number := reader.numbering.next(paragraph):
                    more = [Piece(f"{number.text} "), *more]
                flat += [Piece(" "), *more] if flat else more
                if draft:
                    _refer(draft, paragraph, reader)
            cells.append(brackets.nest(flat))
        rows.append(tuple(cells))
    return tree.Node("Table", rows=tuple(rows))


def _resolution(draft: _Draft, beside: kept.Kept | None, notes: calls.Notes) -> Resolution:
    head = masthead.read(
        draft.lines, draft.signs, beside.masthead if beside else None, draft.enacting
    )
    length = shape.preamble_length(draft.kinds)
    if beside and beside.preamble is not None and _fits(draft.kinds, beside.preamble):
        length = beside.preamble
    footnotes: dict[str, Footnote] = {}
    for reference in draft.references:
        label = notes.seen.notes[reference]
        footnotes.setdefault(label, notes.footnote(reference, label))
    for note in draft.uncalled:
        footnotes.setdefault(note.label, note)
    found = Resolution(
        masthead=head,
        title=brackets.nest(draft.title),
        enacting=draft.enacting,
        preamble=tree.items(draft.items[:length]),
        operative=tree.operative(draft.items[length:]),
        annexes=tuple(
            Annex(annex.label, brackets.nest(annex.title), tree.items(annex.items))
            for annex in draft.annexes
        ),
        footnotes=tuple(footnotes.values()),
    )
    return shape.named(found, beside) if beside else found


def _fits(kinds: Sequence[str], length: int) -> bool:
    """Whether a preamble of `length` items agrees with what the page shows."""
    return (
        0 <= length <= len(kinds)
        and "Operative" not in kinds[:length]
        and "Preambular" not in kinds[length:]
    )
