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
from drafter.files import write_whole
from drafter.model import Document

Kind = Literal["circulation", "redline", "markdown", "html", "text"]


@dataclass(frozen=True, slots=True)
class Output:
    """One kind of file one can write."""

    kind: Kind
    title: str
    about: str
    suffix: str


OUTPUTS = (
    Output("circulation", "Word file for circulation", "laid out as an L. document", ".docx"),
    Output("redline", "Word redline", "every change since another text, tracked", ".docx"),
    Output("markdown", "Markdown draft", "a copy that drafter opens", ".md"),
    Output("html", "Web page", "to read or to print", ".html"),
    Output("text", "Plain text", "for a message", ".txt"),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to write: what, where and, for a redline, since which text."""

    kind: Kind
    path: Path
    base: Path | None = None


def suggested_path(buffer: Buffer, output: Output) -> Path:
    """Beside the draft, named after it."""
    source = Path(buffer.path or buffer.source or "draft.md")
    stem = f"{source.stem}-redline" if output.kind == "redline" else source.stem
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
    document = Document((buffer.resolution,))
    if wanted.kind == "redline":
        data = _redline(wanted, document)
    else:
        from drafter.formats import format_named

        names = {"circulation": "docx", "markdown": "markdown", "html": "html", "text": "plain"}
        data = format_named(names[wanted.kind]).write(document)
    write_whole(wanted.path, data)


def _redline(wanted: Wanted, document: Document) -> bytes:
    """The redline since `wanted.base`, in that file's own layout when it is a Word file."""
    from drafter.errors import DrafterError
    from drafter.formats import docx, read_file
    from drafter.render import redline

    if wanted.base is None:
        raise DrafterError("a redline needs an older text", hint="name the file to compare with")
    now = datetime.now(UTC).replace(microsecond=0)
    author = _author()
    if wanted.base.suffix.lower() == ".docx":
        return redline.redline_draft(wanted.base.read_bytes(), document, author=author, date=now)
    older = Document(read_file(wanted.base).value.resolutions[:1])
    return redline.redline(docx.write(older), docx.write(document), author=author, date=now)


def _author() -> str:
    try:
        return getuser()
    except (KeyError, OSError):
        return "drafter"
