"""The redline, bytes to bytes, with its own check in it: a short text and the longest kind."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from statistics import median
from typing import NamedTuple

from benchmarks.redline_peers import peers
from benchmarks.texts import Writer
from drafter.render.redline import redline
from drafter.render.redline.check import faults
from drafter.word.package import Package
from tests.word.specimens import docx, note, p, raw, run

ROUNDS = 5
DATE = datetime(2025, 11, 4, 10, tzinfo=UTC)


class Size(NamedTuple):
    """A kind of file, and within how many CPU ms its redline is to be made."""

    name: str
    paragraphs: int
    goal: int
    notes: int = 0
    peers: bool = True


SIZES = (
    Size("three pages", 24, 100),
    Size("a long annual text (some 29,000 words)", 600, 2000),
    Size("two hundred notes", 200, 2000, notes=200, peers=False),
    Size("some 700,000 characters", 2600, 10_000, peers=False),
)


def report() -> Iterator[str]:
    """The lines of the report, as they are measured."""
    yield "Redline: CPU ms from bytes to bytes, medians, self-check included"
    for size in SIZES:
        old, new = _files(size)
        whole = _measured(partial(redline, old, new, author="Fiji", date=DATE))
        made = Package.open(redline(old, new, author="Fiji", date=DATE))
        before, after = Package.open(old), Package.open(new)
        check = _measured(partial(faults, made, before, after))
        yield f"  {size.name}: {whole:7.1f}, of which the check {check:7.1f} (goal {size.goal})"
        for peer, said in peers(old, new).items() if size.peers else ():
            yield f"    {peer}, wall: {said}"


def _files(size: Size) -> tuple[bytes, bytes]:
    """An invented text with typed numbers, and the same with a tenth of it edited."""
    writer = Writer(7)
    script = writer.script([writer.paragraph() for _ in range(size.paragraphs)], edited=0.1)
    return _file(script.old, size.notes), _file(script.new, size.notes)


def _file(texts: list[str], most: int) -> bytes:
    tab = raw("<w:tab/>")
    blocks = []
    notes: dict[int, str] = {}
    for number, text in enumerate(texts, start=1):
        opening, _, rest = text.partition(" ")
        called = []
        if number <= most:
            notes[number] = f"A/80/{text[:20]}."
            called.append(note(number))
        blocks.append(p(f"{number}.", tab, run(opening, "i"), f" {rest}", *called))
    return docx(*blocks, footnotes=notes, header="A/C.3/80/L.909")


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
