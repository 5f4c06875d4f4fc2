"""Findings per adopted text: how often the rules speak where editors have already been.

    python benchmarks/lint_corpus.py TEXTS.jsonl[.xz] [--show RULE] [--sample N]

Reads one resolution a line in the shape of the reference corpus, builds drafts from it, and prints
the findings of level error or warning per text, by rule. Footnote texts are not in that corpus, so
the rules on notes say nothing here.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from drafter import lint
from drafter.model import (
    Heading,
    Inlines,
    Item,
    Masthead,
    Paragraph,
    Resolution,
    Text,
    normal,
    text,
)

_LETTER = re.compile(r"\(([a-z]+)\)")
_LETTERED = re.compile(r"(\([a-z]+\))\s+(?=[A-Z])")
_ROMAN = re.compile(r"\((?:[ivx]+)\)")


def main() -> None:
    """Print the findings per text, by rule."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--show", default="", help="print the findings of this rule")
    parser.add_argument("--sample", type=int, default=20)
    parser.add_argument("--notes", action="store_true", help="count notes too")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    shown: dict[str, list[str]] = defaultdict(list)
    texts, seconds = 0, 0.0
    for entry in entries(options.texts):
        resolution = resolution_of(entry)
        start = time.perf_counter()
        findings = lint.check(resolution)
        seconds += time.perf_counter() - start
        texts += 1
        words = dict(_words(resolution))
        for finding in findings:
            if finding.level != "note" or options.notes:
                counts[f"{finding.level} {finding.rule}"] += 1
            near = words.get(finding.place, "")[max(0, finding.start - 60) : finding.end + 60]
            shown[finding.rule].append(
                f"{entry['symbol']} {finding.place}: {finding.message}\n        …{near}…"
            )
    print(f"{texts} texts, {sum(counts.values()) / texts:.3f} findings a text, {seconds:.1f} s")
    for rule, count in counts.most_common():
        print(f"{count:6}  {count / texts:.3f}  {rule}")
    for name in options.show.split(","):
        chosen = shown.get(name, [])
        random.seed(1)
        for line in random.sample(chosen, min(options.sample, len(chosen))):
            print("   ", line)


def _words(resolution: Resolution) -> Iterator[tuple[str, str]]:
    from drafter.lint.draft import Draft

    for stretch in Draft(resolution).stretches:
        yield stretch.place, stretch.words


def entries(path: Path) -> Iterator[dict[str, Any]]:
    """The resolutions in the file at `path`."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def resolution_of(entry: dict[str, Any]) -> Resolution:
    """The draft that an entry of the corpus describes."""
    preamble: list[Item] = []
    operative: list[Item] = []
    enacting = ""
    for paragraph in entry["paragraphs"]:
        words, kind = paragraph["text"], paragraph["kind"]
        if paragraph.get("role") == "opener":
            enacting = words
        elif paragraph.get("role") == "heading":
            (operative if operative else preamble).append(Heading(text(words)))
        elif kind == "preambular":
            _add(preamble, paragraph)
        elif kind == "operative" and (paragraph.get("number") or paragraph.get("lead")):
            # Without a number and an opening it is a row of a table or a stray line.
            _add(operative, paragraph)
    head = Masthead(
        symbol=entry["symbol"] or "",
        organ=entry.get("organ") or "",
        kind="adopted resolution",
        date=entry.get("date") or "",
    )
    return Resolution(
        head, text(entry.get("title") or ""), enacting, tuple(preamble), tuple(operative)
    )


def _add(items: list[Item], paragraph: dict[str, Any]) -> None:
    number, words = paragraph.get("number") or "", paragraph["text"]
    if not number and (lettered := _LETTERED.match(words)):
        # The corpus leaves the letters of preambular points in the words.
        number, words = lettered[1], words[lettered.end() :]
    child = Paragraph(_content(words, paragraph.get("lead") or ""))
    last = items[-1] if items else None
    if isinstance(last, Paragraph) and _LETTER.fullmatch(number):
        deep = bool(last.children) and _ROMAN.fullmatch(number)
        if deep and not _follows(last, number):
            point = last.children[-1]
            point = replace(point, children=(*point.children, child))
            items[-1] = replace(last, children=(*last.children[:-1], point))
        else:
            items[-1] = replace(last, children=(*last.children, child))
        return
    items.append(child)


def _follows(parent: Paragraph, number: str) -> bool:
    """Whether "(i)" is the ninth letter here, not the first roman number."""
    return number == f"({chr(ord('a') + len(parent.children) % 26)})"


def _content(words: str, lead: str) -> Inlines:
    if lead and words.startswith(lead):
        return normal((Text(lead, italic=True), Text(words[len(lead) :])))
    return text(words)


if __name__ == "__main__":
    main()
