"""YAML for front matter: read by PyYAML, or without it where lines are plain; written by hand.

PyYAML costs a fifth of a light command's start-up, and front matter is nearly always lines of
`key: words`, `key: [a, b]` and `key: {a: b}`: those are read here, all else by PyYAML. Dates stay
words. Never builds anything but strings, numbers, truth values, lists and dictionaries.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yaml import Node

Entry = tuple[str, object, int]  # key, value, line counted from 0

_MOST_NODES = 20_000  # aliases can make a small file huge
_DEEPEST = 30
_WIDEST = 120  # a list longer than this on its line is written an item a line

# Words that need no quotation marks. Numbers and dates begin with a digit.
_PLAIN = re.compile(r"[^\W_](?:[\w ./()'’–—+%“”‑°;*-]*[\w./()'’–—+%“”‑°;*-])?")
_PLAIN_IN_LINE = re.compile(
    r"[^\W_](?:(?:[\w ./()'’–—+%“”‑°;*,&-]|:(?=\S))*[\w./()'’–—+%“”‑°;*,&-])?"
)
_NOT_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_LINE = re.compile(r"([A-Za-z][\w-]*):[ ]+(.+)$")
_PAIR = re.compile(r"([A-Za-z][\w-]*):[ ]+(.*)")
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def parse(source: str, text_keys: frozenset[str]) -> list[Entry] | None:
    """The entries of `source` in order, or None when it is not YAML or no mapping.

    Everything below a key in `text_keys` is words as written: no numbers, no dates.
    """
    plain = _plain_entries(source, text_keys)
    return plain if plain is not None else _yaml_entries(source, text_keys)


def _plain_entries(source: str, text_keys: frozenset[str]) -> list[Entry] | None:
    """The entries of `source` when each line is as plain as can be, else None."""
    entries: list[Entry] = []
    for number, line in enumerate(source.split("\n")):
        if not line.strip(" "):
            continue
        found = _LINE.match(line.rstrip(" "))
        if not found or found[1] not in text_keys:
            return None
        value = _plain_value(found[2])
        if value is None:
            return None
        entries.append((found[1], value, number))
    return entries


def _plain_value(words: str) -> object:
    if words[0] == "[" and words[-1] == "]":
        items = words[1:-1].split(", ")
        return items if all(map(_is_plain, items)) else None
    if words[0] == "{" and words[-1] == "}":
        pairs = [_PAIR.fullmatch(each) for each in words[1:-1].split(", ")]
        if all(pair and _is_plain(pair[2]) for pair in pairs):
            return {pair[1]: pair[2] for pair in pairs if pair}
        return None
    if words[0] == '"' and words[-1] == '"' and len(words) > 1 and not {"\\", '"'} & {*words[1:-1]}:
        return words[1:-1] if words.isprintable() else None
    return words if _is_plain(words, in_line=True) else None


def _is_plain(words: str, *, in_line: bool = False) -> bool:
    """Whether `words` need no quotation marks, inside brackets or alone on a line."""
    pattern = _PLAIN_IN_LINE if in_line else _PLAIN
    return (
        bool(pattern.fullmatch(words)) and words.isprintable() and words.lower() not in _NOT_WORDS
    )


def _yaml_entries(source: str, text_keys: frozenset[str]) -> list[Entry] | None:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(source.replace("\t", "    "), Loader=loader)
        if root is None:
            return []
        if not isinstance(root, yaml.MappingNode):
            return None
        budget = iter(range(_MOST_NODES))
        return [
            (
                name := _name(key),
                _value(node, budget, typed=name not in text_keys),
                key.start_mark.line,
            )
            for key, node in root.value
        ]
    except (yaml.YAMLError, ValueError, RecursionError, StopIteration):
        return None


def _name(key: Node) -> str:
    if not isinstance(key.value, str):
        raise ValueError("a key that is no word")
    return key.value


def _value(node: Node, budget: Iterator[int], *, typed: bool, depth: int = 0) -> object:
    """What `node` stands for; words as written unless `typed`."""
    import yaml

    next(budget)
    if depth > _DEEPEST:
        raise ValueError("front matter nested too deep")
    if isinstance(node, yaml.SequenceNode):
        return [_value(each, budget, typed=typed, depth=depth + 1) for each in node.value]
    if isinstance(node, yaml.MappingNode):
        return {
            _name(key): _value(each, budget, typed=typed, depth=depth + 1)
            for key, each in node.value
        }
    tag, words = node.tag.rpartition(":")[2], str(node.value)
    if tag == "null":
        return None
    if typed and tag == "bool":
        return words.lower() in {"true", "yes", "on", "y"}
    if typed and tag in {"int", "float"}:
        return _number(words)
    return words


def _number(words: str) -> object:
    """`words` as a number where JSON would write it so too, else as they stand."""
    if re.fullmatch(r"-?(?:0|[1-9]\d{0,17})", words):
        return int(words)
    if re.fullmatch(r"-?(?:0|[1-9]\d*)\.\d+", words) and str(float(words)) == words:
        return float(words)
    return words


def format_entry(key: str, value: object, *, typed: bool = False) -> str:
    """One entry of a mapping, without its line end; `typed` when a number is not a string."""
    name = key if re.fullmatch(r"[A-Za-z][\w-]*", key) and _is_plain(key) else _quoted(key)
    if isinstance(value, str) and not typed:
        plain = _is_plain(value, in_line=True)
        return f"{name}: {value if plain else _quoted(value)}"
    line = f"{name}: {_flow(value, typed=typed)}"
    if len(line) > _WIDEST and isinstance(value, list | tuple):
        return "\n".join([f"{name}:", *(f"  - {_flow(each, typed=typed)}" for each in value)])
    return line


def _flow(value: object, *, typed: bool) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value) if typed else _quoted(str(value))
    if isinstance(value, Mapping):
        pairs = (
            f"{_scalar(str(k), typed=True)}: {_flow(v, typed=typed)}" for k, v in value.items()
        )
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(each, typed=typed) for each in value) + "]"
    return _scalar(str(value), typed=typed)


def _scalar(words: str, *, typed: bool) -> str:
    plain = _is_plain(words) and not (typed and words[0] in "0123456789")
    return words if plain else _quoted(words)


def _quoted(words: str) -> str:
    """`words` in double quotes, with JSON's escapes and YAML's for what it cannot print."""
    return _UNPRINTABLE.sub(lambda c: f"\\u{ord(c[0]):04x}", json.dumps(words, ensure_ascii=False))
