"""The zones of a page: running head and foot, footnotes under their rule, and the body between.

Decides by place and type first and by words only where these leave a doubt. What is furniture is
handed back word for word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafter.formats.official import markup
from drafter.formats.official.footnotes import Note
from drafter.formats.pdf.engine import Page
from drafter.formats.pdf.printed import Printed
from drafter.grammar.symbols import is_symbol
from drafter.model import Call, Inline, Inlines, Text, plain

_HEAD = 0.094  # of the page's height: a running head stands above
_FOOT = 0.94  # and a running foot below
_SMALL = 0.93  # of the body's type: the type of heads, feet and notes
_JOB = r"(?:(?:V|GE|K|N)\.?)?(?:\d{2})?-\d{5}(?:\([A-Z]\))?|\([A-Z]\)|\d{6}|\d{2}"
_PAGE = r"\d{1,3}/\d{1,3}"
_FOOT_WORDS = re.compile(rf"(?:{_JOB}|{_PAGE}|\*\d{{7,9}}\*|\d{{1,4}}|[-–]\s?\d{{1,3}}\s?[-–])")
_RULE = re.compile(r"[_—–-]{4,}")
_RECYCLE = re.compile(r"Please recycle.{0,12}", re.I)
_STARS = re.compile(r"(\*{1,3})")
_STARRED = re.compile(r"(\*{1,3}|†{1,3})\s*(?=\S)")
_NUMBERED = re.compile(r"(\d{1,3})\s+(?=\S)")


@dataclass(slots=True)
class Zones:
    """A document's printed lines by zone."""

    body: list[Printed] = field(default_factory=list)
    notes: list[list[Printed]] = field(default_factory=list)  # the lines of each note
    furniture: list[str] = field(default_factory=list)


def divide(pages: Sequence[Page], lines: Sequence[list[Printed]]) -> Zones:
    """The zones of `pages`, whose printed lines are `lines`."""
    zones = Zones()
    size = body_size([line for page in lines for line in page])
    first = _squeeze("".join(line.text for line in lines[0])) if lines else ""
    repeated = _repeated(pages, lines)
    for page, of_page in zip(pages, lines, strict=True):
        inner: list[Printed] = []
        for line in of_page:
            if _is_furniture(line, page, size, first, repeated):
                zones.furniture.append(words(line))
            else:
                inner.append(line)
        at = _notes_begin(inner, page, size)
        body = inner[:at]
        zones.furniture.extend(line.text for line in body if _RULE.fullmatch(line.text))
        zones.body.extend(line for line in body if not _RULE.fullmatch(line.text))
        _take_notes(inner[at:], zones)
    return zones


def body_size(lines: list[Printed]) -> float:
    """The type size of most of the letters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def words(line: Printed) -> str:
    """The words of `line`, raised signs too."""
    return "".join(i.label if isinstance(i, Call) else plain((i,)) for i in line.content)


# Heads and feet.


def _repeated(pages: Sequence[Page], lines: Sequence[list[Printed]]) -> set[str]:
    """What stands at the top or the foot of more than one page, figures aside."""
    found: Counter[str] = Counter()
    for page, of_page in zip(pages, lines, strict=True):
        found.update({_shape(each.text) for each in of_page if _at_edge(each, page)})
    return {text for text, times in found.items() if times > 1}


def _at_edge(line: Printed, page: Page) -> bool:
    return line.y < _HEAD * page.height or line.y > _FOOT * page.height


def _is_furniture(line: Printed, page: Page, size: float, first: str, repeated: set[str]) -> bool:
    if line.coded or _RECYCLE.fullmatch(line.text.strip()):
        return True
    if not _at_edge(line, page):
        return False
    if all(_FOOT_WORDS.fullmatch(part) for part in words(line).split()):
        return True
    if line.page == 0:
        return False
    if line.y > _FOOT * page.height:
        return _shape(line.text) in repeated
    return (
        line.size < _SMALL * size
        or _shape(line.text) in repeated
        or _squeeze(line.text) in first
        or is_symbol(line.text.strip())
    )


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", _squeeze(text))


def _squeeze(text: str) -> str:
    return "".join(text.split()).casefold()


# Footnotes.


def _notes_begin(lines: list[Printed], page: Page, size: float) -> int:
    """The place of the first line of the page's notes, its rule included."""
    return min(_under_signs(lines, size), _under_rule(lines, page, size), _small_end(lines, size))


def _under_signs(lines: list[Printed], size: float) -> int:
    """The place of a rule made of underscores with notes under it."""
    for at in range(len(lines) - 1, -1, -1):
        if _RULE.fullmatch(lines[at].text):
            under = lines[at + 1 :]
            if under and (_is_small(under, size) or _is_raised(under[0])):
                return at
    return len(lines)


def _under_rule(lines: list[Printed], page: Page, size: float) -> int:
    """The place of the first note under a drawn rule, which is short."""
    for rule in sorted(page.rules, key=lambda rule: rule.y):
        if rule.right - rule.x > 0.45 * page.width or rule.y < 0.2 * page.height:
            continue
        at = next((i for i, line in enumerate(lines) if line.y > rule.y), len(lines))
        under = lines[at:]
        if under and (_is_raised(under[0]) or (_is_small(under, size) and _sign(under[0]))):
            return at
    return len(lines)


def _small_end(lines: list[Printed], size: float) -> int:
    """The place of the first note in the small lines at the page's end."""
    at = len(lines)
    while at and lines[at - 1].size < _SMALL * size:
        at -= 1
    while at < len(lines) and not _sign(lines[at]):
        at += 1
    return at


def _is_small(lines: list[Printed], size: float) -> bool:
    return all(line.size < _SMALL * size for line in lines)


def _is_raised(line: Printed) -> bool:
    """Whether `line` begins with a raised sign, as a note does."""
    return bool(line.content) and isinstance(line.content[0], Call)


def _take_notes(lines: list[Printed], zones: Zones) -> None:
    for line in lines:
        if _RULE.fullmatch(line.text):
            zones.furniture.append(line.text)
        elif _sign(line):
            zones.notes.append([line])
        elif zones.notes:
            zones.notes[-1].append(line)
        else:
            zones.body.append(line)


def _sign(line: Printed) -> str:
    """The sign that `line` begins with as a note does, or ""."""
    first = line.content[0] if line.content else None
    if isinstance(first, Call):
        return first.label
    text = line.text.lstrip()
    match = _STARRED.match(text) or (_NUMBERED.match(text) if len(line.cells) > 1 else None)
    return match[1] if match else ""


def note(group: list[Printed], line: int) -> Note:
    """The note printed on the lines of `group`, called at the line numbered `line`."""
    label = _sign(group[0])
    content = markup.join_all([each.content for each in group])
    return Note(label, _without_sign(content, label), line)


def label(group: list[Printed]) -> str:
    """The sign of the note printed on the lines of `group`."""
    return _sign(group[0])


def _without_sign(content: Inlines, label: str) -> Inlines:
    if content and isinstance(content[0], Call):
        return markup.tidy(content[1:])
    words = plain(content)
    lead = len(words) - len(words.lstrip())
    return markup.cut(content, lead + len(label)) if label else content


def starred(line: Printed, labels: set[str]) -> Printed:
    """`line` of a masthead with every star that calls a note as a call, raised or not."""
    if "*" not in line.text or "*" not in "".join(labels):
        return line
    cells = tuple(replace(cell, content=_starred(cell.content, labels)) for cell in line.cells)
    return replace(line, cells=cells)


def _starred(content: Inlines, labels: set[str]) -> Inlines:
    made: list[Inline] = []
    for inline in content:
        if not isinstance(inline, Text):
            made.append(inline)
            continue
        for part in _STARS.split(inline.text):
            calls = part in labels and "*" in part
            made.append(Call(part) if calls else replace(inline, text=part))
    return markup.tidy(made)


def settled(line: Printed, labels: set[str]) -> Printed:
    """`line` with every raised sign that is the call of no note turned back into text."""
    if not any(isinstance(i, Call) and i.label not in labels for i in line.content):
        return line
    cells = tuple(replace(cell, content=_settled(cell.content, labels)) for cell in line.cells)
    return replace(line, cells=cells)


def _settled(content: Inlines, labels: set[str]) -> Inlines:
    return markup.tidy(
        Text(i.label) if isinstance(i, Call) and i.label not in labels else i for i in content
    )
