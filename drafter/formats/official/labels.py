"""What a line begins with: a number, a letter point, the name of a text, an annex, a meeting.

One function a kind of beginning; each looks at words only and decides nothing about neighbours.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from drafter.formats.official.fields import is_decision
from drafter.grammar.numbering import letter, roman
from drafter.grammar.symbols import is_symbol
from drafter.model import Kind

_NUMBER = re.compile(
    r"(\d{1,3}(?:\s?(?:bis|ter|quater|quinquies|alt))?) ?\.[\u200e\u200f]?(?:\s+|(?=[A-Z“\"\[])|$)",
    re.I,
)
_BARE = re.compile(r"(\d{1,3})\s+(?=[A-ZÀ-Ý])")
_POINT = re.compile(r"(\(([a-z]{1,2}|[ivxlc]{1,6})\))\s*(?=\S|$)")
_HALF = re.compile(r"(([a-z]{1,2}|[ivxlc]{1,6})\))\s+(?=\S)")
_DOTTED = re.compile(r"(([a-z]|[ivx]{1,5})\.)\s+(?=[A-Z])")
_ANNEX = re.compile(r"(?:Annex|Annexe|Anexo|Appendix|Appendice|Apéndice)(?:\s+[IVXLC\d]{1,5})?")
_MEETING = re.compile(
    r"\d{1,4}(?:st|nd|rd|th|e|er|re|a|ª|º)\.?\s+(?:\([^)]{0,30}\)\s+)?(?:\w+\s+){0,2}"
    r"(?:meeting|séance plénière|séance|sesión plenaria|sesión)\b.{0,60}",
    re.I,
)
_NUMBERED = (
    r"(?:S-|ES-)?\d{1,3}/(?:\d{1,3}|[A-Z]{2,5}\.\d{1,3})|[IVXLC]{1,6}|\d{1,4}(?: \(\d{4}\))?"
)
_TEXT = re.compile(
    r"(?P<draft>(?P<revised>Revised )?"
    r"(?P<kind>draft (?:resolution|decision)|projet de (?:résolution|décision)"
    r"|proyecto de (?:resolución|decisión))(?P<revisee> (?:révisée?|revisad[oa]))?"
    r"(?: (?P<roman>[IVXLC]{1,6}|\d{1,3}|[A-Z]))?)(?=$|[.:]?\s+(?-i:[A-ZÀ-Ý“\"]))"
    r"|(?P<adopted>Resolution|Decision|Résolution|Décision|Resolución|Decisión) "
    rf"(?P<number>{_NUMBERED})(?=$|[.:]?\s+(?-i:[A-ZÀ-Ý“\"]))"
    r"|(?P<cited>(?:S-|ES-)?\d{1,4}/(?:\d{1,3}|…|\.\.\.)(?: ?[A-Z](?=\.))?)"
    r"(?:(?<![\d…])\s+|(?<=…)\s+|\.\s+)(?=(?-i:[A-ZÀ-Ý“\"]))",
    re.I,
)
_SECTION = re.compile(r"[IVXLC]{1,7}\.?\s+[A-ZÀ-Ý]")
_ROMAN = re.compile(r"[IVXLC]{1,7}\.?")


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label and where the words after it begin."""

    text: str  # "3", "3 bis", "(a)"
    end: int
    point: bool = False  # a letter point, not a number


@dataclass(frozen=True, slots=True)
class Name:
    """The line that names a text: "Draft resolution II", "Resolution 7/1", "79/901. Title"."""

    kind: Kind
    number: str
    end: int  # where the title begins, when it stands in the same line


def label(text: str) -> Label | None:
    """The number or letter that `text` begins with."""
    if match := _NUMBER.match(text):
        return Label(unicodedata.normalize("NFKC", match[1]), match.end())
    for pattern in (_POINT, _HALF, _DOTTED):
        if match := pattern.match(text):
            return Label(match[1], match.end(), point=True)
    return None


def bare(text: str) -> Label | None:
    """The number without a point that `text` begins with, which may be anything else."""
    match = _BARE.match(text)
    return Label(match[1], match.end()) if match else None


def name(text: str) -> Name | None:
    """The name of a text that `text` begins with."""
    match = _TEXT.match(text)
    if not match or not text[0].isalnum() or text[0].islower():
        return None
    if match["cited"]:
        awaited = match["cited"].endswith(("…", "..."))  # "60/…", a draft's place for its number
        kind: Kind = "draft resolution" if awaited else "adopted resolution"
        return Name(kind, match["cited"], match.end())
    if match["adopted"]:
        decision = is_decision(match["adopted"])
        kind = "decision" if decision else "adopted resolution"
        return Name(kind, match["number"], _past_mark(text, match.end()))
    rest = text[match.end() :].strip(" .:")
    if is_symbol(rest) or (not match["roman"] and rest):
        return None
    return Name(_draft_kind(match), match["roman"] or "", _past_mark(text, match.end()))


def _draft_kind(match: re.Match[str]) -> Kind:
    if is_decision(match["kind"]):
        return "draft decision"
    revised = match["revised"] or match["revisee"]
    return "revised draft resolution" if revised else "draft resolution"


def _past_mark(text: str, end: int) -> int:
    while end < len(text) and text[end] in ".: ":
        end += 1
    return end


def is_annex(text: str) -> bool:
    """Whether `text` is the heading of an annex."""
    return _ANNEX.fullmatch(text.strip(" .:*")) is not None


def is_meeting(text: str) -> bool:
    """Whether `text` is the closing line of an adopted text (R-ANAT-14)."""
    return len(text) < 120 and _MEETING.fullmatch(text.strip(" *")) is not None


def is_section(text: str) -> bool:
    """Whether `text` is the heading of a section by its number: "II Progress in the works"."""
    return len(text) < 400 and _SECTION.match(text) is not None


def is_roman(text: str) -> bool:
    """Whether `text` is the number of a section, alone in its line."""
    return _ROMAN.fullmatch(text.strip()) is not None


def value(label: str) -> int:
    """The number in `label`, 0 where it has none."""
    digits = "".join(c for c in label if c.isdigit())
    return int(digits) if digits else 0


_LETTERS = {letter(n): n for n in range(1, 79)}
_ROMANS = {roman(n): n for n in range(1, 60)}


def followers(label: str) -> tuple[str, ...]:
    """The labels that may come next to `label` on its level."""
    core = label.strip("().")
    if not core:
        return ()
    before, after = label.partition(core)[0], label.partition(core)[2]
    found = []
    if core in _LETTERS:
        found.append(f"{before}{letter(_LETTERS[core] + 1)}{after}")
    if core in _ROMANS:
        found.append(f"{before}{roman(_ROMANS[core] + 1)}{after}")
    return tuple(found)
