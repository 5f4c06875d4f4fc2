"""The editor as one feels it: opening, typing, memory, on a long draft with a large bank.

A draft of 400 paragraphs is opened in a real terminal, with 100,000 paragraphs of agreed language
searched while one types; all invented. Goals: first paint 700 ms, opened 1 s, keypress to screen
30 ms at the 95th percentile, 250 MB.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median, quantiles

from benchmarks.bank_growth import records
from benchmarks.texts import Writer
from drafter.phrases.index import open_index
from drafter.phrases.store import Store
from tests.tui.terminal import Terminal, plain

PARAGRAPHS = 400
PHRASES = 100_000
ROUNDS = 5
KEYS = 300


@dataclass(frozen=True)
class Typed:
    """What typing cost."""

    waits: list[float]  # from each keypress to the screen, ms
    cpu: float  # of the editor for each keypress, ms
    sent: float  # bytes printed for each keypress
    memory: float  # MB


def report() -> Iterator[str]:
    """The lines of the report, as they are measured."""
    yield f"The editor: a draft of {PARAGRAPHS} paragraphs, {PHRASES:,} phrases, in a terminal"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = draft(folder)
        bank(folder)
        times = [opening(path, environment(folder)) for _ in range(ROUNDS + 1)][1:]
        paint, opened, cpu = (median(each) for each in zip(*times, strict=True))
        yield (
            f"  from the shell: first paint {paint:.0f} ms (goal 700), the text {opened:.0f} ms"
            f" (goal 1000), {cpu:.0f} ms of CPU"
        )
        typed = typing(path, environment(folder))
        yield (
            f"  keypress to screen: {median(typed.waits):.1f} ms, 95th percentile"
            f" {quantiles(typed.waits, n=20)[18]:.1f} (goal 30), most {max(typed.waits):.0f};"
            f" {typed.cpu:.1f} ms of CPU and {typed.sent:.0f} bytes a keypress"
        )
        yield f"  memory: {typed.memory:.0f} MB (goal 250)"


def environment(folder: Path) -> dict[str, str]:
    """The editor's own folders in `folder`; compiled modules kept, as for a user."""
    return {
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "PYTHONDONTWRITEBYTECODE": "",
        **{f"XDG_{each}_HOME": str(folder / each.lower()) for each in ("STATE", "CONFIG", "DATA")},
    }


def draft(folder: Path) -> Path:
    """An invented draft."""
    writer, random = Writer(5), Random(5)
    lines = [
        "---",
        "body: ga-c2",
        "title: Safe river crossings",
        "---",
        "",
        "*The General Assembly*,",
    ]
    number = 0
    for at in range(PARAGRAPHS):
        first, _, rest = writer.paragraph().rstrip(",.;").partition(" ")
        if at < PARAGRAPHS // 5:
            lines += ["", f"*{first}* {rest},"]
        elif number and random.random() < 0.2:
            lines += ["", f"   (a) {rest};"]
        else:
            number += 1
            lines += ["", f"{number}. *{first}* {rest};"]
    path = folder / "long.md"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def bank(folder: Path) -> None:
    """The user's own bank."""
    path = folder / "data" / "drafter" / "bank.sqlite"
    path.parent.mkdir(parents=True)
    store = Store.open(path, create=True)
    batch = []
    for record in records(PHRASES):
        batch.append(record)
        if len(batch) == 50:
            store.add(batch)
            batch = []
    store.add(batch)
    open_index(store)


def opening(path: Path, around: dict[str, str]) -> tuple[float, float, float]:
    """Milliseconds to the first paint and to the text, and of CPU until then."""
    editor = Terminal("edit", path, size=(120, 40), environment=around)
    try:
        editor.wait_until(lambda: b"\x1b[?1049h" in editor.raw and "^s" in editor.seen)
        first = time.perf_counter() - editor.started
        editor.wait_for("The General Assembly")
        text = time.perf_counter() - editor.started
        return first * 1000, text * 1000, _cpu(editor.pid)
    finally:
        editor.kill()


def typing(path: Path, around: dict[str, str]) -> Typed:
    """What it costs to type words that the bank knows, in the middle of the draft."""
    chosen = Random(7)
    phrases = [chosen.choice(record.entries).text for record in records(800)]
    editor = Terminal("edit", path, size=(120, 40), environment=around)
    try:
        editor.wait_for("The General Assembly")
        editor.read(3)
        editor.press("g", 0.5)
        editor.press("100\r", 1)
        editor.press("n", 1)
        _type(editor, phrases.pop()[:40], chosen)  # the bank is opened meanwhile
        editor.read(5)
        editor.forget()
        waits: list[float] = []
        before, sent = _cpu(editor.pid), 0
        while len(waits) < KEYS:
            found, printed = _type(editor, phrases.pop()[:60], chosen)
            waits += found
            sent += printed
            editor.press("\r", 1)
        cpu = (_cpu(editor.pid) - before) / len(waits)
        return Typed(waits, cpu, sent / len(waits), _memory(editor.pid))
    finally:
        editor.kill()


def _type(editor: Terminal, words: str, chosen: Random) -> tuple[list[float], int]:
    """Type `words` as a person does; ms from each key to the screen, and the bytes printed."""
    waits: list[float] = []
    sent = 0
    for at, letter in enumerate(words):
        start = len(editor.raw)
        pressed = time.perf_counter()
        editor.write(letter)
        tail = words[: at + 1].rpartition(" ")[2] or words[at - 1 : at + 1]
        while tail[-12:] not in plain(editor.raw[start:]):
            editor.read_once(0.01)
            if time.perf_counter() - pressed > 20:
                raise AssertionError(f"{tail!r} never came: {plain(editor.raw[start:])[-400:]!r}")
        waits.append((time.perf_counter() - pressed) * 1000)
        editor.read(chosen.uniform(0.06, 0.26))
        sent += len(editor.raw) - start
    return waits, sent


def _cpu(pid: int) -> float:
    """CPU ms of process `pid` so far, its children that ended included."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) * 1000 / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> float:
    """Most memory that process `pid` has had, MB."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return next(int(line.split()[1]) for line in status.split("\n") if "VmHWM" in line) / 1024


if __name__ == "__main__":
    for line in report():
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
