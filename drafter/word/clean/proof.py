"""The proof of a clean copy: the words shown are the same, and a raw search finds no trace.

Looks at finished files only, and by ways of its own: what is shown is read anew, and traces are
sought in the bytes of the unpacked parts, as UTF-8 and as UTF-16.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from drafter.errors import DrafterBug
from drafter.word import revisions
from drafter.word.clean import traces
from drafter.word.package import Package
from drafter.word.styles import Styles
from drafter.word.xml import MC_NS, W_NS, Element, attributes, local, w

_STORIES = {"document", "hdr", "ftr", "footnotes", "endnotes"}
_SHORT = 6  # a value below this may be anything; it is sought among words, not in raw bytes


@dataclass(frozen=True, slots=True)
class Count:
    """How many values of one kind a raw search found in the file, and finds in the copy."""

    what: str
    found: int
    left: int


def counted(found: traces.Traces, copy: Package) -> tuple[Count, ...]:
    """For each kind of trace how many there were, and how many the copy still holds.

    A value that stands in the words shown is no trace there: a drafter's name in the text stays.
    """
    search = _Search.of(copy)
    return tuple(
        Count(kind, len(values), sum(map(search.holds, values)))
        for kind, values in found.items()
        if values
    )


_NAME, _NAMED = w("name"), {w("lsdException"), w("font")}
_FREE = ("author", "initials", "name", "descr", "title")  # attributes that may say anything
_TOKEN = re.compile(rb"[0-9A-Za-z]+")
_ID = re.compile(r"[0-9A-F]{8}")


@dataclass(frozen=True)
class _Search:
    """A finished file, laid open to be searched."""

    raw: bytes  # all parts, unpacked, and their names
    binary: bytes  # those that are no XML, where words may stand in UTF-16
    ids: frozenset[str]  # every sign of eight hexadecimal digits
    shown: str
    named: frozenset[str]  # names of styles and fonts, which the format and not a person gave
    free: frozenset[str]  # texts and attributes that may say anything

    @classmethod
    def of(cls, copy: Package) -> _Search:
        """The search in `copy`."""
        xml = [name for name in copy.names if name.endswith((".xml", ".rels"))]
        raw = b"\n".join([*map(copy.data, copy.names), "\n".join(copy.names).encode()])
        binary = b"\n".join(copy.data(name) for name in copy.names if name not in xml)
        tokens = {m[0] for m in _TOKEN.finditer(raw) if len(m[0]) == 8}
        words = (words for name in xml for words in (_shown(copy, name), _drawn(copy, name)))
        shown = " ".join(" ".join(words).split())
        named, free = set(), set()
        for element in (each for name in xml for each in copy.part(name).iter()):
            free.add(" ".join((element.text or "").split()))
            if element.tag == _NAME:
                named.add(element.get(w("val"), ""))
            elif element.tag in _NAMED:
                named.add(element.get(w("name"), ""))
            else:
                free.update(v for k, v in attributes(element) if k.endswith(_FREE))
        ids = frozenset(token.decode() for token in tokens)
        return cls(raw, binary, ids, shown, frozenset(named), frozenset(free))

    def holds(self, value: str) -> bool:
        """Whether the file holds `value` anywhere but in the words that it shows."""
        if _ID.fullmatch(value):
            return value in self.ids and value not in self.shown
        if value in self.shown or value in self.named or not any(map(str.isalnum, value)):
            return False
        if len(value) < _SHORT or (value.isalpha() and len(value) < 3 * _SHORT):
            # "center" may be a word that was struck, and a word of the format's own.
            return value in self.free and not value.islower() and not value.lstrip("-").isdigit()
        forms = {value.encode(), escape(value).encode(), escape(value, {'"': "&quot;"}).encode()}
        wide = {value.encode("utf-16-le"), value.encode("utf-16-be")}
        return any(form in self.raw for form in forms) or any(form in self.binary for form in wide)


def same_words(old: Package, new: Package, names: Mapping[str, str]) -> int:
    """How many characters both files show; DrafterBug when they do not show the same.

    `names` says which part of `old` became which of `new`.
    """
    old = revisions.accept_all(old)
    count = 0
    for part, name in names.items():
        before, after = _shown(old, part), _shown(new, name)
        if before != after:
            raise DrafterBug(f"{part}: the clean copy would not show the same words")
        count += len(after)
    return count


def _shown(package: Package, name: str) -> str:
    """The words that a story shows, end to end; "" for a part that is no story."""
    if not name.endswith(".xml") or name not in package:
        return ""
    root = package.part(name)
    if local(root) not in _STORIES:
        return ""
    styles = Styles.of(package)
    called = _called(package, root, styles)
    out: list[str] = []
    instructions: list[bool] = []  # of each open field, whether its instruction goes on
    for paragraph in root.iter(w("p")):
        style = styles.paragraph_style(paragraph)
        if not _is_on_page(paragraph, called):
            continue
        for element in _own_content(paragraph):
            if element.tag == w("fldChar"):
                kind = element.get(w("fldCharType"))
                if kind == "begin":
                    instructions.append(True)
                elif instructions and kind == "separate":
                    instructions[-1] = False
                elif instructions:
                    instructions.pop()
            elif not any(instructions) and not styles.look(element.getparent(), style).hidden:
                out.append(element.text or "" if element.tag == w("t") else "\t")
    return "".join(out)


def _drawn(package: Package, name: str) -> str:
    """The words in charts, diagrams, equations and watermarks of a part."""
    out = []
    for element in package.part(name).iter():
        if local(element) in {"t", "v"} and not element.tag.startswith(f"{{{W_NS}}}"):
            out.append(element.text or "")
        elif local(element) == "textpath":
            out.append(element.get("string", ""))
    return " ".join(out)


_CONTENT = tuple(w(name) for name in ["t", "tab", "br", "noBreakHyphen", "sym", "fldChar"])


def _own_content(paragraph: Element) -> Iterator[Element]:
    """What the runs of `paragraph` hold, those of text boxes in it left out."""
    for element in paragraph.iter(*_CONTENT):
        run = element.getparent()
        if run is None or run.tag != w("r"):
            continue
        if next(run.iterancestors(w("p")), None) is paragraph:
            yield element


def _is_on_page(paragraph: Element, called: set[str] | None) -> bool:
    """Whether a page shows `paragraph`: in no copy for old programs, hidden shape or dead note."""
    for each in paragraph.iterancestors():
        if each.tag == f"{{{MC_NS}}}Fallback":
            return False
        if each.tag == w("drawing"):
            for named in each.iter():
                if local(named) == "docPr" and named.get("hidden") in {"1", "true"}:
                    return False
        if called is not None and each.tag in {w("footnote"), w("endnote")}:
            return each.get(w("type"), "normal") != "normal" or each.get(w("id"), "") in called
    return True


def _called(package: Package, root: Element, styles: Styles) -> set[str] | None:
    """The notes that the text calls, for a part of notes; None for any other."""
    kind = local(root)
    if kind not in {"footnotes", "endnotes"}:
        return None
    found = set()
    for each in package.part(package.main).iter(w(f"{kind.removesuffix('s')}Reference")):
        paragraph = next(each.iterancestors(w("p")), None)
        style = styles.paragraph_style(paragraph) if paragraph is not None else ""
        if not styles.look(each.getparent(), style).hidden:
            found.add(each.get(w("id"), ""))
    return found
