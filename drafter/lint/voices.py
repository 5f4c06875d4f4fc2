"""Openings in the voice of the other part: "Urging" for "Urges", "Recalls" for "Recalling"."""

from __future__ import annotations

from drafter.grammar import openings
from drafter.lint.draft import Stretch, opening_start

_IRREGULAR = {
    "bearing": "bears", "keeping": "keeps", "taking": "takes", "being": "is", "having": "has",
    "paying": "pays", "drawing": "draws", "looking": "looks", "calling": "calls",
    "expressing": "expresses", "stressing": "stresses", "regretting": "regrets",
    "permitting": "permits", "committing": "commits", "recommitting": "recommits",
    "transmitting": "transmits", "wishing": "wishes", "establishing": "establishes",
    "reaffirming": "reaffirms", "confirming": "confirms", "affirming": "affirms",
    "appealing": "appeals", "recalling": "recalls", "condemning": "condemns",
    "commending": "commends", "requesting": "requests", "supporting": "supports",
}  # fmt: skip
# These end in -e: "urging" is "urges".
_WITH_E = (
    "urg", "encourag", "invit", "welcom", "not", "decid", "recogniz", "emphasiz", "underlin",
    "underscor", "acknowledg", "reiterat", "endors", "approv", "authoriz", "appreciat",
    "congratulat", "deplor", "declar", "desir", "believ", "observ", "realiz", "conclud",
    "celebrat", "commemorat", "designat", "announc", "renounc", "denounc", "determin",
)  # fmt: skip


def other_part(stretch: Stretch) -> openings.Opening | None:
    """The known opening of the other part that `stretch` begins with, None where it has none."""
    other: openings.Part = "operative" if stretch.spot.part == "preamble" else "preambular"
    words = stretch.words[opening_start(stretch) :]
    found = openings.find(words, other)
    return found if found and found.kind != openings.UNKNOWN else None


def finite(participle: str) -> str:
    """The verb of `participle` in the third person: "Urging" gives "Urges"; "" where unsure."""
    low = participle.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if not low.endswith("ing"):
        return ""
    stem = low[:-3]
    return stem + ("es" if stem in _WITH_E else "s" if stem + "s" in _REGULAR else "")


_REGULAR = frozenset(
    """
    calls highlights considers regards demands instructs directs recommends accepts asks adopts
    appoints reminds rejects expects thanks intends extends trusts
    """.split()  # noqa: SIM905 - a list of words reads better as words
)


def participle(verb: str) -> str:
    """The present participle of `verb`: "Urges" gives "Urging"; "" where unsure."""
    low = verb.lower()
    for one, other in _IRREGULAR.items():
        if other == low:
            return one
    if low.endswith("es") and low[:-2] in _WITH_E:
        return low[:-2] + "ing"
    return low[:-1] + "ing" if low in _REGULAR else ""
