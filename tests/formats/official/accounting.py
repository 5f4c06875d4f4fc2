"""Where the words of a source went: into an element, a note of the draft, or the furniture.

An exact account: `missing` are words of the source that no place holds, `extra` are words that
stand in more places than in the source. What an element derives (a number that was not printed, the
organ of the clause, what a report's head gives to each of its texts) is no place.
"""

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

_TAGS = re.compile(
    r"<sup>\s*&\s*</sup>\s*lt;\s*sup>|</?(?:sup|sub|a|i|em|b|strong|br|u|p|div|span|table|t[hrd])\b[^<>]*>"
    r"|&(?:amp|lt|gt|nbsp|quot|apos);",
    re.I,
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A call may be glued to a word or a number, so letters count in runs and digits one by one.
_WORD = re.compile(r"[^\W\d_]+|\d")
# Words of a masthead that a field stands for, and those that join its lists.
_SAID_BY_FIELDS = frozenset("draft revised resolution decision adopted and et y".split())  # noqa: SIM905


_REJOINED = re.compile(r'"(\w+)-?" and "(\w+)" were rejoined')


def words(text: str) -> Counter[str]:
    """The words and digits of `text`, each as often as it stands there."""
    return Counter(_WORD.findall(text.translate(_RAISED)))


def source_words(text: str) -> Counter[str]:
    """The words of a source, its markup left out."""
    spaced = re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda m: f" {m[0]} ", text)
    return words(_TAGS.sub(" ", spaced).replace("](#)", "] "))


def missing(text: str, reading: Reading[Document]) -> Counter[str]:
    """The words of `text` that are nowhere in `reading`."""
    return _source(text, reading) - _folded(_kept(reading, derived=True))


def extra(text: str, reading: Reading[Document]) -> Counter[str]:
    """The words that `reading` holds more often than `text` does."""
    return _folded(_kept(reading, derived=False)) - _source(text, reading)


def _source(text: str, reading: Reading[Document]) -> Counter[str]:
    """The words of `text`, those whole that the reader says it rejoined."""
    found = source_words(text)
    for note in reading.notes:
        if match := _REJOINED.search(note):
            found.subtract([match[1], match[2]])
            found[match[1] + match[2]] += 1
    return _folded(+found)


def _folded(counted: Counter[str]) -> Counter[str]:
    found = Counter[str]()
    for word, times in counted.items():
        if word.casefold() not in _SAID_BY_FIELDS:
            found[word.casefold()] += times
    return found


def _kept(reading: Reading[Document], *, derived: bool) -> Counter[str]:
    document = reading.value
    told: list[str] = [passage.text for passage in document.rest]
    told += reading.furniture
    heads: Counter[str] = Counter()
    for resolution in document.resolutions:
        told += _said(resolution)
        told += _labels(resolution, derived=derived)
        heads |= words(" \n".join(_masthead(resolution.masthead)))  # a report's head counts once
    if derived:
        told += [line for r in document.resolutions for line in _masthead(r.masthead)]
        told += [dates.printed(r.masthead.date) for r in document.resolutions]
        return words(" \n".join(told))
    return words(" \n".join(told)) + (heads if len(document.resolutions) == 1 else Counter())


def _labels(resolution: Resolution, *, derived: bool) -> Iterator[str]:
    for placed in numbering.walk(resolution):
        if derived or placed.paragraph.label:
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
    for name in (
        *("symbol", "number", "distribution", "language", "session", "place", "committee"),
        *("adopted", "report", "meeting"),
    ):
        yield str(getattr(masthead, name))
    yield _date(masthead)
    yield f"{masthead.agenda_item.number} {masthead.agenda_item.title}"
    yield from masthead.sponsors
    yield from (_own(note, masthead.sponsors) for note in masthead.sponsor_notes)


def _date(masthead: Masthead) -> str:
    # In the language of the session, which the texts print above it or below.
    around = f"{masthead.session} {masthead.language} {masthead.organ} {masthead.adopted}"
    if re.search(r"sesiones|Original: \w+[éo]s|Asamblea|Consejo|Conferencia", around):
        return dates.printed(masthead.date, "es")
    french = re.search(r"générale|Original : |Conseil d|\wième session|Conférence", around)
    return dates.printed(masthead.date, "fr" if french else "en")


def _own(note: str, sponsors: tuple[str, ...]) -> str:
    """`note` without the sponsor that the reader puts before it."""
    owner, colon, rest = note.partition(": ")
    return rest if colon and owner in sponsors else note


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
