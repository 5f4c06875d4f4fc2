"""Reads a rule's manual page: its prose and its examples, wrong and right.

The tests run the examples and the documentation is made from the pages. Nothing here checks a
draft.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent
from typing import Literal

_HEADS = {"Wrong:": "wrong", "Right:": "right", "Also right:": "also right"}
_ARROW = "→ "

Kind = Literal["wrong", "right", "also right"]


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a manual page: a draft, and for a wrong one what is found in it."""

    kind: Kind
    text: str
    finds: tuple[str, ...] = ()  # "OP1: end with a semicolon"

    @property
    def draft(self) -> str:
        """The text as a whole draft: with the enacting clause that a short example leaves out."""
        if self.text.startswith(("---", "*The ")):
            return self.text
        return f"*The General Assembly*,\n\n{self.text}"


@dataclass(frozen=True, slots=True)
class Page:
    """A manual page in its parts."""

    title: str
    prose: str
    examples: tuple[Example, ...]


def page(manual: str) -> Page:
    """The parts of the page `manual`, a rule's docstring."""
    lines = manual.strip().splitlines()
    heads = [i for i, line in enumerate(lines) if line.strip() in _HEADS and not line[:1].isspace()]
    ends = [*heads[1:], len(lines)]
    first = heads[0] if heads else len(lines)
    return Page(
        title=lines[0] if lines else "",
        prose="\n".join(lines[1:first]).strip(),
        examples=tuple(
            _example(lines[start].strip(), lines[start + 1 : end])
            for start, end in zip(heads, ends, strict=True)
        ),
    )


def _example(head: str, lines: list[str]) -> Example:
    body = dedent("\n".join(lines)).strip("\n").splitlines()
    finds = tuple(line.removeprefix(_ARROW) for line in body if line.startswith(_ARROW))
    text = "\n".join(line for line in body if not line.startswith(_ARROW)).strip("\n")
    return Example(_HEADS[head], text + "\n", finds)  # type: ignore[arg-type]
