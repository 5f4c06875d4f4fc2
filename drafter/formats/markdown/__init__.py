"""The draft file: Markdown that a person can read, mail and keep in git.

CommonMark with front matter, footnotes and brackets. Reading what was written gives the same draft,
writing a second time the same bytes. Nothing is refused and nothing is lost: what could not be
understood is in the notes, with its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafter.formats.markdown.body import assemble
from drafter.formats.markdown.front_matter import looks_like_entry, parse_front_matter
from drafter.formats.markdown.inline import parse_inline
from drafter.formats.markdown.scan import scan
from drafter.formats.markdown.spelling import format_inline
from drafter.formats.markdown.writing import format_resolution
from drafter.formats.reading import Reading
from drafter.model import Document, Resolution

__all__ = ["decode", "format", "format_inline", "parse", "parse_inline", "read", "write"]


def read(data: bytes, name: str) -> Reading[Document]:
    """The resolutions in the Markdown file `data`, which is called `name` in the notes."""
    text, notes = decode(data, name)
    resolutions = []
    for line, source in _drafts(text):
        reading = _parse(source, name, line)
        resolutions.append(reading.value)
        notes += reading.notes
    return Reading(Document(tuple(resolutions)), notes)


def write(document: Document) -> bytes:
    """The resolutions of `document`, one after the other, each with its front matter."""
    several = len(document.resolutions) > 1
    texts = [_format(each, among_others=several) for each in document.resolutions]
    return "\n".join(text or "---\n---\n" for text in texts).encode("utf-8", "replace")


def parse(text: str, name: str = "draft") -> Reading[Resolution]:
    """The one resolution in `text`; notes name the line as `name:12`."""
    return _parse(text.removeprefix("\ufeff").replace("\r\n", "\n"), name, 1)


def format(resolution: Resolution) -> str:  # noqa: A001 - read/write touch bytes, parse/format strings
    """`resolution` as the text of a draft file; "" for one that holds nothing."""
    return _format(resolution)


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """`data` as text with plain line ends, and notes on what had to be guessed."""
    notes: list[str] = []
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            notes.append(f"{name}:{line}: not UTF-8; read as Windows-1252")
            text = data.decode("cp1252", "replace")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        notes.append(f"{name}:{line}: NUL characters were replaced")
        text = text.replace("\0", "\ufffd")
    return text.replace("\r\n", "\n").replace("\r", "\n"), tuple(notes)


def _format(resolution: Resolution, *, among_others: bool = False) -> str:
    def back(text: str) -> Resolution:
        return _parse(text, "", 1).value

    return format_resolution(resolution, back, among_others=among_others)


def _parse(text: str, name: str, first_line: int) -> Reading[Resolution]:
    from dataclasses import replace

    notes: dict[str, None] = {}  # each said once, in order

    def note(line: int, what: str) -> None:
        notes[f"{name}:{line}: {what}" if line else f"{name}: {what}"] = None

    lines = text.split("\n")
    end = _front_matter_end(lines, 0, note)
    source = "\n".join(lines[1 : end - 1] if end else [])
    front = parse_front_matter(source, first_line + 1, note)
    if end and lines[end - 1].strip() not in {"---", "..."}:
        front = parse_front_matter("\n".join(lines[1:end]), first_line + 1, note)
    resolution = assemble(
        scan("\n".join(lines[end:]), first_line + end),
        note,
        title=front.title,
        enacting=front.enacting,
    )
    return Reading(replace(resolution, masthead=front.masthead), tuple(notes))


def _drafts(text: str) -> Iterator[tuple[int, str]]:
    """Each draft of a file with its first line; all but the first begin with front matter."""
    if not text.strip():
        return
    lines = text.split("\n")
    starts = [0]
    at = _front_matter_end(lines, 0)
    while at < len(lines):
        blank_before = at == 0 or not lines[at - 1].strip()
        if lines[at].rstrip() == "---" and blank_before and (end := _front_matter_end(lines, at)):
            if any(line.strip() for line in lines[:at]):
                starts.append(at)
            at = end
        else:
            at += 1
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield start + 1, "\n".join(lines[start:end])


def _front_matter_end(
    lines: list[str], start: int, note: Callable[[int, str], None] | None = None
) -> int:
    """The index of the line after the front matter that begins at `start`, 0 if none does.

    Front matter that is never closed ends at its first blank line.
    """
    if start >= len(lines) or lines[start].rstrip() != "---":
        return 0
    following = lines[start + 1].rstrip() if start + 1 < len(lines) else ""
    if following == "---":
        return start + 2
    if not (looks_like_entry(following) or following.startswith("#")):
        return 0
    for index in range(start + 1, len(lines)):
        if lines[index].rstrip() in {"---", "..."}:
            return index + 1
    blank = next((i for i in range(start + 1, len(lines)) if not lines[i].strip()), len(lines))
    if note:
        note(start + 1, "the front matter is not closed; it ends at the first blank line")
    return blank
