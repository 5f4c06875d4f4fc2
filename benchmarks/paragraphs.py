"""As many paragraphs as one likes, made from real ones: the same seed, the same paragraphs.

Real paragraphs come first; the others are two of them cut at a comma and joined, some words changed
for others of the same texts. So words, formulas and lengths are distributed as in real texts.
Without the real texts, the ones recombined are invented.
"""

from __future__ import annotations

import json
import lzma
import random
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.texts import Writer
from drafter.phrases.entry import Record
from drafter.phrases.records import from_line

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
TEXTS = ("all_organs_1946_2025", "general_assembly_78_79", "security_council_1946_94")
BEFORE = "2024-09-10"  # the questions are those of the session that opened on this day
INVENTED = 20_000
CHANGED = 0.1  # of the words of a paragraph that is made
_CUT = re.compile(r", ")


def real() -> bool:
    """Whether the real texts are at hand."""
    return (CORPUS / "texts").is_dir()


def records() -> Iterator[Record]:
    """The texts that a bank of the benchmark holds: real ones where they are at hand."""
    return filter(None, (from_line(line, "texts") for line in lines()))


def lines() -> Iterator[dict[str, object]]:
    """The same as lines of JSON."""
    return _real() if real() else _texts(_invented(), random.Random(11))


def _real() -> Iterator[dict[str, object]]:
    for name in TEXTS:
        with lzma.open(CORPUS / "texts" / f"{name}.jsonl.xz", "rt", encoding="utf-8") as held:
            for line in map(json.loads, held):
                record = from_line(line, name)
                if record and record.entries and "" < record.source.date < BEFORE:
                    yield line


def _invented() -> Iterator[str]:
    writer = Writer(11)
    return (writer.paragraph() for _ in range(INVENTED))


def made(count: int, seed: int = 3) -> Iterator[dict[str, object]]:
    """Texts that hold `count` paragraphs among them, as lines of JSON."""
    known = [entry.text for record in records() for entry in record.entries]
    chosen = random.Random(seed)
    return _texts(_paragraphs(list(dict.fromkeys(known)), count, chosen), chosen)


def _paragraphs(known: list[str], count: int, chosen: random.Random) -> Iterator[str]:
    yield from known[:count]
    words = " ".join(known).split()
    seen = set(map(hash, known))
    left = count - len(known)
    while left > 0:
        text = _joined(chosen.choice(known), chosen.choice(known), words, chosen)
        if hash(text) not in seen:
            seen.add(hash(text))
            left -= 1
            yield text


def _joined(one: str, other: str, words: list[str], chosen: random.Random) -> str:
    heads, tails = ([cut.end() for cut in _CUT.finditer(text)] for text in (one, other))
    whole = not heads or not tails
    text = one if whole else one[: chosen.choice(heads)] + other[chosen.choice(tails) :]
    tokens = text.split(" ")
    for _ in range(1 + int(len(tokens) * CHANGED)):
        tokens[int(chosen.random() * len(tokens))] = words[int(chosen.random() * len(words))]
    return " ".join(tokens)


def _texts(paragraphs: Iterator[str], chosen: random.Random) -> Iterator[dict[str, object]]:
    """The paragraphs in texts of forty, dated over thirty years."""
    number = 0
    while held := list(islice(paragraphs, 40)):
        number += 1
        year = 1994 + chosen.randrange(30)
        yield {
            "symbol": f"A/RES/{year - 1945}/{number}",
            "organ": "General Assembly",
            "date": f"{year}-12-{1 + chosen.randrange(28):02}",
            "paragraphs": [
                {"kind": "operative", "number": str(at), "text": text}
                for at, text in enumerate(held, start=1)
            ],
        }
