"""What one would use instead of the phrase bank: a full-text index and a measure of likeness.

SQLite's FTS5 with difflib, and tantivy with rapidfuzz where that is installed (it is none of our
dependencies). Both are asked for the ten rarest words, as both are slow for more.
"""

from __future__ import annotations

import difflib
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Protocol

from rapidfuzz import fuzz, process

from drafter.phrases import words

RARE = 10  # words asked for
FOUND = 60  # texts measured


class Rival(Protocol):
    """A way to ask for texts."""

    name: str

    def nearest(self, text: str, top: int) -> list[str]:
        """The texts most like `text` that this way finds."""

    def spans(self, text: str) -> int:
        """How many runs of eight words of `text` stand in the texts: one question each."""


def rivals(texts: Sequence[str]) -> list[Rival]:
    """Those that can be had here, filled."""
    found: list[Rival] = [Fts(texts)]
    with suppress(ImportError):
        found.append(Tantivy(texts))
    return found


def _runs(text: str) -> Iterable[list[str]]:
    inner = words.words(words.key(text))
    return (inner[at : at + 8] for at in range(len(inner) - 7))


def _rare(text: str, counts: Counter[str]) -> list[str]:
    inner = {word for word in words.words(words.key(text)) if word in counts}
    return sorted(inner, key=lambda word: (counts[word], word))[:RARE]


class Fts:
    """SQLite FTS5, asked for the ten rarest words; difflib measures."""

    name = "FTS5 rare-10 + difflib"

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.connection = sqlite3.connect(":memory:")
        self.connection.execute("CREATE VIRTUAL TABLE t USING fts5 (text, content = '')")
        rows = enumerate(texts, start=1)
        self.connection.executemany("INSERT INTO t (rowid, text) VALUES (?, ?)", rows)
        self.connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab (t, 'row')")
        self.counts = Counter(dict(self.connection.execute("SELECT term, doc FROM v")))

    def _ask(self, query: str, top: int) -> list[str]:
        sql = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?"
        return [self.texts[row[0] - 1] for row in self.connection.execute(sql, (query, top))]

    def nearest(self, text: str, top: int) -> list[str]:
        """The texts most like `text` that this way finds."""
        rare = _rare(text, self.counts)
        found = self._ask(" OR ".join(f'"{word}"' for word in rare), FOUND) if rare else []
        matcher = difflib.SequenceMatcher(autojunk=False)
        matcher.set_seq2(text)
        return sorted(found, key=partial(_ratio, matcher), reverse=True)[:top]

    def spans(self, text: str) -> int:
        """How many runs of eight words of `text` stand in the texts."""
        sql = "SELECT rowid FROM t WHERE t MATCH ? LIMIT 1"
        asked = (f'"{" ".join(run)}"' for run in _runs(text))
        return sum(bool(self.connection.execute(sql, (each,)).fetchone()) for each in asked)


def _ratio(matcher: difflib.SequenceMatcher[str], other: str) -> float:
    matcher.set_seq1(other)
    return matcher.ratio() if matcher.quick_ratio() > 0.4 else 0.0


class Tantivy:
    """tantivy, asked for the ten rarest words; rapidfuzz measures."""

    name = "tantivy rare-10 + rapidfuzz"

    def __init__(self, texts: Sequence[str]) -> None:
        import tantivy

        self.texts = texts
        self.keys = list(map(words.key, texts))
        self.tantivy: Any = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", stored=False)
        builder.add_unsigned_field("at", stored=True)
        self.schema = builder.build()
        index = tantivy.Index(self.schema)
        writer = index.writer(200_000_000, 1)
        self.counts: Counter[str] = Counter()
        for at, text in enumerate(self.keys):
            writer.add_document(tantivy.Document(text=[text], at=at))
            self.counts.update(set(words.words(text)))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self.searcher = index.searcher()

    def _ask(self, query: Any, top: int) -> list[int]:
        hits = self.searcher.search(query, top).hits
        return [self.searcher.doc(address)["at"][0] for _, address in hits]

    def nearest(self, text: str, top: int) -> list[str]:
        """The texts most like `text` that this way finds."""
        query, occur = self.tantivy.Query, self.tantivy.Occur.Should
        terms = [
            (occur, query.term_query(self.schema, "text", word))
            for word in _rare(text, self.counts)
        ]
        keys = {at: self.keys[at] for at in self._ask(query.boolean_query(terms), FOUND)}
        best = process.extract(words.key(text), keys, scorer=fuzz.ratio, processor=None, limit=top)
        return [self.texts[at] for _, _, at in best]

    def spans(self, text: str) -> int:
        """How many runs of eight words of `text` stand in the texts."""
        phrase = partial(self.tantivy.Query.phrase_query, self.schema, "text")
        return sum(bool(self._ask(phrase(run), 1)) for run in _runs(text))
