"""The recurring phrases of a bank, kept in it: mined once, asked often.

They are derived: what is kept counts only while the bank holds what it held when they were mined.
A phrase has its uses (entries that have it as whole words) and its variants stand in one group.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from drafter.phrases import words
from drafter.phrases.recurring import recurring
from drafter.phrases.store import Store
from drafter.phrases.variants import grouped

LEAST_TEXTS = 3  # share a phrase that is worth keeping
_NAME = "phrases"  # in `meta`: the state of the bank in which its phrases were mined


@dataclass(frozen=True, slots=True)
class Variant:
    """A phrase, and in how many texts and paragraphs it stands."""

    phrase: str
    texts: int
    uses: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with its variants, the most shared first, counted together."""

    phrase: str
    texts: int
    uses: int
    bodies: tuple[str, ...]
    years: tuple[str, ...]
    variants: tuple[Variant, ...]  # the phrase itself is the first


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose an entry is: what counting needs to know of its source."""

    text: int
    body: str
    year: str


def state(store: Store) -> str:
    """Changes whenever the bank holds something else."""
    return f"{store.epoch}-{store.last_source()}"


def current(store: Store) -> bool:
    """Whether the phrases kept in a bank are those of what it holds now."""
    return store.noted(_NAME) == state(store)


def ready(store: Store) -> Store:
    """`store` with its phrases mined; where it cannot be written, a copy of it in memory."""
    if not current(store):
        store = store if store.writable else store.copy()
        mine(store)
    return store


def mine(store: Store) -> None:
    """Mine the phrases of a bank and keep them in it."""
    now = state(store)
    rows = store.query("SELECT id, source, text FROM entry ORDER BY id")
    texts = [words.key(str(row[2])) for row in rows]
    found = recurring(texts, LEAST_TEXTS, [int(str(row[1])) for row in rows])
    ids = [int(str(row[0])) for row in rows]
    uses = {phrase: [ids[at] for at in sorted(holders)] for phrase, holders in found.items()}
    owners = {int(str(row[0])): Owner(int(str(row[1])), "", "") for row in rows}
    _keep(store, ranked(uses, owners), uses, now)


def load(store: Store, groups: Iterable[Sequence[str]]) -> None:
    """Keep phrases mined elsewhere from the same entries: their uses are found again."""
    rows = store.query("SELECT id, text FROM entry ORDER BY id")
    texts = [(int(str(row[0])), words.key(str(row[1]))) for row in rows]
    kept = [list(group) for group in groups]
    uses = {phrase: _holding(phrase, texts) for group in kept for phrase in group}
    _keep(store, kept, uses, state(store))


def _holding(phrase: str, texts: Iterable[tuple[int, str]]) -> list[int]:
    whole = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)")
    return [entry for entry, text in texts if phrase in text and whole.search(text)]


def ranked(uses: Mapping[str, Sequence[int]], owners: Mapping[int, Owner]) -> list[list[str]]:
    """Groups of variants, the most shared and longest first."""
    texts = {p: len({owners[entry].text for entry in having}) for p, having in uses.items()}
    order = sorted(uses, key=lambda phrase: (-texts[phrase], -len(phrase), phrase))
    return grouped(order)


def _keep(
    store: Store, groups: Iterable[Sequence[str]], uses: Mapping[str, Sequence[int]], now: str
) -> None:
    rows, places, number = [], [], 0
    for group in groups:
        first = number + 1
        for phrase in group:
            number += 1
            rows.append((number, phrase, first))
            places += [(number, entry) for entry in uses[phrase]]
    with store.transaction():
        store.replace("phrase", rows)
        store.replace("phrase_use", places)
        store.note(_NAME, now)


def counted(
    groups: Iterable[Sequence[str]], uses: Mapping[str, Sequence[int]], owners: Mapping[int, Owner]
) -> list[Phrase]:
    """Each group as one phrase with its numbers."""
    found = []
    for group in groups:
        variants = [_variant(phrase, uses[phrase], owners) for phrase in group]
        having = {entry for phrase in group for entry in uses[phrase]}
        whose = {owners[entry].text: owners[entry] for entry in having}.values()
        found.append(
            Phrase(
                group[0],
                len(whose),
                len(having),
                tuple(sorted({owner.body for owner in whose} - {""})),
                tuple(sorted({owner.year for owner in whose} - {""})),
                tuple(variants),
            )
        )
    found.sort(key=lambda each: (-each.texts, -len(each.phrase), each.phrase))
    return found


def _variant(phrase: str, having: Sequence[int], owners: Mapping[int, Owner]) -> Variant:
    return Variant(phrase, len({owners[entry].text for entry in having}), len(having))


def phrases(store: Store) -> list[Phrase]:
    """The phrases kept in a bank, most shared first."""
    groups: dict[int, list[str]] = {}
    names: dict[int, str] = {}
    sql = "SELECT id, text, variant_of FROM phrase ORDER BY id"
    for number, text, group in store.query(sql):
        names[int(str(number))] = str(text)
        groups.setdefault(int(str(group)), []).append(str(text))
    uses: dict[str, list[int]] = {name: [] for name in names.values()}
    for number, entry in store.query("SELECT phrase, entry FROM phrase_use"):
        uses[names[int(str(number))]].append(int(str(entry)))
    sql = "SELECT e.id, s.id, s.body, substr(s.date, 1, 4) FROM entry e JOIN source s"
    rows = store.query(f"{sql} ON s.id = e.source")
    owners = {int(str(e)): Owner(int(str(s)), str(body), str(year)) for e, s, body, year in rows}
    return counted(groups.values(), uses, owners)


def among(store: Store, entries: Sequence[int]) -> dict[str, int]:
    """The phrases that these entries have, and how many of them have each."""
    marks = ", ".join("?" * len(entries))
    sql = "SELECT p.text, count(*) FROM phrase_use u JOIN phrase p ON p.id = u.phrase"
    rows = store.query(f"{sql} WHERE u.entry IN ({marks}) GROUP BY p.id", entries)
    return {str(text): int(str(count)) for text, count in rows}


def beginning(store: Store, words: str) -> list[str]:
    """The phrases that begin with these words and go on."""
    sql = "SELECT text FROM phrase WHERE text > ? AND text < ?"
    return [str(row[0]) for row in store.query(sql, (f"{words} ", f"{words}!"))]
