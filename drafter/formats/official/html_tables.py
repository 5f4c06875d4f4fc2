"""Tables that a scanner wrote as HTML, made rows of a Markdown table before anything else is read.

Words before and after a table stay; a table that never ends stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.formats.official.lines import Raw

_BEGIN = re.compile(r"<table\b[^<>]*>", re.I)
_END = re.compile(r"</table\s*>", re.I)
_ROW = re.compile(r"<tr\b[^<>]*>", re.I)
_CELL = re.compile(r"<t[dh]\b[^<>]*>", re.I)
_TAG = re.compile(r"</?(?:t[dhr]|thead|tbody|tfoot|caption|colgroup|col)\b[^<>]*>", re.I)


def rows(raws: list[Raw]) -> list[Raw]:
    """`raws` with every HTML table as rows of a Markdown one."""
    made: list[Raw] = []
    table: list[Raw] = []
    for raw in raws:
        if not table and not _BEGIN.search(raw.text):
            made.append(raw)
            continue
        table.append(raw)
        if _END.search(raw.text):
            made += _rows(table)
            table = []
    return made + table


def _rows(table: list[Raw]) -> Iterator[Raw]:
    whole = " ".join(raw.text for raw in table)
    first = table[0]
    before, inner = _BEGIN.split(whole, maxsplit=1)
    inner, after = _END.split(inner, maxsplit=1)
    caption, *found = _ROW.split(inner)
    for text in (before, _TAG.sub(" ", caption)):
        if text.strip():
            yield replace(first, text=text.strip())
    for row in found:
        cells = (_TAG.sub(" ", cell).replace("|", "\\|").strip() for cell in _cells(row))
        yield replace(first, text=f"| {' | '.join(cells)} |")
    if after.strip():
        yield replace(table[-1], text=after.strip(), gap=True)


def _cells(row: str) -> list[str]:
    outside, *cells = _CELL.split(row)
    return [outside, *cells] if _TAG.sub("", outside).strip() else cells
