"""The front matter of a draft: YAML at its head, into the masthead and back.

Known keys fill the masthead; every other key is kept, in order, with its value. What YAML cannot
read is kept as it stands and reported. Values of known keys are taken as written ("010" stays
"010"), and nothing is ever refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

from drafter.formats.markdown.inline import parse_inline
from drafter.model import AgendaItem, Inlines, Kind, Masthead

Note = Callable[[int, str], None]  # told a line and what was not understood there

KINDS: tuple[str, ...] = get_args(Kind)

# Keys that hold one string, with the field of the masthead that they fill.
_STRINGS = {
    "body": "body",
    "organ": "organ",
    "symbol": "symbol",
    "number": "number",
    "distribution": "distribution",
    "date": "date",
    "language": "language",
    "session": "session",
    "place": "place",
    "committee": "committee",
    "adopted": "adopted",
    "report": "report",
    "second_title": "second_title",
    "meeting": "meeting",
}
_LISTS = {"sponsors": "sponsors", "sponsor_notes": "sponsor_notes"}
_ORDER = (
    *("body", "organ", "symbol", "number", "distribution", "date", "language", "session", "place"),
    *("committee", "agenda_item", "sponsors", "sponsor_notes", "status", "adopted", "report"),
    *("meeting", "title", "second_title", "enacting", "base"),
)
KNOWN_KEYS = frozenset(_ORDER)
_KEY = re.compile(r"""(?:([A-Za-z_][\w \-]*)|"([^"]*)"|'([^']*)')[ \t]*:(?:[ \t]+|$)""")
_AND = re.compile(r",\s+and\s+|,\s*|\s+and\s+")


_EMPTY = Masthead()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above the text of a draft."""

    masthead: Masthead = _EMPTY
    title: Inlines = ()
    enacting: str | None = None  # only where the text itself cannot say it


def parse_front_matter(source: str, line: int, note: Note) -> FrontMatter:
    """The front matter that `source` spells; its first line is line `line` of its file."""
    entries = _entries(source, line, note)
    fields: dict[str, Any] = {}
    extra: list[tuple[str, object]] = []
    title: Inlines = ()
    enacting: str | None = None
    seen: set[str] = set()
    for key, value, at in entries:
        if key in seen:
            note(at, f"{key} stands twice, the second is kept beside the first")
            extra.append((key, value))
        elif key in _STRINGS and isinstance(value, str | None):
            fields[_STRINGS[key]] = _one_line(value)
        elif key in _LISTS and (names := _names(value)) is not None:
            fields[key] = names
        elif key == "agenda_item" and (item := _agenda_item(value)) is not None:
            fields[key] = item
        elif key == "status" and value in KINDS:
            fields["kind"] = value
        elif key == "title" and isinstance(value, str | None):
            title = parse_inline(value or "", lambda what, at=at: note(at, what))  # type: ignore[misc]
        elif key == "enacting" and isinstance(value, str | None) and enacting is None:
            enacting = value or ""
        elif key == "base" and (base := _base(value)) is not None:
            fields[key] = base
        else:
            if key in KNOWN_KEYS:
                note(at, f"{key} was not understood; it is kept as it stands")
            extra.append((key, value))
        seen.add(key)
    return FrontMatter(replace(Masthead(), **fields, extra=tuple(extra)), title, enacting)


def format_front_matter(front: FrontMatter, title: str) -> str:
    """The lines between the two `---`; `title` is the title in Markdown. "" when all is default."""
    from drafter.formats.markdown import yaml_entries

    masthead = front.masthead
    values: dict[str, object] = {key: getattr(masthead, name) for key, name in _STRINGS.items()}
    values |= {key: list(getattr(masthead, name)) for key, name in _LISTS.items()}
    item = {"number": masthead.agenda_item.number, "title": masthead.agenda_item.title}
    values["agenda_item"] = {key: value for key, value in item.items() if value}
    values["title"] = title
    values["base"] = dict(masthead.base)
    lines: list[str] = []
    kept = {key for key, _ in masthead.extra}
    known = {key: value for key, value in values.items() if value not in ("", [], {})}
    if front.enacting is not None:
        known["enacting"] = front.enacting
    plain_status = masthead.kind == "draft resolution"
    if not (plain_status and ("status" in kept or not (known or kept))):
        known["status"] = masthead.kind
    lines += [yaml_entries.format_entry(key, known[key]) for key in _ORDER if key in known]
    lines += [yaml_entries.format_entry(key, value, typed=True) for key, value in masthead.extra]
    return "".join(f"{line}\n" for line in lines)


def looks_like_entry(line: str) -> bool:
    """Whether `line` could stand in front matter as `key: value`."""
    return _KEY.match(line) is not None


def _entries(source: str, line: int, note: Note) -> list[tuple[str, object, int]]:
    """The keys and values of `source`, with their lines; entry by entry where YAML fails."""
    if not source:
        return []
    from drafter.formats.markdown import yaml_entries

    if (entries := yaml_entries.parse(source, KNOWN_KEYS)) is not None:
        return [(key, value, line + at) for key, value, at in entries]
    out: list[tuple[str, object, int]] = []
    for at, chunk in _chunks(source):
        if (entries := yaml_entries.parse(chunk, KNOWN_KEYS)) is not None:
            out += [(key, value, line + at) for key, value, _ in entries]
            continue
        key = _KEY.match(chunk)
        note(line + at, "the front matter is not YAML here; it is kept as words")
        name = next(filter(None, key.groups())) if key else "unread"
        out.append((name, _one_line(chunk[key.end() if key else 0 :]), line + at))
    return out


def _chunks(source: str) -> list[tuple[int, str]]:
    """`source` cut before each line that looks like an entry of its own."""
    chunks: list[tuple[int, str]] = []
    for number, line in enumerate(source.split("\n")):
        if chunks and (line[:1] in {" ", "\t", "-"} or not looks_like_entry(line)):
            at, text = chunks[-1]
            chunks[-1] = (at, f"{text}\n{line}")
        else:
            chunks.append((number, line))
    return [(at, text) for at, text in chunks if text.strip()]


def _one_line(value: object) -> str:
    """`value` in the normal form of words: single spaces, none at either end."""
    return re.sub(r"[ \t\r\n\f\v\u2028\u2029]+", " ", str(value or "")).strip()


def _names(value: object) -> tuple[str, ...] | None:
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(filter(None, _AND.split(_one_line(value))))
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(map(_one_line, value))
    return None


def _agenda_item(value: object) -> AgendaItem | None:
    if isinstance(value, str):
        words = _one_line(value)
        return AgendaItem(words) if words[:1].isdigit() else AgendaItem(title=words)
    if isinstance(value, Mapping) and set(value) <= {"number", "title"}:
        number, title = value.get("number"), value.get("title")
        if isinstance(number, str | None) and isinstance(title, str | None):
            return AgendaItem(_one_line(number), _one_line(title))
    return None


def _base(value: object) -> tuple[tuple[str, object], ...] | None:
    if isinstance(value, str):
        return (("symbol", _one_line(value)),)
    return tuple(value.items()) if isinstance(value, Mapping) else None
