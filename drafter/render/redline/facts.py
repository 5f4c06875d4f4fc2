"""The masthead of an official file brought up to date where it stands: only the facts that changed.

A symbol, a date or a sponsor line is found by what the old draft prints, in the headers and above
the title, and its words are edited there, in the look they have. What the old file does not print
becomes a paragraph above the title. A fact that cannot be found is `Unplaced`, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.diff.words import edits
from drafter.render.redline.cutting import anchor, cut, open_at, shell, units
from drafter.render.redline.job import Fact, Job
from drafter.render.redline.paragraphs import put
from drafter.word.inline import Content, content
from drafter.word.package import Package
from drafter.word.story import (
    KINDS,
    Story,
    body,
    flow,
    headers,
    notes,
    paragraphs,
    paragraphs_of,
)
from drafter.word.xml import Element, make, names, text_element, w

_CALLS = names("footnoteReference endnoteReference")


def unplaced(package: Package, above: int, facts: Iterable[Fact]) -> bool:
    """Whether a changed fact stands nowhere in the headers or the first items of the body."""
    texts = [content(p).text for p in _places(package, above)]
    return any(old and not any(_pattern(old).search(t) for t in texts) for old, _ in facts)


def write_facts(job: Job) -> None:
    """Edit the facts where they stand; what is new comes above the title."""
    changed = [_pattern(old) for old, _ in job.facts if old]
    above = job.untouched[0]
    held = [p for item in flow(body(job.old).container)[:above] for p in paragraphs_of(item)]
    for story in _beside(job.old, held):
        texts = [content(p).text for p in paragraphs(story.container)]
        if any(pattern.search(text) for text in texts for pattern in changed):
            job.old.edit(story.part)
    title = flow(body(job.old).container)[above].element
    for old, new in job.facts:
        if not old:
            title.addprevious(_line(job, new))
    for paragraph in list(_places(job.old, above)):
        for old, new in job.facts:
            found = _pattern(old).search(job.old_content(paragraph).text) if old else None
            if found:
                _edit(job, paragraph, found.start(), (found.group(), new))


def missed(accepted: Package, old: Package, above: int, facts: tuple[Fact, ...]) -> str:
    """What the accepted masthead does not say as it should, in words; "" when all is right."""
    come = [new for old_, new in facts if not old_]
    want = [_told(content(p).text, facts) for p in _places(old, above)]
    got = [content(p).text for p in _places(accepted, above + len(come))]
    for line in come:
        if line not in got:
            return f"the masthead lacks {line!r}"
        got.remove(line)
    return "" if got == want else f"the masthead reads {got!r} for {want!r}"[:600]


def _told(text: str, facts: Iterable[Fact]) -> str:
    for old, new in facts:
        found = _pattern(old).search(text) if old else None
        if found:
            text = text[: found.start()] + new + text[found.end() :]
    return text


def _pattern(words: str) -> re.Pattern[str]:
    """`words` as a line may print them: any space, and nothing that would make it a longer name."""
    said = r"[\s\u2028]+".join(map(re.escape, words.split()))
    return re.compile(rf"(?<![\w/]){said}(?![\w/]|\.\w)")


def _places(package: Package, above: int) -> Iterator[Element]:
    held = [p for item in flow(body(package).container)[:above] for p in paragraphs_of(item)]
    yield from held
    for root in dict.fromkeys(story.container for story in _beside(package, held)):
        yield from paragraphs(root)


def _beside(package: Package, held: Iterable[Element]) -> Iterator[Story]:
    """The headers, and the notes that the paragraphs `held` call: those on the sponsors."""
    yield from headers(package)
    called = {(e.tag, e.get(w("id"), "")) for p in held for e in p.iter(*_CALLS)}
    for kind in KINDS:
        for number, note in notes(package, kind).items():
            if (w(f"{kind}Reference"), number) in called:
                yield note


def _line(job: Job, words: str) -> Element:
    """A new paragraph that says `words`."""
    run = make("r", None, text_element("t", words))
    made = make("p", None, job.pen.revision("ins", run))
    job.pen.mark(made, "ins")
    return made


def _edit(job: Job, paragraph: Element, start: int, words: tuple[str, str]) -> None:
    """Turn the words at `start` into others, in the look that they have."""
    read = job.old_content(paragraph)
    gone: list[tuple[int, int]] = []
    come: list[tuple[int, str]] = []
    position = start
    for op, text in edits(*words):
        if op == "insert":
            come.append((position, text))
            continue
        if op == "delete":
            gone.append((position, position + len(text)))
        position += len(text)
    cut(read, [offset for pair in gone for offset in pair] + [offset for offset, _ in come])
    for first, last in gone:
        job.pen.wrap(units(read, first, last), "del")
    for offset, text in come:
        open_at(read, offset, job.pen.ids)
        run = _like(read, offset if offset == start else offset - 1)
        run.append(text_element("t", text))
        put(paragraph, anchor(read, offset), job.pen.revision("ins", run))
    job.forget(paragraph)


def _like(read: Content, position: int) -> Element:
    """An empty run that looks like the words at `position`."""
    for piece in read.pieces:
        if piece.run is not None and piece.start <= position < piece.end:
            made = shell(piece.run)
            for change in list(made.iter(w("rPrChange"))):
                change.getparent().remove(change)  # type: ignore[union-attr]
            return made
    return make("r")
