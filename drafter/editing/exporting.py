"""What is written for others: the circulation file, the redline, copies in other formats.

Each is a whole file made from the buffer and a name. Choosing and asking is the screen's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import Literal

from drafter.editing.buffer import Buffer
from drafter.errors import DrafterError
from drafter.files import write_whole
from drafter.model import Document

Kind = Literal["circulation", "redline", "clean", "columns", "text", "markdown", "html"]
Base = Literal["", "may", "must"]  # whether an older text belongs to it


@dataclass(frozen=True, slots=True)
class Output:
    """One kind of file one can write."""

    kind: Kind
    title: str
    about: str
    suffix: str
    ending: str = ""  # of the suggested name, before the suffix
    base: Base = ""


OUTPUTS = (
    Output("circulation", "Word, for circulation", "Laid out as an L. document.", ".docx"),
    Output(
        "redline",
        "Word redline",
        "Every change since an older text as a tracked change, in that text’s own layout.",
        ".docx",
        "-redline",
        "must",
    ),
    Output(
        "clean",
        "Word, clean copy",
        "Changes accepted, and no names, comments or other traces; "
        "in the layout of an older Word file, if you name one.",
        ".docx",
        "-clean",
        "may",
    ),
    Output(
        "columns",
        "Side by side",
        "The older text left, the draft right, in a Word table.",
        ".docx",
        "-side-by-side",
        "must",
    ),
    Output("text", "Plain text", "For a message.", ".txt"),
    Output("markdown", "Markdown draft", "A copy that drafter opens.", ".md"),
    Output("html", "Web page", "To read or to print.", ".html"),
)
_FORMATS: dict[Kind, str] = {
    "circulation": "docx",
    "markdown": "markdown",
    "html": "html",
    "text": "plain",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to write: what, where and, where one belongs to it, since which text."""

    kind: Kind
    path: Path
    base: Path | None = None
    newer: Path | None = None  # of a redline that leads from the draft to a newer text


def suggested_path(buffer: Buffer, output: Output) -> Path:
    """Beside the draft, named after it."""
    source = Path(buffer.path or buffer.source or "draft.md")
    stem = f"{source.stem}{output.ending}"
    path = source.with_name(f"{stem}{output.suffix}")
    return path.with_name(f"{stem}-copy{output.suffix}") if path == source else path


def base_of(buffer: Buffer) -> Path | None:
    """The file that the front matter calls the draft's base, where it can be found."""
    named = dict(buffer.resolution.masthead.base).get("file")
    if not isinstance(named, str) or not named:
        return None
    home = Path(buffer.path or buffer.source or ".").resolve().parent
    found = home / named
    return found if found.exists() else None


def write(wanted: Wanted, buffer: Buffer) -> None:
    """Write `wanted`. Raises DrafterError when it cannot be made, and then writes nothing."""
    write_whole(wanted.path, made(wanted, buffer))


def made(wanted: Wanted, buffer: Buffer) -> bytes:
    """The bytes of `wanted`, which nothing writes yet."""
    document = Document((buffer.resolution,))
    if wanted.kind == "redline":
        return _redline(wanted, document)
    if wanted.kind == "columns":
        return _columns(wanted, document)
    if wanted.kind == "clean":
        return _clean(wanted, document)
    from drafter.formats import format_named

    return format_named(_FORMATS[wanted.kind]).write(document)


def _redline(wanted: Wanted, document: Document) -> bytes:
    """The redline since `wanted.base`, in that file's own layout when it is a Word file."""
    from drafter.formats import docx
    from drafter.render import redline

    now = datetime.now(UTC).replace(microsecond=0)
    if wanted.newer is not None:
        draft, newer_text = docx.write(document), _older(wanted.newer)
        return redline.redline_draft(draft, newer_text, author=_author(), date=now)
    base = _base(wanted)
    if base.suffix.lower() == ".docx":
        data = base.read_bytes()
        return redline.redline_draft(data, document, author=_author(), date=now)
    older, newer = docx.write(_older(base)), docx.write(document)
    return redline.redline(older, newer, author=_author(), date=now)


def _columns(wanted: Wanted, document: Document) -> bytes:
    """The older text and the draft in two columns."""
    from drafter.diff import compare
    from drafter.formats.blocks import blocks
    from drafter.render import word_table

    base = _base(wanted)
    diff = compare(blocks(_older(base)), blocks(document))
    now = datetime.now(UTC).replace(microsecond=0)
    symbol = document.resolutions[0].masthead.symbol or "the draft"
    return word_table.render(diff, old=base.name, new=symbol, author=_author(), date=now)


def _clean(wanted: Wanted, document: Document) -> bytes:
    """The draft as it would be circulated, with nothing in the file but what it shows."""
    from drafter.formats import docx
    from drafter.word.clean import clean

    in_layout = wanted.base is not None and wanted.base.suffix.lower() == ".docx"
    data = _redline(wanted, document) if in_layout else docx.write(document)
    return clean(data, wanted.path.name).data


def _base(wanted: Wanted) -> Path:
    if wanted.base is None:
        raise DrafterError("an older text belongs to this", hint="name the file to compare with")
    return wanted.base


def _older(base: Path) -> Document:
    from drafter.formats import read_file

    return Document(read_file(base).value.resolutions[:1])


def _author() -> str:
    try:
        return getuser()
    except (KeyError, OSError):
        return "drafter"
