"""The footnotes and endnotes of a Word file, and what each call of them shows.

Numbers are counted as Word counts them: by section, from the start that a section sets, custom
marks left out. A note's own words are read like any paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from drafter.formats.docx import brackets, runs
from drafter.formats.docx.brackets import Flat, Piece
from drafter.model import Footnote
from drafter.word import story
from drafter.word.numbering import spelt
from drafter.word.package import Package
from drafter.word.styles import Styles
from drafter.word.xml import Element, w


@dataclass
class Notes:
    """The notes of a file: what each reference shows and which note it calls."""

    seen: runs.Seen
    ids: dict[Element, tuple[str, str]] = field(default_factory=dict)  # reference → kind, id
    stories: dict[tuple[str, str], story.Story] = field(default_factory=dict)

    def footnote(self, reference: Element, label: str) -> Footnote:
        """The note that `reference` calls, under `label`."""
        found = self.stories.get(self.ids[reference])
        return Footnote(label, brackets.nest(_content(found, self.seen)) if found else ())

    def words(self, reference: Element) -> str:
        """The words of the note that `reference` calls."""
        found = self.stories.get(self.ids[reference])
        return runs.words(_content(found, self.seen)).strip() if found else ""

    def uncalled(self) -> Iterator[str]:
        """The words of the notes that nothing calls."""
        called = set(self.ids.values())
        for key, found in self.stories.items():
            if key not in called and (said := runs.words(_content(found, self.seen)).strip()):
                yield said


def of(package: Package, styles: Styles) -> Notes:
    """The notes of `package`, every call of the body labelled as Word shows it."""
    seen = runs.Seen(styles)
    found = Notes(seen)
    for kind in ("footnote", "endnote"):
        for key, note in story.notes(package, kind).items():
            found.stories[kind, key] = note
    body = story.body(package).container
    for kind in ("footnote", "endnote"):
        _label(body, kind, found, _Count.of(package, kind))
    _bookmarks(body, seen)
    return found


@dataclass
class _Count:
    """How one kind of note is numbered in a section."""

    start: int = 1
    form: str = "decimal"
    restart: str = "continuous"

    @classmethod
    def of(cls, package: Package, kind: str) -> _Count:
        """What the file's settings say for all sections."""
        default = cls(form="decimal" if kind == "footnote" else "lowerRoman")
        for part in package.related(package.main, "settings")[:1]:
            return default.changed(package.part(part).find(w(f"{kind}Pr")))
        return default

    def changed(self, properties: Element | None) -> _Count:
        """This numbering as `properties` change it."""
        if properties is None:
            return self
        said = {child.tag: child.get(w("val"), "") for child in properties}
        start = said.get(w("numStart"), "")
        return _Count(
            int(start) if start.isdecimal() and len(start) < 6 else self.start,
            said.get(w("numFmt")) or self.form,
            said.get(w("numRestart")) or self.restart,
        )


def _label(body: Element, kind: str, notes: Notes, default: _Count) -> None:
    """Label the references of `kind` in `body`, section by section."""
    tag = w(f"{kind}Reference")
    waiting: list[Element] = []
    number = default.start - 1
    first = True
    for element in body.iter(tag, w("sectPr")):
        if element.tag == tag:
            waiting.append(element)
            continue
        above = element.getparent()
        if above is not None and above.tag == w("sectPrChange"):
            continue
        count = default.changed(element.find(w(f"{kind}Pr")))
        if first or count.restart != "continuous":
            number = count.start - 1
        first = False
        number = _number(waiting, kind, notes, count, number)
        waiting = []
    _number(waiting, kind, notes, default, number)


def _number(
    references: Iterable[Element], kind: str, notes: Notes, count: _Count, number: int
) -> int:
    for reference in references:
        if (label := custom_mark(reference)) is None:
            number += 1
            label = spelt(number, count.form) or str(number)
        notes.seen.notes[reference] = label
        notes.ids[reference] = (kind, reference.get(w("id"), ""))
    return number


def custom_mark(reference: Element) -> str | None:
    """The mark that `reference` brings along; None where Word numbers it."""
    if reference.get(w("customMarkFollows")) not in {"1", "true", "on"}:
        return None
    for texts in (reference.itersiblings(w("t"), w("sym")), _next_texts(reference)):
        said = "".join(text.text or "" for text in texts if text.tag == w("t")).strip()
        if said:
            return said
    return "*"


def _next_texts(reference: Element) -> Iterator[Element]:
    run = reference.getparent()
    following = run.getnext() if run is not None else None
    return following.iter(w("t")) if following is not None else iter(())


def _bookmarks(body: Element, seen: runs.Seen) -> None:
    """Which bookmark stands around which note's call: NOTEREF fields repeat the call."""
    opened: dict[str, str] = {}
    for element in body.iter(w("bookmarkStart"), w("bookmarkEnd"), w("footnoteReference")):
        if element.tag == w("bookmarkStart"):
            opened[element.get(w("id"), "")] = element.get(w("name"), "")
        elif element.tag == w("bookmarkEnd"):
            opened.pop(element.get(w("id"), ""), None)
        else:
            for name in opened.values():
                if element in seen.notes:
                    seen.bookmarks.setdefault(name, seen.notes[element])


def _content(note: story.Story, seen: runs.Seen) -> list[Flat]:
    """The words of a note, its paragraphs joined, without its own mark at the start."""
    out: list[Flat] = []
    for index, paragraph in enumerate(story.all_paragraphs(note.container)):
        flat = runs.flat(paragraph, seen)
        if index == 0:
            flat = _without_mark(paragraph, flat)
        out += [Piece(" "), *flat] if out else flat
    return out


def _without_mark(paragraph: Element, flat: list[Flat]) -> list[Flat]:
    """`flat` without the typed mark that opens a note with a mark of its own."""
    if next(paragraph.iter(w("footnoteRef"), w("endnoteRef")), None) is not None:
        return flat
    for index, piece in enumerate(flat):
        if not isinstance(piece, Piece) or not piece.text.strip():
            continue
        if piece.raised or not piece.text.strip().strip("*†‡"):
            return flat[index + 1 :]
        break
    return flat
