"""The masthead: what stands above a text, in lines that may have run together (OCR-16, 17).

Takes what it knows by its form and hands back the rest; a field that is not printed stays empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from drafter.formats.official import fields, labels, markup, prose
from drafter.formats.official.lines import Line
from drafter.grammar import dates, enacting, symbols
from drafter.model import AgendaItem, Call, Inlines, Kind, Masthead, plain


@dataclass(slots=True)
class Head:
    """What was read from the lines above a text."""

    masthead: Masthead = field(default_factory=Masthead)
    title: Inlines = ()
    rest: list[Line] = field(default_factory=list)  # lines that are no field
    taken: list[str] = field(default_factory=list)  # words that carry no meaning of their own
    notes: list[str] = field(default_factory=list)  # what could not be kept
    stars: list[tuple[str, str]] = field(default_factory=list)  # sign in the sponsor line, sponsor


def read(lines: list[Line], organ: str, *, wrapped: bool) -> Head:
    """The masthead and title in `lines`, which stand above an enacting clause of `organ`."""
    blocks = _blocks(lines) if wrapped else lines
    head = Head(Masthead(organ=organ, body=enacting.body_of(organ)))
    reader = _Reader(head, organ)
    for block in blocks:
        reader.read(block)
    reader.finish()
    return head


def _blocks(lines: list[Line]) -> list[Line]:
    """`lines` joined where no space stands between them."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.gap and not line.heading:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        replace(group[0], content=markup.join_all([line.content for line in group]))
        for group in groups
    ]


class _Reader:
    """Reads block after block; remembers what the last one was."""

    def __init__(self, head: Head, organ: str) -> None:
        self.head = head
        self.organ = organ
        self.kind: Kind | None = None
        self.loose: list[Line] = []  # blocks that may be agenda title or title
        self.before_title = 0  # how many of them stand before the sponsors or the name
        self.agenda = False

    def read(self, block: Line) -> None:
        text = block.text
        masthead = self.head.masthead
        if self._continues(text):
            return
        name = labels.name(text)
        if name and self.kind and (masthead.number or "/" not in name.number):
            name = None  # the sponsors' line has said it
        if name:
            self._name(block, name)
        elif not masthead.sponsors and (match := fields.SPONSORS.fullmatch(text)):
            self._sponsors(block, match, sponsors(match["names"]))
        elif not masthead.sponsors and (match := fields.SUBMITTED.fullmatch(text)):
            self.head.taken.append(text[match.end("kind") : match.start("names")].strip())
            self._sponsors(block, match, (match["names"],))
        else:
            self._fields(block)

    def _continues(self, text: str) -> bool:
        """Take the date that the line on the adoption had no room for."""
        adopted = self.head.masthead.adopted
        if not (prose.is_hanging(adopted) and dates.DATE.fullmatch(text.strip())):
            return False
        self.head.masthead = replace(self.head.masthead, adopted=f"{adopted} {text}")
        return True

    def _name(self, block: Line, name: labels.Name) -> None:
        self.kind = self.kind or name.kind
        self.head.masthead = replace(self.head.masthead, number=name.number)
        self._say(block.text[: name.end].replace(name.number, "", 1))
        self.before_title = len(self.loose)
        if title := markup.cut(block.content, name.end):
            self.loose.append(replace(block, content=title))

    def _sponsors(self, block: Line, match: re.Match[str], names: tuple[str, ...]) -> None:
        revised, decision = match["revised"] or match["revisee"], fields.is_decision(match["kind"])
        kind: Kind = "draft decision" if decision else "draft resolution"
        if self.kind and self.kind not in {kind, f"revised {kind}"}:
            self.head.taken.append(block.text[match.end("names") :].strip(" :"))
        self.kind = "revised draft resolution" if revised and not decision else kind
        self._say(match["kind"] + (match["revisee"] or ""))
        self.head.masthead = replace(self.head.masthead, sponsors=names)
        self.before_title = len(self.loose)
        self.head.stars = _starred(block.content, names)
        self._drop_calls(block)

    def _say(self, words: str) -> None:
        """Keep what a line calls its text, where the kind does not say it in these words."""
        words = words.strip(" .:")
        if words.casefold() not in (self.kind or ""):
            self.head.taken.append(words)

    def _drop_calls(self, block: Line) -> None:
        """Say which calls a field cannot hold; a star of the sponsor line has its own place."""
        for inline in block.content:
            if isinstance(inline, Call) and not inline.label.startswith("*"):
                said = f"line {block.number}: footnote call {inline.label} was left out"
                self.head.notes.append(said)

    def _fields(self, block: Line) -> None:
        text = block.text
        at = 0
        while at < len(text):
            end = self._field(text, at)
            if end is None:
                break
            at = end
            while at < len(text) and text[at] in " \u00a0,;*":
                at += 1
        if at < len(text):
            self.loose.append(replace(block, content=markup.cut(block.content, at)))
        else:
            self._drop_calls(block)

    def _field(self, text: str, at: int) -> int | None:
        """Take the field that begins at `at`; where it ends, or None."""
        rest = text[at:]
        for organ in (self.organ, *enacting.names()):
            if organ and enacting.same(rest[: len(organ)], organ):
                after = rest[len(organ) :].strip(" *")
                if not after or after.startswith(("Distr", "Original")):
                    self.head.taken.append(rest[: len(organ)])
                    return at + len(organ)
        if not self.head.masthead.language and (match := fields.TONGUE.fullmatch(rest)):
            self.head.taken.append(match[0])
            return len(text)
        for name, pattern in fields.FIELDS:
            match = pattern.match(text, at)
            if match and self._takes(name, match):
                return match.end()
        return None

    def _takes(self, name: str, match: re.Match[str]) -> bool:
        value = match["value"] if "value" in match.re.groupindex else match[0].strip()
        masthead = self.head.masthead
        if name == "united":
            if self.head.masthead.session or not fields.AFTER_UNITED.match(
                match.string, match.end()
            ):
                return False  # a title may begin with these words
            self.head.taken.append(value)
            return True
        if name == "agenda":
            if masthead.agenda_item.number:
                return False
            self.agenda = True
            self.head.masthead = replace(masthead, agenda_item=AgendaItem(value))
            self.head.taken.append(match[0].replace(value, "", 1).strip())
            self.before_title = max(self.before_title, len(self.loose))
            return True
        if name == "symbol" and not symbols.is_symbol(value):
            return False
        if name == "date":
            value = dates.iso(value) or value
        if name in {"adopted", "report"}:
            self.before_title = len(self.loose)
        if getattr(masthead, name):
            return False
        if name == "distribution":
            self.head.taken.append(match[0].replace(value, "", 1).strip())
        self.head.masthead = _with(masthead, name, value)
        return True

    def finish(self) -> None:
        """Divide what is no field between the title, the agenda item's title and the rest."""
        masthead = self.head.masthead
        at = self.before_title
        if at >= len(self.loose) or (at == 0 and not self._named()):
            at = max(0, len(self.loose) - 1)
        above, title = self.loose[:at], self.loose[at:]
        above, aside = _agenda_title(above)
        self.head.rest.extend(aside)
        if self.agenda and not self._named() and len(title) > 1:
            above, title = [*above, *title[:-1]], title[-1:]
        for line in title:
            content = markup.without_emphasis(line.content)
            self.head.title = markup.join(self.head.title, content)
        if masthead.agenda_item.number and above:
            words = " ".join(line.text for line in above)
            for line in above:
                self._drop_calls(line)
            item = AgendaItem(masthead.agenda_item.number, words)
            masthead = replace(masthead, agenda_item=item)
        else:
            self.head.rest.extend(above)
        kind = self.kind or _kind(masthead)
        body = symbols.body_of(masthead.symbol)
        if not (body and body.startswith(masthead.body)):  # a symbol may name a body's committee
            body = masthead.body or body
        self.head.masthead = replace(masthead, kind=kind, body=body)

    def _named(self) -> bool:
        masthead = self.head.masthead
        return bool(self.kind or masthead.sponsors or masthead.adopted or masthead.report)


def _with(masthead: Masthead, name: str, value: str) -> Masthead:
    """`masthead` with the field called `name`, one that holds a string."""
    changed: dict[str, Any] = {name: value}
    return replace(masthead, **changed)


def _agenda_title(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the agenda item's title, and those after it that say something else."""
    for at, line in enumerate(lines):
        if at and line.text.startswith(("Report of", "Rapporteur", "Note by")):
            return lines[:at], lines[at:]
    return lines, []


def _kind(masthead: Masthead) -> Kind:
    if masthead.adopted or "/RES/" in masthead.symbol:
        return "adopted resolution"
    if symbols.is_revision(masthead.symbol):
        return "revised draft resolution"
    return "draft resolution"


# Names of States and others that hold "and" or a comma.
_WHOLE = (
    "Antigua and Barbuda",
    "Bosnia and Herzegovina",
    "Trinidad and Tobago",
    "Sao Tome and Principe",
    "Saint Kitts and Nevis",
    "Saint Vincent and the Grenadines",
    "United Kingdom of Great Britain and Northern Ireland",
    "Group of 77 and China",
    "Antigua-et-Barbuda",
    "Antigua y Barbuda",
    "Bosnia y Herzegovina",
    "Trinidad y Tabago",
    "Trinidad y Tobago",
    "Saint-Vincent-et-les Grenadines",
    "San Vicente y las Granadinas",
    "Saint Kitts y Nevis",
    "Santo Tomé y Príncipe",
    "Royaume-Uni de Grande-Bretagne et d’Irlande du Nord",
    "Royaume-Uni de Grande-Bretagne et d'Irlande du Nord",
    "Reino Unido de Gran Bretaña e Irlanda del Norte",
    "Groupe des 77 et la Chine",
    "Groupe des 77 et Chine",
    "Grupo de los 77 y China",
)
_BOUND = "\ue000"


def sponsors(names: str) -> tuple[str, ...]:
    """The sponsors in a sponsor line, without stars (R-ANAT-7 to R-ANAT-9)."""
    for whole in _WHOLE:
        names = names.replace(whole, whole.replace(" ", _BOUND))
    parts = re.split(r",\**\s+(?:(?:and|et|y|e)\s+)?|\s+(?:and|et|y|e)\s+", names)
    whole_names = (part.replace(_BOUND, " ").strip(" *\u00a0") for part in parts)
    return tuple(name for name in whole_names if name)


def _starred(content: Inlines, names: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each star or other sign in the sponsor line and the sponsor before it (R-ANAT-9)."""
    found = []
    words = ""
    for inline in content:
        sign = inline.label if isinstance(inline, Call) else ""
        words += plain((inline,))
        if not sign and "*" in words:
            sign, words = "*", words[: words.index("*")]
        if sign:
            all_of_them = words.rstrip().endswith(":") and len(names) > 1
            before = "" if all_of_them else words.rstrip(" ,:")
            owner = next((name for name in names if before.endswith(name)), "")
            found.append((sign, owner))
    return found


def called(masthead: Masthead) -> str:
    """How notes name a text among others: "7/1: ", "draft resolution II: ", or ""."""
    if not masthead.number:
        return ""
    if masthead.kind in {"draft resolution", "revised draft resolution", "draft decision"}:
        return f"{masthead.kind} {masthead.number}: "
    return f"{masthead.number}: "
