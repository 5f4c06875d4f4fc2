"""What became of agreed language: weakened, strengthened, dropped, added or exchanged.

Told from the words alone, one finding a matter: the verb and how strongly it is put, safeguards,
negations, addressees, numbers, dates, "shall" and "should". Only what both texts show is said;
whether a change is wanted is the drafter's to judge. Punctuation, spelling of quotes and hyphens,
capitals and "also"/"further" never count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from drafter.grammar import openings, verbs
from drafter.grammar.openings import Part
from drafter.phrases import words
from drafter.phrases.figures import counted, dated, value
from drafter.phrases.force import force
from drafter.phrases.safeguards import safeguards

Matter = Literal["verb", "safeguard", "negation", "addressee", "number", "date", "modal", "urgency"]
Change = Literal["weakened", "strengthened", "dropped", "added", "changed"]


@dataclass(frozen=True, slots=True)
class Drift:
    """One way in which a text departs from the agreed wording."""

    matter: Matter
    change: Change
    old: str  # what the agreed wording says; "" for what was added
    new: str

    @property
    def message(self) -> str:
        """The finding in a line: 'verb weakened: "Urges" became "Encourages"'."""
        if self.old and self.new:
            return f"{self.matter} {self.change}: “{self.old}” became “{self.new}”"
        return f"{self.matter} {self.change}: “{self.old or self.new}”"


def drift(agreed: str, text: str, part: Part | None = None, *, whole: bool = True) -> list[Drift]:
    """How `text` departs from `agreed`, of which it is a wording; nothing where the words agree.

    `part` says where both stand, if it is known; a subparagraph (`whole` false) has no opening.
    """
    old, new = _Side.of(agreed, part, whole=whole), _Side.of(text, part, whole=whole)
    if old.words == new.words:
        return []
    found: list[Drift] = []
    for compare in (_verbs, _safeguards, _negations, _modals, _urgencies, _dates, _numbers):
        found += compare(old, new)
    return found


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two texts, made ready for comparing."""

    line: str  # folded
    words: tuple[str, ...]
    guards: tuple[tuple[str, str], ...]  # family and text of each safeguard
    bare: str  # the line without safeguards
    opening: openings.Opening | None
    actions: tuple[_Deed, ...]

    @classmethod
    def of(cls, text: str, part: Part | None, *, whole: bool) -> _Side:
        line = words.key(text)
        guards, bare = safeguards(line)
        opening = openings.find(bare, part) if whole else None
        deeds = tuple(_deeds(bare, opening))
        named = tuple((guard.family, guard.text) for guard in guards)
        inner = tuple(word for word in words.words(line) if word not in {"also", "further"})
        return cls(line, inner, named, bare, opening, deeds)


@dataclass(frozen=True, slots=True)
class _Deed:
    """Someone asked to do something, in the opening or after it: "and invites States to …"."""

    opening: openings.Opening
    said: str  # the opening as it stands: "invites" within a paragraph
    addressee: str  # as compared
    printed: str  # as it stands


_INNER = re.compile(
    r"(?:,|\band)\s+(?:in this regard,? |to this end,? |also |further |strongly |once again )*"
    r"(?P<verb>urges?|requests?|invites?|encourages?|calls? (?:up)?on|recommends?|appeals? to"
    r"|decides?|demands?|reiterates|reaffirms|stresses|emphasizes|welcomes|takes note of|notes)\b"
    r"(?! (?:of|by|from|for)\b)"
)


def _deeds(bare: str, opening: openings.Opening | None) -> Iterator[_Deed]:
    """What a paragraph does, its opening first."""
    if opening is None:
        return
    yield _deed(opening, opening.text, bare[len(opening.text) :])
    if opening.part != "operative":
        return
    for found in _INNER.finditer(bare, len(opening.text)):
        start = found.start("verb")
        verb = bare[start : start + 1].upper() + bare[start + 1 :]
        if inner := openings.find(verb, "operative"):
            end = start + len(inner.text)
            yield _deed(inner, bare[start:end], bare[end:])


def _deed(opening: openings.Opening, said: str, rest: str) -> _Deed:
    action = verbs.action(opening.verb, rest)
    printed = ""
    if action.addressee:
        first = action.addressee.split()[0]
        at = rest.lower().find(first)
        printed = rest[at : at + len(action.addressee) + 40] if at >= 0 else ""
    return _Deed(opening, said, action.addressee, _cut_like(printed, action.addressee))


def _cut_like(printed: str, addressee: str) -> str:
    """The beginning of `printed` that says `addressee`, in the letters of the text."""
    wanted = addressee.split()
    at = 0
    for found in re.finditer(r"[^\s,;:\[\]]+", printed):
        word = found[0].lower()
        if at < len(wanted) and word == wanted[at]:
            at += 1
            if at == len(wanted):
                return printed[: found.end()]
        elif word != "the":
            break
    return addressee


def _verbs(old: _Side, new: _Side) -> Iterator[Drift]:
    """Openings and addressees, deed by deed."""
    if len(old.actions) == len(new.actions):
        pairs = list(zip(old.actions, new.actions, strict=True))
    else:
        pairs = list(zip(old.actions[:1], new.actions[:1], strict=False))
    addressed = False
    for one, other in pairs:
        yield from _opening(one, other)
        if one.addressee and other.addressee and _plainly(one) != _plainly(other):
            addressed = True
            yield Drift("addressee", "changed", one.printed, other.printed)
    if not addressed:
        yield from _actors(old, new, pairs)


def _plainly(deed: _Deed) -> str:
    """An addressee without marks, negations and figures: these are told by themselves."""
    return " ".join(re.sub(r"[^\w ]|\d|\b(?:not|yet|already)\b", "", deed.addressee).split())


def _opening(one: _Deed, other: _Deed) -> Iterator[Drift]:
    was, now = one.opening, other.opening
    if was.verb.lower() == now.verb.lower() or was.part != now.part:
        return
    before, after = force(was), force(now)
    order = before.against(after) if before and after else "other"
    changes: dict[str, Change] = {"weaker": "weakened", "stronger": "strengthened"}
    yield Drift("verb", changes.get(order, "changed"), one.said, other.said)


_ACTOR = re.compile(
    r"\b(?:(?:all |other )?(?:Member States|States parties|States Parties|States|Governments"
    r"|countries)|Secretary-General|Secretariat|Executive (?:Director|Secretary)|Security Council"
    r"|General Assembly|Economic and Social Council|Human Rights Council|High Commissioner"
    r"|United Nations Office on Drugs and Crime|Conference of the (?:States )?Parties|Commission"
    r"|international community|donors|civil society|private sector|specialized agencies"
    r"|United Nations system|regional organizations|non-governmental organizations"
    r"|funds and programmes|Special Rapporteur|President of the General Assembly)\b"
)


def _actors(old: _Side, new: _Side, pairs: Sequence[tuple[_Deed, _Deed]]) -> Iterator[Drift]:
    """One actor named in place of another, where no verb addresses either."""
    if any(one.addressee or other.addressee for one, other in pairs[:1]):
        return
    gone, come = _exchanged(_ACTOR.findall(old.bare), _ACTOR.findall(new.bare))
    if len(gone) == len(come) == 1:
        yield Drift("addressee", "changed", gone[0], come[0])


def _exchanged(
    old: Iterable[str], new: Iterable[str], same: Callable[[str], str] = str.lower
) -> tuple[list[str], list[str]]:
    """What stands only in `old`, and what only in `new`, in order."""
    old, new = list(old), list(new)
    return _without(old, new, same), _without(new, old, same)


def _without(these: Sequence[str], those: Sequence[str], same: Callable[[str], str]) -> list[str]:
    left = Counter(map(same, those))
    out = []
    for each in these:
        if left[same(each)]:
            left[same(each)] -= 1
        else:
            out.append(each)
    return out


def _safeguards(old: _Side, new: _Side) -> Iterator[Drift]:
    # Those that stand as they stood are out; then one wording of a family answers for another.
    gone = list((Counter(old.guards) - Counter(new.guards)).elements())
    come = list((Counter(new.guards) - Counter(old.guards)).elements())
    kept, known = (Counter(family for family, _ in these) for these in (come, gone))
    for family, text in gone:
        if kept[family]:
            kept[family] -= 1
        elif _times(text, old) > _times(text, new):
            yield Drift("safeguard", "dropped", text, "")
    for family, text in come:
        if known[family]:
            known[family] -= 1
        elif _times(text, new) > _times(text, old):
            yield Drift("safeguard", "added", "", text)


def _times(text: str, side: _Side) -> int:
    """How often the words of a safeguard stand in a text, whatever they were taken for."""
    return side.line.lower().count(text.lower())


# What begins like a negation and is a safeguard or a haste is told as such.
_NEGATION = re.compile(
    r"\b(?:not|no(?! later than\b|\.)|never|neither|nor|none|cannot|refrain(?:s|ing)? from"
    r"|without(?! (?:(?:further |undue |any )?delay|prejudice|distinction|discrimination)))\b"
    r"(?: [\w-]+){0,2}",
    re.I,
)


def _negations(old: _Side, new: _Side) -> Iterator[Drift]:
    gone, come = _exchanged(_NEGATION.findall(old.line), _NEGATION.findall(new.line), _first)
    for text in gone:
        yield Drift("negation", "dropped", text, "")
    for text in come:
        yield Drift("negation", "added", "", text)


def _first(text: str) -> str:
    return text.split(maxsplit=1)[0].lower()


_MODALS = {"shall": 4, "must": 4, "will": 3, "should": 2, "would": 1, "may": 1, "might": 1}
_MODAL = re.compile(rf"\b(?:{'|'.join(_MODALS)})\b")


def _modals(old: _Side, new: _Side) -> Iterator[Drift]:
    gone, come = _exchanged(_MODAL.findall(old.line), _MODAL.findall(new.line))
    for one, other in zip(gone, come, strict=False):
        less = _MODALS[other] - _MODALS[one]
        change: Change = "weakened" if less < 0 else "strengthened" if less else "changed"
        yield Drift("modal", change, one, other)


_URGENCY = re.compile(
    r"\b(?:without (?:further |undue |any )?delay|immediately|urgently|promptly|forthwith"
    r"|as soon as (?:possible|practicable)|at the earliest (?:possible )?(?:opportunity|date))\b"
)


def _urgencies(old: _Side, new: _Side) -> Iterator[Drift]:
    gone, come = _exchanged(_urgent(old), _urgent(new))
    yield from _paired("urgency", gone, come)


def _urgent(side: _Side) -> list[str]:
    after = side.bare[len(side.opening.text) if side.opening else 0 :]
    return _URGENCY.findall(after)


def _dates(old: _Side, new: _Side) -> Iterator[Drift]:
    gone, come = _exchanged(dated(old.line), dated(new.line))
    yield from _paired("date", gone, come)


def _numbers(old: _Side, new: _Side) -> Iterator[Drift]:
    gone, come = _exchanged(counted(old.line), counted(new.line), value)
    yield from _paired("number", gone, come)


def _paired(matter: Matter, gone: Sequence[str], come: Sequence[str]) -> Iterator[Drift]:
    """What went and what came, told as changes as far as there are both."""
    for one, other in zip_longest(gone, come, fillvalue=""):
        change: Change = "changed" if one and other else "dropped" if one else "added"
        yield Drift(matter, change, one, other)
