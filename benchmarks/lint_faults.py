"""Faults put into clean texts, one at a time: found, at the right place, and mended.

    python benchmarks/lint_faults.py TEXTS.jsonl[.xz] [--each N] [--show]

Adopted texts and the examples are written as drafts; each kind of fault is put into some of them
where they have the words for it. A fault counts as found when its rule speaks at its place and did
not before; as mended when the safe fix gives the text back as it was.
"""

from __future__ import annotations

# ruff: noqa: E501 - a kind of fault is a row of a table
import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.lint_corpus import entries, resolution_of
from drafter import lint
from drafter.formats import markdown
from drafter.grammar import ordinals
from drafter.lint.draft import Draft
from drafter.model import Resolution

_EXAMPLES = Path(__file__).parents[1] / "examples"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NINE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

Change = str | Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fault."""

    rule: str
    find: str  # where it may be put, in the Markdown of a draft
    change: Change
    safe: bool = True  # whether a safe fix is to give the text back


def _session(found: re.Match[str]) -> str:
    number = ordinals.number(found[1])
    return f"{number}{'st' if number % 10 == 1 else 'th'} session"


KINDS = (
    Kind("spelling", r"\b([a-z]+)iz(e|ed|ing|ation)\b", r"\1is\2"),
    Kind("spelling", r"\bprogramme\b", "program"),
    Kind("spelling", r"\blabour\b", "labor"),
    Kind("spelling", r"\bcooperation\b", "co-operation"),
    Kind("per-cent", r"\b(\d+) per cent\b", r"\1%"),
    Kind("per-cent", r"\b(\d+) per cent\b", r"\1 percent"),
    Kind("date-form", rf"\b(\d{{1,2}}) ({_MONTHS}) ((?:19|20)\d\d)\b(?=,)", r"\2 \1, \3"),
    Kind("date-form", rf"\b(1\d) ({_MONTHS}) ((?:19|20)\d\d)\b", r"\1th \2 \3"),
    Kind("present-resolution", r"\bof the present resolution\b", "of this resolution"),
    Kind("session-words", r"\b((?:seventy|eighty|thirty|forty)-\w+) session\b", _session),
    Kind("paragraph-reference", r"\bparagraph (\d+) \(([a-z])\)", r"paragraph \1(\2)"),
    Kind("paragraph-reference", r"(?<=[a-z] )paragraph (?=\d+ of its)", "para. "),
    Kind("states-parties", r"\bMember States\b", "member states"),
    Kind("states-parties", r"\bStates parties\b", "State parties"),
    Kind("states-parties", r"\bMember States\b", "Member states"),
    Kind("abbreviations", r"\bUnited Nations (?=system)", "UN "),
    Kind("abbreviations", r"\bEconomic and Social Council(?= to)", "ECOSOC"),
    Kind("abbreviations", r"\bSustainable Development Goals(?=[,;])", "SDGs"),
    Kind("second-action", r"(?<=, and )(encourages|requests|invites|notes|calls)\b", lambda m: m[1].capitalize()),
    Kind("latin-italics", r"\binter alia\b", "*inter alia*"),
    Kind("doubled-word", r"(?<=[a-z]) the (?=[a-z])", " the the "),
    Kind("quotes", r"“(?=[A-Z][^“”]*”)", '"'),
    Kind("small-numbers", r"(?<= )(two|three|four|five|six) (?=(?:Governments|States|days|regions|times)\b)", lambda m: f"{_NINE.index(m[1]) + 1} "),
    Kind("ranges", r"\b(20\d\d)–(20\d\d)\b", r"\1-\2"),
    Kind("ranges", r"\b(20\d\d)–20(\d\d)\b", r"\1-\2"),
    Kind("country-names", r"\bCôte d’Ivoire\b", "Ivory Coast"),
    Kind("country-names", r"\bRussian Federation\b", "Russia"),
    Kind("country-names", r"(?<=the )Republic of Korea\b(?! Joint)", "South Korea"),
    Kind("one-form", r"\bcapacity-building\b(?=.*)", "capacity building"),
    Kind("citation", r"(\b\d\d/\d+) of (\d+) (\w+) 20\d\d(?=[ ,])", r"\1 of \2 \3 1999", safe=False),
    Kind("brackets", r"(?<=[a-z]) (?=[a-z]{5,} )", " [", safe=False),
    Kind("symbol-in-text", r"(?<=report of the Secretary-General)(?= on)", " (A/80/912)", safe=False),
    Kind("gender", r"\bChair(?= of)", "Chairman", safe=False),
    Kind("emphasis", r"(?<=[a-z] )([a-z]{6,})(?= )", r"**\1**"),
    Kind("working-labels", r"(?m)^(\d+)\. \*", r"\1. OP\1 *"),
    Kind("operative-ending", r"(?m)(?<=^)(\d+\. \*.*);$", r"\1."),
    Kind("operative-ending", r"(?m)^(\d+\. \*.*);$", r"\1,"),
    Kind("operative-ending", r"(?m)^( +\([b-z]\) .*);$", r"\1."),
    Kind("penultimate-and", r"(?m)^(\d+\. \*.*);$(?=\n\n\d+\. [^\n]*\.$)", r"\1; and"),
    Kind("preambular-ending", r"(?m)^(\*(?!The General)[A-Z].*),$", r"\1."),
    Kind("preambular-ending", r"(?m)^(\*(?!The General)[A-Z].*),$", r"\1;"),
    Kind("chapeau-ending", r"(?m)^(\d+\. \*.*):$(?=\n\n +\(a\))", r"\1;"),
    Kind("point-capital", r"(?m)^( +\([a-z]\) )([A-Z])(?=[a-z]{3,})", lambda m: m[1] + m[2].lower()),
    Kind("succession", r"(?m)^(\d+\. \*)Also ([a-z])", lambda m: m[1] + m[2].upper()),
    Kind("succession", r"(?m)^(\d+\. \*)Further ([a-z])", lambda m: m[1] + m[2].upper()),
    Kind("succession", r"(?m)^(\*\w+ing) also\*", r"\1*"),
    Kind("succession", r"(?m)^(\*\w+ing) further\*", r"\1 also*"),
    Kind("succession", r"(?m)^(\d+\. \*)(Decides|Welcomes|Stresses)\*", lambda m: f"{m[1]}Also {m[2].lower()}*"),
    Kind("adverb-place", r"(?m)^(\d+\. \*)Also (\w+)\*", lambda m: f"{m[1]}{m[2].capitalize()} also*"),
    Kind("adverb-place", r"(?m)^\*(\w+ing) also\*", lambda m: f"*Also {m[1].lower()}*"),
    Kind("opening-italics", r"(?m)^(\d+\. )\*(\w+)\*", r"\1\2"),
    Kind("opening-italics", r"(?m)^\*(\w+) (with \w+)\*", r"*\1* \2"),
    Kind("opening-capital", r"(?m)^\*(\w+) with (\w+)\*", lambda m: f"*{m[1]} With {m[2].capitalize()}*"),
    Kind("opening-voice", r"(?m)^(\d+\. \*)Urges\*", r"\1Urging*", safe=False),
    Kind("opening-voice", r"(?m)^\*Recalling\*", "*Recalls*", safe=False),
    Kind("opening-missing", r"(?m)^(\d+\. )\*Urges\* (Member States|States) to", r"\1\2 should", safe=False),
    Kind("numbering", r"(?m)^(\d)\. (?=\*)", r"9\1. "),
    Kind("numbering", r"(?m)^( +)\((b)\) ", r"\1(d) "),
    Kind("addressee", r"(?m)^(\d+\. \*)(?:Urges|Invites|Encourages)\* (?=Member States)", r"\1Requests* ", safe=False),
    Kind("title-form", r"(?m)^(title: .*[a-z])$", r"\1."),
    Kind("enacting-clause", r"(?m)^\*The General Assembly\*,$", "*The General Assembly*"),
    Kind("enacting-clause", r"(?m)^\*The General Assembly\*,$", "*The General Assembly*:"),
    Kind("distribution", r"(?m)^distribution: Limited$", "distribution: General"),
    Kind("language-line", r'(?m)^language: "Original: English"$', 'language: "Language: English"'),
    Kind("sponsor-order", r"(?m)^sponsors: \[(\w+), (\w+),", r"sponsors: [\2, \1,"),
    Kind("sponsor-order", r"(?m)^sponsors: \[(\w+),", r"sponsors: [the \1,"),
    Kind("footnote-place", r",(\[\^\d\])$", r"\1,"),
    Kind("footnote-form", r"(?m)^(\[\^\d\]: .*)\.$", r"\1"),
    Kind("footnote-form", r"(?m)^(\[\^\d\]: )([A-Z])(?=[a-z])", lambda m: m[1] + m[2].lower()),
    Kind("footnote-missing", r"(?m);$", ";[^99]", safe=False),
    Kind("footnote-unused", r",\[\^(\d)\]$", ",", safe=False),
    Kind("treaty-series", r"\*Treaty Series\*", "Treaty Series"),
    Kind("treaty-series", r"(?<=\*Treaty Series\*, )vol\. (?=\d+, No)", "Volume "),
    Kind("page-reference", r"(?m)^(\[\^\d\]: (?:See )?A/\d\d/\d+)\.$", r"\1, p. 3.", safe=False),
    Kind("article-form", r"\barticle (\d+), paragraph (\d+), (?=of)", r"article \1 (\2) "),
    Kind("article-form", r"\bArticle (?=\d+ of the Charter)", "article "),
    Kind("date-spans", rf"\bon (\d+) and (\d+) (?={_MONTHS})", r"on \1–\2 "),
    Kind("date-spans", rf"\bfrom (\d+) to (\d+) (?={_MONTHS})", r"from \1–\2 "),
    Kind("resolution-form", r"\bits resolution (?=\d\d/\d+ of \d+ \w+ \d+,$)", "its resolutions "),
    Kind("resolution-form", r"\b(\d+ [A-Z]) \((?=[IVX]+\))", lambda m: m[1].replace(" ", "") + " ("),
    Kind("resolution-form", r"\bresolution S-(\d+/\d+)\b", r"resolution \1S"),
    Kind("list-comma", r"(?<= )([a-z]+, [a-z]+) (and [a-z]+)(?=[.;])", r"\1, \2"),
    Kind("parallel-points", r"(?m)^( +\(b\) )(Include|Support|Develop|Adopt|Engage|Strengthen|Encourage)\b", lambda m: m[1] + m[2].removesuffix("e") + "ing", safe=False),
    Kind("symbol-form", r"(?m)^(symbol: A/C\.\d/\d+/L\.\d+)$", r"\1v2", safe=False),
    Kind("working-labels", r"\bparagraph (\d+) of (?=its)", r"OP\1 of ", safe=False),
    Kind("first-mention", rf"(?<=its resolution )(\d\d/\d+) of \d+ (?:{_MONTHS}) 20\d\d", r"\1"),
)  # fmt: skip


def main() -> None:
    """Print what was missed, and the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--each", type=int, default=5, help="faults of each kind")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    bases = list(_bases(options.texts))
    counts: Counter[str] = Counter()
    for number, kind in enumerate(KINDS):
        done = 0
        for base in _shuffled(bases, number):
            if done == options.each:
                break
            if (verdict := _tried(base, kind, Random(f"{number} {done}"))) is None:
                continue
            done += 1
            said, words = verdict
            counts["faults"] += 1
            counts["found"] += said != "missed"
            counts["fixable"] += kind.safe
            counts["mended"] += said == "mended"
            if said == "missed" or (kind.safe and said != "mended"):
                print(f"{said}: {kind.rule}: {words}" if options.show else f"{said}: {kind.rule}")
        counts["kinds without text"] += done == 0
        if not done:
            print("no text for", kind.rule, kind.find)
    print(dict(counts))


def _bases(path: Path) -> Iterator[str]:
    for example in sorted(_EXAMPLES.glob("*.md")):
        if example.name != "README.md":
            yield markdown.format(markdown.parse(example.read_text("utf-8")).value)
    for entry in entries(path):
        if sum(len(p["text"]) for p in entry["paragraphs"]) < 30_000:
            yield markdown.format(resolution_of(entry))


def _shuffled(bases: list[str], seed: int) -> list[str]:
    order = list(bases)
    Random(seed).shuffle(order)
    # The examples come first now and then: only they have masthead lines and footnotes.
    return order


def _tried(base: str, kind: Kind, random: Random) -> tuple[str, str] | None:
    """What came of one fault in `base`; None where it has no words for it, or is faulty there."""
    places = list(re.finditer(kind.find, base, re.M))
    if kind.rule == "one-form":
        places = places[1:] if len(places) > 2 else []
    if kind.rule in {"first-mention", "citation"}:
        places = [p for p in places if base.count(_first(p)) > 1]
    if kind.rule == "citation":
        places = [p for p in places if base.find(_first(p)) < p.start()]
        places = [p for p in places if "ecision" not in base[p.start() - 12 : p.start()]]
    if kind.rule == "first-mention":
        places = [p for p in places if base.find(p[1]) == p.start()]
    if not places:
        return None
    found = random.choice(places)
    new = found.expand(kind.change) if isinstance(kind.change, str) else kind.change(found)
    faulty = base[: found.start()] + new + base[found.end() :]
    clean = markdown.parse(base).value
    if any(f.rule == kind.rule for f in lint.check(clean, only=[kind.rule])):
        return None
    seeded = markdown.parse(faulty).value
    if seeded == clean:
        return None
    places_there = _places(seeded, faulty.count("\n", 0, found.start()) + 1)
    hits = [f for f in lint.check(seeded, only=[kind.rule]) if f.place in places_there]
    near = faulty[max(0, found.start() - 40) : found.end() + 60].replace("\n", "/")
    if not hits:
        return "missed", f"{places_there} …{near}…"
    mended = lint.mend(seeded, lambda r: lint.check(r, only=[kind.rule]))
    return ("mended" if mended == clean else "found"), near


def _first(found: re.Match[str]) -> str:
    return found[1] + " of "


def _places(resolution: Resolution, line: int) -> set[str]:
    """What the words on `line` may be called."""
    draft = Draft(resolution)
    lines = [s.line for s in draft.stretches if 0 < s.line <= line]
    if not lines:
        return {"masthead", "title", "enacting clause"}
    at = max(lines)
    named = {s.place for s in draft.stretches if s.line == at}
    # A note that nothing calls is named by itself.
    return named | {f"footnote {n.label}" for n in resolution.footnotes}


if __name__ == "__main__":
    main()
