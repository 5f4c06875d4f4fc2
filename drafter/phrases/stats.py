"""What banks hold, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from drafter.phrases.store import Store

_MOST = 15  # openings and addressees shown
_COUNTS = {
    "status": "SELECT status, count(*) FROM source GROUP BY 1",
    "body": "SELECT body, count(*) FROM source GROUP BY 1",
    "years": "SELECT substr(date, 1, 4), count(*) FROM source GROUP BY 1",
    "part": "SELECT part, count(*) FROM entry GROUP BY 1",
    "openings": "SELECT verb, count(*) FROM entry WHERE verb != '' GROUP BY 1",
    "addressees": "SELECT addressee, count(*) FROM entry WHERE addressee != '' GROUP BY 1",
}


def stats(stores: Sequence[Store]) -> dict[str, Any]:
    """Numbers of texts, paragraphs and wordings, and how they are spread."""
    held: dict[str, Any] = {"sources": 0, "entries": 0}
    hashes: set[object] = set()
    counters: dict[str, Counter[str]] = {name: Counter() for name in _COUNTS}
    for store in stores:
        held["sources"] += int(str(store.query("SELECT count(*) FROM source")[0][0]))
        held["entries"] += int(str(store.query("SELECT count(*) FROM entry")[0][0]))
        hashes |= {row[0] for row in store.query("SELECT DISTINCT hash FROM entry")}
        for name, sql in _COUNTS.items():
            for value, count in store.query(sql):
                counters[name][str(value)] += int(str(count))
    held["wordings"] = len(hashes)
    for name, counter in counters.items():
        most = counter.most_common(_MOST if name in {"openings", "addressees"} else None)
        held[name] = dict(sorted(counter.items()) if name == "years" else most)
    return held
