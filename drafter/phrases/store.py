"""The bank file: one SQLite database that holds the truth.

Schema 1 (docs/bank.md): `source` one row a resolution, `entry` one row a paragraph, `words` the
full-text index over `entry`, `file` what has been read whole. Everything else about a bank can be
rebuilt from these. Many may read while one writes; a killed writer leaves the bank as it was.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from drafter.errors import DrafterError, ReadError, WriteError
from drafter.phrases.entry import Entry, Found, Record, Source

VERSION = 1
_APPLICATION = 0x44524246  # "DRBF", so that file(1) and we know a bank when we see one
_WAIT_MS = 30_000

_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (hash TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (
    id INTEGER PRIMARY KEY AUTOINCREMENT, hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL, symbol TEXT NOT NULL, number TEXT NOT NULL, organ TEXT NOT NULL,
    body TEXT NOT NULL, session TEXT NOT NULL, date TEXT NOT NULL, status TEXT NOT NULL,
    title TEXT NOT NULL, kind TEXT NOT NULL);
CREATE TABLE entry (
    id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source (id),
    part TEXT NOT NULL, number TEXT NOT NULL, opening TEXT NOT NULL, verb TEXT NOT NULL,
    addressee TEXT NOT NULL, text TEXT NOT NULL, hash TEXT NOT NULL);
CREATE INDEX entry_source ON entry (source);
CREATE INDEX source_symbol ON source (symbol);
CREATE INDEX source_number ON source (number);
CREATE VIRTUAL TABLE words USING fts5 (
    text, content = 'entry', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
"""
_SOURCE = (
    "s.name, s.symbol, s.number, s.organ, s.body, s.session, s.date, s.status, s.title, s.kind"
)
_ENTRY = "e.part, e.number, e.text, e.opening, e.verb, e.addressee"
COLUMNS = f"{_ENTRY}, {_SOURCE}"  # what `as_found` reads, of tables called e and s
_FOUND = f"SELECT {COLUMNS} FROM entry e JOIN source s ON s.id = e.source"  # noqa: S608
_ENTRY_FIELDS = 6


class Store:
    """An open bank. Safe to use from several threads, one question at a time."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self._connection = connection
        self._lock = threading.RLock()
        self.path = path  # None for a bank in memory

    @classmethod
    def memory(cls) -> Store:
        """An empty bank that lives as long as this process."""
        connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        store = cls(connection, None)
        store._create()
        return store

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Store:
        """The bank at `path`; with `create`, a new one where there is none."""
        if not create and not path.exists():
            raise ReadError(f"{path}: no such bank", hint="build one with: drafter bank add FILE")
        try:
            if create:
                path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            store = cls(connection, path)
            with _trouble(path):
                store._prepare(create=create)
        except (OSError, sqlite3.Error) as error:
            raise ReadError(f"{path}: cannot be opened as a bank: {error}") from None
        return store

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _prepare(self, *, create: bool) -> None:
        run = self._connection.execute
        run(f"PRAGMA busy_timeout = {_WAIT_MS}")
        # Removed text is overwritten, not merely unlinked.
        run("PRAGMA secure_delete = ON")
        version = run("PRAGMA user_version").fetchone()[0]
        application = run("PRAGMA application_id").fetchone()[0]
        empty = not run("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if empty and create:
            run("PRAGMA journal_mode = WAL")
            run("PRAGMA synchronous = NORMAL")
            self._create()
        elif application != _APPLICATION:
            raise ReadError(f"{self.path}: not a phrase bank", hint="give a bank made by: bank add")
        elif version > VERSION:
            raise ReadError(
                f"{self.path}: made by a newer drafter (schema {version})",
                hint="update drafter, or build the bank again with: bank add",
            )

    def _create(self) -> None:
        with self.transaction():
            # Another process may have created it while we waited for the lock.
            if self._connection.execute("PRAGMA user_version").fetchone()[0]:
                return
            for statement in _SCHEMA.split(";\n"):
                self._connection.execute(statement)
            self._connection.execute("INSERT INTO meta VALUES ('epoch', ?)", (token_hex(8),))
            self._connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            self._connection.execute(f"PRAGMA user_version = {VERSION}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is written inside is written whole or not at all."""
        with self._lock, _trouble(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def query(self, sql: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """Every row that answers `sql`."""
        with self._lock, _trouble(self.path):
            return self._connection.execute(sql, tuple(map(_storable, values))).fetchall()

    def found(self, where: str, values: Sequence[object] = ()) -> tuple[Found, ...]:
        """The entries that `where` picks, joined with their sources (`e`, `s`)."""
        return tuple(map(as_found, self.query(f"{_FOUND} {where}", values)))

    # Writing

    def knows_file(self, digest: str) -> bool:
        """Whether a file with this content was added whole."""
        return bool(self.query("SELECT 1 FROM file WHERE hash = ?", (digest,)))

    def note_file(self, digest: str, name: str) -> None:
        """Remember that a file was added whole."""
        with self.transaction():
            self._connection.execute("INSERT OR IGNORE INTO file VALUES (?, ?)", (digest, name))

    def add(self, records: Iterable[Record]) -> int:
        """How many of `records` were new; those the bank has already are left alone."""
        added = 0
        with self.transaction():
            for record in records:
                added += self._add(record)
        return added

    def _add(self, record: Record) -> bool:
        run = self._connection.execute
        s, digest = record.source, record.hash
        if run("SELECT 1 FROM source WHERE hash = ?", (digest,)).fetchone():
            return False
        row = (digest, s.name, s.symbol, s.number, s.organ, s.body, s.session, s.date)
        cursor = run(
            "INSERT INTO source (hash, name, symbol, number, organ, body, session, date,"
            " status, title, kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            tuple(map(_storable, (*row, s.status, s.title, s.kind))),
        )
        source = cursor.lastrowid
        first = run("SELECT coalesce(max(id), 0) + 1 FROM entry").fetchone()[0]
        rows = [
            (first + at, source, *map(_storable, (*_fields(entry), entry.text, entry.hash)))
            for at, entry in enumerate(record.entries)
        ]
        many = self._connection.executemany
        many("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        many("INSERT INTO words (rowid, text) VALUES (?, ?)", [(row[0], row[7]) for row in rows])
        return True

    def remove(self, sources: Sequence[int]) -> None:
        """Remove sources and wipe every byte of theirs from the file."""
        with self.transaction():
            run, many = self._connection.execute, self._connection.executemany
            for source in sources:
                rows = run("SELECT id, text FROM entry WHERE source = ?", (source,)).fetchall()
                many("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", rows)
                run("DELETE FROM entry WHERE source = ?", (source,))
                run("DELETE FROM source WHERE id = ?", (source,))
            # Files that held them are no longer here whole: adding one again must read it again.
            run("DELETE FROM file")
            # Deleted words stay in the full-text segments until these are merged.
            run("INSERT INTO words (words) VALUES ('optimize')")
            run("UPDATE meta SET value = ? WHERE name = 'epoch'", (token_hex(8),))
        with self._lock, _trouble(self.path):
            run("VACUUM")
            run("PRAGMA wal_checkpoint(TRUNCATE)")

    @property
    def epoch(self) -> str:
        """Changes when something is removed: what was derived before is void."""
        return str(self.query("SELECT value FROM meta WHERE name = 'epoch'")[0][0])

    def last_source(self) -> int:
        """The id of the source added last, 0 for an empty bank."""
        return int(str(self.query("SELECT coalesce(max(id), 0) FROM source")[0][0]))

    def entries(self, ids: Sequence[int]) -> dict[int, Found]:
        """The entries with these ids."""
        marks = ", ".join("?" * len(ids))
        sql = f"SELECT e.id, {_FOUND.removeprefix('SELECT ')} WHERE e.id IN ({marks})"
        return {int(str(row[0])): as_found(row[1:]) for row in self.query(sql, ids)}


def _fields(entry: Entry) -> tuple[str, ...]:
    return entry.part, entry.number, entry.opening, entry.verb, entry.addressee


def _storable(value: object) -> object:
    """`value` without halves of characters, which broken JSON may hold and no file can."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode("utf-8")
    return value


def as_found(row: Sequence[object]) -> Found:
    """The entry in a row of COLUMNS."""
    entry = Entry(*row[:_ENTRY_FIELDS])  # type: ignore[arg-type]
    return Found(entry, Source(*row[_ENTRY_FIELDS:]))  # type: ignore[arg-type]


@contextmanager
def _trouble(path: Path | None) -> Iterator[None]:
    """SQLite's complaints as errors the user can mend."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise WriteError(
                f"{path}: another process is writing to this bank", hint="try again"
            ) from None
        raise DrafterError(f"{path}: {error}") from None
    except sqlite3.DatabaseError as error:
        raise ReadError(
            f"{path}: not a phrase bank, or damaged: {error}",
            hint="remove the file and build it again with: drafter bank add",
        ) from None
