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
        if self.text.startswith(("---", "*The ", "*L’Assemblée ")):
            return self.text
        return f"*The General Assembly*,\n\n{self.text}"


@dataclass(frozen=True, slots=True)
class Page:
    """A manual page in its parts."""

    title: str
    prose: str
    examples: tuple[Example, ...]


def book() -> str:
    """Every manual page as one Markdown document, the rules in alphabetical order."""
    from drafter.lint import rules

    known = [rules.rule(name) for name in rules.names()]
    out = [_PREFACE.format(count=len(known))]
    out += [f"- [{r.name}](#{r.name}) ({r.level}): {page(r.manual).title}" for r in known]
    out.append("")
    for each in known:
        parts = page(each.manual)
        out.append(f"## {each.name}\n\n*{each.level}; {', '.join(each.sources)}*\n")
        out += [parts.title + "\n", *([parts.prose + "\n"] if parts.prose else [])]
        out += [_shown(example) for example in parts.examples]
    return "\n".join(out).rstrip("\n") + "\n"


_PREFACE = """# Rules

`drafter lint` holds a draft to these {count} rules. An **error** breaks an official rule of the
United Nations, a **warning** breaks its practice, a **note** says where bodies differ or a name is
unknown. The signs in italics (`R-OP-4`) are those of the conventions that the rules stand on. Text
read from a scan is not held to rules on punctuation and italics. Where a body's own practice
differs, as the Security Council's does, its profile makes a rule a note there or leaves it out.

In a draft, `lint:` in the front matter turns rules off, changes levels and exempts a paragraph with
a reason; `[lint]` in a `drafter.toml` says the same for every draft in its folder and below:

```yaml
lint:
  off: [abbreviations]
  levels: {{per-cent: note}}
  exempt:
    - {{place: OP3, rule: succession, reason: agreed language of 2019}}
```

This page is printed by `drafter lint --list-rules --format markdown`.
"""


def _shown(example: Example) -> str:
    head = {"wrong": "Wrong", "right": "Right", "also right": "Right"}[example.kind]
    finds = "".join(f"- {find}\n" for find in example.finds)
    found = f"\n{finds}" if finds else ""
    return f"{head}:\n\n```markdown\n{example.text}```\n{found}"


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
