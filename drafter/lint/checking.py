"""Runs the rules over a resolution and gives the findings in reading order.

Rules yield faults; here each gets its rule's name and level, and the exceptions that the draft's
configuration makes are taken out. Nothing here edits or prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from drafter.lint import rules
from drafter.lint.agreed import Lookup
from drafter.lint.config import Config
from drafter.lint.draft import Draft, Fault, Stretch
from drafter.lint.findings import Finding, Level
from drafter.lint.following import RULE, follow
from drafter.model import Resolution


def check(
    resolution: Resolution,
    *,
    scanned: bool = False,
    config: Config | None = None,
    only: Iterable[str] = (),
    before: Resolution | None = None,
    agreed: Lookup | None = None,
) -> tuple[Finding, ...]:
    """What the rules find in `resolution`, in reading order.

    `scanned` leaves out the rules on punctuation and italics, which a scan does not carry
    (OCR-8 to OCR-11). `config` defaults to what the draft's own front matter says. With `before`,
    the draft as it was, the references that its paragraphs left behind are found too; with
    `agreed`, what a phrase bank knows, the resolutions cited are compared with it.
    """
    config = config or Config.of(resolution)
    draft = Draft(resolution, scanned, agreed)
    order = {stretch.place: index for index, stretch in enumerate(draft.stretches)}
    practice = {
        name: level
        for name, level in (draft.body.practice if draft.body else {}).items()
        if name not in config.levels
    }
    off = config.off | {name for name, level in practice.items() if level == "off"}
    found: list[Finding] = []
    for name in only or rules.names():
        rule = rules.rule(name)
        if name in off or (scanned and not rule.scans) or not _applies(rule, draft):
            continue
        for fault in rule.check(draft):
            meant = _loosely(fault, practice[name]) if name in practice else fault
            finding = _finding(meant, rule.name, config.levels.get(name, rule.level))
            if not config.exempts(finding):
                found.append(finding)
    if before is not None and RULE not in config.off and (not only or RULE in only):
        found = list(_followed(found, before, resolution, config))
    return tuple(sorted(found, key=lambda f: (order.get(f.place, _rank(f.place)), f.start)))


def _followed(
    found: list[Finding], before: Resolution, resolution: Resolution, config: Config
) -> Iterator[Finding]:
    """`found` with what became of references since `before`: it says more than the rule alone."""
    followed = [f for f in follow(before, resolution) if not config.exempts(f)]
    told = {(f.spot, f.start) for f in followed}
    yield from (f for f in found if f.rule != RULE or (f.spot, f.start) not in told)
    yield from followed


def _applies(rule: rules.Rule, draft: Draft) -> bool:
    return (draft.is_english or not rule.english) and (draft.is_resolution or rule.decisions)


def _rank(place: str) -> int:
    """The masthead first; a place we cannot order last."""
    return -1 if place in {"masthead", "enacting clause"} else 10**6


def _loosely(fault: Fault, level: str) -> Fault:
    """`fault` in a text of a body that does not follow the rule: told as `level`, never mended."""
    fix = replace(fault.fix, safe=False) if fault.fix else None
    return replace(fault, level=cast("Level", level), fix=fix)


def _finding(fault: Fault, rule: str, level: Level) -> Finding:
    where = fault.where
    stretch = where if isinstance(where, Stretch) else None
    return Finding(
        place=stretch.place if stretch else str(where),
        rule=rule,
        level=fault.level or level,
        message=fault.message,
        line=fault.line or (stretch.line if stretch else 0),
        fix=fault.fix,
        spot=stretch.spot if stretch else None,
        start=fault.start,
        end=fault.end,
    )


def worst(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that are more than notes: what makes a draft not clean."""
    return (finding for finding in findings if finding.level != "note")
