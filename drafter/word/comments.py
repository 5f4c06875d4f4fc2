"""The comments of a Word file, each with its author and the words it is about.

A draft holds no comments; this is for whoever shows them beside one. Reads only.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.word.package import Package
from drafter.word.xml import Element, w

_ID = w("id")
_START, _END, _REFERENCE = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said, and about what."""

    author: str
    words: str
    about: str  # the words it is set on; "" where it is set on none
    paragraph: str  # the paragraph where these begin


def comments(package: Package) -> tuple[Comment, ...]:
    """The comments of `package` in the order of the text; empty ones are left out."""
    said: dict[str, Element] = {}
    for name in package.related(package.main, "comments")[:1]:
        said = {each.get(_ID, ""): each for each in package.part(name).iter(w("comment"))}
    if not said:
        return ()
    about: dict[str, list[str]] = {}
    where: dict[str, str] = {}
    opened: set[str] = set()
    for paragraph in package.part(package.main).iter(w("p")):
        text = _text(paragraph)
        for element in paragraph.iter(_START, _END, _REFERENCE, w("t"), w("tab"), w("br")):
            name = element.get(_ID, "")
            if element.tag == _START:
                opened.add(name)
                where.setdefault(name, text)
            elif element.tag == _END:
                opened.discard(name)
            elif element.tag == _REFERENCE:
                where.setdefault(name, text)
            else:
                for each in opened:
                    about.setdefault(each, []).append(element.text or " ")
        for each in opened:
            about.setdefault(each, []).append(" ")
    found = (
        Comment(
            said[name].get(w("author"), ""),
            _squeezed(_text(said[name])),
            _squeezed("".join(about.get(name, ()))),
            paragraph,
        )
        for name, paragraph in where.items()
        if name in said
    )
    return tuple(each for each in found if each.words)


def _text(element: Element) -> str:
    pieces = element.iter(w("t"), w("tab"), w("br"), w("p"))
    return _squeezed("".join(each.text or " " for each in pieces))


def _squeezed(text: str) -> str:
    return " ".join(text.split())
