"""A draft that follows last session's text: rolled forward, what needs a decision in brackets.

Session numbers and years that lay ahead of the text, and the symbols of reports of its own session,
move one step on and stand in brackets; a year of an event or a target stands in brackets as it was.
The text itself is recalled where it recalled the ones before it. What lay behind it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.blocks import predecessor
from drafter.blocks.drafting import agreeing
from drafter.grammar import bodies, dates, ordinals
from drafter.grammar.numbering import walk
from drafter.model import (
    Bracket,
    Footnote,
    Inline,
    Inlines,
    Item,
    Masthead,
    Paragraph,
    Resolution,
    Text,
    normal,
    plain,
    text,
)


@dataclass(frozen=True, slots=True)
class Step:
    """From which session and year to which."""

    session: int  # of the base, 0 where it counts in years or is unknown
    year: int
    by: int = 1  # sessions, and years
    symbol: str = ""  # the base's
    before: str = ""  # the number of the text that the base followed
    number: str = ""  # the base's, as it is cited
    adopted: str = ""  # the base's day, as printed
    moves: bool = True  # whether a year ahead moves on; else it stays, in brackets for a decision


def follow_up(base: Resolution, *, file: str = "", by: int = 1) -> Resolution:
    """The draft for the session `by` sessions after `base`, the text of an earlier one.

    `file` is the base's file, kept in the new draft so that it can be compared.
    """
    step = _step(base, by)
    preamble = tuple(_item(item, replace(step, moves=False)) for item in base.preamble)
    draft = Resolution(
        masthead=_masthead(base, step, file),
        title=base.title,
        enacting=base.enacting,
        preamble=_recalling(base, preamble),
        operative=tuple(_item(item, replace(step, moves=_asks(item))) for item in base.operative),
        annexes=base.annexes,
        footnotes=tuple(_note(note, step) for note in base.footnotes),
    )
    return agreeing(draft)


def _step(base: Resolution, by: int) -> Step:
    head = base.masthead
    found = re.match(r"A/(?:HRC/|C\.\d/|RES/)?(?:RES/)?(\d+)/", head.symbol) or re.match(
        r"(\d{1,3})/\d", head.number
    )
    session = int(found[1]) if found else 0
    for _, _, number in ordinals.find_all(head.session.lower()):
        session = session or number
    dated = re.search(
        r"\b(?:19|20)\d\d\b", f"{head.date} {head.adopted} {head.meeting} {head.symbol}"
    )
    name = _number(head)
    return Step(
        session,
        int(dated[0]) if dated else 0,
        by,
        head.symbol,
        predecessor.named(_words(base), session) if name else "",
        name,
        _adoption(head),
    )


def _words(base: Resolution) -> Iterator[str]:
    """The words of each paragraph of `base`."""
    return (plain(placed.paragraph.content) for placed in walk(base))


def _masthead(base: Resolution, step: Step, file: str) -> Masthead:
    head = base.masthead
    profile = bodies.of(head, base.enacting)
    session = head.session
    for start, end, number in ordinals.find_all(session):
        session = (
            session[:start] + ordinals.like(session[start:end], number + step.by) + session[end:]
        )
        break
    session = re.sub(r"\b(20\d\d)\b", lambda m: str(int(m[1]) + step.by), session)
    source: list[tuple[str, object]] = []
    if name := head.symbol or head.number:
        source.append(("symbol", name))
    if file:
        source.append(("file", file))
    return replace(
        head,
        body=head.body or (profile.id if profile else ""),
        symbol="",
        number="",
        distribution=profile.distribution if profile else "Limited",
        date="",
        session=session,
        place="",
        sponsors=(),
        sponsor_notes=(),
        kind="draft resolution",
        adopted="",
        report="",
        meeting="",
        base=tuple(source),
    )


_CITED = re.compile(
    r"(?P<number>(?:S-|ES-)?\d+/\d+)(?:[ \u00a0][A-Z])? of (?P<date>\d{1,2} \w+ \d{4})"
)
_OWN = re.compile(r"\s*its (?:previous )?resolutions? (?=(?:S-|ES-)?\d)")
_AND_EARLIER = re.compile(
    r"(?:,? and|, as well as)(?: all)?(?: its)?(?: other)?(?: relevant)? (?:previous|earlier)"
)


def _recalling(base: Resolution, preamble: tuple[Item, ...]) -> tuple[Item, ...]:
    """`preamble` recalling the base too: with the earlier texts, else after the Charter."""
    new = _recall(base)
    if not new:
        return preamble
    for index, item in enumerate(preamble):
        if isinstance(item, Paragraph) and _recalls_own(item):
            if _citation(base) and _recalls_one_alone(item):
                return (*preamble[:index], *new, *preamble[index + 1 :])
            if taken := _taken_in(item, _citation(base)):
                return (*preamble[:index], taken, *preamble[index + 1 :])
            return (*preamble[:index], *new, *preamble[index:])
    after = 0
    while after < len(preamble) and _is_basis(preamble[after]):
        after += 1
    return (*preamble[:after], *new, *preamble[after:])


def _recalls_own(paragraph: Paragraph) -> bool:
    words = plain(paragraph.content)
    return words.startswith(("Recalling", "Reaffirming")) and "its resolution" in words[:60]


_ALONE = re.compile(rf"Recalling its resolution {_CITED.pattern},")


def _recalls_one_alone(paragraph: Paragraph) -> bool:
    """Whether `paragraph` says no more than that it recalls one text: then the base, now."""
    words = plain(paragraph.content).replace("[", "").replace("]", "")
    return bool(_ALONE.fullmatch(words.strip()))


def _is_basis(item: Item) -> bool:
    """Whether `item` names the Charter, which comes before any resolution."""
    return isinstance(item, Paragraph) and "Charter of the United Nations" in plain(item.content)


def _taken_in(paragraph: Paragraph, citation: str) -> Paragraph | None:
    """`paragraph`, which recalls earlier texts, with `citation`: in its list, or for its latest."""
    for index, run in enumerate(paragraph.content):
        if not isinstance(run, Text) or run.italic or not (own := _OWN.match(run.text)):
            continue
        cited = list(_CITED.finditer(run.text))
        if not citation or not cited or cited[0].start() != own.end():
            return None
        words = run.text
        if "resolutions" in own[0] and len(cited) > 1:
            last = cited[-1]
            before = words[: last.start()].removesuffix("and ").rstrip(" ,")
            words = f"{before}, {last[0]} and {citation}{words[last.end() :]}"
        elif _AND_EARLIER.search(words, cited[0].end()):
            words = words[: cited[0].start()] + citation + words[cited[0].end() :]
        else:
            return None
        runs = (
            *paragraph.content[:index],
            replace(run, text=words),
            *paragraph.content[index + 1 :],
        )
        return replace(paragraph, content=normal(runs))
    return None


def _citation(base: Resolution) -> str:
    """How the base is cited, "79/901 of 12 December 2024"; "" where its day is not known."""
    number, day = _number(base.masthead), _adoption(base.masthead)
    return f"{number} of {day}" if number and day else ""


def _number(head: Masthead) -> str:
    found = re.search(r"(?:RES/)?(\d+/\d+)$", head.symbol) if "/RES/" in head.symbol else None
    number = found[1] if found else head.number
    return number if re.fullmatch(r"(?:S-|ES-)?\d+/\d+", number) else ""


def _recall(base: Resolution) -> tuple[Paragraph, ...]:
    """A paragraph that recalls the base itself, where it was adopted under a number."""
    head = base.masthead
    number = _number(head)
    if not number:
        return ()
    printed = _adoption(head)
    date: tuple[Inline, ...] = (Text(printed),) if printed else (Bracket(text("date")),)
    words = (
        Text("Recalling", italic=True),
        Text(f" its resolution {number} of "),
        *date,
        Text(f", entitled “{title}”," if (title := plain(base.title)) else ","),
    )
    return (Paragraph(normal(words)),)


def _adoption(head: Masthead) -> str:
    """The day on which the base was adopted, as printed."""
    for said in (head.adopted, head.meeting):
        if found := dates.DATE.search(said):
            return found[0]
    return dates.printed(head.date) if head.kind == "adopted resolution" else ""


_ASKS = re.compile(r"(?:also |further )?(?:decides|requests|recommends)\b", re.I)


def _asks(item: Item) -> bool:
    """Whether `item` asks for what comes back each session; a welcomed event takes place once."""
    return isinstance(item, Paragraph) and bool(_ASKS.match(plain(item.content).lstrip("[")))


def _item(item: Item, step: Step) -> Item:
    if not isinstance(item, Paragraph):
        return item
    return replace(
        item,
        content=_rolled(item.content, step),
        children=tuple(_child(child, step) for child in item.children),
        closing=_rolled(item.closing, step),
        label=None,
        line=0,
    )


def _child(child: Paragraph, step: Step) -> Paragraph:
    rolled = _item(child, step)
    assert isinstance(rolled, Paragraph)  # noqa: S101 - a paragraph gives a paragraph
    return rolled


def _note(note: Footnote, step: Step) -> Footnote:
    return replace(note, content=_rolled(note.content, step, notes=True), line=0)


def _rolled(content: Inlines, step: Step, *, notes: bool = False) -> Inlines:
    """`content` with what lay ahead one step on, in brackets."""
    out: list[Inline] = []
    for inline in content:
        if isinstance(inline, Bracket):
            out.append(replace(inline, content=_rolled(inline.content, step, notes=notes)))
        elif isinstance(inline, Text):
            out.extend(_pieces(inline, step, notes=notes))
        else:
            out.append(inline)
    return normal(out)


def _pieces(run: Text, step: Step, *, notes: bool) -> Iterator[Inline]:
    end = 0
    for start, stop, words in sorted(_changes(run.text, step, notes=notes)):
        if start < end:
            continue
        yield replace(run, text=run.text[end:start])
        yield Bracket((replace(run, text=words),))
        end = stop
    yield replace(run, text=run.text[end:])


# Another body that is asked to do something at a session of its own: that session lies ahead.
_ASKED_OF_OTHERS = re.compile(
    r"\bto (?:report|submit|present|consider|continue)\b.*\b(?:Commission|Committee|Council)\b"
    r"[^.;]{0,60}\bat its $"
)
_SESSION_AFTER = re.compile(r"[ \u00a0](?:regular[ \u00a0]|annual[ \u00a0])?sessions?\b")
# What is reported or paid for from year to year: the period moves on with the text.
_DAY = r"\d{1,2} [A-Z][a-z]+ 20\d\d"
_PERIOD = re.compile(
    rf"\bperiod (?:from|ended|ending)? ?(?:\d{{1,2}} [A-Z][a-z]+ (?:20\d\d )?to )?{_DAY}"
    r"|\b(?:annual report|report of the [A-Z][\w ]+?|programme of work|scale of assessments)"
    r" for 20\d\d"
)
# What is planned for a year is planned for the next one too.
_FOR = re.compile(r"\bfor (?:the )?(?:years? )?(?:20\d\d(?:,| and| to) )*$")
_YEAR = re.compile(r"(?<![/\d(-])\b(20\d\d)\b(?![/\d)]| \()")


def _changes(words: str, step: Step, *, notes: bool) -> Iterator[tuple[int, int, str]]:
    """What moves in `words`: from where to where, and what stands there then."""
    if step.before:
        for start, end, dated in predecessor.places(words, step.before):
            yield start, end, step.number + (f" of {step.adopted or 'date'}" if dated else "")
    if step.session:
        for start, end, number in ordinals.find_all(words):
            ahead = number > step.session or bool(_ASKED_OF_OTHERS.search(words[:start]))
            if ahead and number != step.session and _SESSION_AFTER.match(words, end):
                yield start, end, ordinals.like(words[start:end], number + step.by)
        own = re.compile(rf"\bA/(?:HRC/|C\.\d/)?{step.session}/(?:L\.)?\d+(?:/\w+\.\d+)?")
        for found in own.finditer(words) if notes else ():
            head = found[0].partition(f"{step.session}/")[0]
            yield found.start(), found.end(), f"{head}{step.session + step.by}/…"
    if step.year:
        for period in _PERIOD.finditer(words):
            for found in _YEAR.finditer(words, *period.span()):
                if step.year - 2 < int(found[1]) <= step.year:
                    yield found.start(), found.end(), str(int(found[1]) + step.by)
        for found in _YEAR.finditer(words):
            if int(found[1]) > step.year and not _is_named(words, found.start()):
                moves = step.moves or _FOR.search(words[: found.start()])
                yield found.start(), found.end(), str(int(found[1]) + (step.by if moves else 0))


_NAME_BEFORE = re.compile(
    r"(?:Agenda|[Bb]y|end of|later than|resolutions?|(?:from|between) 20\d\d (?:to|and)|\d[–-])"
    r"[ \u00a0]?$"
)


def _is_named(words: str, start: int) -> bool:
    """Whether the year belongs to a name or a target: "Agenda 2063", "2014–2024", "by 2030"."""
    if _NAME_BEFORE.search(words[max(0, start - 20) : start]):
        return True
    after = words[start + 4 : start + 6]
    return words[start:].startswith("2030") or bool(re.match(r"[ \u00a0][A-Z]|[–-]", after))
