"""Where the words of a source went: into an element, a note, or the dropped furniture."""

import re
from collections import Counter
from collections.abc import Iterator

from drafter.formats.reading import Reading
from drafter.grammar import dates, numbering
from drafter.model import (
    Call,
    Document,
    Heading,
    Inlines,
    Item,
    Masthead,
    Paragraph,
    Resolution,
    Table,
    plain,
)

_TAGS = re.compile(r"<sup>\s*&\s*</sup>\s*lt;\s*sup>|</?sup>|&(?:amp|lt|gt|nbsp);", re.I)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A call may be glued to a word or a number, so letters count in runs and digits one by one.
_WORD = re.compile(r"[^\W\d_]+|\d")


def words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.translate(_RAISED)))


def source_words(text: str) -> Counter[str]:
    spaced = re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda m: f" {m[0]} ", text)
    return words(_TAGS.sub(" ", spaced).replace("](#)", "] "))


def lost(text: str, reading: Reading[Document]) -> Counter[str]:
    """The words of `text` that are nowhere in `reading`."""
    document = reading.value
    kept = Counter[str]()
    for resolution in document.resolutions:
        kept += words(" ".join(_told(resolution)))
    kept += words(" ".join(passage.text for passage in document.rest))
    kept += words(" ".join(reading.furniture)) + words(" ".join(reading.notes))
    return source_words(text) - kept


def invented(text: str, reading: Reading[Document]) -> Counter[str]:
    """The words of paragraphs, notes and passages that `text` does not have as often."""
    kept = Counter[str]()
    for resolution in reading.value.resolutions:
        kept += words(" ".join(_said(resolution)))
    kept += words(" ".join(passage.text for passage in reading.value.rest))
    return kept - source_words(text)


def _told(resolution: Resolution) -> Iterator[str]:
    yield from _masthead(resolution.masthead)
    yield from _said(resolution)
    for placed in numbering.walk(resolution):
        yield f" {placed.label} "


def _said(resolution: Resolution) -> Iterator[str]:
    yield _words(resolution.title)
    yield resolution.enacting
    for item in (*resolution.preamble, *resolution.operative):
        yield from _item(item)
    for annex in resolution.annexes:
        yield f"{annex.label} {_words(annex.title)}"
        for item in annex.items:
            yield from _item(item)
    for note in resolution.footnotes:
        yield f"{note.label} {_words(note.content)}"


def _masthead(masthead: Masthead) -> Iterator[str]:
    # Words of a masthead that its fields stand for.
    yield f"{masthead.kind} {masthead.kind.capitalize()} Resolution Decision Draft draft resolution"
    yield "Agenda item items Item Items Distr"
    for name in ("organ", "symbol", "number", "distribution", "language", "session", "place"):
        yield str(getattr(masthead, name))
    for name in ("committee", "adopted", "report", "meeting"):
        yield str(getattr(masthead, name))
    yield from (dates.printed(masthead.date, language) for language in ("en", "fr", "es"))
    yield f"{masthead.agenda_item.number} {masthead.agenda_item.title}"
    yield " and et y ".join(masthead.sponsors)
    yield from masthead.sponsor_notes


def _item(item: Item) -> Iterator[str]:
    if isinstance(item, Heading):
        yield _words(item.content)
    elif isinstance(item, Table):
        yield from (_words(cell) for row in item.rows for cell in row)
    else:
        yield from _paragraph(item)


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    yield _words(paragraph.content)
    for child in paragraph.children:
        yield from _paragraph(child)
    yield _words(paragraph.closing)


def _words(content: Inlines) -> str:
    return "".join(f" {i.label} " if isinstance(i, Call) else plain((i,)) for i in content)
