"""The masthead as it is printed: which words of it stand where, both ways.

`printed` gives the lines of the page, `read` a masthead from such lines. What a line says wins over
what the file keeps beside it, for a typist changes the page; what is not printed (the body, the
base text, unknown front matter) comes from the file alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from drafter.grammar import bodies, dates
from drafter.model import AgendaItem, Kind, Masthead

_DISTRIBUTION = re.compile(r"distr\s?\.?\s?:?\s*", re.I)
_KINDS: tuple[Kind, ...] = (
    "revised draft resolution",
    "draft resolution",
    "draft decision",
    "amendment",
)
SIGN = re.compile(r"\*+")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: the style that sets it, and its words."""

    style: str
    text: str


def printed(masthead: Masthead, enacting: str = "") -> tuple[Line, ...]:
    """What the page prints of `masthead`, in order; the signs of sponsor notes stay in the line.

    A draft that leaves out its organ or committee bears those of its body, which its symbol or its
    `enacting` clause may tell.
    """
    item = masthead.agenda_item
    body = bodies.of(masthead, enacting)
    organ = masthead.organ or (body.organ if body else "")
    committee = masthead.committee or (body.committee if body else "")
    lines = (
        Line("MastheadSymbol", masthead.symbol),
        Line("MastheadOrgan", organ),
        Line("MastheadDistribution", _distribution(masthead.distribution)),
        Line("MastheadDate", dates.printed(masthead.date) or masthead.date),
        Line("MastheadLanguage", masthead.language),
        Line("Session", masthead.session),
        Line("Place", masthead.place),
        Line("Committee", committee),
        Line("AgendaItem", f"Agenda item {item.number}" if item.number else ""),
        Line("AgendaTitle", item.title),
        Line("Adopted", masthead.adopted),
        Line("Report", masthead.report),
        Line("Sponsors", sponsor_line(masthead)),
        Line("ResolutionNumber", number_line(masthead)),
        Line("Meeting", masthead.meeting),
    )
    return tuple(line for line in lines if line.text)


def _distribution(value: str) -> str:
    return value if not value or _DISTRIBUTION.match(value) else f"Distr.: {value}"


def number_line(masthead: Masthead) -> str:
    """The line that numbers a text: "Resolution 7/1", "Draft resolution II"; "" for none.

    The number of a text of the General Assembly stands before its title instead.
    """
    if not masthead.number or title_number(masthead):
        return ""
    kind = masthead.kind.removeprefix("adopted ")
    return f"{kind[:1].upper()}{kind[1:]} {masthead.number}"


def title_number(masthead: Masthead) -> str:
    """The number that an adopted text of the General Assembly prints before its title."""
    return f"{masthead.number}." if masthead.number and masthead.adopted else ""


def sponsor_line(masthead: Masthead) -> str:
    """`Fiji, Nepal and Togo: draft resolution`, with the signs of the notes (R-ANAT-7, 9)."""
    if masthead.kind in {"adopted resolution", "decision"}:
        return ""
    kind = str(masthead.kind)
    names = masthead.sponsors
    if not names:
        alone = "" if masthead.number else kind[:1].upper() + kind[1:]
        return alone + _all_signs(masthead) if alone else ""
    if len(names) == 1 and any(known in names[0].lower() for known in _KINDS):
        return names[0] + _all_signs(masthead)
    signs = _signs(masthead)
    said = []
    for index, name in enumerate(names):
        last, before_last = index == len(names) - 1, index == len(names) - 2
        mark = ":" if last else "" if before_last else ","
        said.append(name + mark + signs.get(name, ""))
    head = " and ".join(filter(None, (" ".join(said[:-1]), said[-1])))
    return f"{head} {kind}{signs.get('', '')}"


def sponsor_notes(masthead: Masthead) -> tuple[tuple[str, str], ...]:
    """The sign and the words of each sponsor note, in order; none without a sponsor line."""
    if not sponsor_line(masthead):
        return ()
    return tuple(
        ("*" * number, _owner(note, masthead.sponsors)[1])
        for number, note in enumerate(masthead.sponsor_notes, start=1)
    )


def _all_signs(masthead: Masthead) -> str:
    return ",".join("*" * number for number in range(1, len(masthead.sponsor_notes) + 1))


def _signs(masthead: Masthead) -> dict[str, str]:
    """The sign of each sponsor with a note; "" holds those of notes that name no sponsor."""
    signs: dict[str, str] = {}
    for number, note in enumerate(masthead.sponsor_notes, start=1):
        owner = _owner(note, masthead.sponsors)[0]
        signs[owner] = ",".join(filter(None, (signs.get(owner, ""), "*" * number)))
    return signs


def _owner(note: str, sponsors: Iterable[str]) -> tuple[str, str]:
    """The sponsor that `note` belongs to and its words, from "Guyana: On behalf of …"."""
    name, colon, words = note.partition(": ")
    return (name, words) if colon and name in set(sponsors) else ("", note)


def read(
    lines: Mapping[str, str],
    notes: Mapping[str, str],
    kept: Masthead | None,
    enacting: str = "",
) -> Masthead:
    """The masthead of a file that prints `lines` (by style) and sponsor `notes` (by sign).

    `kept` is what the file keeps beside the page: each field of it stands while the page still
    says what that field would print.
    """
    found = _parsed(lines, notes)
    if kept is None:
        return found
    would = {
        line.style: re.sub(" +", " ", line.text).strip(" ") for line in printed(kept, enacting)
    }
    changed: dict[str, object] = {}
    for style, names in _FIELDS.items():
        if lines.get(style, "") != would.get(style, ""):
            changed |= {name: getattr(found, name) for name in names}
    if tuple(notes.values()) != tuple(words.strip() for _, words in sponsor_notes(kept)):
        changed["sponsor_notes"] = found.sponsor_notes
    return replace(kept, **changed)  # type: ignore[arg-type]


_FIELDS: dict[str, tuple[str, ...]] = {
    "MastheadSymbol": ("symbol",),
    "MastheadOrgan": ("organ",),
    "MastheadDistribution": ("distribution",),
    "MastheadDate": ("date",),
    "MastheadLanguage": ("language",),
    "Session": ("session",),
    "Place": ("place",),
    "Committee": ("committee",),
    "AgendaItem": ("agenda_item",),
    "AgendaTitle": ("agenda_item",),
    "Adopted": ("adopted",),
    "Report": ("report",),
    "Sponsors": ("sponsors", "kind"),
    "ResolutionNumber": ("number", "kind"),
    "Meeting": ("meeting",),
}


def _parsed(lines: Mapping[str, str], notes: Mapping[str, str]) -> Masthead:
    date = lines.get("MastheadDate", "")
    kind, sponsors, sponsor_notes = _sponsors(lines.get("Sponsors", ""), notes)
    number_kind, number = _number(lines.get("ResolutionNumber", ""))
    if not lines.get("Sponsors"):
        kind = number_kind or ("adopted resolution" if lines.get("Adopted") else kind)
    return Masthead(
        organ=lines.get("MastheadOrgan", ""),
        symbol=lines.get("MastheadSymbol", ""),
        number=number or lines.get("TitleNumber", "").rstrip("."),
        distribution=_DISTRIBUTION.sub("", lines.get("MastheadDistribution", ""), count=1),
        date=dates.iso(date) or date,
        language=lines.get("MastheadLanguage", ""),
        session=lines.get("Session", ""),
        place=lines.get("Place", ""),
        committee=lines.get("Committee", ""),
        agenda_item=AgendaItem(
            re.sub(r"^agenda items?\s*", "", lines.get("AgendaItem", ""), flags=re.I),
            lines.get("AgendaTitle", ""),
        ),
        sponsors=sponsors,
        sponsor_notes=sponsor_notes,
        kind=kind,
        adopted=lines.get("Adopted", ""),
        report=lines.get("Report", ""),
        meeting=lines.get("Meeting", ""),
    )


def _number(line: str) -> tuple[Kind | None, str]:
    """The kind and number in "Draft resolution II"."""
    said, _, number = line.rpartition(" ")
    low = said.lower()
    if low == "resolution":
        return "adopted resolution", number
    for kind in (*_KINDS, "decision"):
        if low == kind:
            return kind, number
    return None, line


def _sponsors(line: str, notes: Mapping[str, str]) -> tuple[Kind, tuple[str, ...], tuple[str, ...]]:
    """The kind, the sponsors and their notes that a sponsor line gives."""
    head, colon, tail = line.rpartition(":")
    low = (tail if colon else line).lower()
    kind: Kind = next((known for known in _KINDS if known in low), "draft resolution")
    if not colon:
        alone = SIGN.sub("", line).strip()
        sole = (alone,) if alone and alone.lower() != kind else ()
        return kind, sole, tuple(notes.values())
    if marked := SIGN.match(tail):
        head += marked[0]
    names: list[str] = []
    owners: dict[str, str] = {}
    for piece in re.split(r",(?!\*)\s*|\s+and\s+(?=\w)", re.sub(r",(\*+)", r"\1,", head)):
        if name := SIGN.sub("", piece).strip(" ,"):
            names.append(name)
            owners |= dict.fromkeys(SIGN.findall(piece), name)
    said = (
        f"{owners[sign]}: {words}" if sign in owners else words for sign, words in notes.items()
    )
    return kind, tuple(names), tuple(said)
