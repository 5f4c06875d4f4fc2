"""Automatic numbers as Word shows them: what stands before a paragraph without being typed.

Counting follows the file: lists of one abstract definition count on together, an override starts
its list anew, a higher level restarts the lower ones. Paragraphs must be asked for in the order of
the document. Reads only; a number that makes no sense is no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from drafter.word.package import Package
from drafter.word.styles import Styles
from drafter.word.xml import Element, is_on, w

LEVELS = 9
_HIGHEST = 30_000
_LONGEST = 30  # signs: Word writes "aaa…" as long as the count says
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list numbers its paragraphs."""

    start: int = 1
    form: str = "decimal"
    text: str = "%1."
    restart: int | None = None  # restarts after a level below this; 0 never; None after any higher
    legal: bool = False  # every number in it is arabic
    style: str = ""  # a paragraph style that stands for this level


@dataclass(frozen=True, slots=True)
class Number:
    """A paragraph's automatic number."""

    text: str  # as shown: "3.", "(a)", "•"
    level: int  # from 0
    form: str  # "decimal", "lowerLetter", "bullet" …
    list: str  # which list: paragraphs of one list count together


@dataclass
class Numbering:
    """The lists of a file and how far each has counted."""

    _levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # abstract id → levels
    _abstract: dict[str, str] = field(default_factory=dict)  # list id → abstract id
    _overrides: dict[str, dict[int, Level]] = field(default_factory=dict)
    _starts: dict[str, dict[int, int]] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)  # abstract id → counters
    _begun: set[tuple[str, int]] = field(default_factory=set)  # overrides that have taken effect
    _styles: Styles = field(default_factory=Styles)

    @classmethod
    def of(cls, package: Package, styles: Styles) -> Numbering:
        """The lists of `package`; none when it has no numbering part."""
        found = cls(_styles=styles)
        for part in package.related(package.main, "numbering")[:1]:
            root = package.part(part)
            links: dict[str, str] = {}  # numbering style → the abstract that defines it
            wants: dict[str, str] = {}  # abstract → the numbering style that it borrows
            for element in root.findall(w("abstractNum")):
                key = element.get(w("abstractNumId"), "")
                found._levels[key] = _levels(element)
                if name := _value(element.find(w("styleLink"))):
                    links[name] = key
                if name := _value(element.find(w("numStyleLink"))):
                    wants[key] = name
            for key, name in wants.items():
                if name in links and links[name] != key:
                    found._levels[key] = found._levels[links[name]]
            for element in root.findall(w("num")):
                found._add_list(element)
        return found

    def _add_list(self, element: Element) -> None:
        key = element.get(w("numId"), "")
        abstract = _value(element.find(w("abstractNumId")))
        if abstract not in self._levels:
            return
        self._abstract[key] = abstract
        for override in element.findall(w("lvlOverride")):
            index = _whole(override.get(w("ilvl")), 0)
            start = override.find(w("startOverride"))
            if start is not None:
                self._starts.setdefault(key, {})[index] = _whole(start.get(w("val")), 0)
            if (level := override.find(w("lvl"))) is not None:
                self._overrides.setdefault(key, {})[index] = _level(level)

    def next(self, paragraph: Element) -> Number | None:
        """The number of `paragraph`, which is counted; None for a paragraph without one."""
        key, index = self._list(paragraph)
        if not key or not 0 <= index < LEVELS:
            return None
        levels = self._levels[self._abstract[key]] | self._overrides.get(key, {})
        if index not in levels:
            return None
        counts = self._count(key, index, levels)
        level = levels[index]
        if level.form == "none" and not level.text.strip():
            return None
        text = _PLACE.sub(
            lambda match: _shown(match, counts, levels, legal=level.legal), level.text
        )
        return Number(text.strip(), index, level.form, self._abstract[key])

    def _list(self, paragraph: Element) -> tuple[str, int]:
        """The list and level that `paragraph` is in, by itself or through its style."""
        properties = paragraph.find(w("pPr"))
        own = properties.find(w("numPr")) if properties is not None else None
        style = self._styles.paragraph_style(paragraph)
        inherited = tuple(self._styles.paragraph_properties(style, "numPr"))
        key = _first([own, *inherited], "numId")
        if key not in self._abstract:
            return "", 0
        said = _child(own, "ilvl")
        if not said and not _child(own, "numId"):
            said = _first(_to_number(inherited), "ilvl")
        if said:
            return key, _whole(said, 0)
        levels = self._levels[self._abstract[key]]
        lineage = self._styles.lineage(style)
        return key, next((i for i, level in levels.items() if level.style in lineage), 0)

    def _count(self, key: str, index: int, levels: dict[int, Level]) -> list[int | None]:
        """Count one more at `index` and start the levels below anew; the counters as they stand."""
        counts = self._counts.setdefault(self._abstract[key], [None] * LEVELS)
        starts = self._starts.get(key, {})
        first = levels[index].start
        if index in starts and (key, index) not in self._begun:
            self._begun.add((key, index))
            counts[index], first = None, starts[index]
        before = counts[index]
        counts[index] = first if before is None else min(before + 1, _HIGHEST)
        for lower in range(index + 1, LEVELS):
            restart = levels[lower].restart if lower in levels else None
            if restart is None or (restart and index < restart):
                counts[lower] = None
        for higher in range(index):  # a level that was skipped counts as begun
            if counts[higher] is None and higher in levels:
                counts[higher] = starts.get(higher, levels[higher].start)
        return counts


def _levels(abstract: Element) -> dict[int, Level]:
    return {
        _whole(element.get(w("ilvl")), 0): _level(element) for element in abstract.findall(w("lvl"))
    }


def _level(element: Element) -> Level:
    restart = _value(element.find(w("lvlRestart")))
    form = element.find(w("numFmt"))
    return Level(
        start=_whole(_value(element.find(w("start"))), 0),
        form=_value(form) or "decimal",
        text=_value(element.find(w("lvlText"))),
        restart=_whole(restart, 0) if restart else None,
        legal=is_on(element.find(w("isLgl"))),
        style=_value(element.find(w("pStyle"))),
    )


def _shown(
    match: re.Match[str], counts: list[int | None], levels: dict[int, Level], *, legal: bool
) -> str:
    index = int(match[1]) - 1
    count = counts[index]
    if count is None or index not in levels:
        return ""
    return spelt(count, "decimal" if legal else levels[index].form)


def spelt(count: int, form: str) -> str:
    """`count` in the number format `form`; arabic where the format is none we know."""
    if form in {"none", "bullet"}:
        return ""
    if form == "decimalZero":
        return f"{count:02}"
    if count < 1:
        return str(count)
    if form.endswith("Letter"):
        times, index = divmod(count - 1, 26)
        return _cased(chr(ord("a") + index) * min(times + 1, _LONGEST), form)
    if form.endswith("Roman"):
        return _cased(_roman(count), form)
    if form == "ordinal":
        tens = count % 100
        ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
        return f"{count}{'th' if 10 < tens < 14 else ending}"
    return str(count)


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text


_FIGURES = ("", "1", "11", "111", "15", "5", "51", "511", "5111", "1x")


def _roman(count: int) -> str:
    thousands, rest = divmod(count, 1000)
    out = "m" * min(thousands, _LONGEST)
    for unit, one, five, ten in ((100, "c", "d", "m"), (10, "x", "l", "c"), (1, "i", "v", "x")):
        digit, rest = divmod(rest, unit)
        out += _FIGURES[digit].translate({ord("1"): one, ord("5"): five, ord("x"): ten})
    return out


def _first(properties: Iterable[Element | None], name: str) -> str:
    """What the nearest of `properties` says of `name`, "" where none does."""
    return next(filter(None, (_child(each, name) for each in properties)), "")


def _to_number(inherited: Iterable[Element]) -> Iterator[Element]:
    """The `w:numPr` of styles up to the one that names the list: a level above it is of another."""
    for each in inherited:
        yield each
        if _child(each, "numId"):
            return


def _child(element: Element | None, name: str) -> str:
    return "" if element is None else _value(element.find(w(name)))


def _value(element: Element | None) -> str:
    return "" if element is None else str(element.get(w("val"), ""))


def _whole(value: str | None, default: int) -> int:
    try:
        return max(0, min(int(value or default), _HIGHEST))
    except ValueError:
        return default
