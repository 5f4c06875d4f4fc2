"""How asking a phrase bank, and building one, grow with its size: invented texts, CPU ms.

    python -m benchmarks.bank_growth 100000 1000000

Goals B1 and B4 to B6.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from benchmarks.texts import Writer
from drafter.phrases.bank import Bank
from drafter.phrases.entry import Entry, Record, Source
from drafter.phrases.index import folder_of, open_index
from drafter.phrases.store import Store
from drafter.phrases.verbatim import stretches

SIZES = (10_000, 100_000)
QUESTIONS = 60
EACH = 40  # paragraphs of a text


def report(sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """A line for each size."""
    yield "Phrase bank by size, invented texts: CPU ms, median (p95)"
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            yield _measured(Path(folder) / "bank.sqlite", size)


def records(size: int, seed: int = 11) -> Iterator[Record]:
    """Invented texts with `size` paragraphs in all."""
    writer = Writer(seed)
    for number in range(size // EACH):
        source = Source("invented", symbol=f"A/RES/{number}", date="2024-01-01", status="adopted")
        yield Record(
            source, tuple(Entry("operative", str(n), writer.paragraph()) for n in range(EACH))
        )


def _measured(path: Path, size: int) -> str:
    store = Store.open(path, create=True)
    chosen, asked = random.Random(5), []
    adding, batch = 0.0, []
    for record in records(size):
        if chosen.random() < QUESTIONS * EACH / size:
            asked.append(chosen.choice(record.entries).text)
        batch.append(record)
        if len(batch) == 50:
            adding += _cpu(partial(store.add, batch))
            batch = []
    adding += _cpu(lambda: store.add(batch))
    indexing = _cpu(lambda: open_index(store))
    bank = Bank.open([path])
    changed = [_changed(text, chosen) for text in asked]
    nearest = [_cpu(lambda text=text: bank.suggest(text, top=5)) for text in changed]
    typed = [" ".join(text.split()[:4]) for text in asked]
    ahead = [_cpu(lambda text=text: bank.suggest(text, ask="continue")) for text in typed]
    spans = [_cpu(lambda text=text: stretches(bank.indexes, text)) for text in changed]
    found = sum(bank.suggest(c, top=1)[0].text == a for c, a in zip(changed, asked, strict=True))
    late = next(records(EACH, seed=12))
    one = _cpu(lambda: (store.add([late]), open_index(store)))
    memory, cold = _cold(path, changed[0])
    text = int(str(store.query("SELECT sum(length(CAST(text AS BLOB))) FROM entry")[0][0]))
    own = sum(
        int(s.text_start[s.size]) for index in Bank.open([path]).indexes for s in index.segments
    )
    index = sum(file.stat().st_size for file in folder_of(path).iterdir()) - own
    return (
        f"  {size:>9,}: nearest {_said(nearest)} (found {found / len(asked):.3f}), typed ahead"
        f" {_said(ahead)}, verbatim {_said(spans)}; adding {size / adding * 1000:,.0f}/s, indexing"
        f" {size / indexing * 1000:,.0f}/s, one text more {one:.0f} ms, index {index / text:.2f}x"
        f" the text; a cold process {cold:.0f} ms, {memory} MB"
    )


def _changed(text: str, chosen: random.Random) -> str:
    return " ".join(w[::-1] if chosen.random() < 0.15 else w for w in text.split())


_ASK = """
import sys
from drafter.cli.main import main
main(["suggest", "--bank", sys.argv[1], sys.argv[2]])
with open("/proc/self/status") as status:
    print(*(line.split()[1] for line in status if line.startswith("VmHWM")), file=sys.stderr)
"""


def _cold(path: Path, question: str) -> tuple[int, float]:
    """Most memory in MB and CPU ms of a process that asks once."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(path.parent / "compiled")
    command = [sys.executable, "-c", _ASK, str(path), question]
    times, memory = [], 0
    for _ in range(4):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        ran = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        memory = int(ran.stderr.split()[-1])
    return memory // 1024, median(times[1:]) * 1000


def _changed(text: str, chosen: random.Random) -> str:
    return " ".join(w[::-1] if chosen.random() < 0.15 else w for w in text.split())


def _cold(path: Path, question: str) -> tuple[int, float]:
    """Most memory in MB and CPU ms of a process that asks once."""
    command = [sys.executable, "-m", "drafter", "suggest", "--bank", str(path), question]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(path.parent / "compiled")
    times = []
    for _ in range(4):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return after.ru_maxrss // 1024, median(times[1:]) * 1000


def _cpu(run: object) -> float:
    started = time.process_time()
    run()  # type: ignore[operator]
    return (time.process_time() - started) * 1000


def _said(times: list[float]) -> str:
    return f"{median(times):.2f} ({quantiles(times, n=20)[18]:.2f})"


if __name__ == "__main__":
    for words in report(tuple(map(int, sys.argv[1:])) or SIZES):
        print(words, flush=True)
