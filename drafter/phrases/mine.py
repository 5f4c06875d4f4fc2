"""Texts mined into plain data: entries, one a line, and the phrases that recur in them.

This is how `phrasebank/` is made (`drafter bank mine`). The same sources give the same bytes, in
whatever order they are named.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from drafter.errors import ReadError
from drafter.files import write_whole
from drafter.phrases import adding, mined, shipped, words
from drafter.phrases.entry import Record
from drafter.phrases.records import NOTHING
from drafter.phrases.recurring import recurring

SOURCES = "sources.jsonl"


def mine(paths: Sequence[Path], folder: Path) -> list[str]:
    """Write what is mined from `paths` to `folder`; what could not be kept is returned as notes."""
    notes: list[str] = []
    records: list[Record] = []
    sources = {}
    for named in adding.files(paths):
        for path, data in adding.opened(named, notes):
            found = list(adding.read(path, data, NOTHING, notes))
            sources[path.name] = {
                "source": path.name,
                "sha256": hashlib.sha256(data).hexdigest(),
                "texts": len(found),
                "paragraphs": sum(len(record.entries) for record in found),
            }
            records += found
    if not records:
        raise ReadError("bank mine: no resolution in what was named", hint="; ".join(notes[:3]))
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / shipped.ENTRIES, shipped.lines(records))
    write_whole(folder / shipped.PHRASES, _lines(phrases(records)))
    write_whole(folder / SOURCES, _lines([sources[name] for name in sorted(sources)]))
    return notes


def phrases(records: Sequence[Record]) -> list[dict[str, object]]:
    """The phrases that several texts share, most shared and longest first, variants together."""
    owners: dict[int, mined.Owner] = {}
    texts: list[str] = []
    for number, record in enumerate(records):
        source = record.source
        for entry in record.entries:
            owners[len(texts)] = mined.Owner(number, source.body, source.date[:4])
            texts.append(words.key(entry.text))
    whose = [owner.text for owner in owners.values()]
    uses = {
        phrase: sorted(places)
        for phrase, places in recurring(texts, mined.LEAST_TEXTS, whose).items()
    }
    return [asdict(phrase) for phrase in mined.counted(mined.ranked(uses, owners), uses, owners)]


def _lines(rows: Sequence[dict[str, object]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
