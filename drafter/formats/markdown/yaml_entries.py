"""The entries of front matter as YAML: PyYAML reads and writes them.

Values are taken from YAML's nodes, so that dates and "010" stay as written. Never builds anything
but strings, numbers, truth values, lists and dictionaries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

Entry = tuple[str, object, int]  # key, value, line counted from 0

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_NODES = 20_000  # aliases can make a small file huge
_DEEPEST = 30
_WIDEST = 120  # a list longer than this on its line is written an item a line


def parse(source: str, text_keys: frozenset[str]) -> list[Entry] | None:
    """The entries of `source` in order, or None when it is not YAML or no mapping.

    Everything below a key in `text_keys` is words as written: no numbers, no dates.
    """
    try:
        root = yaml.compose(source.replace("\t", "    "), Loader=_Loader)
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


def _name(key: yaml.Node) -> str:
    if not isinstance(key.value, str):
        raise ValueError("a key that is no word")
    return key.value


def _value(node: yaml.Node, budget: Iterator[int], *, typed: bool, depth: int = 0) -> object:
    """What `node` stands for; words as written unless `typed`."""
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


class _Dumper(yaml.SafeDumper):
    """Writes each value on its line, with double quotation marks where it needs any."""

    def ignore_aliases(self, data: object) -> bool:
        return True

    def choose_scalar_style(self) -> str:
        style = super().choose_scalar_style()
        return '"' if style == "'" else style


class _WordsDumper(_Dumper):
    """For values that are read as words: a date or a number needs no quotation marks."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, form) for tag, form in forms if tag.endswith(":null")]
        for first, forms in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }


_Dumper.add_multi_representer(object, lambda dumper, value: dumper.represent_str(str(value)))
for _kind in (bool, int, float):
    _WordsDumper.add_representer(_kind, lambda dumper, value: dumper.represent_str(str(value)))


def format_entry(key: str, value: object, *, typed: bool = False) -> str:
    """One entry of a mapping, without its line end; `typed` when a number is not a string."""
    dumper = _Dumper if typed else _WordsDumper
    name = _dumped(key, dumper)
    line = f"{name}: {_dumped(value, dumper)}"
    if len(line) > _WIDEST and isinstance(value, list | tuple):
        return f"{name}:\n{_dumped(value, dumper, in_lines=True)}"
    return line


def _dumped(value: object, dumper: type[_Dumper], *, in_lines: bool = False) -> str:
    whole: str = yaml.dump(
        value,
        Dumper=dumper,
        default_flow_style=not in_lines,
        width=float("inf"),
        allow_unicode=True,
        sort_keys=False,
    )
    return whole.removesuffix("...\n").removesuffix("\n")
