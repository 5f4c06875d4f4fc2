"""What of a record goes into the tables, as plain tuples.

They travel from the process that reads to the one that writes at a fifth of what records cost.
"""

from __future__ import annotations

from typing import NamedTuple

from drafter.phrases.entry import Record


class Rows(NamedTuple):
    """A record ready to be written."""

    hash: str  # of the record
    source: tuple[str, ...]  # name to kind
    entries: tuple[tuple[str, ...], ...]  # part to addressee, text, hash of the text


def rows_of(record: Record) -> Rows:
    """The rows of a record."""
    s = record.source
    source = (s.name, s.symbol, s.number, s.organ, s.body, s.session, s.date)
    entries = tuple(
        (e.part, e.number, e.opening, e.verb, e.addressee, e.text, e.hash) for e in record.entries
    )
    rows = Rows(record.hash, (*source, s.status, s.title, s.kind), entries)
    try:
        "".join(map("".join, (rows.source, *entries))).encode()
    except UnicodeEncodeError:
        return Rows(rows.hash, _storable(rows.source), tuple(map(_storable, entries)))
    return rows


def _storable(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(storable, values))


def storable(value: str) -> str:
    """`value` without halves of characters, which broken JSON may hold and no file can."""
    return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")
