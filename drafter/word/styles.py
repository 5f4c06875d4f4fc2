"""What a run looks like once its styles are worked out: italic, bold, raised, hidden.

Word's toggles (italic, bold) flip from style to style, and what a run says itself is the last
word. Reads only; a style that is missing or goes in a circle says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from drafter.word.package import Package
from drafter.word.xml import Element, is_on, w

_DEEPEST = 30  # styles based on styles: Word's own limit is lower


@dataclass(frozen=True, slots=True)
class Look:
    """What of a run's formatting means something in a draft."""

    italic: bool = False
    bold: bool = False
    raised: bool = False  # superscript
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based: str
    properties: Element | None
    paragraph: Element | None


@dataclass
class Styles:
    """The styles of a file; answers are kept, for a file asks the same few again and again."""

    _styles: dict[str, _Style] = field(default_factory=dict)
    _default: dict[str, str] = field(default_factory=dict)  # type → the default style's id
    _base: Element | None = None  # the run defaults of the document
    _looks: dict[tuple[str, str], Look] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package) -> Styles:
        """The styles of `package`; none when it has no styles part."""
        found = cls()
        for part in package.related(package.main, "styles")[:1]:
            root = package.part(part)
            found._base = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
            for element in root.findall(w("style")):
                found._add(element)
        return found

    def _add(self, element: Element) -> None:
        style_id = element.get(w("styleId"), "")
        self._styles.setdefault(
            style_id,
            _Style(
                _value(element.find(w("name"))) or style_id,
                _value(element.find(w("basedOn"))),
                element.find(w("rPr")),
                element.find(w("pPr")),
            ),
        )
        if element.get(w("default")) in {"1", "true", "on"}:
            self._default.setdefault(element.get(w("type"), ""), style_id)

    def name(self, style_id: str) -> str:
        """The name that Word shows for a style; the id where there is no such style."""
        style = self._styles.get(style_id)
        return style.name if style else style_id

    def paragraph_style(self, paragraph: Element) -> str:
        """The id of the style that `paragraph` is in, the default one included."""
        properties = paragraph.find(w("pPr"))
        own = _value(properties.find(w("pStyle"))) if properties is not None else ""
        return own if own in self._styles else self._default.get("paragraph", "")

    def lineage(self, style_id: str) -> tuple[str, ...]:
        """`style_id` and the styles it is based on, nearest first."""
        found: list[str] = []
        while style_id in self._styles and style_id not in found and len(found) < _DEEPEST:
            found.append(style_id)
            style_id = self._styles[style_id].based
        return tuple(found)

    def paragraph_property(self, style_id: str, name: str) -> Element | None:
        """The `w:name` that the style gives its paragraphs, inherited or its own."""
        return next(self.paragraph_properties(style_id, name), None)

    def paragraph_properties(self, style_id: str, name: str) -> Iterator[Element]:
        """Every `w:name` in the style's lineage, nearest first."""
        for each in self.lineage(style_id):
            properties = self._styles[each].paragraph
            if properties is not None and (found := properties.find(w(name))) is not None:
                yield found

    def look(self, run: Element | None, paragraph_style: str) -> Look:
        """What `run` looks like in a paragraph of `paragraph_style`."""
        properties = run.find(w("rPr")) if run is not None else None
        own = _value(properties.find(w("rStyle"))) if properties is not None else ""
        key = (paragraph_style, own)
        if key not in self._looks:
            self._looks[key] = self._styled(paragraph_style, own)
        look = self._looks[key]
        return look if properties is None else _direct(look, properties)

    def _styled(self, paragraph_style: str, run_style: str) -> Look:
        """The look that the styles alone give: toggles of the two chains flip each other."""
        default = Look() if self._base is None else _direct(Look(), self._base)
        above, below = self._chain(paragraph_style), self._chain(run_style)
        return Look(
            default.italic or above.italic != below.italic,
            default.bold or above.bold != below.bold,
            below.raised or above.raised or default.raised,
            default.hidden or above.hidden != below.hidden,
        )

    def _chain(self, style_id: str) -> Look:
        look = Look()
        for each in reversed(self.lineage(style_id)):
            properties = self._styles[each].properties
            if properties is not None:
                look = _direct(look, properties)
        return look


def _direct(look: Look, properties: Element) -> Look:
    """`look` changed by what `properties` say themselves."""
    for child in properties:
        if child.tag == _ITALIC:
            look = replace(look, italic=is_on(child))
        elif child.tag == _BOLD:
            look = replace(look, bold=is_on(child))
        elif child.tag == _RAISED:
            look = replace(look, raised=child.get(_VAL) == "superscript")
        elif child.tag == _HIDDEN:
            look = replace(look, hidden=is_on(child))
    return look


def _value(element: Element | None) -> str:
    return "" if element is None else str(element.get(_VAL, ""))


_VAL = w("val")
_ITALIC, _BOLD, _RAISED, _HIDDEN = w("i"), w("b"), w("vertAlign"), w("vanish")
