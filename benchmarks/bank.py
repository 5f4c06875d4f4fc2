"""The phrase bank against SQLite FTS5 with difflib, on the real texts where they are at hand.

Goals B1 to B6 and the recall goals. Without the real texts the paragraphs are invented and nothing
is said about recall.
"""

from __future__ import annotations

import difflib
import json
import lzma
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles

from rapidfuzz import fuzz, process

from benchmarks.texts import Writer
from drafter.phrases import words
from drafter.phrases.bank import Bank
from drafter.phrases.entry import Entry, Record, Source
from drafter.phrases.index import folder_of, open_index
from drafter.phrases.records import from_line
from drafter.phrases.store import Store
from drafter.phrases.verbatim import stretches

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
TEXTS = ("all_organs_1946_2025", "general_assembly_78_79", "security_council_1946_94")
BEFORE = "2024-09-10"  # the questions are those of the session that opened on this day
QUESTIONS = 60
INVENTED = 20_000


def report() -> Iterator[str]:
    """The lines of the report, as they are measured."""
    real = (CORPUS / "texts").is_dir()
    yield f"Phrase bank, {'real' if real else 'invented'} texts: CPU ms, interleaved"
    records = list(_real() if real else _invented())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bank.sqlite"
        yield _built(path, records)
        bank = Bank.open([path])
        rival = Fts(records)
        questions = _questions(records)
        yield _nearest(bank, rival, [q["text"] for q in questions])
        if real:
            yield from _recall(bank, questions)
        yield _traced(bank, rival, [q["text"] for q in questions])
        yield _cold(path)


def _real() -> Iterator[Record]:
    for name in TEXTS:
        with lzma.open(CORPUS / "texts" / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                record = from_line(json.loads(line), name)
                if record and record.entries and "" < record.source.date < BEFORE:
                    yield record


def _invented() -> Iterator[Record]:
    writer = Writer(11)
    for number in range(INVENTED // 40):
        source = Source(
            "invented", symbol=f"A/RES/79/{number}", date="2024-01-01", status="adopted"
        )
        entries = (Entry("operative", str(n), writer.paragraph()) for n in range(1, 41))
        yield Record(source, tuple(entries))


def _questions(records: list[Record]) -> list[dict[str, str]]:
    path = CORPUS / "retrieval" / "queries_ga79.jsonl"
    chosen = random.Random(5)
    if not path.exists():
        entries = [entry for record in records for entry in record.entries]
        texts = (entry.text for entry in chosen.sample(entries, QUESTIONS))
        return [{"text": _changed(text, chosen), "cls": "invented"} for text in texts]
    by_class: dict[str, list[dict[str, str]]] = {}
    for line in path.read_text("utf-8").splitlines():
        question = json.loads(line)
        by_class.setdefault(question["cls"], []).append(question)
    classes = ("near", "edited", "reworked")
    return [q for name in classes for q in chosen.sample(by_class[name], QUESTIONS)]


def _changed(text: str, chosen: random.Random) -> str:
    return " ".join(w[::-1] if chosen.random() < 0.15 else w for w in text.split())


def _built(path: Path, records: list[Record]) -> str:
    store = Store.open(path, create=True)
    store.add(records)
    started = time.process_time()
    index = open_index(store)
    taken = time.process_time() - started
    paragraphs = sum(len(record.entries) for record in records)
    text = sum(len(e.text.encode()) for record in records for e in record.entries)
    size = sum(file.stat().st_size for file in folder_of(path).iterdir())
    own = sum(len(s.text(n).encode()) for s in index.segments for n in range(s.size))
    return (
        f"  index of {paragraphs:,} paragraphs: {paragraphs / taken:,.0f} a second,"
        f" {(size - own) / text:.2f}x the size of the text"
    )


class Fts:
    """What one would write instead: the ten rarest words asked of FTS5, then difflib."""

    def __init__(self, records: list[Record]) -> None:
        self.texts = list(dict.fromkeys(e.text for record in records for e in record.entries))
        self.connection = sqlite3.connect(":memory:")
        self.connection.execute("CREATE VIRTUAL TABLE t USING fts5 (text, content = '')")
        rows = enumerate(self.texts, start=1)
        self.connection.executemany("INSERT INTO t (rowid, text) VALUES (?, ?)", rows)
        self.connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab (t, 'row')")
        self.counts = dict(self.connection.execute("SELECT term, doc FROM v"))

    def ask(self, query: str, top: int) -> list[str]:
        """The texts that FTS5 ranks first."""
        sql = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?"
        return [self.texts[row[0] - 1] for row in self.connection.execute(sql, (query, top))]

    def nearest(self, text: str) -> str:
        """The text most like `text` that this way finds."""
        inner = {w for w in words.words(words.key(text)) if w in self.counts}
        rare = sorted(inner, key=lambda word: (self.counts[word], word))[:10]
        found = self.ask(" OR ".join(f'"{word}"' for word in rare), 60) if rare else []
        matcher = difflib.SequenceMatcher(autojunk=False)
        matcher.set_seq2(text)
        return max(found, key=lambda other: _ratio(matcher, other), default="")

    def spans(self, text: str) -> int:
        """How many stretches of eight words stand in the texts: one question each."""
        inner = words.words(words.key(text))
        windows = (inner[at : at + 8] for at in range(len(inner) - 7))
        return sum(bool(self.ask('"' + " ".join(window) + '"', 1)) for window in windows)


def _ratio(matcher: difflib.SequenceMatcher[str], other: str) -> float:
    matcher.set_seq1(other)
    return matcher.ratio() if matcher.quick_ratio() > 0.4 else 0.0


def _nearest(bank: Bank, rival: Fts, texts: list[str]) -> str:
    ours, theirs, good, rival_good = [], [], 0, 0
    exhaustive = random.Random(9).sample(texts, min(30, len(texts)))
    for text in texts:
        ours.append(_cpu(lambda text=text: bank.suggest(text, top=5)))
        if text in exhaustive:
            theirs.append(_cpu(lambda text=text: rival.nearest(text)))
            key = words.key(text)
            best = process.extractOne(key, rival.texts, scorer=fuzz.ratio, processor=words.key)
            score = best[1] - 0.01
            found = bank.suggest(text, top=1)
            good += bool(found) and fuzz.ratio(key, words.key(found[0].text)) >= score
            rival_good += fuzz.ratio(key, words.key(rival.nearest(text))) >= score
    return (
        f"  nearest: {median(ours):.1f} (p95 {_p95(ours):.1f}), FTS5 rare-10 + difflib"
        f" {median(theirs):.1f} (p95 {_p95(theirs):.1f}):"
        f" {median(theirs) / median(ours):.0f}x less; as good as exhaustive search:"
        f" {good / len(exhaustive):.3f}, FTS5 {rival_good / len(exhaustive):.3f}"
    )


def _recall(bank: Bank, questions: list[dict[str, str]]) -> Iterator[str]:
    for name in ("near", "edited", "reworked"):
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


def _traced(bank: Bank, rival: Fts, texts: list[str]) -> str:
    ours, theirs = [], []
    for text in texts[:10]:
        ours.append(_cpu(lambda text=text: stretches(bank.indexes, text)))
        theirs.append(_cpu(lambda text=text: rival.spans(text)))
    return (
        f"  verbatim stretches of 10 paragraphs: {sum(ours):.1f}, FTS5 phrases {sum(theirs):.0f}:"
        f" {sum(theirs) / sum(ours):.0f}x less"
    )


def _cold(path: Path) -> str:
    query = "Requests the Secretary-General to report to it on the implementation"
    command = [sys.executable, "-m", "drafter", "suggest", "--bank", str(path), query]
    # As an installed tool starts: its modules compiled.
    compiled = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    compiled["PYTHONPYCACHEPREFIX"] = str(path.parent / "compiled")
    _wall(command, compiled)
    ours, bare = [], []
    for _ in range(7):
        ours.append(_wall(command, compiled))
        bare.append(_wall([sys.executable, "-c", "pass"], compiled))
    return (
        f"  a cold process: {median(ours):.0f} ms wall, {median(ours) / median(bare):.1f}x a bare"
        " interpreter"
    )


def _cpu(run: Callable[[], object]) -> float:
    started = time.process_time()
    run()
    return (time.process_time() - started) * 1000


def _wall(command: list[str], environment: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return (time.perf_counter() - started) * 1000


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[18]


if __name__ == "__main__":
    for words_ in report():
        print(words_, flush=True)
