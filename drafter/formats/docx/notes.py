"""Footnotes: which of them Word may number by itself, and the part that holds them.

A sequence that Word would number the same way is left to Word, so that it survives a typist's
insertion; every other label is a custom mark. Ids rise in the order of the calls, because
LibreOffice binds the n-th call to the note with the n-th smallest id.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.footnotes import all_calls, relabel
from drafter.formats.docx import markup, styles
from drafter.model import Resolution


@dataclass(frozen=True, slots=True)
class Note:
    """One footnote of the file: `label` None where Word numbers it."""

    id: int
    label: str | None
    content: str  # ready runs
    width: int = 1  # how many signs its label has, by whomever it is set


@dataclass(frozen=True, slots=True)
class Plan:
    """How the notes of one resolution are numbered."""

    ids: dict[str, int]  # label → id, called notes only
    automatic: frozenset[str]
    following: int  # the number after the last automatic one
    repeated: frozenset[str]  # labels called more than once
    uncalled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counting:
    """How Word numbers the notes of all sections: LibreOffice knows one start for a whole file."""

    start: int = 1
    restarts: bool = True  # in each section; else numbers run on


def counting(resolutions: Sequence[Resolution]) -> Counting:
    """The counting that lets Word number as many notes of `resolutions` as can be."""
    starts = [start for start in map(_start, resolutions) if start]
    first = starts[0] if starts else 1
    return Counting(first, all(start == first for start in starts))


def _start(resolution: Resolution) -> int:
    """The first number among the called notes; 0 where there is none."""
    for label in _order(resolution):
        if _is_number(label):
            return int(label)
    return 0


def _is_number(label: str) -> bool:
    return label.isascii() and label.isdecimal() and len(label) < 5 and not label.startswith("0")


def _order(resolution: Resolution) -> tuple[str, ...]:
    """The labels of the called notes, in the order of their first calls."""
    known = {note.label for note in resolution.footnotes}
    return tuple(dict.fromkeys(label for label in all_calls(resolution) if label in known))


def printed(resolution: Resolution) -> Resolution:
    """`resolution` with its notes numbered as they are printed: in the order of the calls.

    A label in a draft is only a name; a note taken out or put in between leaves a gap or a leap
    that no reader should meet (R-FN-2). Notes that nobody calls come after the others.
    """
    order = dict.fromkeys(_order(resolution))
    numbered = [label for label in order if _is_number(label)]
    first = min(map(int, numbered), default=1)
    labels = [note.label for note in resolution.footnotes]
    numbered += [label for label in labels if label not in order and _is_number(label)]
    names = {label: str(first + index) for index, label in enumerate(numbered)}
    # A call without a note keeps its number, and no note may seem to be the one it calls.
    others = {*all_calls(resolution), *labels} - set(names)
    return resolution if others.intersection(names.values()) else relabel(resolution, names)


def plan(resolution: Resolution, first_id: int, expected: int) -> Plan:
    """The numbering of `resolution`'s notes: ids from `first_id`, numbers from `expected`."""
    times = Counter(all_calls(resolution))
    order = _order(resolution)
    automatic = set()
    for label in order:
        if label == str(expected):
            automatic.add(label)
            expected += 1
    return Plan(
        {label: first_id + index for index, label in enumerate(order)},
        frozenset(automatic),
        expected,
        frozenset(label for label in order if times[label] > 1),
        tuple(note.label for note in resolution.footnotes if note.label not in set(order)),
    )


def reference(note_id: int, label: str | None) -> str:
    """The run that calls a note, with its own mark unless Word numbers it."""
    properties = '<w:rStyle w:val="FootnoteReference"/>'
    if label is None:
        return markup.raw_run(f'<w:footnoteReference w:id="{note_id}"/>', properties)
    mark = f'<w:footnoteReference w:customMarkFollows="1" w:id="{note_id}"/>'
    return markup.raw_run(mark + markup.text(label), properties)


def part(notes: Iterable[Note], width: int) -> bytes:
    """The footnotes part for a text of `width`, with the separators that Word asks for.

    A real separator, because LibreOffice draws no rule for anything else.
    """
    indent = f'<w:ind w:left="792" w:right="{width - 792 - 1440}"/>'
    shape = f'<w:spacing w:after="60" w:line="160" w:lineRule="exact"/>{indent}'
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}">'
        f"{markup.paragraph('', markup.raw_run(f'<w:{kind}/>'), shape)}</w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return markup.part("footnotes", separators + "".join(map(_note, notes)))


def _note(note: Note) -> str:
    properties = '<w:rStyle w:val="FootnoteReference"/>'
    mark = "<w:footnoteRef/>" if note.label is None else markup.text(note.label)
    head = markup.raw_run(mark, properties) + markup.run("\t")
    indent = styles.note_indent(note.width) if note.width > 1 else ""
    text = markup.paragraph("FootnoteText", head + note.content, indent)
    return f'<w:footnote w:id="{note.id}">{text}</w:footnote>'
