"""The entries of front matter that need no YAML reader: names, one line of words, lists, a mapping.

PyYAML takes as long to load as the interpreter takes to start, and most front matter is as simple
as this. Whatever is not, even in one line, is left to `yaml_entries`; where both read, they agree.
"""

from __future__ import annotations

import re

Entry = tuple[str, object, int]  # key, value, line counted from 0

# Words that YAML, too, takes for nothing but these words, in a list and in a mapping as well.
_WORDS = re.compile(r"(?!(?:null|Null|NULL)$)\w[^:#,?\[\]{}]*")
_LINE_OF_WORDS = re.compile(r"\w[^:#?\[\]{}]*")
_QUOTED = re.compile(r'"[^"\\]*"')


class _NeedsYamlError(Exception):
    """What stands there says more than this module knows."""


def parse(source: str, text_keys: frozenset[str]) -> list[Entry] | None:
    """The entries of `source` in order, or None where any of them needs a YAML reader.

    Only keys in `text_keys` are read here: below them everything is words as written.
    """
    lines = source.removesuffix("\n").split("\n")
    entries: list[Entry] = []
    at = 0
    try:
        while at < len(lines):
            name, value = _named(lines[at])
            below = at + 1
            while below < len(lines) and lines[below].startswith(("  ", "- ")):
                below += 1
            if name not in text_keys or bool(value) == (below > at + 1):
                return None
            entries.append((name, _value(value) if value else _block(lines[at + 1 : below]), at))
            at = below
    except _NeedsYamlError:
        return None
    return entries


def _named(entry: str) -> tuple[str, str]:
    """Name and value of `name: value`."""
    name, _, value = entry.partition(":")
    if not (entry.isprintable() and name.isidentifier() and value[:1] in ("", " ")):
        raise _NeedsYamlError
    return name, value.strip(" ")


def _value(value: str) -> object:
    """What stands after a name on its line."""
    inside = value[1:-1].strip(" ")
    if value[0] == "[" and value[-1] == "]":
        return [_words(each) for each in inside.split(", ")] if inside else []
    if value[0] == "{" and value[-1] == "}":
        return {name: _words(each) for name, each in map(_named, inside.split(", "))}
    return value if _LINE_OF_WORDS.fullmatch(value) and "," in value else _words(value)


def _block(lines: list[str]) -> object:
    """What stands in the lines below a name: a list or a mapping."""
    if all(line.startswith(("- ", "  - ")) for line in lines):
        if len({line.index("-") for line in lines}) > 1 or not "".join(lines).isprintable():
            raise _NeedsYamlError
        return [_words(line.lstrip(" ")[2:]) for line in lines]
    if any(line[2] == " " for line in lines):
        raise _NeedsYamlError
    return {name: _words(each) for name, each in map(_named, (line[2:] for line in lines))}


def _words(value: str) -> str:
    """The words of one value, quoted or not."""
    value = value.strip(" ")
    if _QUOTED.fullmatch(value):
        return value[1:-1]
    if not _WORDS.fullmatch(value):
        raise _NeedsYamlError
    return value
