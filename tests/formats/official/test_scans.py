"""Every fault of a scan that the conventions list, and how it reads: cases in a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.formats import text
from drafter.formats.reading import Reading
from drafter.grammar import numbering
from drafter.model import Call, Document, Heading, Inlines, Resolution, Table, Text, opening
from tests.formats.official.accounting import missing

FIELDS = (
    *("symbol", "number", "distribution", "date", "language", "session", "place", "committee"),
    *("agenda", "sponsors", "adopted", "report", "meeting"),
)


def cases() -> Iterator[tuple[str, str, str]]:
    for path in sorted((Path(__file__).parent / "cases").glob("*.txt")):
        parts = path.read_text("utf-8").split("\n.\n")
        for title, given, expected in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
            yield title.strip(), given, expected


@pytest.mark.parametrize(("title", "given", "expected"), [*cases()], ids=[c[0] for c in cases()])
def test_a_scan_reads_as(title: str, given: str, expected: str) -> None:
    reading = text.parse(given)
    assert "\n".join(outline(reading)) == expected
    assert not missing(given, reading)


def outline(reading: Reading[Document]) -> Iterator[str]:
    for resolution in reading.value.resolutions:
        yield from _masthead(resolution)
        yield from _body(resolution)
        for note in resolution.footnotes:
            yield f"note {note.label}: {marked(note.content)}"
    for passage in reading.value.rest:
        yield f"rest: {passage.text}"
    yield from (f"furniture: {line}" for line in reading.furniture)
    yield from (f"says: {note}" for note in reading.notes)


def _masthead(resolution: Resolution) -> Iterator[str]:
    masthead = resolution.masthead
    if masthead.kind != "draft resolution":
        yield f"kind: {masthead.kind}"
    for name in FIELDS:
        if name == "agenda":
            value = f"{masthead.agenda_item.number} {masthead.agenda_item.title}".strip()
        elif name == "sponsors":
            value = "; ".join(masthead.sponsors)
        else:
            value = getattr(masthead, name)
        if value:
            yield f"{name}: {value}"
    yield from (f"sponsor note: {note}" for note in masthead.sponsor_notes)
    if resolution.title:
        yield f"title: {marked(resolution.title)}"
    yield f"enacting: {resolution.enacting}"


def _body(resolution: Resolution) -> Iterator[str]:
    every = (*resolution.preamble, *resolution.operative)
    annexed = tuple(item for annex in resolution.annexes for item in annex.items)
    headings = {
        item.line: f"heading: {marked(item.content)}" for item in every if isinstance(item, Heading)
    }
    for item in (*every, *annexed):
        if isinstance(item, Table):
            rows = (" | ".join(marked(cell) for cell in row) for row in item.rows)
            headings[item.line] = "table: " + " / ".join(rows)
    annexes = [f"annex: {annex.label}: {marked(annex.title)}" for annex in resolution.annexes]
    for placed in numbering.walk(resolution):
        for line in [line for line in headings if line < placed.paragraph.line]:
            yield headings.pop(line)
        if placed.part == "annex" and annexes:
            yield annexes.pop(0)
        words = opening(placed.paragraph)
        opened = f"[{words}] " if words and not placed.level else ""
        yield f"{placed.place} {opened}{marked(placed.paragraph.content)}"
        if placed.paragraph.closing:
            yield f"closing: {marked(placed.paragraph.closing)}"
    yield from annexes
    yield from headings.values()


def marked(content: Inlines) -> str:
    made = ""
    for inline in content:
        if isinstance(inline, Call):
            made += f"[^{inline.label}]"
        elif isinstance(inline, Text):
            made += f"*{inline.text}*" if inline.italic else inline.text
    return made
