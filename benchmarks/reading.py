"""Reading: issued PDFs scored against the truth beside a checkout, and every format timed.

python -m benchmarks.reading [--each]
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import reading_speed
from drafter.formats import pdf
from drafter.grammar.numbering import child_labels, operative_labels
from drafter.model import Call, Inlines, Paragraph, Resolution, calls, opening, plain

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"


@dataclass(frozen=True)
class Unit:
    """A paragraph or letter point, in the shape that the truth has."""

    kind: str
    number: str
    text: str  # letters and digits
    lead: str
    calls: tuple[str, ...]


@dataclass
class Score:
    """How near what was read comes to the truth."""

    name: str
    exact: bool = False  # kinds and numbers, in order
    right: int = 0  # paragraphs found with both their boundaries
    gold: int = 0
    found: int = 0
    leads: int = 0
    leads_right: int = 0
    calls: tuple[int, int, int] = (0, 0, 0)  # right, in the truth, found
    notes: tuple[int, int] = (0, 0)  # in the truth, found with label and text
    faults: list[str] = field(default_factory=list)


def key(words: str) -> str:
    """The letters and digits of `words`."""
    return re.sub(r"[\W_]", "", words).casefold()


def units(resolution: Resolution) -> Iterator[Unit]:
    """The paragraphs of `resolution` in reading order, points with their letters in the text."""
    for item in resolution.preamble:
        if isinstance(item, Paragraph):
            yield from _family(item, "preambular", "", "")
    bare = [item for item in resolution.operative if isinstance(item, Paragraph)]
    for item, label in zip(bare, operative_labels(resolution), strict=True):
        yield from _family(item, "operative", label, "")


def _family(
    paragraph: Paragraph, kind: str, number: str, label: str, level: int = 1
) -> Iterator[Unit]:
    # The truth leaves the letters of preambular points in their text.
    named, points = tuple(calls(paragraph.content)), kind == "operative"
    text = key(("" if points else label) + plain(paragraph.content))
    lead = "" if label else opening(paragraph)
    yield Unit(kind, (label or number) if points else "", text, lead, named)
    due = child_labels(paragraph.children, level)
    for child, child_label in zip(paragraph.children, due, strict=True):
        yield from _family(child, kind, number, child_label, level + 1)
    if paragraph.closing:
        yield Unit(kind, "", key(plain(paragraph.closing)), "", tuple(calls(paragraph.closing)))


def truth(path: Path) -> tuple[list[Unit], dict[str, str]]:
    """The paragraphs and notes that the gold file at `path` holds."""
    gold = json.loads(path.read_text("utf-8"))
    found = [
        Unit(
            p["kind"], p["number"] or "", key(p["text"]), p.get("lead", ""), tuple(p.get("fn", ()))
        )
        for p in gold["paragraphs"]
        if p["kind"] != "other"
    ]
    return found, gold["footnotes"]


def score(name: str, resolution: Resolution, gold: list[Unit], notes: dict[str, str]) -> Score:
    """`resolution` scored against its truth."""
    mine = list(units(resolution))
    made = Score(name, gold=len(gold), found=len(mine))
    made.exact = [_numbered(u) for u in gold] == [_numbered(u) for u in mine]
    both = Counter(u.text for u in gold) & Counter(u.text for u in mine)
    made.right = both.total()
    made.faults += [
        f"not found: {u.kind} {u.number} {u.text[:60]}…{u.text[-30:]}"
        for u in gold
        if u.text not in both
    ]
    by_text = {u.text: u for u in mine}
    for unit in gold:
        if unit.lead:
            made.leads += 1
            other = by_text.get(unit.text)
            made.leads_right += bool(other and key(other.lead) == key(unit.lead))
            if other and key(other.lead) != key(unit.lead):
                made.faults.append(f"opening: {unit.lead!r}, read {other.lead!r}")
    wanted, given = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    wanted.update((u.text, label) for u in gold for label in u.calls)
    given.update((u.text, label) for u in mine for label in u.calls)
    made.calls = ((wanted & given).total(), wanted.total(), given.total())
    made.faults += [f"call not found: {label} in {t[:40]}" for t, label in wanted - given]
    made.faults += [f"call made up: {label} in {t[:40]}" for t, label in given - wanted]
    read = {key(note.label + _words(note.content)) for note in resolution.footnotes}
    missing = [label + text for label, text in notes.items() if key(label + text) not in read]
    made.notes = (len(notes), len(notes) - len(missing))
    made.faults += [f"note: {text[:80]}" for text in missing]
    return made


def _numbered(unit: Unit) -> tuple[str, str]:
    return unit.kind, unit.number


def _words(content: Inlines) -> str:
    return "".join("" if isinstance(i, Call) else plain((i,)) for i in content)


def scores(corpus: Path) -> Iterator[Score]:
    """Every PDF of the easy set, scored."""
    for path in sorted((corpus / "pdf").glob("*.pdf")):
        gold = corpus / "parse_gold" / f"{path.stem}.gold.json"
        if gold.exists():
            found = pdf.read(path.read_bytes(), path.name).value.resolutions
            yield score(path.stem, found[0] if found else Resolution(), *truth(gold))


def totals(of: list[Score]) -> dict[str, float]:
    """The figures that the corpus asks for."""
    right, given = sum(s.right for s in of), sum(s.gold + s.found for s in of)
    calls_right = sum(s.calls[0] for s in of)
    calls_given = sum(s.calls[1] + s.calls[2] for s in of)
    return {
        "texts": len(of),
        "kinds and numbers exact": sum(s.exact for s in of),
        "boundaries F1": 2 * right / given,
        "openings": sum(s.leads_right for s in of) / sum(s.leads for s in of),
        "footnote calls F1": 2 * calls_right / calls_given,
        "footnotes": sum(s.notes[1] for s in of) / max(1, sum(s.notes[0] for s in of)),
    }


def report(*, each: bool = False) -> Iterator[str]:
    """The lines of the report, as they are measured."""
    if not CORPUS.exists():
        yield "Reading: needs ../shared/corpus"
        return
    yield "Reading PDFs: the 48 texts with truth"
    of = list(scores(CORPUS))
    for name, value in totals(of).items():
        yield f"  {name}: {value:.4f}" if value <= 1 else f"  {name}: {value:.0f}"
    for one in of if each else ():
        if one.faults or not one.exact:
            yield f"  {one.name}: {one.found} of {one.gold}, exact: {one.exact}"
            yield from (f"      {fault}" for fault in one.faults[:12])
    yield from reading_speed.ratios(CORPUS.parent)


def main(arguments: list[str]) -> None:
    """Print the report."""
    for line in report(each="--each" in arguments):
        print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
