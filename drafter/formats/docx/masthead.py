"""The masthead as it is printed: which words of it stand where, both ways.

`printed` gives the lines of the page, `read` a masthead from such lines. What a line says wins over
what the file keeps beside it, for a typist changes the page; what is not printed (the body, the
base text, unknown front matter) comes from the file alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from drafter.formats.official.masthead import sponsors as sponsors_of
from drafter.grammar import dates, wording
from drafter.grammar.wording import Wording
from drafter.model import AgendaItem, Kind, Masthead

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
    `enacting` clause may tell. The fixed words are in the language of the draft (R-LANG-6).
    """
    fixed = wording.of_masthead(masthead, enacting)
    item = masthead.agenda_item
    lines = (
        Line("MastheadSymbol", masthead.symbol),
        Line("MastheadOrgan", wording.organ(masthead, enacting, fixed)),
        Line("MastheadDistribution", wording.distribution(masthead.distribution, fixed)),
        Line("MastheadDate", dates.printed(masthead.date, fixed.dates) or masthead.date),
        Line("MastheadLanguage", masthead.language),
        Line("Session", masthead.session),
        Line("Place", masthead.place),
        Line("Committee", wording.committee(masthead, enacting, fixed)),
        Line("AgendaItem", wording.agenda_item(item.number, fixed)),
        Line("AgendaTitle", item.title),
        Line("Adopted", masthead.adopted),
        Line("Report", masthead.report),
        Line("Sponsors", sponsor_line(masthead, fixed)),
        Line("ResolutionNumber", number_line(masthead, fixed)),
        Line("SecondTitle", masthead.second_title),
        Line("Meeting", masthead.meeting),
    )
    return tuple(line for line in lines if line.text)


def number_line(masthead: Masthead, fixed: Wording) -> str:
    """The line that numbers a text: "Resolution 7/1", "Draft resolution II"; "" for none.

    The number of a text of the General Assembly stands before its title instead.
    """
    if not masthead.number or title_number(masthead):
        return ""
    return f"{_capital(fixed.kinds[masthead.kind])} {masthead.number}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def title_number(masthead: Masthead) -> str:
    """The number that an adopted text of the General Assembly prints before its title."""
    return f"{masthead.number}." if masthead.number and masthead.adopted else ""


def sponsor_line(masthead: Masthead, fixed: Wording) -> str:
    """`Fiji, Nepal and Togo: draft resolution`, with the signs of the notes (R-ANAT-7, 9)."""
    if masthead.kind in {"adopted resolution", "decision"}:
        return ""
    kind = fixed.kinds[masthead.kind]
    names = masthead.sponsors
    if not names:
        alone = "" if masthead.number else _capital(kind)
        return alone + _all_signs(masthead) if alone else ""
    if len(names) == 1 and _kind(names[0]):
        return names[0] + _all_signs(masthead)
    signs = _signs(masthead)
    said = []
    for index, name in enumerate(names):
        last, before_last = index == len(names) - 1, index == len(names) - 2
        mark = fixed.colon if last else "" if before_last else fixed.comma
        said.append(name + mark + signs.get(name, ""))
    head = fixed.joins.join(filter(None, (" ".join(said[:-1]), said[-1])))
    return f"{head} {kind}{signs.get('', '')}"


def sponsor_notes(masthead: Masthead) -> tuple[tuple[str, str], ...]:
    """The sign and the words of each sponsor note, in order; none without a sponsor line."""
    if not sponsor_line(masthead, wording.named("en")):
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
    organ = Masthead(organ=lines.get("MastheadOrgan", ""))
    fixed = wording.of_masthead(kept or organ, enacting)
    found = _parsed(lines, notes, fixed)
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
    "SecondTitle": ("second_title",),
    "Meeting": ("meeting",),
}


def _parsed(lines: Mapping[str, str], notes: Mapping[str, str], fixed: Wording) -> Masthead:
    date = lines.get("MastheadDate", "")
    kind, sponsors, sponsor_notes = _sponsors(lines.get("Sponsors", ""), notes, fixed)
    number_kind, number = _number(lines.get("ResolutionNumber", ""))
    if not lines.get("Sponsors"):
        kind = number_kind or ("adopted resolution" if lines.get("Adopted") else kind)
    return Masthead(
        organ=lines.get("MastheadOrgan", ""),
        symbol=lines.get("MastheadSymbol", ""),
        number=number or lines.get("TitleNumber", "").rstrip("."),
        distribution=wording.bare_distribution(lines.get("MastheadDistribution", "")),
        date=dates.iso(date) or date,
        language=lines.get("MastheadLanguage", ""),
        session=lines.get("Session", ""),
        place=lines.get("Place", ""),
        committee=lines.get("Committee", ""),
        agenda_item=AgendaItem(
            _item_number(lines.get("AgendaItem", ""), fixed),
            lines.get("AgendaTitle", ""),
        ),
        sponsors=sponsors,
        sponsor_notes=sponsor_notes,
        kind=kind,
        adopted=lines.get("Adopted", ""),
        report=lines.get("Report", ""),
        second_title=lines.get("SecondTitle", ""),
        meeting=lines.get("Meeting", ""),
    )


def _item_number(line: str, fixed: Wording) -> str:
    before, _, after = fixed.item.partition("{number}")
    number = line.removeprefix(before).removesuffix(after)
    return re.sub(r"^agenda items?\s*", "", number, flags=re.I)


def _number(line: str) -> tuple[Kind | None, str]:
    """The kind and number in "Draft resolution II"."""
    said, _, number = line.rpartition(" ")
    for fixed in wording.all_wordings():
        for kind, words in fixed.kinds.items():
            if said.lower() == words:
                return kind, number
    return None, line


def _kind(words: str) -> Kind | None:
    """The kind of draft that `words` speak of, in whatever language; the longer name wins."""
    low = words.lower()
    said = [
        (len(name), kind)
        for fixed in wording.all_wordings()
        for kind, name in fixed.kinds.items()
        if kind in _KINDS and name in low
    ]
    return max(said)[1] if said else None


def _sponsors(
    line: str, notes: Mapping[str, str], fixed: Wording
) -> tuple[Kind, tuple[str, ...], tuple[str, ...]]:
    """The kind, the sponsors and their notes that a sponsor line gives."""
    head, colon, tail = line.rpartition(fixed.colon.strip())
    kind: Kind = _kind(tail if colon else line) or "draft resolution"
    if not colon:
        alone = SIGN.sub("", line).strip()
        sole = (alone,) if alone and alone.lower() != fixed.kinds[kind] else ()
        return kind, sole, tuple(notes.values())
    if marked := SIGN.match(tail):
        head += marked[0]
    names = _names(SIGN.sub("", head), fixed)
    owners: dict[str, str] = {}
    for sign in SIGN.finditer(head):
        before = SIGN.sub("", head[: sign.start()]).rstrip(f" \u00a0{fixed.comma}")
        owner = next((name for name in names if before.endswith(name)), "")
        owners |= {sign[0]: owner} if owner else {}
    said = (
        f"{owners[sign]}: {words}" if sign in owners else words for sign, words in notes.items()
    )
    return kind, names, tuple(said)


def _names(said: str, fixed: Wording) -> tuple[str, ...]:
    """The names in a list of sponsors, in the language of the page."""
    if fixed.language in {"en", "fr", "es"}:
        return sponsors_of(said.strip())
    parts = [part.strip() for part in said.split(fixed.comma)]
    *first, last = parts
    before, joined, after = last.rpartition(fixed.joins)
    return tuple(filter(None, (*first, *((before, after) if joined else (last,)))))
