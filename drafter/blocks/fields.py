"""The fields of a block: what may be typed into each, and how it is then printed.

A session may be given as 81 or as "eighty-first", a date as 2025-11-04 or as printed: the block
gets the printed form. A value is one line of plain words; nothing typed becomes template code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from drafter.errors import DrafterError
from drafter.grammar import dates, ordinals, symbols

FieldType = Literal[
    "text", "number", "date", "choice", "organ", "citation", "session", "symbol", "year", "points"
]
TYPES: tuple[str, ...] = get_args(FieldType)

_LONGEST = 20_000  # characters of one value: far more than the longest paragraph on record
_MOST_POINTS = 200
_CITATION = re.compile(r".*\d.*", re.S)

Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a block's form."""

    name: str
    type: FieldType = "text"
    prompt: str = ""
    default: str = ""
    example: str = ""
    choices: tuple[str, ...] = ()
    optional: bool = False

    @property
    def label(self) -> str:
        """What the form says beside the field."""
        return self.prompt or self.name.replace("_", " ")


def field(name: str, entry: object, where: str) -> Field:
    """The field that `entry` of a template's front matter describes."""
    if not isinstance(entry, Mapping):
        raise DrafterError(
            f"{where}: field {name} is not described",
            hint=f"write {name}: {{type: text, prompt: …}}",
        )
    kind = str(entry.get("type", "text"))
    if kind not in TYPES:
        raise DrafterError(
            f"{where}: field {name}: unknown type {kind}", hint="use " + ", ".join(TYPES)
        )
    choices = entry.get("choices") or ()
    if not isinstance(choices, list | tuple):
        raise DrafterError(f"{where}: field {name}: choices is a list")
    if kind == "choice" and not choices:
        raise DrafterError(f"{where}: field {name}: a choice has no choices")
    return Field(
        name,
        kind,  # type: ignore[arg-type]
        _words(entry, "prompt"),
        _words(entry, "default"),
        _words(entry, "example"),
        tuple(map(str, choices)),
        bool(entry.get("optional", False)),
    )


def _words(entry: Mapping[object, object], key: str) -> str:
    value = entry.get(key)
    return "" if value is None else str(value)


def settled(wanted: Field, typed: str) -> Value:
    """The printed form of what was `typed` for `wanted`; raises DrafterError when it is none."""
    if len(typed) > _LONGEST:
        raise DrafterError(f"{wanted.name}: longer than {_LONGEST} characters")
    if wanted.type == "points":
        return _points(wanted, typed)
    value = " ".join(typed.split())
    if not value:
        return ""
    return _SETTLE.get(wanted.type, _as_typed)(wanted, value)


_OPEN = {
    "session": "[…]",
    "number": "[…]",
    "date": "[date]",
    "year": "[year]",
    "symbol": "[symbol]",
    "citation": "[number] of [date]",
}


def blank(wanted: Field) -> Value:
    """What stands for a value that is still to be decided, in brackets (R-NEG-1).

    Of a prompt only what it asks for, not how to write it: "what is to be done, in the infinitive".
    """
    words = _OPEN.get(wanted.type) or f"[{re.split(r'[,(]', wanted.label)[0].strip()}]"
    return (words,) if wanted.type == "points" else words


def _points(wanted: Field, typed: str) -> tuple[str, ...]:
    parts = [" ".join(part.split()).rstrip(";.,") for part in re.split(r";|\n", typed)]
    points = tuple(part[:1].upper() + part[1:] for part in parts if part)
    if len(points) > _MOST_POINTS:
        raise DrafterError(f"{wanted.name}: more than {_MOST_POINTS} points")
    return points


def _as_typed(_: Field, value: str) -> str:
    return value


def _number(wanted: Field, value: str) -> str:
    digits = value.replace(",", "").replace(" ", "")
    if not digits.isdigit():
        raise DrafterError(f"{wanted.name}: {value} is no number", hint="write 12 or 1,500")
    return value


def _year(wanted: Field, value: str) -> str:
    if not re.fullmatch(r"(?:19|20|21)\d\d", value):
        raise DrafterError(f"{wanted.name}: {value} is no year", hint="write 2026")
    return value


def _date(wanted: Field, value: str) -> str:
    if dates.iso(value):
        return value
    printed = dates.printed(value)
    if printed == value:
        raise DrafterError(
            f"{wanted.name}: {value} is no date", hint="write 2025-11-04 or 4 November 2025"
        )
    return printed


def _choice(wanted: Field, value: str) -> str:
    for choice in wanted.choices:
        if choice.lower() == value.lower():
            return choice
    raise DrafterError(
        f"{wanted.name}: {value} is not one of the choices", hint="use " + ", ".join(wanted.choices)
    )


def _session(wanted: Field, value: str) -> str:
    bare = re.sub(r"(?:st|nd|rd|th)?(?: session)?$", "", value)
    if bare.isdigit() and 1 <= int(bare) <= 999:
        return ordinals.words(int(bare))
    words = value.removesuffix(" session").lower()
    if ordinals.number(words):
        return words
    raise DrafterError(f"{wanted.name}: {value} is no session", hint="write 81 or eighty-first")


def _symbol(wanted: Field, value: str) -> str:
    if not symbols.is_symbol(value):
        raise DrafterError(f"{wanted.name}: {value} is no document symbol", hint="write A/80/912")
    return value


def _citation(wanted: Field, value: str) -> str:
    if not _CITATION.match(value):
        raise DrafterError(
            f"{wanted.name}: {value} cites no resolution", hint="write 79/901 of 12 December 2024"
        )
    return re.sub(r"^(?:its )?resolution ", "", value)


_SETTLE: dict[str, Callable[[Field, str], str]] = {
    "number": _number,
    "year": _year,
    "date": _date,
    "choice": _choice,
    "session": _session,
    "symbol": _symbol,
    "citation": _citation,
}
