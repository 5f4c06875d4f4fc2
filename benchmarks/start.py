"""Whole processes beside a bare interpreter: how long one waits for the first word."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.texts import Writer

ROUNDS = 9


def report() -> Iterator[str]:
    """The lines of the report, as they are measured."""
    yield "Start-up: ms of a whole process, CPU (wall), medians of interleaved rounds"
    with tempfile.TemporaryDirectory() as folder:
        old, new = _drafts(Path(folder))
        drafter = [sys.executable, "-m", "drafter"]
        commands = {
            "a bare interpreter": [sys.executable, "-c", ""],
            "drafter --help": [*drafter, "--help"],
            "drafter diff of fifty paragraphs (goal 120)": [*drafter, "diff", old, new],
            "the same, --format json": [*drafter, "diff", old, new, "--format", "json"],
        }
        spent: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                spent[name].append(_once(command))
    for name, times in spent.items():
        cpu, wall = (median(each) * 1000 for each in zip(*times, strict=True))
        yield f"  {name}: {cpu:.0f} ({wall:.0f})"


def _drafts(folder: Path) -> tuple[str, str]:
    """An invented draft of fifty paragraphs, and its revision."""
    writer = Writer(5)
    script = writer.script([writer.paragraph() for _ in range(50)], edited=0.2)
    paths = []
    for name, texts in (("old.md", script.old), ("new.md", script.new)):
        lines = (f"{number}. {text}" for number, text in enumerate(texts, start=1))
        path = folder / name
        path.write_text("*The General Assembly*,\n\n" + "\n\n".join(lines) + "\n", "utf-8")
        paths.append(str(path))
    return paths[0], paths[1]


def _once(command: list[str]) -> tuple[float, float]:
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.perf_counter() - start


if __name__ == "__main__":
    for line in report():
        sys.stdout.write(line + "\n")
