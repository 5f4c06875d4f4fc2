"""Drafts and JSON lines as records: what a bank is fed with.

Two shapes of a line are read: that of `convert --to json`, one resolution a line, and the flat list
of labelled paragraphs in which corpora of resolutions come. Nothing is mended and nothing guessed:
what a text does not say of itself stays empty unless the user gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from drafter.grammar import dates, openings, verbs
from drafter.grammar.numbering import walk
from drafter.model import Resolution, plain
from drafter.phrases.bodies import body_of, status_of
from drafter.phrases.entry import Entry, Part, Record, Source, Status
from drafter.phrases.occasion import UNSAID, Occasion

_PART: dict[str, Part] = {
    "preamble": "preambular",
    "preambular": "preambular",
    "operative": "operative",
    "annex": "annex",
}
_KIND: dict[str, Status] = {
    "adopted resolution": "adopted",
    "decision": "adopted",
    "draft resolution": "draft",
    "revised draft resolution": "draft",
    "draft decision": "draft",
    "amendment": "draft",
}
_LETTER = re.compile(r"\(([a-z]{1,2}|[ivxl]+)\)")
_CALL = re.compile(r"\[\^[^\]\s]+\]")


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of a source where the source does not say it."""

    status: Status = ""
    date: str = ""
    body: str = ""


NOTHING = Given()


def from_resolution(
    resolution: Resolution, name: str, given: Given = NOTHING, said: Occasion = UNSAID
) -> Record:
    """The record of one resolution read from the file `name`, whose other text says `said`."""
    masthead = resolution.masthead
    source = Source(
        name=name,
        symbol=masthead.symbol,
        number=masthead.number,
        organ=masthead.organ,
        body=masthead.body or body_of(masthead.symbol, masthead.organ or resolution.enacting),
        session=masthead.session or said.session,
        date=_iso(masthead.date) or said.date,
        status=_KIND.get(masthead.kind, ""),
        title=plain(resolution.title),
        kind="decision" if "decision" in masthead.kind else "resolution",
    )
    return Record(_filled(source, given), tuple(_entries(resolution)))


def _entries(resolution: Resolution) -> Iterator[Entry]:
    for placed in walk(resolution):
        number = placed.place.removeprefix("PP").removeprefix("OP")
        if text := plain(placed.paragraph.content).strip():
            yield _entry(_PART[placed.part], number, text, top=placed.level == 0)
        if text := plain(placed.paragraph.closing).strip():
            yield Entry(_PART[placed.part], f"{number} end", text)


def _entry(part: Part, number: str, text: str, *, top: bool) -> Entry:
    """An entry with what its words say of it; only a whole paragraph has an opening."""
    if not top or part == "annex":
        return Entry(part, number, text)
    found = openings.find(text, part)
    if found is None:
        return Entry(part, number, text)
    action = verbs.action(found.verb, text[len(found.text) :])
    return Entry(part, number, text, found.text, action.verb, action.addressee)


def from_line(line: dict[str, Any], name: str, given: Given = NOTHING) -> Record | None:
    """The record of one JSON line in either shape, None where it is in neither."""
    if isinstance(line.get("paragraphs"), list):
        return _from_flat(line, name, given)
    if isinstance(line.get("operative"), list):
        return _from_resolution_json(line, name, given)
    return None


def _from_flat(line: dict[str, Any], name: str, given: Given) -> Record:
    symbol, organ = _string(line, "symbol"), _string(line, "organ")
    source = Source(
        name=name,
        symbol=symbol,
        number=_string(line, "number"),
        organ=organ,
        body=body_of(symbol, organ),
        session=_string(line, "session"),
        date=_iso(_string(line, "date")),
        status=cast("Status", status_of(symbol)),
        title=_string(line, "title"),
    )
    return Record(_filled(source, given), tuple(_flat_entries(line["paragraphs"])))


def _flat_entries(paragraphs: list[Any]) -> Iterator[Entry]:
    preambular, number, letter = 0, "", ""
    for paragraph in paragraphs:
        if not isinstance(paragraph, dict):
            continue
        text, label = _string(paragraph, "text").strip(), _string(paragraph, "number").strip()
        in_annex = paragraph.get("role") == "annex" or bool(paragraph.get("in_annex"))
        part: Part | None = "annex" if in_annex else _PART.get(_string(paragraph, "kind"))
        if not text or part is None:
            continue
        found = _LETTER.fullmatch(label)
        if part == "annex":
            yield Entry(part, label, text)
        elif found:
            nested = letter and paragraph.get("level", 2) > 2
            place = f"{letter} {label}" if nested else label
            letter = letter if nested else label
            at = number if part == "operative" else str(preambular)
            yield _entry(part, f"{at} {place}".strip(), text, top=False)
        elif part == "preambular":
            preambular, letter = preambular + 1, ""
            yield _entry(part, str(preambular), text, top=True)
        else:
            number, letter = label.rstrip(".") or number, ""
            yield _entry(part, number, text, top=True)


def _from_resolution_json(line: dict[str, Any], name: str, given: Given) -> Record:
    symbol, organ = _string(line, "symbol"), _string(line, "organ")
    source = Source(
        name=name,
        symbol=symbol,
        number=_string(line, "number"),
        organ=organ,
        body=_string(line, "body") or body_of(symbol, organ or _string(line, "enacting")),
        session=_string(line, "session"),
        date=_iso(_string(line, "date")),
        status=_KIND.get(_string(line, "kind"), cast("Status", status_of(symbol))),
        title=_unmarked(_string(line, "title")),
        kind="decision" if "decision" in _string(line, "kind") else "resolution",
    )
    entries: list[Entry] = []
    for part in ("preambular", "operative"):
        for count, paragraph in enumerate(_list(line, part), start=1):
            if isinstance(paragraph, dict):
                number = _string(paragraph, "number").rstrip(".") or str(count)
                entries += _json_entries(_PART[part], number, paragraph, top=True)
    return Record(_filled(source, given), tuple(entries))


def _json_entries(
    part: Part, number: str, paragraph: dict[str, Any], *, top: bool
) -> Iterator[Entry]:
    if text := _unmarked(_string(paragraph, "text")):
        yield _entry(part, number, text, top=top)
    for child in _list(paragraph, "subparagraphs"):
        if isinstance(child, dict):
            label = _string(child, "label")
            yield from _json_entries(part, f"{number} {label}".strip(), child, top=False)


def _unmarked(text: str) -> str:
    """`text` without the marks of emphasis and the footnote calls that JSON carries in it."""
    return _CALL.sub("", text).replace("*", "").strip()


def _filled(source: Source, given: Given) -> Source:
    return source._replace(
        status=source.status or given.status,
        date=source.date or given.date,
        body=source.body or given.body,
    )


def _string(value: dict[str, Any], name: str) -> str:
    found = value.get(name)
    return found if isinstance(found, str) else ""


def _list(value: dict[str, Any], name: str) -> list[Any]:
    found = value.get(name)
    return found if isinstance(found, list) else []


def _iso(date: str) -> str:
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", date):
        return date
    return dates.iso(date)
