"""Texts mined into plain data: entries, one a line, and the phrases that recur in them.

This is how `phrasebank/` is made (`drafter bank mine`). The same sources give the same bytes, in
whatever order they are named.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from drafter.errors import ReadError
from drafter.files import write_whole
from drafter.phrases import adding, shipped, words
from drafter.phrases.entry import Record, Source
from drafter.phrases.records import NOTHING
from drafter.phrases.recurring import recurring

PHRASES = "phrases.jsonl"
SOURCES = "sources.jsonl"
_LEAST_TEXTS = 3  # share a phrase that is worth a line


def mine(paths: Sequence[Path], folder: Path) -> list[str]:
    """Write what is mined from `paths` to `folder`; what could not be kept is returned as notes."""
    notes: list[str] = []
    records: list[Record] = []
    sources = {}
    for path in adding.files(paths):
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ReadError(f"{path}: cannot be read: {error.strerror}") from None
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
    write_whole(folder / PHRASES, _lines(phrases(records)))
    write_whole(folder / SOURCES, _lines([sources[name] for name in sorted(sources)]))
    return notes


def phrases(records: Sequence[Record]) -> list[dict[str, object]]:
    """The phrases that several texts share, most shared and longest first."""
    owners: list[Source] = []
    texts: list[str] = []
    for record in records:
        for entry in record.entries:
            owners.append(record.source)
            texts.append(words.key(entry.text))
    numbers = {id(source): number for number, source in enumerate(owners)}
    whose = [numbers[id(source)] for source in owners]
    rows = []
    for phrase, places in recurring(texts, _LEAST_TEXTS, whose).items():
        having = {whose[at]: owners[at] for at in places}
        sources = having.values()
        rows.append(
            {
                "phrase": phrase,
                "texts": len(having),
                "uses": len(places),
                "bodies": sorted({source.body for source in sources} - {""}),
                "years": sorted({source.date[:4] for source in sources} - {""}),
            }
        )
    rows.sort(key=lambda r: (-int(str(r["texts"])), -len(str(r["phrase"])), str(r["phrase"])))
    return rows


def _lines(rows: Sequence[dict[str, object]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
