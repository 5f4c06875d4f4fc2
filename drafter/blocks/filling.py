"""Filling a block: the words of its template with the values of its fields, as draft Markdown.

A template is text, not code. It may name its fields, ask with `if`, repeat with `for` and use a few
filters; whatever else it contains is refused before it runs, and what runs is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from drafter.blocks.catalogue import Template
from drafter.blocks.fields import Value, blank, settled
from drafter.errors import DrafterError
from drafter.grammar import bodies, numbering, ordinals

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

_LONGEST = 200_000  # characters of one filled block
_DEEPEST = 2  # loops within loops
_FILTERS = ("capitalize", "default", "first", "join", "last", "length", "lower", "trim", "upper")
_HINT = "a template has words, fields, if, for and the filters " + ", ".join(
    (*_FILTERS, "letter", "ordinal")
)
# The nodes a template may be made of; everything else reaches further than a block needs to.
_ALLOWED = frozenset(
    (
        "Template", "Output", "TemplateData", "Name", "Const", "If", "For", "Filter", "Compare",
        "Operand", "And", "Or", "Not", "CondExpr", "Test", "Getattr",
    )
)  # fmt: skip
_LOOP = frozenset(("first", "last", "index", "length"))
_TESTS = frozenset(("defined", "undefined", "none", "string"))
_NAMES = {
    "Call": "a call", "Getitem": "an index", "Include": "an include", "Import": "an import",
    "FromImport": "an import", "Extends": "another template", "Macro": "a macro",
    "Assign": "an assignment", "Mul": "arithmetic", "Pow": "arithmetic", "Add": "arithmetic",
    "Concat": "a concatenation",
}  # fmt: skip


def fill(
    template: Template, values: Mapping[str, str], *, body: str = "", blanks: bool = False
) -> str:
    """The Markdown of `template` with `values`, for the body profile `body` ("ga-c3").

    A field without a value takes its default; with `blanks` one that has none stands in brackets
    with its prompt, otherwise it is an error that names the field.
    """
    known = {each.name for each in template.fields}
    for name in values:
        if name not in known and name != "body":
            hint = "its fields are " + ", ".join(sorted(known)) if known else "it has no fields"
            raise DrafterError(f"{template.name}: there is no field {name}", hint=hint)
    settled_values: dict[str, Value] = dict(body_words(body or values.get("body", "")))
    for each in template.fields:
        typed = values.get(each.name, "").strip() or each.default
        value = settled(each, typed)
        if not value and not each.optional:
            if not blanks:
                raise DrafterError(
                    f"{template.name}: the field {each.name} has no value",
                    hint=f"{each.label}, such as {each.name}={_quoted(each.example)}",
                )
            value = blank(each)
        settled_values[each.name] = _escaped(value)
    return _tidied(_rendered(template, settled_values))


def body_words(name: str) -> dict[str, str]:
    """What every template may say about the body: its name, whom it addresses, where it reports."""
    profile = bodies.body(name) if name else bodies.body("ga")
    return {
        "organ": profile.organ,
        "states": profile.states,
        "secretariat": profile.secretariat,
        "reports_to": profile.reports_to,
    }


def _quoted(example: str) -> str:
    return f"“{example}”" if " " in example else example or "…"


_SPECIAL = re.compile(r"([*_`<>\\])")


def _escaped(value: Value) -> Value:
    """`value` with Markdown's signs made harmless, so that typed words stay words."""
    if isinstance(value, tuple):
        return tuple(_SPECIAL.sub(r"\\\1", each) for each in value)
    return _SPECIAL.sub(r"\\\1", value)


def _rendered(template: Template, values: Mapping[str, Value]) -> str:
    from jinja2 import TemplateError

    where = str(template.path) if template.path.name else template.name
    environment = _environment()
    try:
        tree = environment.parse(template.source)
        _refuse(tree, where)
        words: list[str] = []
        length = 0
        for piece in environment.from_string(tree).generate(**values):
            length += len(piece)
            if length > _LONGEST:
                raise DrafterError(f"{where}: the block grows beyond {_LONGEST} characters")
            words.append(piece)
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        at = f"{where}:{line}" if line else where
        raise DrafterError(
            f"{at}: {_lower(error.message or 'not a template')}", hint=_HINT
        ) from None
    except (RecursionError, MemoryError, TypeError, ValueError, OverflowError):
        raise DrafterError(f"{where}: the template cannot be filled", hint=_HINT) from None
    return "".join(words)


def _lower(message: str) -> str:
    line = message.splitlines()[0].rstrip(".")
    return line[:1].lower() + line[1:]


def _environment() -> ImmutableSandboxedEnvironment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, cache_size=0
    )
    environment.globals = {}
    environment.filters = {name: environment.filters[name] for name in _FILTERS}
    environment.filters["ordinal"] = _ordinal
    environment.filters["letter"] = _letter
    environment.tests = {name: environment.tests[name] for name in _TESTS}
    return environment


def _ordinal(value: object) -> str:
    """The filter that says a number as an ordinal in words."""
    text = str(value)
    return ordinals.words(int(text)) if text.isdigit() and 1 <= int(text) <= 999 else text


def _letter(value: object) -> str:
    """The filter that says the number of a point as its letter (R-OP-8)."""
    return numbering.letter(value) if isinstance(value, int) and value > 0 else ""


def _refuse(tree: nodes.Template, where: str) -> None:
    """Raise DrafterError when `tree` has anything that a block does not need."""
    pending: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while pending:
        node, loops = pending.pop()
        kind = type(node).__name__
        if kind not in _ALLOWED:
            what = _NAMES.get(kind, f"a {kind.lower()}")
            raise DrafterError(f"{where}:{node.lineno}: a template may not use {what}", hint=_HINT)
        if kind == "Getattr" and not _is_loop(node):
            raise DrafterError(
                f"{where}:{node.lineno}: a template may not reach the attribute"
                f" {getattr(node, 'attr', '')}",
                hint=_HINT,
            )
        if kind == "Name" and getattr(node, "name", "") == "self":
            raise DrafterError(f"{where}:{node.lineno}: a template may not reach self", hint=_HINT)
        loops += kind == "For"
        if loops > _DEEPEST:
            raise DrafterError(f"{where}:{node.lineno}: loops stand too deep in one another")
        if kind == "For" and getattr(node, "recursive", False):
            raise DrafterError(f"{where}:{node.lineno}: a template may not use a recursive loop")
        pending.extend((child, loops) for child in node.iter_child_nodes())


def _is_loop(node: nodes.Node) -> bool:
    """Whether `node` is `loop.last` and the like, the only attributes there are."""
    owner = getattr(node, "node", None)
    return getattr(owner, "name", "") == "loop" and getattr(node, "attr", "") in _LOOP


_BLANK_LINES = re.compile(r"\n{3,}")
_SPACES = re.compile(r"(?<=\S) {2,}")


def _tidied(words: str) -> str:
    """`words` without the gaps that an empty field or a loop leaves."""
    words = _SPACES.sub(" ", words.replace(" ,", ",").replace(" ;", ";"))
    return _BLANK_LINES.sub("\n\n", words).strip("\n") + "\n"
