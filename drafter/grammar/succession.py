"""Also and Further: what paragraphs that open alike, one after the other, begin with.

Plain, *also*, *further*, then plain again (R-ALSO-1); in the operative part what must agree is verb
and addressee (R-ALSO-2), or the verb alone for a matter (R-ALSO-3); the word goes first there and
after the participle in the preamble (R-ALSO-4). Knows words, not drafts; nothing here edits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from drafter.grammar import verbs

Part = Literal["preambular", "operative"]
Adverb = Literal["", "also", "further"]
Likeness = Literal["none", "akin", "same", "nothing"]

_CYCLE: tuple[Adverb, ...] = ("", "also", "further")
_FIRST = re.compile(r"^(also|further)\s+(?=\S)", re.I)
_LATER = re.compile(r"\s+(also|further)(?=\s|$)", re.I)
# "Having considered" splits; "Takes note", "Calls upon" and the rest are one thing.
_PERFECT = re.compile(r"^(having)\s+", re.I)
# The participle after which the word stands: "Taking note also with appreciation".
_HEADS = ("taking note", "bearing in mind", "keeping in mind", "taking into account",
          "taking into consideration", "calling upon", "calling for", "looking forward",
          "paying tribute")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opened:
    """A paragraph as this rule sees it."""

    opening: str  # the opening words as printed: "Also urges", "Recalling further"
    rest: str = ""  # the words after them; only the operative part looks at them
    breaks: bool = False  # a heading stands before this paragraph


@dataclass(frozen=True, slots=True)
class Turn:
    """What one paragraph has and what its place in a run asks for."""

    printed: Adverb
    expected: Adverb
    sure: bool  # the rule decides; False where texts differ and the printed form may stand
    starts: bool  # nothing that opens alike stands before it


def split(opening: str) -> tuple[str, Adverb]:
    """`opening` without its Also or Further, capital first, and that word in lower case."""
    opening = " ".join(opening.split())
    if found := _FIRST.match(opening):
        plain = opening[found.end() :]
        return plain[:1].upper() + plain[1:], _adverb(found)
    if found := _LATER.search(opening):
        return opening[: found.start()] + opening[found.end() :], _adverb(found)
    return opening, ""


def join(plain: str, adverb: Adverb, part: Part) -> str:
    """The opening `plain` with `adverb` where `part` puts it (R-ALSO-4)."""
    if not adverb:
        return plain
    if part == "operative":
        return f"{adverb.capitalize()} {plain[:1].lower()}{plain[1:]}"
    if found := _PERFECT.match(plain):
        return f"{plain[: found.end(1)]} {adverb}{plain[found.end(1) :]}"
    lowered = plain.lower()
    for head in _HEADS:
        if lowered.startswith(head):
            return f"{plain[: len(head)]} {adverb}{plain[len(head) :]}"
    if lowered.split(" ")[0].endswith("ing"):
        head, _, tail = plain.partition(" ")
        # "Noting also with concern": after the participle, before what colours it.
        return f"{head} {adverb} {tail}" if tail.startswith("with ") else f"{plain} {adverb}"
    return f"{plain} {adverb}"


def turns(paragraphs: Iterable[Opened], part: Part) -> Iterator[Turn]:
    """What each of `paragraphs`, all those of one part in order, has and should have.

    Of the readings of a run the one with the fewest faults is given: a word that is missing is one
    fault, not one for every paragraph after it.
    """
    run: list[tuple[Adverb, Likeness]] = []
    before: verbs.Action | None = None
    parted = False  # words that open with nothing stood between: rows, lines of a list
    for opened in paragraphs:
        plain, printed = split(opened.opening)
        now = _key(plain, opened.rest, part)
        if now is None and run:
            run.append(("", "nothing"))
            parted = True
            continue
        likeness = _likeness(before, now, apart=opened.breaks or parted)
        if likeness == "none" and printed and _heads_alike(before, now, part):
            likeness = "akin"
        if likeness == "none" and run:
            yield from _run(run)
            run = []
        run.append((printed, likeness))
        before, parted = now, False
    yield from _run(run)


def _run(run: list[tuple[Adverb, Likeness]]) -> Iterator[Turn]:
    """The turns of paragraphs each of which opens as the one before it, or nearly."""
    # For each place in the cycle: the faults of the best reading that ends there, and its turns.
    best: dict[int, _Read] = {}
    for printed, likeness in run:
        if likeness == "none":
            best = {0: _Read(int(printed != ""), 0, ("",))}
        elif likeness == "nothing":
            best = {
                place: _Read(one.faults, one.restarts, (*one.expected, ""))
                for place, one in best.items()
            }
        elif likeness == "akin":
            # Where it is not sure that the two agree, the printed word may stand.
            place = _CYCLE.index(printed)
            one = min(best.values())
            best = {place: _Read(one.faults, one.restarts, (*one.expected, printed))}
        else:
            best = _onward(best, printed)
    expected = min(best.values()).expected if best else ()
    for (printed, likeness), adverb in zip(run, expected, strict=True):
        yield Turn(printed, adverb, likeness != "akin", likeness == "none")


@dataclass(frozen=True, slots=True, order=True)
class _Read:
    """One reading of a run so far; the least is the best."""

    faults: int
    restarts: int  # how often the count goes on from a wrong word instead of from its place
    expected: tuple[Adverb, ...]


def _onward(best: dict[int, _Read], printed: Adverb) -> dict[int, _Read]:
    """The readings `best` after one more paragraph that opens as the one before it."""
    onward: dict[int, _Read] = {}
    for place, so_far in best.items():
        following = (place + 1) % 3
        adverb = _CYCLE[following]
        expected = (*so_far.expected, adverb)
        faults = so_far.faults + (printed != adverb)
        readings = [(following, _Read(faults, so_far.restarts, expected))]
        if printed != adverb:
            # The word is wrong here, and those after it were counted from what is printed.
            restarted = _Read(faults, so_far.restarts + 1, expected)
            readings.append((_CYCLE.index(printed), restarted))
        for there, reading in readings:
            onward[there] = min(reading, onward.get(there, reading))
    return onward


def _key(plain: str, rest: str, part: Part) -> verbs.Action | None:
    if not plain:
        return None
    if part == "preambular":
        # "Stressing, in this regard, …" leans on what precedes: it is no third "Stressing".
        leans = rest.lstrip(" ,").startswith(
            ("in this regard", "in that regard", "in this context")
        )
        return verbs.Action(plain.lower().rstrip(" ,"), "in this regard" if leans else "")
    return verbs.action(plain, rest)


def _likeness(
    before: verbs.Action | None, now: verbs.Action | None, *, apart: bool = False
) -> Likeness:
    """Whether two paragraphs open the same, only with the same verb ("akin"), or neither.

    Across a heading (`apart`) some texts go on counting and some begin again.
    """
    if before is None or now is None or _stem(before.verb) != _stem(now.verb):
        return "none"
    if apart or before.verb != now.verb:
        return "akin"
    if not now.directed:
        return "same" if before.addressee == now.addressee else "akin"
    return "same" if before.addressee == now.addressee != "" else "akin"


def _heads_alike(before: verbs.Action | None, now: verbs.Action | None, part: Part) -> bool:
    """Whether "Also notes with satisfaction" goes on from "Notes with appreciation": some do."""
    if before is None or now is None or part == "preambular":
        return False
    one, other = before.verb.partition(" with ")[0], now.verb.partition(" with ")[0]
    return one == other and one not in {before.verb, now.verb}


def _stem(verb: str) -> str:
    """`verb` without its own object: "reaffirming its commitment" goes with "reaffirming"."""
    return verb.partition(" its ")[0]


def is_misplaced(opening: str, part: Part) -> bool:
    """Whether Also or Further stands on the wrong side of the verb in `opening` (R-ALSO-4)."""
    first = bool(_FIRST.match(opening))
    if part == "preambular":
        return first
    return not first and bool(_LATER.search(opening))


def _adverb(found: re.Match[str]) -> Adverb:
    return "also" if found[1].lower() == "also" else "further"
