"""Words and exact phrases looked up in the stores, with filters. SQLite's full-text index answers.

What the user types is never passed on as a query language: every word is quoted, so any character
may be searched for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields

from drafter.phrases.entry import Found
from drafter.phrases.store import COLUMNS, Store, as_found
from drafter.phrases.words import fold

FACETS = ("body", "year", "status", "part", "verb")
_TERM = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Filters:
    """What an entry must be; an empty field lets everything pass."""

    body: str = ""
    year: str = ""  # "2021" or "2015-2020"
    status: str = ""
    part: str = ""
    verb: str = ""
    addressee: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


NONE = Filters()


def search(
    stores: Sequence[Store], text: str, filters: Filters, top: int
) -> tuple[tuple[Found, ...], int]:
    """The `top` entries that have all words and phrases of `text`, and how many there are.

    Best first by BM25, where nothing is looked for by words the latest first; adopted before
    draft among equals.
    """
    where, values = _where(text, filters)
    if not where:
        return (), 0
    rows: list[tuple[float, str, Found]] = []
    count = 0
    for store in stores:
        condition = " AND ".join(where)
        count += int(str(store.query(_count(condition), values)[0][0]))
        tables, rank = _tables(condition)
        sql = (
            f"SELECT {rank}, {COLUMNS} FROM {tables} WHERE {condition}"  # noqa: S608 - our columns
            f" ORDER BY {rank}, s.status = 'adopted' DESC, s.date DESC, e.id LIMIT ?"
        )
        for row in store.query(sql, (*values, top)):
            found = as_found(row[1:])
            rows.append((float(str(row[0])), found.source.date, found))
    rows.sort(key=lambda row: row[1], reverse=True)
    rows.sort(key=lambda row: round(row[0], 3))
    return tuple(row[2] for row in rows[:top]), count


def facets(stores: Sequence[Store], text: str, filters: Filters) -> dict[str, dict[str, int]]:
    """How many of the entries found stand where: by body, year, status, part and verb."""
    where, values = _where(text, filters)
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    columns = {"year": "substr(s.date, 1, 4)", "body": "s.body", "status": "s.status"}
    for store in stores if where else ():
        for name in FACETS:
            column = columns.get(name, f"e.{name}")
            sql = _count(" AND ".join(where)).replace("count(*)", f"{column}, count(*)")
            for value, number in store.query(f"{sql} GROUP BY 1", values):
                counts[name][str(value)] += int(str(number))
    return {name: dict(counter.most_common(12)) for name, counter in counts.items()}


def _count(condition: str) -> str:
    return f"SELECT count(*) FROM {_tables(condition)[0]} WHERE {condition}"  # noqa: S608


def _tables(condition: str) -> tuple[str, str]:
    """The tables a condition speaks of, and what ranks their rows."""
    if "MATCH" in condition:
        return f"words JOIN entry e ON e.id = words.rowid {_JOIN}", "bm25(words)"
    return f"entry e {_JOIN}", "0.0"


_JOIN = "JOIN source s ON s.id = e.source"


def _where(text: str, filters: Filters) -> tuple[list[str], list[object]]:
    where: list[str] = []
    values: list[object] = []
    if terms := expression(text):
        where.append("words MATCH ?")
        values.append(terms)
    elif text.strip():
        return [], []
    if filters.body:
        where.append("(s.body = ? OR s.body LIKE ? || '-%')")
        values += [filters.body.lower()] * 2
    if filters.year:
        first, _, last = filters.year.partition("-")
        where.append("substr(s.date, 1, 4) BETWEEN ? AND ?")
        values += [first, last or first]
    if filters.status:
        where.append("s.status = ?")
        values.append(filters.status)
    if filters.part:
        where.append("e.part = ?")
        values.append(filters.part)
    for name in ("verb", "addressee"):
        if value := getattr(filters, name):
            where.append(f"lower(e.{name}) LIKE '%' || ? || '%'")
            values.append(value.lower())
    return where, values


def expression(text: str) -> str:
    """`text` for FTS5: quoted stretches as phrases, other words one by one, all of them wanted."""
    terms = []
    for phrase, word in _TERM.findall(fold(text)):
        term = phrase or word.replace('"', " ")
        if re.search(r"\w", term):
            terms.append(f'"{term}"')
    return " ".join(terms)
