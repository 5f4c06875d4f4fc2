"""One fault put into a clean draft is found at its place, and the safe fix gives the draft back."""

import pytest

from drafter import lint
from drafter.formats import markdown

CLEAN = """---
symbol: A/C.3/80/L.909
distribution: Limited
language: "Original: English"
session: Eightieth session
sponsors: [Fiji, Nepal, Togo]
title: Safe river crossings
---

*The General Assembly*,

*Recalling* its resolution 79/901 of 12 December 2024, entitled “River safety”,[^1]

*Recalling also* its resolution 78/902 of 19 December 2023,

*Noting with concern* that 40 per cent of ferries remain unlicensed, and noting that eight States
have no programme of inspection,[^2]

1. *Urges* States parties to the Convention on River Crossings to organize training, including by:

   (a) Funding schools;

   (b) Publishing manuals;

2. *Also urges* States parties to the Convention on River Crossings to share data;

3. *Urges* Member States to license ferries, and encourages donors, inter alia, to help;

4. *Recalls* paragraph 8 (c) of its resolution 79/901, and invites the United Nations system to act
   on paragraph 1 (b) above;

5. *Requests* the Secretary-General to report to it at its eighty-first session on the
   implementation of the present resolution.

[^1]: Security Council resolution 9999 (2024).

[^2]: See A/80/912.
"""

FAULTS = [
    ("its resolution 78/902", "its resolutions 78/902", "PP2", "resolution-form"),
    ("[^2]: See A/80/912.", "[^2]: Cf. A/80/912.", "footnote 2", "note-see"),
    ("*Recalling also*", "*Recalling*", "PP2", "succession"),
    ("*Also urges*", "*Urges*", "OP2", "succession"),
    ("*Requests* the", "*Also requests* the", "OP5", "succession"),
    ("*Recalling also*", "*Also recalling*", "PP2", "adverb-place"),
    ("*Also urges*", "*Urges also*", "OP2", "adverb-place"),
    ("*Noting with concern*", "*Noting* with concern", "PP3", "opening-italics"),
    ("*Noting with concern*", "*Noting With Concern*", "PP3", "opening-capital"),
    ("share data;", "share data.", "OP2", "operative-ending"),
    ("share data;", "share data; and", "OP2", "penultimate-and"),
    ("Publishing manuals;", "Publishing manuals.", "OP1 (b)", "operative-ending"),
    ("present resolution.", "present resolution;", "OP5", "operative-ending"),
    ("December 2023,", "December 2023.", "PP2", "preambular-ending"),
    ("including by:", "including by;", "OP1", "chapeau-ending"),
    ("(a) Funding", "(a) funding", "OP1 (a)", "point-capital"),
    ("3. *Urges*", "4. *Urges*", "OP4", "numbering"),
    ("(b) Publishing", "(c) Publishing", "OP1 (c)", "numbering"),
    ("40 per cent", "40%", "PP3", "per-cent"),
    ("40 per cent", "40 percent", "PP3", "per-cent"),
    ("eight States", "8 States", "PP3", "small-numbers"),
    ("no programme", "no program", "PP3", "spelling"),
    ("organize", "organise", "OP1", "spelling"),
    ("12 December 2024", "December 12, 2024", "PP1", "date-form"),
    ("19 December 2023", "19th December 2023", "PP2", "date-form"),
    ("the present resolution", "this resolution", "OP5", "present-resolution"),
    ("eighty-first", "81st", "OP5", "session-words"),
    ("Eightieth session", "80th session", "masthead", "session-words"),
    ("8 (c)", "8(c)", "OP4", "paragraph-reference"),
    ("Recalls* paragraph", "Recalls* para.", "OP4", "paragraph-reference"),
    ("*Urges* States parties", "*Urges* State parties", "OP1", "states-parties"),
    ("Member States", "member states", "OP3", "states-parties"),
    ("the United Nations system", "the UN system", "OP4", "abbreviations"),
    ("and encourages", "and Encourages", "OP3", "second-action"),
    ("and noting", "and Noting", "PP3", "second-action"),
    ("inter alia", "*inter alia*", "OP3", "latin-italics"),
    ("to share data", "to share share data", "OP2", "doubled-word"),
    ("“River safety”", '"River safety”', "PP1", "quotes"),
    ("safety”,[^1]", "safety”[^1],", "PP1", "footnote-place"),
    ("See A/80/912.", "see A/80/912.", "footnote 2", "footnote-form"),
    ("See A/80/912.", "See A/80/912", "footnote 2", "footnote-form"),
    ("9999 (2024)", "9999/2024", "footnote 1", "security-council-citation"),
    ("crossings\n---", "crossings.\n---", "title", "title-form"),
    ("Limited", "General", "masthead", "distribution"),
    ("Original: English", "Language: English", "masthead", "language-line"),
    ("[Fiji, Nepal, Togo]", "[Fiji, Togo, Nepal]", "masthead", "sponsor-order"),
    ("[Fiji, Nepal", "[Fiji, the Nepal", "masthead", "sponsor-order"),
    ("*The General Assembly*,", "*The General Assembly*", "enacting clause", "enacting-clause"),
    ("4. *Recalls*", "4. OP4 *Recalls*", "OP4", "working-labels"),
]

UNSAFE = [
    (
        "Security Council resolution 9999 (2024)",
        "General Assembly resolution 70/1",
        "footnote 1",
        "own-organ",
    ),
    ("See A/80/912.", "See A/80/912, p. 4.", "footnote 2", "page-reference"),
    ("/L.909\n", "/L.909v2\n", "masthead", "symbol-form"),
    ("A/C.3/80/L.909", "A/C.3/80/909", "masthead", "symbol-form"),
    ("*Recalls* par", "*Recalling* par", "OP4", "opening-voice"),
    ("*Recalling* its", "*Recalls* its", "PP1", "opening-voice"),
    ("1 (b) above", "9 (b) above", "OP4", "internal-reference"),
    ("1 (b) above", "1 (c) above", "OP4", "internal-reference"),
    ("share data", "share [data", "OP2", "brackets"),
    ("2023,", "2023 (A/80/913),", "PP2", "symbol-in-text"),
    ("*Urges* Member States", "*Requests* Member States", "OP3", "addressee"),
    ("*Urges* Member States to", "Member States should", "OP3", "opening-missing"),
    ("share data", "share **data**", "OP2", "emphasis"),
    ("of inspection,[^2]", "of inspection,[^2]\n\n[^3]: More.\n", "footnote 3", "footnote-unused"),
    ("share data;", "share data;[^4]", "OP2", "footnote-missing"),
    ("share data;", "share data;[^1]", "OP2", "footnote-reused"),
    ("safety”,[^1]", "safety”,", "footnote 1", "footnote-unused"),
]


def found(text: str) -> set[tuple[str, str]]:
    return {(f.place, f.rule) for f in lint.check(markdown.parse(text).value)}


def seeded(old: str, new: str) -> str:
    assert old in CLEAN
    return CLEAN.replace(old, new, 1)


def test_the_draft_is_clean() -> None:
    assert found(CLEAN) == set()


@pytest.mark.parametrize(("old", "new", "place", "rule"), FAULTS, ids=lambda value: str(value)[:20])
def test_a_fault_is_found_and_mended(old: str, new: str, place: str, rule: str) -> None:
    assert (place, rule) in found(seeded(old, new))
    mended = lint.mend(markdown.parse(seeded(old, new)).value, lint.check)
    assert markdown.format(mended) == markdown.format(markdown.parse(CLEAN).value)


@pytest.mark.parametrize(("old", "new", "place", "rule"), UNSAFE, ids=lambda value: str(value)[:20])
def test_a_fault_without_a_safe_fix_is_found(old: str, new: str, place: str, rule: str) -> None:
    assert (place, rule) in found(seeded(old, new))
