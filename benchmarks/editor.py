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

from benchmarks.texts import Writer
from drafter.phrases.entry import Entry, Record, Source
from drafter.phrases.index import open_index
from drafter.phrases.store import Store
from tests.tui.terminal import Terminal, plain

PARAGRAPHS = 400
PHRASES = 100_000
ROUNDS = 5
KEYS = 300
EACH = 40  # paragraphs of a text in the bank


@dataclass(frozen=True)
class Typed:
    """What typing cost."""

    waits: list[float]  # from each keypress to the screen, ms
    alone: list[float]  # the same without the time in which other programs had the processors
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
        yield f"  keypress to screen, ms: {said(typed.waits)} (goal 30)"
        yield f"  the same but for other programs: {said(typed.alone)}"
        yield f"  a keypress costs {typed.cpu:.1f} ms of CPU in all, and {typed.sent:.0f} bytes"
        yield f"  memory: {typed.memory:.0f} MB (goal 250)"


def said(times: list[float]) -> str:
    """The middle and the 95th percentile of `times`, and the most."""
    return (
        f"{median(times):.1f}, 95th percentile {quantiles(times, n=20)[18]:.1f},"
        f" most {max(times):.0f}"
    )


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


def records(size: int) -> Iterator[Record]:
    """Invented texts with `size` paragraphs in all."""
    writer = Writer(11)
    for number in range(size // EACH):
        source = Source("invented", symbol=f"A/RES/{number}", date="2024-01-01", status="adopted")
        every = tuple(Entry("operative", str(n), writer.paragraph()) for n in range(EACH))
        yield Record(source, every)


def opening(path: Path, around: dict[str, str]) -> tuple[float, float, float]:
    """Milliseconds to the frame of the editor and to the text in it, and of CPU until then."""
    editor = Terminal("edit", path, size=(120, 40), environment=around)
    try:
        editor.wait_until(lambda: b"\x1b[?1049h" in editor.raw and "reading" in editor.seen)
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
        pairs: list[tuple[float, float]] = []
        before, sent = _cpu(editor.pid), 0
        while len(pairs) < KEYS:
            found, printed = _type(editor, phrases.pop()[:60], chosen)
            pairs += found
            sent += printed
            editor.press("\r", 1)
        cpu, count = (_cpu(editor.pid) - before) / len(pairs), len(pairs)
        waits, alone = (list(each) for each in zip(*pairs, strict=True))
        return Typed(waits, alone, cpu, sent / count, _memory(editor.pid))
    finally:
        editor.kill()


def _type(editor: Terminal, words: str, chosen: Random) -> tuple[list[tuple[float, float]], int]:
    """Type `words` as a person does; what is waited for each key, and the bytes printed.

    The second figure of a wait leaves out what the editor, and this program, stood in line for a
    processor.
    """
    waits: list[tuple[float, float]] = []
    sent = 0
    for at, letter in enumerate(words):
        start = len(editor.raw)
        pressed, queued = time.perf_counter(), _queued(editor.pid)
        editor.write(letter)
        tail = words[: at + 1].rpartition(" ")[2] or words[at - 1 : at + 1]
        while tail[-12:] not in plain(editor.raw[start:]):
            editor.read_once(0.01)
            if time.perf_counter() - pressed > 20:
                raise AssertionError(f"{tail!r} never came: {plain(editor.raw[start:])[-400:]!r}")
        wait = (time.perf_counter() - pressed) * 1000
        waits.append((wait, max(0.0, wait - (_queued(editor.pid) - queued))))
        editor.read(chosen.uniform(0.06, 0.26))
        sent += len(editor.raw) - start
    return waits, sent


def _cpu(pid: int) -> float:
    """CPU ms of process `pid` so far, its children that ended included."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) * 1000 / os.sysconf("SC_CLK_TCK")


def _queued(pid: int) -> float:
    """Ms that the main threads of the editor and of this program stood in line for a processor."""
    files = (f"/proc/{number}/task/{number}/schedstat" for number in (pid, os.getpid()))
    return sum(int(Path(file).read_text("ascii").split()[1]) for file in files) / 1e6


def _memory(pid: int) -> float:
    """Most memory that process `pid` has had, MB."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return next(int(line.split()[1]) for line in status.split("\n") if "VmHWM" in line) / 1024


if __name__ == "__main__":
    for line in report():
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
