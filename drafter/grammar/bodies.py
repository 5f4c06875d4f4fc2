"""What differs from body to body, as data: one file of `profiles/` a body, so a new one is a file.

Names, enacting clauses, symbols, paper, whom the body addresses. The measures of the page are the
Word writer's; nothing here reads a draft's text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from drafter.errors import DrafterError
from drafter.model import Masthead


@dataclass(frozen=True, slots=True)
class Body:
    """One body that adopts resolutions, or a Main Committee that prepares them."""

    id: str  # the key in a draft's front matter: "ga-c3"
    name: str
    organ: str
    enacting: str  # with its comma (R-ANAT-13)
    draft: str  # the symbol of a draft with {session}, {year}, {number}
    adopted: str  # of an adopted text; "" where it bears only a number
    cited: str  # how a resolution of the body is cited: "{session}/{number}"
    counts: str  # what numbers its texts: "session" or "year"
    session_line: str  # with {Session} (words) or {year}
    paper: str  # "letter" in New York, "a4" in Vienna and Geneva
    states: str  # whom its texts address: "Member States", "States parties"
    secretariat: str  # whom it asks for work
    reports_to: str  # where reports go
    committee: str = ""
    place: str = ""  # the city that the session line adds (R-ANAT-5)
    second_language: str = ""  # of the title's second line, where a body prints two: "fr"
    distribution: str = "Limited"  # of a draft (R-ANAT-2)
    # Rules of `lint` that its practice does not follow, each with its level there, or "off".
    practice: Mapping[str, str] = field(default_factory=dict, hash=False)
    titled: bool = True
    agenda: bool = True


@cache
def bodies() -> tuple[Body, ...]:
    """Every body that drafter knows, by id."""
    # Loaded where a profile is asked for: most comparisons of drafts ask for none.
    import tomllib
    from pathlib import Path

    profiles = sorted(Path(__file__).with_name("profiles").glob("*.toml"))
    return tuple(Body(id=each.stem, **tomllib.loads(each.read_text("utf-8"))) for each in profiles)


def body(name: str) -> Body:
    """The body called `name` ("ga-c3"); raises DrafterError with the known ones."""
    for known in bodies():
        if known.id == name:
            return known
    raise DrafterError(
        f"{name}: unknown body", hint="use one of " + ", ".join(b.id for b in bodies())
    )


def of(masthead: Masthead, enacting: str = "") -> Body | None:
    """The body whose text this is, by its key, its symbol, its organ or its enacting clause."""
    known = {b.id: b for b in bodies()}
    if masthead.body in known:
        return known[masthead.body]
    for candidate in sorted(bodies(), key=lambda b: -len(_stem(b.draft))):
        # A committee's drafts are adopted by its parent: "A/RES/" says nothing of the committee.
        adopted = "" if candidate.committee else _stem(candidate.adopted)
        stems = {_stem(candidate.draft), adopted} - {""}
        if any(masthead.symbol.startswith(stem) for stem in stems):
            return candidate
    said = {masthead.organ.strip(), enacting.strip(" ,.").removeprefix("The ")} - {""}
    return next((b for b in bodies() if b.organ in said and not b.committee), None)


def _stem(symbol: str) -> str:
    return symbol.partition("{")[0]
