"""What a walk sees around a line: what ends a text, what goes on, which points stand before.

Judgements over the lines to come and the pieces taken; takes nothing itself.
"""

from __future__ import annotations

from drafter.formats.official import labels, prose
from drafter.formats.official.lines import Line
from drafter.formats.official.taken import Part, Taken
from drafter.grammar import enacting, openings

_AHEAD = 40  # how far a heading may look for the paragraph that it heads


class Sight(Taken):
    """The lines of a text, and where the walk over them stands."""

    def __init__(self, lines: tuple[Line, ...], part: Part, language: str) -> None:
        super().__init__(part)
        self.lines = lines
        self.language = language
        self.last = 0  # the last number
        self.closed = False  # the line with meeting and date has been seen
        self._one = 0  # the line of a number 1 seen ahead: until there nobody need look again

    def ends(self, line: Line) -> bool:
        """Whether another text begins here."""
        if enacting.is_enacting(line.text) and line.text.rstrip().endswith((",", ":")):
            return bool(self.pieces) or self.closed
        name = labels.name(line.text)
        return bool(name and (name.number or line.heading or len(line.text) < 20))

    def is_next(self, label: str) -> bool:
        """Whether `label` is the next number; a number or two may have been lost (OCR-14)."""
        return label[:1].isdigit() and self.last < labels.value(label) <= self.last + 3

    def following(self, at: int) -> str:
        """The line after the one at `at`, "" after the last."""
        return self.lines[at + 1].text if at + 1 < len(self.lines) else ""

    def number_one_follows(self, at: int) -> bool:
        """Whether the paragraph at `at` is preambular for all its verb: number 1 is still to come.

        The Security Council says "Expressing concern …," and "Takes note of …," in one preamble.
        """
        end = at
        while end + 1 < len(self.lines) and not self.lines[end + 1].gap:
            end += 1
        if prose.mark(self.lines[end].text) in {":", ";"}:
            return False
        if end < self._one:
            return True
        for ahead in range(end + 1, len(self.lines)):
            line = self.lines[ahead]
            if self.ends(line) or labels.is_annex(line.text) or labels.is_meeting(line.text):
                return False
            label = labels.label(line.text)
            if label and not label.point:
                rest = line.text[label.end :] or self.following(ahead)
                one = label.text == "1" and self.is_known(rest, "operative")
                self._one = ahead if one else 0
                return one
        return False

    def goes_on_after(self, at: int) -> bool:
        """Whether the next paragraph of this text follows within sight."""
        for line in self.lines[at + 1 : at + 1 + _AHEAD]:
            if self.ends(line) or labels.is_annex(line.text) or labels.is_meeting(line.text):
                return False
            label = labels.label(line.text)
            if label and not label.point:
                anew = label.text == "1" and self.is_known(line.text[label.end :], "operative")
                return self.is_next(label.text) or (anew and self.part == "operative")
            if self.part == "preamble" and self.is_known(line.text, "preambular"):
                return True
        return False

    def lost_point(self, at: int, before: str) -> str:
        """The letter of the point at `at` that lost it: the next point is the next but one."""
        for line in self.lines[at + 1 : at + 1 + _AHEAD]:
            label = labels.label(line.text)
            if label and line.gap:
                for lost in labels.followers(before):
                    if label.point and label.text in labels.followers(lost):
                        return lost
                return ""
        return ""

    def in_points(self, label: str, *, past_headings: bool = False) -> bool:
        """Whether `label` is the next after one of the points just seen."""
        for piece in reversed(self.pieces[-60:]):
            if past_headings and piece.role == "heading":
                continue
            if piece.role not in {"point", "closing"}:
                return False
            if label in labels.followers(piece.label):
                return True
        return False

    def is_titled(self, line: Line, label: labels.Label) -> bool:
        """Whether `line` begins the points under a point that is only a title: "(b) Ferries"."""
        before = self.pieces[-1]
        title = before.role == "point" and prose.is_short(before.text)
        return title and line.gap and line.text[label.end :].lstrip()[:1].isupper()

    def find(self, text: str, part: openings.Part | None = None) -> openings.Opening | None:
        """The opening of `text`, in the language of the document."""
        return openings.find(text, part, self.language)

    def is_known(self, text: str, part: openings.Part | None = None) -> bool:
        """Whether `text` begins with an opening that the tables of the language know."""
        return openings.is_known(text, part, self.language)
