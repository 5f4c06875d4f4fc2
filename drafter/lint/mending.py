"""Applying fixes: a new resolution, never a changed one.

Fixes that touch the same words are not applied together: the first stands and the rest wait for
the next round. Only safe fixes run unless the caller asks for all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from drafter.lint.findings import Field, Finding, Fix, Label, Redraft, Words
from drafter.lint.flat import replaced
from drafter.lint.spots import changed, labelled, relabelled
from drafter.model import Resolution

_ROUNDS = 12  # far more than any chain of fixes needs; two rules that disagree stop here


def fix(resolution: Resolution, findings: Iterable[Finding], *, unsafe: bool = False) -> Resolution:
    """`resolution` with the fixes of `findings` that do not overlap, each applied once."""
    wanted = [f.fix for f in findings if f.fix is not None and (unsafe or f.fix.safe)]
    taken: list[Words] = []
    others: list[Label | Field] = []
    for each in wanted:
        redrafts = [edit for edit in each.edits if isinstance(edit, Redraft)]
        if redrafts:
            # It replaces the whole and knows nothing of the others, so it stands alone.
            if not taken and not others:
                return redrafts[0].resolution
            continue
        if _free(each, taken, others):
            taken += [edit for edit in each.edits if isinstance(edit, Words)]
            others += [edit for edit in each.edits if isinstance(edit, Label | Field)]
    for words in sorted(taken, key=lambda w: (w.start, w.end), reverse=True):
        resolution = _applied(resolution, words)
    for edit in others:
        if isinstance(edit, Label):
            resolution = relabelled(labelled(resolution, edit.spot, edit.label))
        else:
            resolution = _set(resolution, edit)
    return resolution


def mend(
    resolution: Resolution,
    check: Callable[[Resolution], Iterable[Finding]],
    *,
    unsafe: bool = False,
) -> Resolution:
    """`resolution` after fixing what `check` finds until nothing changes any more."""
    for _ in range(_ROUNDS):
        mended = fix(resolution, check(resolution), unsafe=unsafe)
        if mended == resolution:
            break
        resolution = mended
    return resolution


def _free(each: Fix, taken: list[Words], others: list[Label | Field]) -> bool:
    """Whether no edit of `each` touches what is taken already."""
    for edit in each.edits:
        if isinstance(edit, Words):
            if any(_overlap(edit, other) for other in taken):
                return False
        elif isinstance(edit, Field):
            if any(isinstance(other, Field) and other.name == edit.name for other in others):
                return False
        elif edit in others:
            return False
    return True


def _overlap(one: Words, other: Words) -> bool:
    if one.spot != other.spot:
        return False
    return one.start <= other.end and other.start <= one.end


def _applied(resolution: Resolution, words: Words) -> Resolution:
    def change(content: Any) -> Any:
        return replaced(
            content, words.start, words.end, words.text, italic=words.italic, bold=words.bold
        )

    try:
        return changed(resolution, words.spot, change)
    except ValueError:
        return resolution  # it would cut a bracket: left for the drafter


def _set(resolution: Resolution, edit: Field) -> Resolution:
    if edit.name == "enacting":
        return replace(resolution, enacting=edit.value)  # type: ignore[arg-type]
    values: dict[str, Any] = {edit.name: edit.value}
    return replace(resolution, masthead=replace(resolution.masthead, **values))
