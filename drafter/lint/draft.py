"""A resolution as the rules see it: every stretch of text once, with its place and its opening.

Made once for all rules, so that a long text is walked and flattened a single time. Nothing here
judges, and nothing changes the resolution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from drafter.grammar import bodies, openings
from drafter.grammar.numbering import Placed, walk
from drafter.lint.agreed import Lookup
from drafter.lint.findings import Fix, Level, Spot, Words
from drafter.lint.flat import flat
from drafter.model import Heading, Inlines, Item, Paragraph, Resolution, Table

_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"]*\"")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
_FOREIGN = re.compile(r"\b(?:la|les|des|du|el|los|las|del|que|et|y|en)\b", re.I)
_LANGUAGES = {
    "en": re.compile(r"\b(?:the|of|and|to|its|on|for|with)\b", re.I),
    "fr": re.compile(r"\b(?:les|des|du|et|dans|sur|pour|par|aux?|une?|sa|ses|qui|le)\b", re.I),
    "es": re.compile(r"\b(?:los|las|del|y|el|por|para|con|una|su|sus|al|en)\b", re.I),
}
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|its)\b", re.I)


@dataclass(frozen=True, slots=True)
class Stretch:
    """One run of words: a paragraph's, a heading's, a cell's, a footnote's, the title."""

    place: str
    spot: Spot
    words: str  # the flat text (`drafter.lint.flat`)
    content: Inlines = field(repr=False)
    line: int = 0
    placed: Placed | None = None  # where it is a paragraph's

    def outside_quotes(self) -> Iterator[tuple[int, str]]:
        """The stretches of the words that are not quoted: where each begins, and its text."""
        end = 0
        for quoted in _QUOTED.finditer(self.words):
            yield end, self.words[end : quoted.start()]
            end = quoted.end()
        yield end, self.words[end:]

    def search(self, pattern: re.Pattern[str], *, quoted: bool = False) -> Iterator[Match]:
        """Every match of `pattern`; those in quotation marks only if `quoted`."""
        for found in pattern.finditer(self.words):
            if quoted or not self.is_quoted(found.start()):
                yield Match(self, found.start(), found.end(), found)

    def is_quoted(self, position: int) -> bool:
        """Whether the character at `position` stands in quotation marks."""
        return any(start < position < end for start, end in _quotations(self.words))

    def edit(self, start: int, end: int, text: str, *, italic: bool | None = None) -> Words:
        """The edit that puts `text` in place of characters `start` to `end`."""
        return Words(self.spot, start, end, text, italic)


@lru_cache(maxsize=4096)
def _quotations(words: str) -> tuple[tuple[int, int], ...]:
    """Where quotations stand in `words`: every rule asks, so the answer is kept."""
    return tuple(found.span() for found in _QUOTED.finditer(words))


@dataclass(frozen=True, slots=True)
class Match:
    """Where an expression was found in a stretch."""

    stretch: Stretch
    start: int
    end: int
    found: re.Match[str]

    @property
    def in_parentheses(self) -> bool:
        """Whether it stands in parentheses, where short forms are at home."""
        before = self.stretch.words[: self.start]
        return before.count("(") > before.count(")")

    def replace(self, text: str, about: str = "", *, safe: bool = True) -> Fix:
        """The fix that puts `text` in place of what was found."""
        return Fix((self.stretch.edit(self.start, self.end, text),), about, safe)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule yields: where, what to do, how to mend it. The rule's own level unless told."""

    where: Stretch | str
    message: str
    fix: Fix | None = None
    level: Level | None = None
    start: int = 0
    end: int = 0
    line: int = 0


@dataclass(frozen=True)
class Draft:
    """A resolution laid out for the rules."""

    resolution: Resolution
    scanned: bool = False
    agreed: Lookup | None = None  # what a phrase bank knows of the resolutions cited

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Every run of words in reading order; the title first, the footnotes last."""
        return tuple(_stretches(self.resolution))

    @cached_property
    def paragraphs(self) -> tuple[Stretch, ...]:
        """The preambular and operative paragraphs and points, each without its closing text."""
        return tuple(
            s
            for s in self.stretches
            if s.placed and s.placed.part != "annex" and not s.spot.closing
        )

    @cached_property
    def top(self) -> tuple[Stretch, ...]:
        """The paragraphs of both parts themselves: no points, and no preambles of sections."""
        return tuple(
            s
            for s in self.paragraphs
            if s.placed and s.placed.level == 0 and s.spot not in self.section_preambles
        )

    @cached_property
    def section_preambles(self) -> frozenset[Spot]:
        """The preambles of sections: unnumbered participles under a heading of the operative part.

        Texts on the budget say many things at once, each section with a preamble of its own.
        """
        found = set()
        under = False
        for index, item in enumerate(self.resolution.operative):
            if under and isinstance(item, Paragraph) and item.label == "":
                under = openings.is_known(_unbracketed(flat(item.content)), "preambular")
                if under:
                    found.add(Spot("operative", (index,)))
            else:
                under = isinstance(item, Heading)
        return frozenset(found)

    def begins_section(self, stretch: Stretch) -> bool:
        """Whether `stretch` is the first numbered paragraph under a heading."""
        index = stretch.spot.path[0] - 1
        items = self.resolution.operative
        while index >= 0 and Spot("operative", (index,)) in self.section_preambles:
            index -= 1
        return index >= 0 and isinstance(items[index], Heading)

    def part(self, part: str) -> tuple[Stretch, ...]:
        """The paragraphs of the preamble or of the operative part, no points."""
        return tuple(s for s in self.top if s.placed and s.placed.part == part)

    @cached_property
    def prose(self) -> tuple[Stretch, ...]:
        """What the body itself says: everything but footnotes and annexes."""
        return tuple(s for s in self.stretches if s.spot.part in {"preamble", "operative", "title"})

    @cached_property
    def openings(self) -> dict[Spot, openings.Opening | None]:
        """The opening of each preambular and operative paragraph, None where it has none known."""
        return {s.spot: openings.find(_unbracketed(s.words), _PARTS[s.spot.part]) for s in self.top}

    @cached_property
    def body(self) -> bodies.Body | None:
        """The body whose text this is, None where nothing tells."""
        return bodies.of(self.resolution.masthead, self.resolution.enacting)

    @cached_property
    def is_resolution(self) -> bool:
        """Whether the form is a resolution's: a decision has its own (R-ANAT-16)."""
        return "resolution" in self.resolution.masthead.kind

    @cached_property
    def is_declaration(self) -> bool:
        """Whether the body speaks as "we", as in declarations adopted as a whole text."""
        said = [s.words for s in self.part("operative")]
        return sum(1 for words in said if _WE.search(words[:200])) * 2 > len(said)

    @cached_property
    def language(self) -> str:
        """The language of the words, "en", "fr" or "es"; "" where they are too few to tell."""
        sample = " ".join(s.words for s in self.stretches[:12])
        counts = {name: len(words.findall(sample)) for name, words in _LANGUAGES.items()}
        best = max(counts, key=lambda name: counts[name])
        return best if counts[best] else ""

    @cached_property
    def is_english(self) -> bool:
        """Whether the words are English: the rules on words and openings know no other yet."""
        sample = " ".join(s.words for s in self.stretches[:12])
        return len(_ENGLISH.findall(sample)) >= len(_FOREIGN.findall(sample))

    @cached_property
    def year(self) -> int:
        """The year in the masthead's dates or symbol, 0 where there is none."""
        head = self.resolution.masthead
        found = re.search(r"\b(?:19|20)\d\d\b", f"{head.date} {head.adopted} {head.meeting}")
        return int(found[0]) if found else 0


_PARTS: dict[str, openings.Part] = {"preamble": "preambular", "operative": "operative"}


def _unbracketed(words: str) -> str:
    return words.lstrip("[ ")


def opening_start(stretch: Stretch) -> int:
    """Where the opening of `stretch` begins: after brackets that open the paragraph."""
    return len(stretch.words) - len(_unbracketed(stretch.words))


def _stretches(resolution: Resolution) -> Iterator[Stretch]:
    if resolution.title:
        yield Stretch("title", Spot("title"), flat(resolution.title), resolution.title)
    headings = list(_others(resolution))
    for placed in walk(resolution):
        spot = Spot(placed.part, placed.path)
        while headings and _before(headings[0].spot, spot):
            yield headings.pop(0)
        yield from _paragraph(placed, spot)
    yield from headings
    for index, note in enumerate(resolution.footnotes):
        spot = Spot("footnote", (index,))
        place = f"footnote {note.label}"
        yield Stretch(place, spot, flat(note.content), note.content, note.line)


def _paragraph(placed: Placed, spot: Spot) -> Iterator[Stretch]:
    paragraph = placed.paragraph
    yield Stretch(
        placed.place, spot, flat(paragraph.content), paragraph.content, paragraph.line, placed
    )
    if paragraph.closing:
        after = Spot(spot.part, spot.path, closing=True)
        words = flat(paragraph.closing)
        yield Stretch(placed.place, after, words, paragraph.closing, paragraph.line, placed)


_ORDER = {"title": 0, "preamble": 1, "operative": 2, "annex title": 3, "annex": 3, "footnote": 4}


def _before(one: Spot, other: Spot) -> bool:
    return (_ORDER[one.part], one.path) < (_ORDER[other.part], other.path)


def _others(resolution: Resolution) -> Iterator[Stretch]:
    """Headings, tables and annex titles, in reading order."""
    yield from _other_items("preamble", (), resolution.preamble, "preamble")
    yield from _other_items("operative", (), resolution.operative, "operative part")
    for which, annex in enumerate(resolution.annexes):
        name = annex.label or "Annex"
        if annex.title:
            yield Stretch(name, Spot("annex title", (which,)), flat(annex.title), annex.title)
        yield from _other_items("annex", (which,), annex.items, name)


def _other_items(
    part: str, prefix: tuple[int, ...], items: tuple[Item, ...], name: str
) -> Iterator[Stretch]:
    for index, item in enumerate(items):
        path = (*prefix, index)
        if isinstance(item, Heading):
            words = flat(item.content)
            spot = Spot(part, path)  # type: ignore[arg-type]
            yield Stretch(f"heading “{words}”", spot, words, item.content, item.line)
        elif isinstance(item, Table):
            for r, row in enumerate(item.rows):
                for c, cell in enumerate(row):
                    spot = Spot(part, (*path, r, c))  # type: ignore[arg-type]
                    place = f"table in the {name}, row {r + 1}"
                    yield Stretch(place, spot, flat(cell), cell, item.line)
