"""The body of one text, from its enacting clause on, as paragraphs in reading order.

Goes line by line and decides what each begins: a paragraph, a letter point, a heading, an annex,
nothing (it goes on with the one before), or the end. Never loses a line: what is not taken here is
left where the walk says it ended.
"""

from __future__ import annotations

from drafter.formats.official import labels, markup, prose
from drafter.formats.official.lines import Line
from drafter.formats.official.sight import Sight
from drafter.formats.official.taken import Body, Role


def walk(
    lines: tuple[Line, ...], start: int, *, decision: bool = False, language: str = "en"
) -> Body:
    """The body of the text whose paragraphs begin at line `start`."""
    walker = _Walker(lines, decision=decision, language=language)
    at = start
    while at < len(lines) and walker.take(at):
        at += 1
    return walker.finish(at)


class _Walker(Sight):
    """The state of one walk: the part it is in and the last number it saw."""

    def __init__(self, lines: tuple[Line, ...], *, decision: bool, language: str) -> None:
        super().__init__(lines, "operative" if decision else "preamble", language)
        self.decision = decision
        self.inner = 0  # the last number of a list inside a paragraph
        self.opened = False  # the last numbered paragraph opened with a verb
        self.fresh = False  # a section has begun, its numbers may begin anew

    def take(self, at: int) -> bool:
        """Take the line at `at` into the body; False when the text ended before it."""
        line = self.lines[at]
        if self.ends(line):
            return False
        if labels.is_annex(line.text):
            return self._annex(line)
        if self.closed:
            return self._closing(line)
        if line.cells and self.pieces:
            return self._row(at, line)
        if self._flows(line):
            return self.join(line)
        if self._is_item(line):
            self.add("point", line, line.content, line.bullet)
            return True
        if labels.is_meeting(line.text) and self.pieces:
            self.body.meeting.append(line.text)
            self.closed = True
            return True
        if label := labels.label(line.text):
            return self._labelled(at, line, label)
        return self._plain(at, line)

    def _closing(self, line: Line) -> bool:
        """Take the lines right after the meeting: its date, how the text was adopted."""
        text = line.text
        short = len(text) < 100 and len(self.body.meeting) < 4
        if short and (text[:1].isdigit() or text[:1] in "[("):
            self.body.meeting.append(text)
            return True
        return False

    def _annex(self, line: Line) -> bool:
        self.part, self.last, self.closed = "annex", 0, False
        self.add("annex", line, line.content)
        return True

    def _row(self, at: int, line: Line) -> bool:
        """Take a row of a table, unless the text has ended and the table is not its own."""
        last = self.pieces[-1]
        inside = self.part == "annex" or last.role == "table" or prose.mark(last.text) != "."
        return self.row(line) if inside or self.goes_on_after(at) else False

    def _is_item(self, line: Line) -> bool:
        """Whether `line` is an item of a list without letters: "– Monitor the ferries;"."""
        if not (line.bullet and self.pieces) or labels.label(line.text):
            return False
        before = self.pieces[-1]
        goes_on = before.role == "point" and before.label == line.bullet
        if not (prose.mark(before.text) == ":" or (goes_on and prose.is_finished(before.text))):
            return False
        return not self.is_known(line.text) or before.label == line.bullet

    # What goes on, and what begins.

    def _flows(self, line: Line) -> bool:
        """Whether `line` is the next line of the same paragraph on a page of wrapped lines."""
        if line.gap or line.heading or not self.pieces:
            return False
        before = self.pieces[-1]
        if before.role in {"heading", "annex"}:
            return before.role == "heading" and not labels.label(line.text)
        label = labels.label(line.text)
        if label is None:
            if self.part == "preamble" and prose.mark(before.text) == ",":
                return not self.is_known(line.text, "preambular")
            return not labels.is_meeting(line.text)
        if prose.is_finished(before.text):
            return not (label.point or self.is_next(label.text))
        return True

    def _labelled(self, at: int, line: Line, label: labels.Label) -> bool:
        if label.point:
            return self._point(at, line, label)
        rest = line.text[label.end :] or self.following(at)
        number = labels.value(label.text)
        if self.part == "preamble":
            opens = self.find(rest, "operative")
            if not (opens or number == 1):
                if self.is_known(rest, "preambular"):
                    return self.begin(line, label)
                return self._go_on(at, line)
            self.part = "operative"
        elif self.part == "operative" and number == 1 and self.fresh:
            self.fresh = False
        elif self.part == "operative":
            known = self.is_known(rest, "operative")
            if not known and self._is_inner(number):
                self.inner = number
                content = markup.cut(line.content, label.end)
                self.add("point", line, content, f"{label.text}.")
                return True
            if self.opened and self._is_over(rest):
                return False
            if not (self.is_next(label.text) or known):
                if self._unfinished(line):
                    return self.join(line)
                if number <= self.last:
                    return False
                if not self.find(rest, "operative"):
                    return False
        elif not self.is_next(label.text) and number != 1 and self._unfinished(line):
            return self.join(line)
        self.last, self.fresh = number, False
        self.opened = self.is_known(rest, "operative")
        return self.begin(line, label)

    def _is_over(self, rest: str) -> bool:
        """Whether a paragraph of the report follows: the text has ended and no verb opens this."""
        return prose.mark(self.pieces[-1].text) == "." and not self.find(rest)

    def _is_inner(self, number: int) -> bool:
        """Whether `number` belongs to a list inside a paragraph: an agenda, a programme."""
        if number == 1:
            return bool(self.pieces) and prose.mark(self.pieces[-1].text) == ":"
        return number == self.inner + 1 and self.pieces[-1].role == "point"

    def _point(self, at: int, line: Line, label: labels.Label) -> bool:
        """Take a letter point, unless the letter is cited at the start of a line."""
        if self.decision and self._is_lettered(label.text):
            return self.begin(line, label)
        if not self.pieces:
            return self._plain(at, line)
        if self.pieces[-1].role == "heading" and self.in_points(label.text, past_headings=True):
            self._head_points()
        before = self.pieces[-1].text
        first = label.text.strip("().") in {"a", "i"}
        if not prose.is_finished(before) and not (
            self.is_titled(line, label) if first else self.in_points(label.text)
        ):
            return self.join(line)
        dotted = label.text.endswith(".")
        if dotted and not (self.in_points(label.text) or (first and before.endswith(":"))):
            return self._plain(at, line)
        role: Role = "point"
        self.add(role, line, markup.cut(line.content, label.end), label.text)
        return True

    def _is_lettered(self, label: str) -> bool:
        """Whether `label` is the next paragraph of a decision, which bear letters (R-ANAT-16)."""
        last = next((p.label for p in reversed(self.pieces) if p.role == "paragraph"), "")
        return label in labels.followers(last) if last else not self.pieces

    def _head_points(self) -> None:
        """Let the headings just taken stand among the points that go on after them."""
        for piece in reversed(self.pieces):
            if piece.role != "heading":
                return
            piece.role, piece.heading = "point", 0

    def _plain(self, at: int, line: Line) -> bool:
        """Take a line without number or letter."""
        if self.part == "annex":
            return self._in_annex(line)
        if not self.pieces:
            return self._first(at, line)
        if line.heading:
            return self._heading(at, line)
        if label := self._bare_number(line):
            self.part, self.fresh, self.last = "operative", False, labels.value(label.text)
            self.body.notes.append((line.number, "a number without its point"))
            return self.begin(line, label)
        if self.part == "preamble":
            return self._in_preamble(at, line)
        return self._in_operative(at, line)

    def _bare_number(self, line: Line) -> labels.Label | None:
        """The number of a paragraph that lost its point: "25 Condemns"."""
        label = labels.bare(line.text)
        if not label or not prose.is_finished(self.pieces[-1].text):
            return None
        due = labels.value(label.text) == (self.last + 1 if self.part == "operative" else 1)
        return label if due and self.is_known(line.text[label.end :], "operative") else None

    def _first(self, at: int, line: Line) -> bool:
        if self.find(line.text, "operative") and not self.is_known(line.text, "preambular"):
            self.part = "operative"
            return self.begin(line)
        if line.heading or (prose.is_short(line.text) and not self.find(line.text)):
            return self._heading(at, line)
        return self.begin(line)

    def _in_preamble(self, at: int, line: Line) -> bool:
        before = self.pieces[-1]
        if self.is_known(line.text, "preambular") and not prose.is_hanging(before.text):
            return self.begin(line)
        if prose.goes_on(before.text, line.text) and before.role != "heading":
            return self.rejoin(line)
        if self.is_known(line.text, "operative"):
            if not self.number_one_follows(at):
                self.part = "operative"
            return self.begin(line)
        if self.find(line.text, "preambular") and not prose.is_short(line.text):
            return self.begin(line)
        if line.broken and prose.mark(before.text) != ".":
            return self.rejoin(line)
        if prose.is_short(line.text) and prose.is_finished(before.text):
            return self._heading(at, line)
        return self.begin(line)

    def _in_operative(self, at: int, line: Line) -> bool:
        before = self.pieces[-1]
        if before.role == "heading":
            if self.find(line.text):
                return self.begin(line)
            return self._heading(at, line)
        if self.fresh and self.is_known(line.text, "preambular"):
            return self.begin(line)
        mark = prose.mark(before.text)
        known = self.is_known(line.text, "operative")
        if not known and prose.goes_on(before.text, line.text):
            if before.role == "point" and mark in {";", ","} and not line.broken:
                return self.close(line)
            return self.rejoin(line)
        if before.role == "point" and mark == ";" and (label := self.lost_point(at, before.label)):
            self.body.notes.append((line.number, f"a point without its letter, {label}"))
            self.add("point", line, line.content, label)
            return True
        if known and mark in {";", ":", "."} and not self._is_alone():
            self.body.notes.append((line.number, "a paragraph without its number"))
            self.last += 1
            return self.begin(line)
        if known and not mark and prose.is_hanging(before.text):
            return self.rejoin(line)
        if self.is_known(line.text, "preambular") and self.goes_on_after(at):
            return self.begin(line)
        if line.broken and mark in {",", ":"}:
            return self.rejoin(line)
        return self._heading(at, line)

    def _is_alone(self) -> bool:
        """Whether the operative part is one paragraph without a number (R-OP-3), now ended."""
        return self.last == 0 and prose.mark(self.pieces[-1].text) == "."

    def _heading(self, at: int, line: Line) -> bool:
        """Take a section heading; anything else that stands alone ends the text."""
        before = self.pieces[-1] if self.pieces else None
        short = line.heading or prose.is_short(line.text) or labels.is_section(line.text)
        if not (short and self.goes_on_after(at)):
            # An unfinished text goes on: a quotation, a definition, a formula stands in it.
            inside = before and before.role != "heading" and self.goes_on_after(at)
            return self._aside(line) if inside else False
        if before and before.role == "heading" and labels.is_roman(before.text):
            return self.join(line)
        content = markup.without_emphasis(line.content)
        self.add("heading", line, content, heading=line.heading or 1)
        self.fresh = self.part == "operative"
        return True

    def _aside(self, line: Line) -> bool:
        """Take a line that stands under the paragraph before it, without a letter."""
        if prose.starts_low(line.text) or not prose.is_finished(self.pieces[-1].text):
            return self.close(line)
        self.add("point", line, line.content)
        return True

    def _in_annex(self, line: Line) -> bool:
        before = self.pieces[-1]
        if line.heading or before.role in {"annex", "heading"}:
            if line.heading or (line.gap and prose.is_short(line.text)) or before.role == "annex":
                if before.role == "heading" and not line.gap:
                    return self.join(line)
                content = markup.without_emphasis(line.content)
                self.add("heading", line, content, heading=line.heading or 1)
                return True
            return self.begin(line)
        if prose.goes_on(before.text, line.text):
            return self.rejoin(line)
        if prose.is_short(line.text) and not self.find(line.text):
            content = markup.without_emphasis(line.content)
            self.add("heading", line, content, heading=1)
            return True
        return self.begin(line)

    # How a line is taken.

    def _unfinished(self, line: Line) -> bool:
        before = self.pieces[-1].text if self.pieces else ""
        return bool(before) and not prose.is_finished(before)

    def _go_on(self, at: int, line: Line) -> bool:
        if self.pieces and not prose.is_finished(self.pieces[-1].text):
            return self.join(line)
        return False
