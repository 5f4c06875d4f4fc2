"""How asking a phrase bank, and building one, grow with its size: recombined texts, CPU ms.

    python -m benchmarks.bank_growth 100000 1000000

Goals B1 and B3 to B6. A million paragraphs take some ten minutes and 4 GB.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from benchmarks import bank_measures, paragraphs
from benchmarks.bank_rivals import rivals
from drafter.phrases.adding import add
from drafter.phrases.bank import Bank
from drafter.phrases.index import open_index
from drafter.phrases.store import Store

SIZES = (10_000, 100_000, 1_000_000)
QUESTIONS = 60
DRAFT = 5  # paragraphs whose stretches are looked up: phrase questions take long


def report(sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """Some lines for each size."""
    yield "Phrase bank by size, recombined texts: CPU ms, interleaved"
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            yield from _measured(Path(folder) / "bank.sqlite", size)


def _measured(path: Path, size: int) -> Iterator[str]:
    yield added(path, paragraphs.made(size))
    bank = Bank.open([path])
    yield bank_measures.size(bank, path)
    texts = [str(row[0]) for row in bank.stores[0].query("SELECT DISTINCT text FROM entry")]
    chosen = random.Random(5)
    asked = chosen.sample(texts, QUESTIONS)
    spoilt = [bank_measures.changed(text, chosen) for text in asked]
    against = rivals(texts)
    del texts
    yield from bank_measures.nearest(bank, against, spoilt)
    yield from bank_measures.spans(bank, against, spoilt[:DRAFT])
    del against
    yield bank_measures.ahead(bank, asked)
    yield bank_measures.cold(path, spoilt[0])
    yield _one_more(path)


def added(path: Path, lines: Iterable[dict[str, object]]) -> str:
    """How long a bank takes from a file of JSON lines to its index (B6)."""
    source = path.with_name("texts.jsonl")
    with source.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    started, before = time.perf_counter(), _cpu()
    store = Store.open(path, create=True)
    add(store, [source], jobs=0)
    open_index(store, jobs=0)
    wall, cpu = time.perf_counter() - started, _cpu() - before
    (row,) = store.query("SELECT count(*) FROM entry")
    count = int(str(row[0]))
    source.unlink()
    store.close()
    return (
        f"  {count:,} paragraphs added and indexed: {count / wall:,.0f} a second,"
        f" {count / cpu:,.0f} a second of CPU"
    )


def _one_more(path: Path) -> str:
    """How long one text more takes."""
    late = path.with_name("late.jsonl")
    line = {"symbol": "A/RES/99/1", "operative": [], "paragraphs": [
        {"kind": "operative", "number": str(at), "text": f"Decides to meet again, time {at}."}
        for at in range(40)
    ]}  # fmt: skip
    late.write_text(json.dumps(line), "utf-8")
    store = Store.open(path)
    started = time.perf_counter()
    add(store, [late])
    open_index(store)
    return f"  one text more: {(time.perf_counter() - started) * 1000:.0f} ms"


def _cpu() -> float:
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = map(resource.getrusage, who)
    return sum(chain.from_iterable((each.ru_utime, each.ru_stime) for each in used))


if __name__ == "__main__":
    for line in report(tuple(map(int, sys.argv[1:])) or SIZES):
        print(line, flush=True)
