"""What a draft knows and its page does not print, kept in one custom XML part of the file.

The page always wins (`masthead.read`); this part only says what the page cannot. Removing the part
loses no text: `drafter clean` does just that. Whatever is damaged in it is left out.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import get_args

from lxml import etree

from drafter.errors import ReadError
from drafter.formats.docx.markup import DECLARATION, escape
from drafter.model import AgendaItem, Kind, Masthead
from drafter.word.package import Package
from drafter.word.xml import parse

NAMESPACE = "urn:drafter:kept"
PART = "customXml/item1.xml"
_DEPTH = 50


@dataclass(frozen=True, slots=True)
class Kept:
    """What stands beside the page of one resolution."""

    masthead: Masthead
    preamble: int | None = None  # how many items the preamble has, where the page does not tell
    notes: tuple[str, ...] = ()  # labels of the footnotes in order, where the calls' order differs
    called: tuple[tuple[str, str], ...] = ()  # label printed, label in the draft, where they differ


def part(kept: Sequence[Kept]) -> bytes:
    """The custom XML part that holds `kept`."""
    entries = [
        {
            "masthead": _masthead(entry.masthead),
            "preamble": entry.preamble,
            "notes": list(entry.notes),
            "called": [list(pair) for pair in entry.called],
        }
        for entry in kept
    ]
    words = json.dumps(entries, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return f'{DECLARATION}<kept xmlns="{NAMESPACE}">{escape(words)}</kept>'.encode()


def read(package: Package) -> tuple[Kept, ...] | None:
    """What the file keeps for each of its resolutions; None when it is none of ours."""
    for name in package.related(package.main, "customXml"):
        if NAMESPACE.encode() not in package.data(name):
            continue
        try:
            root = parse(package.data(name), name)
            if etree.QName(root).namespace != NAMESPACE:
                continue
            return tuple(_entry(entry) for entry in json.loads(root.text or "[]"))
        except (ReadError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None
    return None


def _entry(entry: dict[str, object]) -> Kept:
    preamble, notes, called = entry.get("preamble"), entry.get("notes"), entry.get("called")
    return Kept(
        _read_masthead(entry["masthead"]),
        preamble if isinstance(preamble, int) else None,
        tuple(map(str, notes)) if isinstance(notes, list) else (),
        tuple((str(one), str(other)) for one, other in called) if isinstance(called, list) else (),
    )


def _masthead(masthead: Masthead) -> dict[str, object]:
    """The fields of `masthead` that say anything."""
    out: dict[str, object] = {}
    for name in (each.name for each in fields(Masthead)):
        value = getattr(masthead, name)
        if name == "agenda_item":
            value = (value.number, value.title) if value != AgendaItem() else ()
        if value:
            out[name] = _coded(value)
    return out


def _read_masthead(values: object) -> Masthead:
    if not isinstance(values, dict):
        raise TypeError("a masthead is an object")
    known = {each.name for each in fields(Masthead)}
    found = {name: _decoded(value) for name, value in values.items() if name in known}
    item = found.pop("agenda_item", ())
    if isinstance(item, tuple) and len(item) == 2:
        found["agenda_item"] = AgendaItem(str(item[0]), str(item[1]))
    if found.get("kind", "draft resolution") not in get_args(Kind):
        raise ValueError("no such kind")
    for each in fields(Masthead):
        value = found.get(each.name)
        sequence = each.name in {"sponsors", "sponsor_notes", "base", "extra"}
        expected = AgendaItem if each.name == "agenda_item" else tuple if sequence else str
        if value is not None and not isinstance(value, expected):
            raise TypeError(each.name)
    return Masthead(**found)  # type: ignore[arg-type]


def _coded(value: object, depth: int = 0) -> object:
    """`value` in JSON, with a word for each type that JSON does not know."""
    if depth > _DEPTH:
        return str(value)
    if isinstance(value, tuple | list):
        name = "tuple" if isinstance(value, tuple) else "list"
        return [name, *(_coded(item, depth + 1) for item in value)]
    if isinstance(value, dict):
        pairs = ([_coded(k, depth + 1), _coded(v, depth + 1)] for k, v in value.items())
        return ["dict", *pairs]
    if isinstance(value, datetime):
        return ["datetime", value.isoformat()]
    if isinstance(value, date):
        return ["date", value.isoformat()]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _decoded(value: object) -> object:
    if not isinstance(value, list):
        return value
    name, *items = value
    if name == "dict":
        return {_decoded(key): _decoded(item) for key, item in items}
    if name == "datetime":
        return datetime.fromisoformat(items[0])
    if name == "date":
        return date.fromisoformat(items[0])
    decoded = [_decoded(item) for item in items]
    return tuple(decoded) if name == "tuple" else decoded
