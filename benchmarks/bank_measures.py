"""What is measured of a phrase bank and of its rivals, as lines of a report.

CPU milliseconds, the ways asked in turn, so that a busy machine slows all of them.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles

from rapidfuzz import fuzz, process

from benchmarks.bank_rivals import Rival
from drafter.phrases import words
from drafter.phrases.bank import Bank
from drafter.phrases.index import folder_of
from drafter.phrases.trace import trace_text
from drafter.phrases.verbatim import stretches

FEW = 30  # questions put to what takes long
ROUNDS = 5  # that a whole draft is gone through by each


def nearest(bank: Bank, rivals: Sequence[Rival], texts: Sequence[str]) -> Iterator[str]:
    """How long the nearest paragraph takes, and how often it is as near as any (B1, B2)."""
    ways: dict[str, Callable[[str], list[str]]] = {
        "ours": lambda text: [s.text for s in bank.suggest(text, top=5)]
    }
    ways |= {rival.name: lambda text, r=rival: r.nearest(text, 5) for rival in rivals}  # type: ignore[misc]
    every = dict.fromkeys(str(row[0]) for s in bank.stores for row in s.query(_TEXTS))
    keys = list(map(words.key, every))
    spent: dict[str, list[float]] = {name: [] for name in ways}
    good = dict.fromkeys(ways, 0)
    for text in texts[:FEW]:
        key = words.key(text)
        best = process.extractOne(key, keys, scorer=fuzz.ratio, processor=None)[1] - 0.01
        for name, ask in ways.items():
            taken, found = cpu(lambda ask=ask, text=text: ask(text))
            spent[name].append(taken)
            good[name] += bool(found) and fuzz.ratio(key, words.key(found[0])) >= best
    ours = spent["ours"] + [cpu(lambda text=text: ways["ours"](text))[0] for text in texts[FEW:]]
    yield f"  nearest: {said(ours)}, as good as exhaustive search {good['ours'] / FEW:.3f}"
    for rival in rivals:
        theirs = spent[rival.name]
        yield (
            f"    {rival.name}: {said(theirs)}, {good[rival.name] / FEW:.3f};"
            f" ours takes {median(spent['ours']) / median(theirs):.3f} of it"
        )


_TEXTS = "SELECT DISTINCT text FROM entry"


def spans(bank: Bank, rivals: Sequence[Rival], draft: Sequence[str]) -> Iterator[str]:
    """How long the verbatim stretches of a draft take, and its whole trace (B3)."""
    ways: dict[str, Callable[[], object]] = {
        "ours": lambda: [stretches(bank.indexes, text) for text in draft],
        "whole": lambda: [trace_text(bank, text) for text in draft],
    }
    ways |= {r.name: lambda r=r: list(map(r.spans, draft)) for r in rivals}  # type: ignore[misc]
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            spent[name].append(cpu(way)[0])
    took = {name: median(times) for name, times in spent.items()}
    yield (
        f"  verbatim stretches of {len(draft)} paragraphs: {took['ours']:.1f};"
        f" the whole trace {took['whole']:.0f}"
    )
    for rival in rivals:
        theirs = took[rival.name]
        yield f"    {rival.name.split()[0]} phrases: {theirs:.0f}, {theirs / took['ours']:.0f}x"


def ahead(bank: Bank, texts: Sequence[str]) -> str:
    """How long a typed beginning of three to six words takes (B4)."""
    typed = [" ".join(text.split()[: 3 + at % 4]) for at, text in enumerate(texts)]
    spent = [cpu(lambda text=text: bank.suggest(text, ask="continue"))[0] for text in typed]
    return f"  typed ahead: {said(spent)}"


_ASK = """
import sys
from drafter.cli.main import main
main()
with open("/proc/self/status") as status:
    print(*(line.split()[1] for line in status if line.startswith("VmHWM")), file=sys.stderr)
"""


def cold(path: Path, question: str) -> str:
    """CPU time and most memory of a process that asks once, beside a bare interpreter (B5)."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(path.parent / "compiled")
    asked = ["suggest", "--bank", str(path), question]
    commands = {"ours": ["-c", _ASK, *asked], "bare": ["-c", "pass"]}
    spent: dict[str, list[float]] = {name: [] for name in commands}
    memory = 0
    for _ in range(8):
        for name, command in commands.items():
            before = _children()
            ran = subprocess.run(
                [sys.executable, *command],
                check=True, capture_output=True, text=True, env=environment,
            )  # fmt: skip
            spent[name].append(_children() - before)
            memory = max(memory, int((ran.stderr.split() or ["0"])[-1]))
    ours, bare = (median(spent[name][1:]) * 1000 for name in commands)
    return (
        f"  a cold process: {ours:.0f}, {ours / bare:.1f}x a bare interpreter,"
        f" {memory // 1024} MB at most"
    )


def size(bank: Bank, path: Path) -> str:
    """How large the index is beside the text, without the text that it holds (B6)."""
    (row,) = bank.stores[0].query("SELECT sum(length(CAST(text AS BLOB))), count(*) FROM entry")
    text, count = int(str(row[0])), int(str(row[1]))
    own = sum(int(s.text_start[s.size]) for index in bank.indexes for s in index.segments)
    index = sum(file.stat().st_size for file in Path(folder_of(path)).iterdir()) - own
    return f"  {count:,} paragraphs, {text / 1e6:.0f} MB; index {index / text:.2f}x the text"


def changed(text: str, chosen: random.Random, share: float = 0.15) -> str:
    """`text` with some words spoilt."""
    return " ".join(w[::-1] if chosen.random() < share else w for w in text.split())


def cpu(run: Callable[[], list[str] | object]) -> tuple[float, list[str]]:
    """CPU ms of a call, and what it gave."""
    started = time.process_time()
    found = run()
    return (time.process_time() - started) * 1000, found  # type: ignore[return-value]


def said(times: Sequence[float]) -> str:
    """The median and the 95th percentile."""
    return f"{median(times):.2f} (p95 {quantiles(times, n=20)[18]:.2f})"


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
