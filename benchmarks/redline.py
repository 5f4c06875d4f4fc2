"""The redline, bytes to bytes, with its own check in it: a short text and the longest kind."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from statistics import median

from benchmarks.redline_peers import peers
from benchmarks.texts import Writer
from drafter.render.redline import redline
from drafter.render.redline.check import faults
from drafter.word.package import Package
from tests.word.specimens import docx, p, raw, run

ROUNDS = 5
DATE = datetime(2025, 11, 4, 10, tzinfo=UTC)
SIZES = {"three pages": 24, "a long annual text (some 29,000 words)": 600}

GOALS = {"three pages": 100, "a long annual text (some 29,000 words)": 2000}


def report() -> Iterator[str]:
    """The lines of the report, as they are measured."""
    yield "Redline: CPU ms from bytes to bytes, medians, self-check included"
    for name, paragraphs in SIZES.items():
        old, new = _files(paragraphs)
        whole = _measured(partial(redline, old, new, author="Fiji", date=DATE))
        made = Package.open(redline(old, new, author="Fiji", date=DATE))
        before, after = Package.open(old), Package.open(new)
        check = _measured(partial(faults, made, before, after))
        yield f"  {name}: {whole:7.1f}, of which the check {check:7.1f} (goal {GOALS[name]})"
        for peer, said in peers(old, new).items():
            yield f"    {peer}, wall: {said}"


def _files(paragraphs: int) -> tuple[bytes, bytes]:
    """An invented text with typed numbers, and the same with a tenth of it edited."""
    writer = Writer(7)
    script = writer.script([writer.paragraph() for _ in range(paragraphs)], edited=0.1)
    return _file(script.old), _file(script.new)


def _file(texts: list[str]) -> bytes:
    tab = raw("<w:tab/>")
    blocks = []
    for number, text in enumerate(texts, start=1):
        opening, _, rest = text.partition(" ")
        blocks.append(p(f"{number}.", tab, run(opening, "i"), f" {rest}"))
    return docx(*blocks, header="A/C.3/80/L.909")


def _measured(step: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        step()
        times.append((time.process_time() - start) * 1000)
    return median(times)


if __name__ == "__main__":
    for line in report():
        print(line)
