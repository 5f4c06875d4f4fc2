"""References after paragraphs were inserted, deleted or moved: how many are right, or flagged.

    python benchmarks/references.py TEXTS.jsonl[.xz] [--times N] [--show N]

Takes every text that refers to its own paragraphs, changes it a few times by chance, lets the
references follow, and compares each with where the paragraph that it meant now stands.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks.lint_corpus import entries, resolution_of
from drafter import lint
from drafter.grammar.references import references
from drafter.lint.draft import Draft, Stretch
from drafter.lint.findings import Spot
from drafter.lint.following import follow
from drafter.lint.pointing import key_of, places
from drafter.model import Item, Paragraph, Resolution, text

_NEW = "Decides that ferries shall be licensed in every port of the river {0} and its {1} branches;"


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    seconds = 0.0
    for entry in entries(options.texts):
        old = resolution_of(entry)
        if not any(True for s in Draft(old).paragraphs for _ in references(s.words)):
            continue
        counts["texts"] += 1
        for seed in range(options.times):
            new, origin = changed(old, Random(f"{entry['symbol']} {seed}"))
            start = time.perf_counter()
            findings = follow(old, new)
            seconds += time.perf_counter() - start
            fixed = lint.fix(new, findings)
            flagged = {f.spot for f in findings if not (f.fix and f.fix.safe)}
            for verdict, said in judged(old, fixed, origin, flagged):
                counts[verdict] += 1
                if verdict == "WRONG" and options.show:
                    options.show -= 1
                    print(entry["symbol"], seed, said)
    print(dict(counts), f"{seconds:.1f} s")


def changed(old: Resolution, random: Random) -> tuple[Resolution, list[int | None]]:
    """`old` with some paragraphs inserted, deleted and moved; which old one each new one was."""
    items: list[tuple[Item, int | None]] = [(i, n) for n, i in enumerate(old.operative)]
    for number in range(random.randint(1, 3)):
        at = random.randrange(len(items))
        match random.choice(("insert", "delete", "move")):
            case "insert":
                words = _NEW.format(random.random(), number)
                items.insert(at, (Paragraph(text(words)), None))
            case "delete":
                if len(items) > 3:
                    del items[at]
            case "move":
                items.insert(random.randrange(len(items)), items.pop(at))
    return replace(old, operative=tuple(i for i, _ in items)), [n for _, n in items]


def judged(
    old: Resolution, new: Resolution, origin: list[int | None], flagged: set[Spot | None]
) -> list[tuple[str, str]]:
    """For each reference of `new` that stood in `old`: right, flagged or wrong."""
    before, after = Draft(old), Draft(new)
    old_keys = {key: before.paragraphs[i].spot.path for i, key in places(before.paragraphs)}
    new_keys = {key: after.paragraphs[i].spot.path for i, key in places(after.paragraphs)}
    now = {n: index for index, n in enumerate(origin) if n is not None}
    found: list[tuple[str, str]] = []
    stretches: dict[object, Stretch] = {s.spot: s for s in before.paragraphs}
    for stretch in after.paragraphs:
        path = stretch.spot.path
        if stretch.spot.part == "operative":
            was = origin[path[0]]
            holder = was is not None and stretches.get(replace(stretch.spot, path=(was, *path[1:])))
        else:
            holder = stretches.get(stretch.spot)
        if not holder:
            continue
        for r_old, r_new in zip(references(holder.words), references(stretch.words), strict=True):
            meant = [old_keys.get(key_of(c, holder)) for c in r_old.cited]
            if None in meant:
                found.append(("pointed nowhere", ""))
                continue
            want = {(now[p[0]], *p[1:]) if p[0] in now else None for p in meant if p}
            have = {new_keys.get(key_of(c, stretch)) for c in r_new.cited}
            said = stretch.words[r_new.start : r_new.end]
            if stretch.spot in flagged:
                found.append(("flagged", said))
            else:
                found.append(("right" if want == have else "WRONG", said))
    return found


if __name__ == "__main__":
    main()
