"""The comparison against difflib in two levels and `git diff --word-diff`: goals D1 to D4."""

from __future__ import annotations

import difflib
import resource
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from benchmarks.texts import Script, Writer
from drafter.diff import Diff, compare
from drafter.diff.changes import counts
from drafter.spans import Block, tokens

ROUNDS = 5
PARAGRAPHS = 10_000

Blocks = tuple[Block, ...]


def report() -> Iterator[str]:
    """The lines of the report, as they are measured."""
    yield "Comparison: CPU ms, medians of interleaved rounds (ours : difflib two-level : git)"
    for paragraphs in (1_000, PARAGRAPHS):
        for share in (0.01, 0.1, 0.5):
            yield _round(paragraphs, share)
    yield from _hard()


def _round(paragraphs: int, share: float) -> str:
    writer = Writer(7)
    script = writer.script([writer.paragraph() for _ in range(paragraphs)], edited=share)
    texts = read_again(script.new)
    old, new = blocks(script.old), blocks(texts)
    with tempfile.TemporaryDirectory() as folder:
        git = _git(Path(folder), script)
        times = interleaved(lambda: compare(old, new), lambda: two_level(script.old, texts), git)
    ours, theirs, gits = times
    diff = compare(old, new)
    precision, recall = _agreement(diff, script)
    return (
        f"  {paragraphs:>6} paragraphs, {share:>4.0%} edited, 5% moved: "
        f"{ours:7.1f} : {theirs:7.1f} : {gits:7.1f}   "
        f"{theirs / ours:.1f}x faster than difflib, {ours / gits:.2f}x git's CPU; "
        f"alignment P {precision:.4f} R {recall:.4f}; words in script {_words(diff):,}"
    )


def blocks(texts: list[str]) -> Blocks:
    """Invented paragraphs as numbered blocks."""
    return tuple(Block(text, label=str(n)) for n, text in enumerate(texts, start=1))


def read_again(texts: list[str]) -> list[str]:
    """The same as strings of their own, as from another file: else equal ones were one object."""
    return [text[:1] + text[1:] for text in texts]


def interleaved(*runs: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The median CPU ms of each of `runs`, children included, a round of all at a time."""
    spent: list[list[float]] = [[] for _ in runs]
    for _ in range(rounds):
        for times, run in zip(spent, runs, strict=True):
            start = _cpu()
            run()
            times.append((_cpu() - start) * 1000)
    return [median(times) for times in spent]


def _cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def two_level(old: list[str], new: list[str]) -> list[list[tuple[str, str]]]:
    """What one writes with difflib: paragraphs first, then words of those that stand opposite.

    As marked text for each paragraph, which is what a reader of any comparison is shown.
    """
    told: list[list[tuple[str, str]]] = []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            told += ([("equal", text)] for text in old[a:b])
            continue
        told += (_marked(one, other) for one, other in zip(old[a:b], new[c:d], strict=False))
        told += ([("delete", text)] for text in old[a + d - c : b])
        told += ([("insert", text)] for text in new[c + b - a : d])
    return told


def _marked(old: str, new: str) -> list[tuple[str, str]]:
    one, other = old.split(" "), new.split(" ")
    told: list[tuple[str, str]] = []
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            told.append(("equal", " ".join(one[a:b])))
            continue
        if a < b:
            told.append(("delete", " ".join(one[a:b])))
        if c < d:
            told.append(("insert", " ".join(other[c:d])))
    return told


def _git(folder: Path, script: Script) -> Callable[[], object]:
    for name, texts in (("old", script.old), ("new", script.new)):
        (folder / name).write_text("\n".join(texts) + "\n", "utf-8")
    command = ["git", "diff", "--no-index", "--word-diff=porcelain", "old", "new"]
    return lambda: subprocess.run(command, cwd=folder, capture_output=True, check=False)


def _agreement(diff: Diff, script: Script) -> tuple[float, float]:
    true = {(old, new) for new, olds in enumerate(script.origins) for old in olds}
    found = {(old, new) for change in diff.changes for old in change.old for new in change.new}
    return len(true & found) / len(found), len(true & found) / len(true)


def _words(diff: Diff) -> int:
    return sum(
        not unit.isspace()
        for change in diff.changes
        for op, text in change.edits
        if op != "equal"
        for unit in tokens(text)
    )


def _hard() -> Iterator[str]:
    """D4: inputs made to be slow, in time against the 10 per cent case and in memory."""
    writer = Writer(11)
    old = [writer.paragraph() for _ in range(PARAGRAPHS)]
    usual = read_again(writer.script(old).new)
    other = [writer.paragraph() for _ in range(PARAGRAPHS)]
    long, longer = writer.paragraph(30_000), writer.paragraph(30_000)
    words = long.split(" ")
    cases = {
        "nothing in common": (old, other),
        "all identical": (old[:1] * PARAGRAPHS, old[:1] * (PARAGRAPHS - 1)),
        "all identical, numbers apart": (
            [f"{old[0]} {n}" for n in range(PARAGRAPHS)],
            [f"{old[0]} {n}" for n in range(5, PARAGRAPHS + 5)],
        ),
        "two kinds, mixed": (old[:2] * 5_000, sorted(old[:2] * 5_000)),
        "reversed": (old, old[::-1]),
        "all edited": (old, [writer.edited(text) for text in old]),
        "all edited and reversed": (old, [writer.edited(text) for text in old[::-1]]),
        "all edited and shuffled": (
            old,
            [writer.edited(text) for text in writer.random.sample(old, PARAGRAPHS)],
        ),
        "shuffled": (old, read_again(writer.random.sample(old, PARAGRAPHS))),
        "few words each": (
            [writer.paragraph(6)[:18] for _ in old],
            [writer.paragraph(6)[:18] for _ in old],
        ),
        "one long paragraph, nothing in common": ([long], [longer]),
        "one long paragraph, edited": ([long], [writer.edited(long)]),
        "one long paragraph, reversed": ([long], [" ".join(reversed(words))]),
        "one long paragraph, one word": (["shall " * 33_000], ["shall " * 32_000 + "may"]),
        "one long paragraph against 2,000": ([long], old[:2_000]),
        "one long paragraph, marks only": ([";,." * 60_000], [";.," * 60_000]),
    }
    yield "  hard inputs, against 10 % edited in the same rounds (goal: at most 10x, 300 MB)"
    for name, (one, two) in cases.items():
        yield f"    {name}: {_against(blocks(old), blocks(usual), blocks(one), blocks(two))}"


def _against(old: Blocks, usual: Blocks, one: Blocks, two: Blocks) -> str:
    """The time of comparing `one` with `two` in that of `old` with `usual`; memory and counts."""
    base, spent = interleaved(lambda: compare(old, usual), lambda: compare(one, two), rounds=3)
    tracemalloc.start()
    diff = compare(one, two)
    peak = tracemalloc.get_traced_memory()[1] // 2**20
    tracemalloc.stop()
    kinds = ", ".join(f"{n} {kind}" for kind, n in counts(diff).items() if n)
    return f"{spent:.0f} ms, {spent / base:.1f}x, {peak} MB; {kinds}"


if __name__ == "__main__":
    for line in report():
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
