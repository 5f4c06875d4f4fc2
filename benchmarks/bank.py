"""The phrase bank against SQLite FTS5 with difflib and tantivy, on the real texts where at hand.

Goals B2 to B6 and the recall goals. Without the real texts the paragraphs are invented and nothing
is said about recall.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz import fuzz

from benchmarks import bank_measures, paragraphs
from benchmarks.bank_growth import added
from benchmarks.bank_rivals import rivals
from drafter.phrases import words
from drafter.phrases.bank import Bank

QUESTIONS = 60
DRAFT = 30  # paragraphs
CLASSES = ("near", "edited", "reworked")


def report() -> Iterator[str]:
    """The lines of the report, as they are measured."""
    real = paragraphs.real()
    yield f"Phrase bank, {'real' if real else 'invented'} texts: CPU ms, interleaved"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bank.sqlite"
        yield added(path, paragraphs.lines())
        bank = Bank.open([path])
        yield bank_measures.size(bank, path)
        texts = [str(row[0]) for row in bank.stores[0].query("SELECT DISTINCT text FROM entry")]
        against = rivals(texts)
        questions = _questions(texts)
        asked = [question["text"] for question in questions]
        random.Random(3).shuffle(asked)
        yield from bank_measures.nearest(bank, against, asked)
        if real:
            yield from _recall(bank, questions)
        yield from bank_measures.spans(bank, against, asked[:DRAFT])
        yield bank_measures.ahead(bank, asked)
        yield bank_measures.cold(path, asked[0])


def _questions(texts: list[str]) -> list[dict[str, str]]:
    path = paragraphs.CORPUS / "retrieval" / "queries_ga79.jsonl"
    chosen = random.Random(5)
    if not path.exists():
        some = chosen.sample(texts, QUESTIONS)
        return [{"text": bank_measures.changed(text, chosen), "cls": "invented"} for text in some]
    by_class: dict[str, list[dict[str, str]]] = {}
    for line in path.read_text("utf-8").splitlines():
        question = json.loads(line)
        by_class.setdefault(question["cls"], []).append(question)
    return [q for name in CLASSES for q in chosen.sample(by_class[name], QUESTIONS)]


def _recall(bank: Bank, questions: list[dict[str, str]]) -> Iterator[str]:
    for name in CLASSES:
        asked = [q for q in questions if q["cls"] == name]
        hits = [_rank(bank, q, q["text"], "closest", 5) for q in asked]
        yield f"  {name}: hit@1 {_share(hits, 1):.3f}, hit@5 {_share(hits, 5):.3f}"
    for typed in (6, 10, 15, 25):
        asked = [q for q in questions if len(q["text"].split()) > typed]
        hits = [_rank(bank, q, " ".join(q["text"].split()[:typed]), "continue", 10) for q in asked]
        yield f"  {typed} words typed: hit@1 {_share(hits, 1):.3f}, hit@10 {_share(hits, 10):.3f}"


def _rank(bank: Bank, question: dict[str, str], asked: str, ask: str, top: int) -> int:
    """The place of the first answer at least as like the whole question as the known original."""
    whole, known = words.key(question["text"]), words.key(question["gold_text"])
    enough = fuzz.ratio(whole, known) - 1e-6
    for place, s in enumerate(bank.suggest(asked, ask=ask, top=top), start=1):  # type: ignore[arg-type]
        if fuzz.ratio(whole, words.key(s.text)) >= enough:
            return place
    return sys.maxsize


def _share(ranks: list[int], within: int) -> float:
    return sum(rank <= within for rank in ranks) / max(1, len(ranks))


if __name__ == "__main__":
    for line in report():
        print(line, flush=True)
