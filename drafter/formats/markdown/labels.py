"""Numbers and letters at the start of a draft's lines: found, written, and kept apart from words.

A label is what is printed before a paragraph: `3.`, `3 bis.`, `(a)`, `i.`, `OP7 ter.`, `-`. Numbers
are kept without their full stop, as `drafter.grammar.numbering` has them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from drafter.grammar.numbering import sublabel

_ADVERB = r"(?:bis|ter|quater|quinquies|sexies|septies|octies|alt)"
_BESIDE = rf"\d{{1,4}}\s?{_ADVERB}(?:\s{_ADVERB})*"
_WORKING = rf"(?:PP|OP)\s?\d{{1,4}}(?:\s?{_ADVERB})*"

_LABEL = re.compile(
    rf"""(?:
      (?P<number>\d{{1,9}})[.)]
    | (?P<beside>{_BESIDE}|{_WORKING})(?:[.:)]|(?=\s+[*_\[]))
    | (?P<letter>\((?:[a-z]{{1,3}}|[ivxlc]{{1,7}}|[A-Z]|[\u0621-\u064a]{{1,2}}|\d{{1,3}})\)
        | (?:[a-z]{{1,2}}|[ivxl]{{1,6}})\)
        | (?:[a-z]|[ivxl]{{1,6}})\.)
    | (?P<roman>[IVXL]{{1,6}})\.
    | (?P<bullet>[-+*•])
    )(?:[ \t]+|$)""",
    re.X,
)
_BLOCK = re.compile(r"#{1,6}(?:\s|$)|>|\||={3,}|-{3,}|~{3,}|\[(?:\\.|[^\[\]\\])*\]:")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def take(text: str) -> tuple[str, str] | None:
    """The label at the start of `text` and the rest, or None where none stands there."""
    found = _LABEL.match(text)
    if found is None:
        return None
    kind = found.lastgroup or ""
    label = "-" if kind == "bullet" else found[kind]
    if kind == "number" and found[0][len(label)] == ")":
        label += ")"
    return label, text[found.end() :]


def at_level(label: str, level: int) -> str:
    """`label`, as `take` found it, in the form that it has at `level` (0: the top).

    At the top a number is kept bare, below it with its mark: "3", but "3." as "a." and "(a)".
    """
    bare = label.removesuffix(")")
    if not bare.isdigit():
        return label
    return bare if level == 0 else f"{label}." if label == bare else label


def spelled(label: str) -> str:
    """`label` as it is written before its paragraph."""
    return f"{label}." if label[-1:].isalnum() else label


def speaks_for_itself(label: str, level: int) -> bool:
    """Whether `label`, written before a paragraph at `level`, reads as exactly itself."""
    found = take(f"{spelled(label)} x")
    return found is not None and found[1] == "x" and at_level(found[0], level) == label


def is_number(label: str) -> bool:
    """Whether `label` belongs to a paragraph of the top level: a number, "3 bis", "OP4"."""
    return label[:1].isdigit() or label.startswith(("PP", "OP"))


def escape_start(markdown: str) -> str:
    """`markdown`, spelled so that at the start of a block it is nothing but words."""
    found = _LABEL.match(markdown) or _BLOCK.match(markdown)
    if found is None:
        return markdown
    if markdown.startswith("["):
        # The colon would make it a footnote or a link's address.
        return f"{markdown[: found.end() - 1]}\\{markdown[found.end() - 1 :]}"
    if sign := _PUNCTUATION.search(markdown, 0, found.end()):
        escaped = f"{markdown[: sign.start()]}\\{markdown[sign.start() :]}"
        if not _LABEL.match(escaped):
            return escaped
    return f"&#{ord(markdown[0])};{markdown[1:]}"


@dataclass(frozen=True, slots=True)
class Run:
    """The labels printed so far under one paragraph."""

    count: int = 0
    last: str = ""

    def after(self, label: str) -> Run:
        """The run when `label` has followed; an unlabelled paragraph leaves it as it is."""
        return Run(self.count + 1, label) if label else self

    def continues(self, label: str, level: int) -> bool:
        """Whether `label` is what comes next in this run, which stands at `level`."""
        if label == sublabel(level, self.count + 1):
            return True
        if not self.count:
            return is_first(label)
        if label == "-":
            return self.last == label
        return any(_step(form, self.last) == label for form in range(1, 5))


NO_RUN = Run()


def is_first(label: str) -> bool:
    """Whether `label` opens a run of its own: "(a)", "(i)", "a.", "i.", "a)", "i)", "-"."""
    return label.strip("().") in {"a", "i", "1", "A", "-"}


@cache
def _step(form: int, label: str) -> str:
    """The label after `label` in the run that `form` counts, in the same dress; "" if none."""
    core = label.strip("().")
    for number in range(1, 100):
        if sublabel(form, number).strip("().") == core:
            return label.replace(core, sublabel(form, number + 1).strip("()."))
    return ""
