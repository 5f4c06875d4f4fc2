"""Where agreed language comes from, as pages to read: a phrase's pedigree, a paragraph's sources.

Words that came are underlined, words that went struck through; where there is no colour they stand
in {+…+} and [-…-], as they do in a comparison. No Textual here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from drafter.editing.agreed import cited, source_name
from drafter.grammar import dates

if TYPE_CHECKING:
    from drafter.diff.changes import Edit
    from drafter.phrases.bank import Bank, Suggestion
    from drafter.phrases.entry import Found
    from drafter.phrases.pedigree import Step
    from drafter.phrases.trace import Traced


def _marked(edits: Iterable[Edit], *, colour: bool) -> Iterator[tuple[str, str]]:
    """`edits` as words with their style."""
    for op, words in edits:
        if op == "equal":
            yield words, ""
        elif op == "insert":
            yield (words if colour else f"{{+{words}+}}"), "underline"
        else:
            yield (words if colour else f"[-{words}-]"), "strike dim"


def phrase_page(bank: Bank, phrase: Suggestion, *, colour: bool) -> Text:
    """The phrase, its paragraph through the sessions, and the whole text it stands in."""
    from drafter.phrases.pedigree import pedigree

    out = Text(f"“{phrase.text}”\n{cited(phrase)}\n")
    if phrase.uses > 1:
        years = "–".join(dict.fromkeys(phrase.years))
        where = ", ".join(phrase.bodies)
        out.append(" · ".join(filter(None, (f"in {phrase.uses} texts", years, where))) + "\n")
    whole = bank.show(phrase.symbol)
    here = [found for found in whole if found.entry.text == phrase.text]
    here = here or [found for found in whole if phrase.text in found.entry.text]
    steps = pedigree(bank.indexes, here[0]) if here else ()
    if len(steps) > 1:
        out.append("\nTHROUGH THE SESSIONS\n", "bold")
        for step in steps:
            _append_step(out, step, here=step.text == here[0].entry.text, colour=colour)
    if whole:
        _append_whole(out, whole, phrase)
    return out


def _append_step(out: Text, step: Step, *, here: bool, colour: bool) -> None:
    part = {"preambular": "PP", "operative": "OP"}.get(step.part, "")
    when = dates.printed(step.date) or step.date
    name = f"{source_name(step.symbol)} {part}{step.number}".strip()
    sign = "▸" if here else " "
    out.append(
        f"\n{sign} {' · '.join(filter(None, (name, when, step.status)))}\n", "bold" if here else ""
    )
    if not step.edits:
        out.append(f"{step.text}\n")
    elif all(op == "equal" for op, _ in step.edits):
        out.append("word for word the same\n", "dim")
    else:
        for words, style in _marked(step.edits, colour=colour):
            out.append(words, style)
        out.append("\n")


def _append_whole(out: Text, whole: Iterable[Found], phrase: Suggestion) -> None:
    out.append(f"\nTHE WHOLE TEXT OF {source_name(phrase.symbol)}\n", "bold")
    for found in whole:
        here = phrase.text in found.entry.text
        out.append(f"\n{'▸' if here else ' '} {found.entry.place}  ", "bold" if here else "dim")
        out.append(found.entry.text, "bold" if here else "")
        out.append("\n")


def paragraph_page(traced: Traced, *, colour: bool) -> Text:
    """Where each stretch of a paragraph of the draft is agreed, and what became of the rest."""
    out = Text(f"{traced.coverage:.0%} of its words stand in agreed texts.\n")
    for span in traced.spans:
        out.append(f"\n“{traced.text[span.start : span.end]}”\n")
        out.append(f"  first   {cited(span.first)}\n", "dim")
        if span.uses > 1:
            out.append(f"  latest  {cited(span.latest)}, in {span.uses} texts\n", "dim")
    if traced.closest is not None:
        from drafter.diff import words

        changed = words.edits(traced.closest.text, traced.text)
        out.append(f"\nIt alters {cited(traced.closest)}:\n")
        for shown, style in _marked(changed, colour=colour):
            out.append(shown, style)
        out.append("\n")
        for each in traced.drift:
            out.append(f"  ! {each.message}\n", "bold")
    return out
