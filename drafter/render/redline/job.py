"""One redline in the making: the two files, the pens, what has been paired, what was asked for."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from itertools import count

from drafter.render.redline.carry import Carrier
from drafter.render.redline.pen import Pen
from drafter.word.inline import Content, Identify, content
from drafter.word.package import Package
from drafter.word.xml import Element

Fact = tuple[str, str]  # of the masthead: as the old file prints it, as the new draft says it


@dataclass(slots=True)
class Job:
    """What every step of writing needs at hand."""

    old: Package  # being edited into the redline
    new: Package
    pen: Pen
    number_pen: Pen
    carrier: Carrier
    identify_old: Identify
    identify_new: Identify
    moves: bool = True
    dress: bool = True  # whether formatting follows the new file; else kept text keeps its own
    untouched: tuple[int, int] = (0, 0)  # how many items at the start of both bodies stay out
    facts: tuple[Fact, ...] = ()  # what is to be changed above the title
    coarse: bool = False  # whole paragraphs out and in: for what finer marks cannot say
    kept_notes: list[tuple[str, str, str]] = field(default_factory=list)  # kind, old id, new id
    kept_boxes: list[tuple[Element, Element]] = field(default_factory=list)
    # Sections that stay, and sections that come: w:sectPr in the old file, its like in the new one.
    kept_sections: list[tuple[Element, Element]] = field(default_factory=list)
    come_sections: list[tuple[Element, Element]] = field(default_factory=list)
    # Paragraphs of the redline that read as one of the new file when accepted, and that one.
    counterparts: list[tuple[Element, Element]] = field(default_factory=list)
    kinds: dict[Element, str] = field(default_factory=dict)  # of label, where neighbours matter
    gone_before: set[tuple[str, str]] = field(default_factory=set)  # notes others deleted: kind, id
    move_names: Iterator[str] = field(default_factory=lambda: move_names(()))
    _contents: dict[Element, Content] = field(default_factory=dict)

    def old_content(self, paragraph: Element) -> Content:
        """The pieces of a paragraph of the old file; read again after it was edited."""
        return self._content(paragraph, self.identify_old)

    def new_content(self, paragraph: Element) -> Content:
        """The pieces of a paragraph of the new file."""
        return self._content(paragraph, self.identify_new)

    def _content(self, paragraph: Element, identify: Identify) -> Content:
        found = self._contents.get(paragraph)
        if found is None:
            found = self._contents[paragraph] = content(paragraph, identify)
        return found

    def forget(self, paragraph: Element) -> None:
        """Read `paragraph` again when next asked: it was edited."""
        self._contents.pop(paragraph, None)

    def move_name(self) -> str:
        """A name for one more move, the same at its source and its destination."""
        return next(self.move_names)


def move_names(taken: Container[str]) -> Iterator[str]:
    """Names for moves, none of those `taken`."""
    return (name for number in count(1) if (name := f"move{number}") not in taken)
