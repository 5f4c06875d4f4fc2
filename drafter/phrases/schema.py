"""The tables of a bank file, and the way from each earlier shape to this one (docs/bank.md).

Only `source`, `entry` and `file` are truth; `words`, `phrase`, `phrase_use` and `wording` are
derived and may be emptied and made again. A step changes tables, never an entry's text.
"""

from __future__ import annotations

VERSION = 2
APPLICATION = 0x44524246  # "DRBF", so that file(1) and we know a bank when we see one

_TRUTH = """
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
    text, content = 'entry', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2')
"""
# What is mined: phrases with their uses, wordings with the earlier one they come from.
_MINED = """
CREATE TABLE phrase (id INTEGER PRIMARY KEY, text TEXT NOT NULL, variant_of INTEGER NOT NULL);
CREATE INDEX phrase_text ON phrase (text);
CREATE TABLE phrase_use (phrase INTEGER NOT NULL, entry INTEGER NOT NULL,
    PRIMARY KEY (phrase, entry)) WITHOUT ROWID;
CREATE INDEX phrase_use_entry ON phrase_use (entry);
CREATE TABLE wording (hash TEXT PRIMARY KEY, entry INTEGER NOT NULL, earlier TEXT NOT NULL,
    likeness REAL NOT NULL, family TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX wording_family ON wording (family);
CREATE INDEX wording_earlier ON wording (earlier);
CREATE INDEX entry_hash ON entry (hash)
"""


def statements() -> list[str]:
    """What makes a new bank."""
    return _split(_TRUTH) + _split(_MINED)


def steps(version: int) -> list[str]:
    """What makes a bank of an earlier version one of this; nothing for one of this version."""
    return [statement for at in range(version, VERSION) for statement in _split(_STEPS[at])]


# From the version named to the next.
_STEPS = {1: _MINED}


def _split(sql: str) -> list[str]:
    return [statement.strip() for statement in sql.split(";\n") if statement.strip()]
