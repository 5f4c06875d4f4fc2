"""What an export will hold, as a page to read before anything is written. No Textual here.

The file is made as it would be written, and read again where it is a Word file: so what cannot be
made, or does not come out right, is seen here.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from drafter.diff.changes import counts
from drafter.editing.buffer import Buffer
from drafter.editing.comparing import Against, compare
from drafter.editing.exporting import Wanted, made
from drafter.tui.changes import Look, entries
from drafter.tui.wrap import Pieces

_STYLES = {"inserted": "underline", "deleted": "strike", "heading": "bold"}
_MOST = 600  # lines of a preview


def preview(wanted: Wanted, buffer: Buffer, width: int, *, colour: bool) -> Text:
    """What `wanted` will hold, in `width` columns. Raises DrafterError where writing would."""
    data = made(wanted, buffer)
    size = f"{max(1, round(len(data) / 1024))} kB"
    if wanted.kind in {"redline", "columns"} and wanted.base is not None:
        return _changes(wanted, buffer, Look(width, colour, wanted.kind == "columns"), size)
    lines = _words(wanted, data, buffer, width).splitlines()
    more = ["…"] if len(lines) > _MOST else []
    return Text.assemble((f"{size}\n\n", "dim"), "\n".join([*lines[:_MOST], *more]))


def _words(wanted: Wanted, data: bytes, buffer: Buffer, width: int) -> str:
    from drafter.formats import plain

    if wanted.kind == "markdown":
        return data.decode()
    resolution = buffer.resolution
    if wanted.kind in {"circulation", "clean"}:
        from drafter.formats import docx

        found = docx.read(data, wanted.path.name).value.resolutions
        resolution = found[0] if found else resolution
    return plain.format(resolution, min(width, plain.WIDTH))


def _changes(wanted: Wanted, buffer: Buffer, look: Look, size: str) -> Text:
    comparison = compare(buffer, Against("file", wanted.base))
    found = {k: n for k, n in counts(comparison.diff).items() if n and k != "unchanged"}
    said = ", ".join(f"{n} {kind}" for kind, n in found.items()) or "nothing changed"
    shown = entries(comparison, look)
    lines = [line for entry in shown for line in entry.lines]
    return Text.assemble((f"{size} · {said}\n\n", "dim"), _painted(lines[:_MOST]))


def _painted(lines: Iterable[Pieces]) -> Text:
    out = Text()
    for line in lines:
        for words, style in line:
            # Words that stayed the same are shown, but need no attention.
            out.append(words, _STYLES.get(style, "dim" if style in {"faint", "label"} else ""))
        out.append("\n")
    return out
