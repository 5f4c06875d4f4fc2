"""The text of a resolution as paragraphs of a Word body, in the styles of the circulation file.

Numbers are typed text with a tab, as the Secretariat types them, or Word's own on request. Nothing
here knows sections, headers or the package.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from drafter.formats.docx import brackets, masthead, notes
from drafter.formats.docx.lists import Lists
from drafter.formats.docx.markup import field as word_field
from drafter.formats.docx.markup import paragraph, raw_run, run
from drafter.formats.docx.tables import widths
from drafter.grammar import bodies
from drafter.grammar.numbering import child_labels, operative_labels
from drafter.model import (
    Annex,
    Call,
    Heading,
    Inlines,
    Item,
    Paragraph,
    Resolution,
    Table,
)

_CALL = '<w:rStyle w:val="FootnoteReference"/>'
_TYPED_CALL = '<w:rStyle w:val="NoteCall"/>'
_PLAIN = '<w:rStyle w:val="PlainSign"/>'
_KEEP_NEXT = "<w:keepNext/>"
# A label that a typist parts from the text by a space, not a tab.
TYPED = re.compile(r"\s*(?:(\d{1,3}(?: bis| ter| quater| alt)?)\.\s+|(\([a-z]{1,5}\))\s+)")


@dataclass(slots=True)
class Ink:
    """What writing has used so far: which notes were called, which bookmarks were set."""

    plan: notes.Plan
    lists: Lists | None = None  # numbers are typed where there are none
    seen: set[str] = field(default_factory=set)

    def call(self, label: str) -> str:
        """The runs that call the note `label` here: for the first time, or again."""
        number = self.plan.ids.get(label)
        if number is None:  # a call without its note stays a sign
            return run(label, _TYPED_CALL)
        if label in self.seen:
            return word_field(f"NOTEREF {_bookmark(number)} \\h", label, _CALL)
        self.seen.add(label)
        shown = None if label in self.plan.automatic else label
        made = notes.reference(number, shown)
        if label in self.plan.repeated:
            start = f'<w:bookmarkStart w:id="{number}" w:name="{_bookmark(number)}"/>'
            return f'{start}{made}<w:bookmarkEnd w:id="{number}"/>'
        return made


def _bookmark(number: int) -> str:
    return f"_RefNote{number}"


def inlines(content: Inlines, ink: Ink | None, *, guarded: bool = False) -> str:
    """Runs for `content`; without `ink` (inside a note) calls are typed signs.

    With `guarded`, a number that begins it is not to be taken for the paragraph's label.
    """
    out = []
    called = False
    flat = list(brackets.flatten(content))
    if guarded and flat and isinstance(flat[0], brackets.Piece) and TYPED.match(flat[0].text):
        whole = flat[0].text
        flat[:1] = [
            replace(flat[0], text=part, plain=plain)
            for part, plain in ((whole[:1], True), (whole[1:], flat[0].plain))
        ]
    if not flat:  # an empty paragraph that is meant, unlike a typist's
        return raw_run("", _PLAIN)
    for piece in flat:
        if isinstance(piece, Call):
            if called:  # several markers at one place: comma between (R-FN-4)
                out.append(run(",", _CALL))
            out.append(ink.call(piece.label) if ink else run(piece.label, _TYPED_CALL))
        else:
            out.append(run(piece.text, _properties(piece)))
        called = isinstance(piece, Call)
    return "".join(out)


def _properties(piece: brackets.Piece) -> str:
    style = "PlainSign" if piece.plain else "NotationSign" if piece.notation else ""
    plain = f'<w:rStyle w:val="{style}"/>' if style else ""
    bold = "<w:b/><w:bCs/>" if piece.bold else ""
    italic = "<w:i/><w:iCs/>" if piece.italic else ""
    return plain + bold + italic


def resolution(text: Resolution, ink: Ink, signs: Mapping[str, int], *, width: int) -> str:
    """All paragraphs of `text`; `signs` are the ids of the sponsor notes."""
    out = [*_front(text, signs)]
    out += _titles(text, ink)
    if text.enacting:
        out.append(paragraph("Enacting", _enacting(text.enacting)))
    out += _items(text.preamble, "Preambular", ink, width)
    labels = iter(operative_labels(text))
    out += _items(text.operative, "Operative", ink, width, labels)
    if text.masthead.meeting:
        out.append(paragraph("Meeting", run(text.masthead.meeting.replace(", ", "\n"))))
    for annex in text.annexes:
        out += _annex(annex, ink, width)
    by_label = {note.label: note for note in text.footnotes}
    for label in ink.plan.uncalled:
        typed = run(f"{label}\t") + inlines(by_label[label].content, None)
        out.append(paragraph("UncalledNote", typed))
    return "".join(out)


def _titles(text: Resolution, ink: Ink) -> Iterator[str]:
    """The title, and the line of a second language right under it where the body prints two."""
    number, second = masthead.title_number(text.masthead), text.masthead.second_title
    if text.title or number:
        numbered = run(f"{number}\t") if number else ""
        close = '<w:spacing w:after="0"/>' if second else ""
        hanging = '<w:ind w:left="1267" w:right="1267" w:hanging="1020"/>' if number else ""
        words = numbered + inlines(text.title, ink)
        yield paragraph("ResolutionTitle", words, close + hanging)
    if second:
        body = bodies.of(text.masthead, text.enacting)
        language = body.second_language if body else ""
        spoken = f'<w:lang w:val="{language}"/>' if language else ""
        yield paragraph("SecondTitle", run(second, spoken))


_ADOPTED_ON = re.compile(r" (on \d)")
_ABOVE = {
    "Session",
    "Place",
    "Committee",
    "AgendaItem",
    "AgendaTitle",
    "Adopted",
    "Report",
    "ResolutionNumber",
}


def _front(text: Resolution, signs: Mapping[str, int]) -> Iterator[str]:
    """The lines between the masthead's second rule and the title."""
    for line in masthead.printed(text.masthead, text.enacting):
        if line.style == "Adopted":  # the date has a line of its own
            yield paragraph(line.style, run(_ADOPTED_ON.sub(r"\n\1", line.text, count=1)))
        elif line.style == "Report" and line.text[0] + line.text[-1] == "[]":
            inner = run(line.text[1:-1], "<w:i/><w:iCs/>")
            yield paragraph(line.style, run("[") + inner + run("]"))
        elif line.style == "AgendaTitle" and text.masthead.adopted:
            yield paragraph(line.style, run(line.text), '<w:ind w:right="5040"/>')
        elif line.style in _ABOVE:
            yield paragraph(line.style, run(line.text))
        elif line.style == "Sponsors":
            yield paragraph(line.style, _signed(line.text, signs))


def _signed(line: str, signs: Mapping[str, int]) -> str:
    """The sponsor line with its signs as calls of the notes at the foot."""
    out, at = [], 0
    left = dict(signs)
    for match in masthead.SIGN.finditer(line):
        if match[0] in left:
            out.append(run(line[at : match.start()]))
            out.append(notes.reference(left.pop(match[0]), match[0]))
            at = match.end()
    out.append(run(line[at:]))
    return "".join(out)


def _enacting(clause: str) -> str:
    """The enacting clause: italic, its comma roman."""
    name = clause.rstrip(",")
    return run(name, "<w:i/><w:iCs/>") + run(clause[len(name) :])


def _items(
    items: Iterable[Item], style: str, ink: Ink, width: int, labels: Iterator[str] | None = None
) -> Iterator[str]:
    for item in items:
        if isinstance(item, Heading):
            yield paragraph(f"SectionHeading{max(item.level, 1)}", inlines(item.content, ink))
        elif isinstance(item, Table):
            yield _table(item, ink, width)
        else:
            label = next(labels) if labels else item.label or ""
            yield from _family(item, style, label, 0, ink)


def _family(item: Paragraph, style: str, label: str, level: int, ink: Ink) -> Iterator[str]:
    """A paragraph, its subparagraphs and the text after them."""
    keep = _KEEP_NEXT if item.children else ""
    numbered = ink.lists.number(label, level) if ink.lists else ""
    typed = "" if numbered else _typed(label, level)
    yield paragraph(style, typed + inlines(item.content, ink, guarded=not typed), keep + numbered)
    for child, sub in zip(item.children, child_labels(item.children, level + 1), strict=True):
        yield from _family(child, f"Subparagraph{level + 1}", sub, level + 1, ink)
    if item.closing:
        yield paragraph(f"Closing{level}", inlines(item.closing, ink))


def _typed(label: str, level: int) -> str:
    """A label as it is typed, with its tab: `3.` and `3 bis.` but `(a)`."""
    if not label:
        return ""
    if level:
        return run(f"{label}\t")
    if label[-1:].isalnum():
        return run(f"{label}.\t")
    if label.endswith(".") and label[-2:-1].isalnum():
        return run(label[:-1]) + run(".", _PLAIN) + run("\t")
    return run(f"{label}\t")


def _annex(annex: Annex, ink: Ink, width: int) -> Iterator[str]:
    yield paragraph("AnnexLabel", run(annex.label))
    if annex.title:
        yield paragraph("AnnexTitle", inlines(annex.title, ink))
    yield from _items(annex.items, "AnnexText", ink, width)


def _table(table: Table, ink: Ink, width: int) -> str:
    place = widths(table, width)
    border = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
    rules = "".join(f"<w:{side} {border}/>" for side in ("top", "bottom", "insideH"))
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in place.columns)
    rows = "".join(
        _row(row, place.columns, ink, head=at == 0 and len(table.rows) > 1)
        for at, row in enumerate(table.rows)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(place.columns)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{place.indent}" w:type="dxa"/><w:tblBorders>{rules}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
        + paragraph("TableEnd", "")  # two tables that touch are one table to Word
    )


def _row(row: tuple[Inlines, ...], columns: tuple[int, ...], ink: Ink, *, head: bool) -> str:
    """A row, whole on one page; the first is repeated on every page that the table goes on to."""
    short = len(columns) - len(row)
    after = f'<w:gridAfter w:val="{short}"/>' if short else ""
    properties = f"<w:trPr>{after}<w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>"
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph('TableText', inlines(cell, ink))}</w:tc>"
        for cell, width in zip(row, columns, strict=False)
    )
    return f"<w:tr>{properties}{cells}</w:tr>"
