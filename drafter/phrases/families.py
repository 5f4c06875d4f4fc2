"""Paragraph families, kept in a bank: each wording and the earlier one that it comes from.

Linked by content, whatever number a paragraph had and in whichever body it stood. A wording is an
entry's exact text; a family is what a chain of such links holds together. Derived, like phrases:
it counts only while the bank holds what it held, and later texts are linked to what is there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from drafter.phrases import words
from drafter.phrases.entry import Found
from drafter.phrases.filters import Wanted
from drafter.phrases.index import Index, open_index
from drafter.phrases.mined import state
from drafter.phrases.nearest import quickly
from drafter.phrases.store import Store
from drafter.phrases.workers import spread

# Less alike than this is another paragraph; of short ones, often only the same formula.
_ALIKE, _SHORT_ALIKE, _SHORT = 0.6, 0.75, 200
_CLOSE = 0.08  # within this of the best, the nearest in time is the next of the family
_ASKED = 20  # wordings among which the earlier one is looked for
_BATCH = 400  # wordings linked together: what an interruption loses at most
_NAME, _BEGUN = "families", "families begun"  # in `meta`

Progress = Callable[[int, int], None]  # wordings linked, and how many there are


@dataclass(frozen=True, slots=True)
class Member:
    """A wording of a family: where it stands first, and the earlier one it comes from."""

    found: Found  # its first use
    texts: int
    earlier: str  # hash of the wording it comes from, "" for the first
    likeness: float  # to that one


@dataclass(frozen=True, slots=True)
class Family:
    """A paragraph through sessions and bodies."""

    name: str  # hash of its first wording
    wordings: int
    texts: int
    bodies: tuple[str, ...]
    years: tuple[str, ...]
    first: Found


@dataclass(frozen=True, slots=True)
class _Asked:
    """A wording that looks for the one it comes from."""

    hash: str
    entry: int
    text: str
    part: str
    date: str


@dataclass(frozen=True, slots=True)
class _Batch:
    """What a worker is asked: wordings of the bank at a path."""

    path: str
    asked: tuple[_Asked, ...]


def current(store: Store) -> bool:
    """Whether the families kept in a bank are those of what it holds now."""
    return store.noted(_NAME) == state(store)


def ready(index: Index, progress: Progress | None = None, jobs: int = 1) -> Index:
    """`index` with its wordings linked; where the bank cannot be written, over a copy of it."""
    if not current(index.store):
        index = index if index.store.writable else Index(index.store.copy(), index.segments)
        link(index, progress, jobs)
    return index


def link(index: Index, progress: Progress | None = None, jobs: int = 1) -> None:
    """Link every wording of a bank with the one it comes from, and keep that in the bank."""
    store, now = index.store, state(index.store)
    if store.noted(_NAME) == now:
        return
    if store.noted(_BEGUN) != now:
        again = not _only_later(store)
        with store.transaction():
            if again:
                store.replace("wording", ())
            store.note(_BEGUN, now)
    asked = _unlinked(store)
    family = {str(h): str(f) for h, f in store.query("SELECT hash, family FROM wording")}
    done = 0
    for batch, found in _answers(index, asked, jobs):
        rows = []
        for each, (earlier, likeness) in zip(batch, found, strict=True):
            name = family[each.hash] = family.get(earlier, each.hash)
            rows.append((each.hash, each.entry, earlier, likeness, name))
        with store.transaction():
            store.append("wording", rows)
        done += len(rows)
        if progress:
            progress(done, len(asked))
    with store.transaction():
        store.note(_NAME, now)


def _only_later(store: Store) -> bool:
    """Whether all that was added since is dated no earlier than what was linked."""
    epoch, _, last = store.noted(_NAME).partition("-")
    if epoch != store.epoch:
        return False
    sql = "SELECT coalesce(max(date), '') FROM source WHERE id <= ?"
    latest = store.query(sql, (int(last),))[0][0]
    sql = "SELECT count(*) FROM source WHERE id > ? AND date != '' AND date < ?"
    return store.query(sql, (int(last), latest)) == [(0,)]


def _unlinked(store: Store) -> list[_Asked]:
    """The wordings without a link, by the date of their first use."""
    sql = (
        "SELECT e.hash, e.id, e.text, e.part, s.date FROM entry e JOIN source s ON s.id = e.source"
        " WHERE NOT EXISTS (SELECT 1 FROM wording w WHERE w.hash = e.hash)"
        " ORDER BY s.date, e.id"
    )
    first: dict[str, _Asked] = {}
    for digest, entry, text, part, date in store.query(sql):
        asked = _Asked(str(digest), int(str(entry)), str(text), str(part), str(date))
        first.setdefault(asked.hash, asked)
    return list(first.values())


def _answers(
    index: Index, asked: Sequence[_Asked], jobs: int
) -> Iterator[tuple[Sequence[_Asked], list[tuple[str, float]]]]:
    batches = [asked[at : at + _BATCH] for at in range(0, len(asked), _BATCH)]
    path = index.store.path
    if path is None or jobs == 1 or len(batches) < 2:
        for batch in batches:
            yield batch, [_earlier(index, each) for each in batch]
        return
    found = spread(_of_batch, (_Batch(path, tuple(batch)) for batch in batches), jobs)
    yield from zip(batches, found, strict=True)


_open: dict[str, Index] = {}  # of a worker, which is asked many times about one bank


def _of_batch(batch: _Batch) -> list[tuple[str, float]]:
    if batch.path not in _open:
        _open[batch.path] = open_index(Store.open(batch.path))
    return [_earlier(_open[batch.path], each) for each in batch.asked]


def _earlier(index: Index, asked: _Asked) -> tuple[str, float]:
    """The hash of the wording that this one comes from, "" where none is like it."""
    key = words.key(asked.text)
    if not asked.date or not words.words(key):
        return "", 0.0
    before = Wanted(before=asked.date, part=asked.part)
    near = [
        (each.score, each.segment, use)
        for segment in index.segments
        for each in quickly(segment, key, _ASKED)
        if each.score >= (_SHORT_ALIKE if len(key) < _SHORT else _ALIKE)
        for use in before.uses(segment, each.wording)
    ]
    best = max((score for score, _, _ in near), default=0.0)
    close = [
        (segment.source_date[segment.use_source[use]], score, segment, use)
        for score, segment, use in near
        if score >= best - _CLOSE
    ]
    if not close:
        return "", 0.0
    _, score, segment, use = max(close, key=lambda found: found[:2])
    (row,) = index.store.query("SELECT hash FROM entry WHERE id = ?", (segment.use_entry[use],))
    return str(row[0]), round(score, 4)


def members(store: Store, digest: str) -> list[Member]:
    """The family of the wording with this hash, earliest first; none where nothing is kept."""
    sql = (
        "SELECT w.entry, w.earlier, w.likeness,"
        " (SELECT count(DISTINCT source) FROM entry WHERE hash = w.hash)"
        " FROM wording w JOIN entry e ON e.id = w.entry JOIN source s ON s.id = e.source"
        " WHERE w.family = (SELECT family FROM wording WHERE hash = ?) ORDER BY s.date, e.id"
    )
    rows = store.query(sql, (digest,))
    found = _entries(store, [int(str(row[0])) for row in rows])
    return [
        Member(found[int(str(entry))], int(str(texts)), str(earlier), float(str(likeness)))
        for entry, earlier, likeness, texts in rows
    ]


def families(store: Store, top: int, least: int = 2) -> list[Family]:
    """The families of several wordings that most texts have."""
    sql = (
        "SELECT w.family, e.source, s.body, substr(s.date, 1, 4), w.hash FROM wording w"
        " JOIN entry e ON e.hash = w.hash JOIN source s ON s.id = e.source"
    )
    texts: dict[str, set[object]] = defaultdict(set)
    bodies: dict[str, set[str]] = defaultdict(set)
    years: dict[str, set[str]] = defaultdict(set)
    hashes: dict[str, set[object]] = defaultdict(set)
    for family, source, body, year, digest in store.query(sql):
        name = str(family)
        texts[name].add(source)
        bodies[name].add(str(body))
        years[name].add(str(year))
        hashes[name].add(digest)
    many = Counter({name: len(of) for name, of in texts.items() if len(hashes[name]) >= least})
    chosen = sorted(many, key=lambda name: (-many[name], name))[:top]
    marks = ", ".join("?" * len(chosen))
    sql = f"SELECT hash, entry FROM wording WHERE hash IN ({marks})"  # noqa: S608 - only marks
    rows = store.query(sql, chosen)
    places = {str(digest): int(str(entry)) for digest, entry in rows}
    first = _entries(store, list(places.values()))
    return [
        Family(
            name,
            len(hashes[name]),
            many[name],
            tuple(sorted(bodies[name] - {""})),
            tuple(sorted(years[name] - {""})),
            first[places[name]],
        )
        for name in chosen
    ]


def _entries(store: Store, ids: Iterable[int]) -> dict[int, Found]:
    """Entries by id, however many."""
    wanted = list(ids)
    found: dict[int, Found] = {}
    for at in range(0, len(wanted), _BATCH):
        found |= store.entries(wanted[at : at + _BATCH])
    return found
