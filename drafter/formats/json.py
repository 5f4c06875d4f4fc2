"""Drafts as JSON: one object for a file, without loss (design §4).

`text` is inline Markdown, as in a draft file. Keys beyond those that outside checks rely on carry
what their shape lacks: sections, tables, text after subparagraphs, the rest of the masthead.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast, get_args

from drafter.errors import ReadError
from drafter.formats.markdown import decode
from drafter.formats.markdown.inline import parse_inline
from drafter.formats.markdown.spelling import format_inline
from drafter.formats.printed import without_derived, without_derived_numbers
from drafter.formats.reading import Reading
from drafter.grammar.numbering import child_labels, operative_labels
from drafter.model import (
    AgendaItem,
    Annex,
    Document,
    Footnote,
    Heading,
    Inlines,
    Item,
    Kind,
    Masthead,
    Paragraph,
    Passage,
    Resolution,
    Table,
    calls,
    opening,
)

_KINDS = get_args(Kind)
_STRINGS = (
    *("symbol", "number", "organ", "session", "date", "language", "distribution"),
    *("body", "place", "committee", "adopted", "report", "second_title", "meeting"),
)


def read(data: bytes, name: str) -> Reading[Document]:
    """The document that the JSON file `data` holds, in the shape that `to_document` gives."""
    text, notes = decode(data, name)
    try:
        value = json.loads(text) if text.strip() else {}
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{name}: not JSON: {error}") from None
    try:
        return Reading(from_document(value), notes)
    except (TypeError, AttributeError, ValueError, KeyError, RecursionError):
        raise ReadError(
            f"{name}: this JSON holds no draft", hint="see drafter convert --to json for its shape"
        ) from None


def write(document: Document) -> bytes:
    """`document` as a JSON file."""
    value = to_document(Reading(document), None)
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def to_document(reading: Reading[Document], source: str | None) -> dict[str, Any]:
    """One object for one file: its name, its resolutions, the notes, and its other text."""
    return {
        "source": source,
        "resolutions": [to_dict(each) for each in reading.value.resolutions],
        "notes": list(reading.notes),
        "rest": [passage.text for passage in reading.value.rest],
        "furniture": list(reading.furniture),
    }


def from_document(value: Any) -> Document:
    """The document in `value`: an object for a file, one resolution, or a list of either."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        parts = [from_document(each) for each in value]
        return Document(
            tuple(r for part in parts for r in part.resolutions),
            tuple(p for part in parts for p in part.rest),
        )
    if "preambular" in value or "operative" in value:
        return Document((from_dict(value),))
    return Document(
        tuple(from_dict(each) for each in value.get("resolutions") or ()),
        tuple(Passage(_string(text)) for text in value.get("rest") or ()),
    )


def to_dict(resolution: Resolution) -> dict[str, Any]:
    """`resolution` in the shape that design §4 fixes, with further keys for what it lacks."""
    masthead = resolution.masthead
    strings = {key: getattr(masthead, key) or None for key in _STRINGS}
    value: dict[str, Any] = {
        "symbol": strings["symbol"],
        "number": strings["number"],
        "kind": masthead.kind,
        **{key: strings[key] for key in ("organ", "session", "date", "language", "distribution")},
        "agenda_item": {
            "number": masthead.agenda_item.number or None,
            "title": masthead.agenda_item.title or None,
        },
        "sponsors": list(masthead.sponsors),
        "sponsor_notes": list(masthead.sponsor_notes),
        "title": format_inline(resolution.title) or None,
        "enacting": resolution.enacting or None,
        "preambular": _paragraphs(resolution.preamble, lambda p, _: _preambular(p)),
        "operative": _paragraphs(resolution.operative, _operative, operative_labels(resolution)),
        "annexes": [_annex(annex) for annex in resolution.annexes],
        "footnotes": [
            {"label": note.label, "text": format_inline(note.content)}
            for note in resolution.footnotes
        ],
        "preambular_others": _others(resolution.preamble),
        "operative_others": _others(resolution.operative),
        **{key: strings[key] for key in _STRINGS[7:]},
        "base": dict(masthead.base) or None,
        "extra": dict(masthead.extra) or None,
    }
    return value


def _preambular(paragraph: Paragraph) -> dict[str, Any]:
    label = {"label": paragraph.label} if paragraph.label else {}
    return {**label, "opening": opening(paragraph), **_content(paragraph, 1)}


def _operative(paragraph: Paragraph, number: str) -> dict[str, Any]:
    return {"number": number or None, "opening": opening(paragraph), **_content(paragraph, 1)}


def _content(paragraph: Paragraph, level: int) -> dict[str, Any]:
    """What every paragraph has: its text, its calls, what stands under it and after that."""
    value: dict[str, Any] = {
        "text": format_inline(paragraph.content),
        "footnote_refs": [*calls(paragraph.content), *calls(paragraph.closing)],
        "subparagraphs": [
            {"label": label, **_content(child, level + 1)}
            for child, label in zip(
                paragraph.children, child_labels(paragraph.children, level), strict=True
            )
        ],
    }
    if paragraph.closing:
        value["closing"] = format_inline(paragraph.closing)
    return value


def _paragraphs(
    items: tuple[Item, ...],
    form: Callable[[Paragraph, str], dict[str, Any]],
    numbers: tuple[str, ...] = (),
) -> list[dict[str, Any]]:
    paragraphs = [item for item in items if isinstance(item, Paragraph)]
    labels = numbers or ("",) * len(paragraphs)
    return [form(each, label) for each, label in zip(paragraphs, labels, strict=True)]


def _others(items: tuple[Item, ...]) -> list[dict[str, Any]]:
    """Headings and tables, each with the number of paragraphs that stand before it."""
    others: list[dict[str, Any]] = []
    before = 0
    for item in items:
        if isinstance(item, Paragraph):
            before += 1
        elif isinstance(item, Heading):
            others.append(
                {"after": before, "heading": format_inline(item.content), "level": item.level}
            )
        else:
            rows = [[format_inline(cell) for cell in row] for row in item.rows]
            others.append({"after": before, "table": rows})
    return others


def _annex(annex: Annex) -> dict[str, Any]:
    return {
        "label": annex.label,
        "title": format_inline(annex.title) or None,
        "paragraphs": _paragraphs(annex.items, lambda p, _: _annexed(p)),
        "others": _others(annex.items),
    }


def _annexed(paragraph: Paragraph) -> dict[str, Any]:
    return {"label": paragraph.label, **_content(paragraph, 1)}


def from_dict(value: Mapping[str, Any]) -> Resolution:
    """The resolution that `value`, in the shape of `to_dict`, stands for."""
    return Resolution(
        masthead=_masthead(value),
        title=_inline(value.get("title")),
        enacting=_string(value.get("enacting")),
        preamble=_items(value.get("preambular"), value.get("preambular_others"), _top),
        operative=without_derived_numbers(
            _items(value.get("operative"), value.get("operative_others"), _operative_of)
        ),
        annexes=tuple(_annex_of(each) for each in value.get("annexes") or ()),
        footnotes=tuple(
            Footnote(_string(note.get("label")), _inline(note.get("text")))
            for note in value.get("footnotes") or ()
        ),
    )


def _masthead(value: Mapping[str, Any]) -> Masthead:
    item = value.get("agenda_item") or {}
    kind = value.get("kind")
    return replace(
        Masthead(),
        **{key: _string(value.get(key)) for key in _STRINGS},
        agenda_item=AgendaItem(_string(item.get("number")), _string(item.get("title"))),
        sponsors=tuple(map(_string, value.get("sponsors") or ())),
        sponsor_notes=tuple(map(_string, value.get("sponsor_notes") or ())),
        kind=cast("Kind", kind if kind in _KINDS else "draft resolution"),
        base=tuple((value.get("base") or {}).items()),
        extra=tuple((value.get("extra") or {}).items()),
    )


def _items(
    paragraphs: Sequence[Mapping[str, Any]] | None,
    others: Sequence[Mapping[str, Any]] | None,
    form: Callable[[Mapping[str, Any]], Paragraph],
) -> tuple[Item, ...]:
    """Paragraphs with the headings and tables set back between them."""
    made = [form(each) for each in paragraphs or ()]
    items: list[Item] = []
    waiting = list(others or ())
    for before in range(len(made) + 1):
        items += [_other(each) for each in waiting if each.get("after") == before]
        items += made[before : before + 1]
    return tuple(items)


def _other(value: Mapping[str, Any]) -> Item:
    if "table" in value:
        return Table(tuple(tuple(map(_inline, row)) for row in value["table"]))
    return Heading(_inline(value.get("heading")), int(value.get("level") or 1))


def _top(value: Mapping[str, Any]) -> Paragraph:
    return _paragraph(value, _string(value.get("label")) or None)


def _operative_of(value: Mapping[str, Any]) -> Paragraph:
    return _paragraph(value, _string(value.get("number")))


def _annex_of(value: Mapping[str, Any]) -> Annex:
    return Annex(
        _string(value.get("label")),
        _inline(value.get("title")),
        _items(value.get("paragraphs"), value.get("others"), _top),
    )


def _paragraph(value: Mapping[str, Any], label: str | None, level: int = 1) -> Paragraph:
    """`value` as a paragraph; a label is kept where it is not the derived one."""
    children = tuple(
        _paragraph(each, _string(each.get("label")), level + 1)
        for each in value.get("subparagraphs") or ()
    )
    return Paragraph(
        _inline(value.get("text")),
        without_derived(children, level),
        _inline(value.get("closing")),
        label,
    )


def _inline(source: Any) -> Inlines:
    return parse_inline(_string(source)) if source else ()


def _string(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value)
    raise TypeError("words expected")
