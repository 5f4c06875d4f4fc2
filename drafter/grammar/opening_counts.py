"""How often each opening is used: mined counts beside the words that `openings` lists.

The figures are data (`opening_counts.toml`); this module only looks them up. It never decides what
an opening is.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from drafter.grammar.openings import Part

_DATA = Path(__file__).with_suffix(".toml")


def count(verb: str, part: Part, language: str = "en") -> int:
    """How many paragraphs of the texts counted open with `verb`, "also" and "further" left out."""
    return counts(part, language).get(verb, 0)


def counts(part: Part, language: str = "en") -> dict[str, int]:
    """Every opening of `part` that was counted, the most frequent first."""
    return _read().get(language, {}).get(part, {})


def nearest(word: str, part: Part, language: str = "en") -> str:
    """The opening that `word` is most likely a slip for ("Recaling": "Recalling"), or "".

    At most two letters apart, one in a short word; of those as near the most frequent.
    """
    from rapidfuzz.distance import OSA

    most = 2 if len(word) > 7 else 1
    near = [
        (distance, -used, verb)
        for verb, used in counts(part, language).items()
        if (distance := OSA.distance(word, verb, score_cutoff=most)) <= most
    ]
    return min(near)[2] if near else ""


@cache
def _read() -> dict[str, dict[Part, dict[str, int]]]:
    return tomllib.loads(_DATA.read_text("utf-8"))
