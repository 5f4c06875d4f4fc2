"""How long reading takes beside what one would use instead, in one interleaved run.

pandoc for Word, pdftotext for PDF, markdown-it alone for Markdown: none of them says what is a
preamble, a number or a footnote's call. CPU time; the others' start of a process is theirs, and is
given apart.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from markdown_it import MarkdownIt

from drafter.formats import docx, markdown, pdf

ROUNDS = 3
Job = Callable[[], object]


def ratios(shared: Path) -> Iterator[str]:
    """A line for each format: CPU milliseconds a file, ours and theirs, and the ratio."""
    pdfs = sorted((shared / "corpus" / "pdf").glob("*.pdf"))[::6]
    words = sorted((shared / "docx" / "official").glob("*.docx"))
    drafts = [markdown.write(pdf.read(path.read_bytes(), path.name).value) for path in pdfs]
    yield "Reading: CPU milliseconds a file, and the median of the ratios"
    for name, there in (("pandoc", "pandoc -f docx -t markdown"), ("pdftotext", "pdftotext")):
        if shutil.which(name) is None:
            yield f"  {there}: not installed"
    if shutil.which("pandoc"):
        yield _line("Word", "pandoc", [_word(path) for path in words], _started("pandoc", "-v"))
    if shutil.which("pdftotext"):
        yield _line("PDF", "pdftotext", [_pdf(path) for path in pdfs], _started("pdftotext", "-v"))
    yield _line("Markdown", "markdown-it alone", [_markdown(data) for data in drafts], 0)


def _word(path: Path) -> tuple[Job, Job]:
    data = path.read_bytes()
    theirs = ["pandoc", "-f", "docx", "-t", "markdown", str(path)]
    return lambda: docx.read(data, path.name), lambda: _run(theirs)


def _pdf(path: Path) -> tuple[Job, Job]:
    data = path.read_bytes()
    theirs = ["pdftotext", "-layout", str(path), "-"]
    return lambda: pdf.read(data, path.name), lambda: _run(theirs)


def _markdown(data: bytes) -> tuple[Job, Job]:
    plain, words = MarkdownIt("commonmark").enable("table"), data.decode()
    return lambda: markdown.read(data, "draft.md"), lambda: plain.parse(words)


def _run(command: Sequence[str]) -> object:
    return subprocess.run(command, capture_output=True, check=True)


def _started(*command: str) -> float:
    """CPU seconds that a program takes to do nothing."""
    return min(
        _spent(lambda: subprocess.run(command, check=False, capture_output=True)) for _ in range(5)
    )


def _line(kind: str, other: str, jobs: Sequence[tuple[Job, Job]], start: float) -> str:
    jobs[0][0]()  # what is loaded once
    mine, theirs = [], []
    for ours, peers in jobs:
        pairs = [(_spent(ours), _spent(peers)) for _ in range(ROUNDS)]
        mine.append(median(pair[0] for pair in pairs))
        theirs.append(median(pair[1] for pair in pairs))
    ratio = median(one / two for one, two in zip(mine, theirs, strict=True))
    said = f"  {kind}: {median(mine) * 1000:.0f}, {other} {median(theirs) * 1000:.0f}"
    started = f", of which {start * 1000:.0f} to start" if start else ""
    return f"{said}{started}; ratio {ratio:.2f}"


def _spent(job: Job) -> float:
    """CPU seconds that `job` takes here and in the processes that it starts."""
    before, here = resource.getrusage(resource.RUSAGE_CHILDREN), time.process_time()
    job()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    below = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.process_time() - here + below
