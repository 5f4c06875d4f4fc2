"""One redline in the making: the two files, the pens, what has been paired, what was asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from drafter.render.redline.carry import Carrier
from drafter.render.redline.pen import Pen
from drafter.word.inline import Content, Identify, content
from drafter.word.package import Package
from drafter.word.xml import Element

# A number or letter typed at the start of a paragraph, up to where its words begin.
LABEL = re.compile(
    r"\s*(?:\((?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,6})\)|"
    r"(?:\d{1,3}(?:\.\d{1,3}){0,2}|[A-Za-z]|[ivxl]{1,6}|[IVXL]{1,6})\.?)"
    r"(?:\s?(?:bis|ter|quater|quinquies|alt))?\t[\t ]*"
    r"|\s*(?:\d{1,3}\.|\((?:[a-z]|[ivx]{1,4})\))[ \u00a0]+(?=\S)"
)


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
    coarse: bool = False  # whole paragraphs out and in: for what finer marks cannot say
    kept_notes: list[tuple[str, str, str]] = field(default_factory=list)  # kind, old id, new id
    kept_boxes: list[tuple[Element, Element]] = field(default_factory=list)
    move_count: int = 0
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
        self.move_count += 1
        return f"move{self.move_count}"


def label(text: str) -> str:
    """The typed number at the start of a paragraph's words, with the space behind it."""
    found = LABEL.match(text)
    return found.group() if found else ""


Parts = Mapping[str, bytes]
