"""The bank file: one SQLite database that holds the truth.

`drafter.phrases.schema` says which tables; everything else about a bank can be rebuilt from it.
Many may read while one writes; a killed writer leaves the bank as it was.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from drafter.errors import DrafterError, ReadError, WriteError
from drafter.phrases import schema
from drafter.phrases.entry import Entry, Found, Record, Source

if TYPE_CHECKING:
    from drafter.phrases.rows import Rows

Place = str | os.PathLike[str]  # a path: asking starts without what pathlib takes to load
_WAIT_MS = 30_000
_PAUSE = 0.05  # seconds

_SOURCE = (
    "s.name, s.symbol, s.number, s.organ, s.body, s.session, s.date, s.status, s.title, s.kind"
)
_ENTRY = "e.part, e.number, e.text, e.opening, e.verb, e.addressee"
COLUMNS = f"{_ENTRY}, {_SOURCE}"  # what `as_found` reads, of tables called e and s
_FOUND = f"SELECT {COLUMNS} FROM entry e JOIN source s ON s.id = e.source"  # noqa: S608
_ENTRY_FIELDS = 6
_INSERT_SOURCE = (
    "INSERT INTO source (hash, name, symbol, number, organ, body, session, date, status, title,"
    " kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_TEXT = 7  # where the text stands in a row of `entry`


class Store:
    """An open bank. Safe to use from several threads, one question at a time."""

    def __init__(self, connection: sqlite3.Connection, path: str | None) -> None:
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
    def open(cls, place: Place, *, create: bool = False) -> Store:
        """The bank at `place`; with `create`, a new one where there is none."""
        path = os.fspath(place)
        if not create and not os.path.exists(path):
            raise ReadError(f"{path}: no such bank", hint="build one with: drafter bank add FILE")
        try:
            if create:
                os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            with _trouble(path):
                store = cls(_connected(path, create=create), path)
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
        # Looked at first: another process may be creating the bank, all of it at once.
        empty = not run("SELECT count(*) FROM sqlite_master").fetchone()[0]
        version = run("PRAGMA user_version").fetchone()[0]
        application = run("PRAGMA application_id").fetchone()[0]
        if empty and create:
            self._keep_a_log()
            run("PRAGMA synchronous = NORMAL")
            self._create()
        elif application != schema.APPLICATION:
            raise ReadError(f"{self.path}: not a phrase bank", hint="give a bank made by: bank add")
        elif version > schema.VERSION:
            raise ReadError(
                f"{self.path}: made by a newer drafter (schema {version})",
                hint="update drafter, or build the bank again with: bank add",
            )
        elif version < schema.VERSION:
            self._migrate()

    def _keep_a_log(self) -> None:
        """Let many read while one writes; another process may be at the same."""
        until = time.monotonic() + _WAIT_MS / 1000
        while True:
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                # This is refused at once, however long we are willing to wait for a lock.
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(_PAUSE)
            else:
                return

    def _create(self) -> None:
        with self.transaction():
            # Another process may have created it while we waited for the lock.
            if self._version():
                return
            from secrets import token_hex

            for statement in schema.statements():
                self._connection.execute(statement)
            self._connection.execute("INSERT INTO meta VALUES ('epoch', ?)", (token_hex(8),))
            self._connection.execute(f"PRAGMA application_id = {schema.APPLICATION}")
            self._connection.execute(f"PRAGMA user_version = {schema.VERSION}")

    def _migrate(self) -> None:
        """Bring a bank of an earlier version up to this one, whole or not at all."""
        try:
            with self.transaction():
                for statement in schema.steps(self._version()):
                    self._connection.execute(statement)
                self._connection.execute(f"PRAGMA user_version = {schema.VERSION}")
        except DrafterError:
            raise ReadError(
                f"{self.path}: made by an older drafter, and cannot be brought up to date here",
                hint="open it once where it can be written, or build it again with: bank add",
            ) from None

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is written inside is written whole or not at all."""
        with self._lock, _trouble(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                # Of a full disk SQLite has undone it already.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def query(self, sql: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """Every row that answers `sql`."""
        with self._lock, _trouble(self.path):
            return self._connection.execute(sql, tuple(map(_value, values))).fetchall()

    def found(self, where: str, values: Sequence[object] = ()) -> tuple[Found, ...]:
        """The entries that `where` picks, joined with their sources (`e`, `s`)."""
        return tuple(map(as_found, self.query(f"{_FOUND} {where}", values)))

    # Writing

    @property
    def writable(self) -> bool:
        """Whether anything can be kept here: the file may lie where nothing can be written."""
        try:
            with self.transaction():
                # Beginning to write is refused nowhere, the first change is: one of nothing.
                self._connection.execute("DELETE FROM meta WHERE name = ''")
            return True
        except WriteError:
            return True  # another process is writing, so one can
        except DrafterError:
            return False

    def copy(self) -> Store:
        """The same bank in memory, where it can be added to."""
        connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        with self._lock, _trouble(self.path):
            self._connection.backup(connection)
        return Store(connection, None)

    def knows_file(self, digest: str) -> bool:
        """Whether a file with this content was added whole."""
        return bool(self.query("SELECT 1 FROM file WHERE hash = ?", (digest,)))

    def note_file(self, digest: str, name: str) -> None:
        """Remember that a file was added whole."""
        with self.transaction():
            self._connection.execute("INSERT OR IGNORE INTO file VALUES (?, ?)", (digest, name))

    def add(self, records: Iterable[Record]) -> int:
        """How many of `records` were new; those the bank has already are left alone."""
        from drafter.phrases.rows import rows_of

        return self.add_rows(map(rows_of, records))

    def add_rows(self, records: Iterable[Rows]) -> int:
        """The same of records as rows; all of them are written together or none."""
        added = 0
        with self.transaction():
            for rows in records:
                added += self._add(rows)
        return added

    def _add(self, rows: Rows) -> bool:
        run, many = self._connection.execute, self._connection.executemany
        if run("SELECT 1 FROM source WHERE hash = ?", (rows.hash,)).fetchone():
            return False
        source = run(_INSERT_SOURCE, (rows.hash, *rows.source)).lastrowid
        first = run("SELECT coalesce(max(id), 0) + 1 FROM entry").fetchone()[0]
        entries = [(at, source, *entry) for at, entry in enumerate(rows.entries, first)]
        many("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", entries)
        texts = [(entry[0], entry[_TEXT]) for entry in entries]
        many("INSERT INTO words (rowid, text) VALUES (?, ?)", texts)
        return True

    def note(self, name: str, value: str) -> None:
        """Remember `value` under `name`; inside a transaction."""
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def noted(self, name: str) -> str:
        """What is remembered under `name`, "" where nothing is."""
        rows = self.query("SELECT value FROM meta WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else ""

    def replace(self, table: str, rows: Sequence[Sequence[object]]) -> None:
        """Put `rows` in place of all that a table of derived data holds; inside a transaction."""
        self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our tables
        self.append(table, rows)

    def append(self, table: str, rows: Sequence[Sequence[object]]) -> None:
        """Add `rows` to a table of derived data; inside a transaction."""
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608

    def remove(self, sources: Sequence[int]) -> None:
        """Remove sources and wipe every byte of theirs from the file."""
        from secrets import token_hex

        with self.transaction():
            run, many = self._connection.execute, self._connection.executemany
            for source in sources:
                rows = run("SELECT id, text FROM entry WHERE source = ?", (source,)).fetchall()
                many("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", rows)
                run("DELETE FROM entry WHERE source = ?", (source,))
                run("DELETE FROM source WHERE id = ?", (source,))
            # Files that held them are no longer here whole: adding one again must read it again.
            run("DELETE FROM file")
            # What was mined quotes what is removed.
            for table in ("phrase", "phrase_use", "wording"):
                run(f"DELETE FROM {table}")  # noqa: S608 - our tables
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


def _connected(path: str, *, create: bool) -> sqlite3.Connection:
    """A connection to a bank file, which may lie where nothing can be written."""
    options = {"timeout": _WAIT_MS / 1000, "check_same_thread": False, "isolation_level": None}
    try:
        connection = sqlite3.connect(path, **options)  # type: ignore[call-overload]
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError as error:
        if create or "locked" in str(error):
            raise
        # Readers of a log need to write beside it; without, the file alone must do.
        from pathlib import Path

        name = f"{Path(path).absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(name, uri=True, **options)  # type: ignore[call-overload]
    return cast("sqlite3.Connection", connection)


def _value(value: object) -> object:
    if isinstance(value, str) and not value.isascii():
        # A half of a character, which broken JSON may hold, can be in no file.
        return value.encode("utf-8", "replace").decode("utf-8")
    return value


def as_found(row: Sequence[object]) -> Found:
    """The entry in a row of COLUMNS."""
    entry = Entry(*row[:_ENTRY_FIELDS])  # type: ignore[arg-type]
    return Found(entry, Source(*row[_ENTRY_FIELDS:]))  # type: ignore[arg-type]


@contextmanager
def _trouble(path: str | None) -> Iterator[None]:
    """SQLite's complaints as errors the user can mend."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise WriteError(
                f"{path}: another process is writing to this bank", hint="try again"
            ) from None
        hint = "make room and add again: what is in it stays" if "full" in str(error) else ""
        raise DrafterError(f"{path}: {error}", hint=hint) from None
    except sqlite3.DatabaseError as error:
        raise ReadError(
            f"{path}: not a phrase bank, or damaged: {error}",
            hint="remove the file and build it again with: drafter bank add",
        ) from None
