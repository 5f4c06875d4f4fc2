"""How strong the opening of a paragraph is felt to be, so that two can be compared.

The grades are those of the conventions ("Verbs by rough strength", a working aid: no official
scale exists); within a grade, and in preambles, which have none, stand the orders on which guides
agree. Openings that no order holds are told apart, never ranked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from drafter.grammar.openings import Opening

Order = Literal["weaker", "stronger", "other", "same"]

# What a verb does, and how strongly, by its stem; the longest stem that fits counts.
_STEMS: dict[str, tuple[str, float]] = {
    stem: (tone, weight)
    for tone, weight, stems in (
        ("ask", 5.6, "demand order insist"),
        ("ask", 5.4, "direct instruct requir mandat"),
        ("ask", 4.5, "urg"),
        ("ask", 4.2, "call appeal"),
        ("ask", 4.1, "remind warn"),
        ("ask", 3.4, "request"),
        ("ask", 3.2, "ask"),
        ("ask", 3.0, "recommend propos"),
        ("ask", 2.2, "encourag invit suggest advis draw"),
        ("settle", 5.5, "decid"),
        ("approve", 5.2, "endors adopt approv"),
        ("approve", 1.6, "commend applaud congratulat prais hail pay"),
        ("approve", 1.5, "welcom support thank appreciat gratified satisfied grateful"),
        ("blame", 4.6, "condemn denounc reject outraged"),
        ("blame", 4.3, "deplor appalled horrified shocked"),
        ("blame", 1.6, "alarmed dismayed disturbed distressed protest"),
        ("blame", 1.3, "regret concerned worried disappointed lament troubled"),
        ("stress", 1.5, "reaffirm reassert reconfirm affirm reiterat renew"),
        ("stress", 1.4, "stress emphasi underlin underscor highlight re-emphasi convinced"),
        ("record", 1.2, "recogni"),
        ("record", 1.1, "acknowledg"),
        ("record", 1.0, "recall consider bear keep mindful aware conscious cognizant observ"),
        ("record", 0.0, "not tak"),
    )
    for stem in stems.split()
}
_TONES = {"disapproval": "blame", "approval": "approve", "emphasis": "stress"}
# What is expressed, noted or reiterated gives an opening its tone.
_NOUNS: dict[str, tuple[str, float]] = {
    **dict.fromkeys(("condemnation", "outrage", "abhorrence"), ("blame", 4.0)),
    **dict.fromkeys(("alarm", "indignation", "dismay", "shock"), ("blame", 1.6)),
    **dict.fromkeys(("concern", "concerns", "regret", "disappointment"), ("blame", 1.3)),
    **dict.fromkeys(
        ("appreciation", "gratitude", "satisfaction", "support", "thanks"), ("approve", 1.4)
    ),
    "interest": ("record", 0.3),
    "request": ("ask", 3.4),
    "call": ("ask", 4.2),
    "invitation": ("ask", 2.2),
    "appeal": ("ask", 4.1),
}
_NOTED = 0.5  # "notes with concern" is this part of "expresses concern"
_STRONGEST = frozenset(("gravest", "deepest", "strongest", "utmost", "highest", "extremely"))
_STRONG = frozenset(
    """grave gravely deep deeply serious seriously profound profoundly great greatly strong strongly
    firmly categorically unequivocally urgently solemnly highly warmly fully sincerely earnestly
    particular full unwavering vehemently very""".split()  # noqa: SIM905 - a list of words
)


@dataclass(frozen=True, slots=True)
class Force:
    """What an opening does and how strongly."""

    tone: str  # "ask", "settle", "approve", "blame", "stress", "record"
    weight: float
    grade: int  # 0 to 5

    def against(self, other: Force) -> Order:
        """How `other` stands to this: weaker, stronger, or doing something else."""
        if {self.tone, other.tone} == {"approve", "blame"}:
            return "other"
        if self.grade != other.grade:
            return "weaker" if other.grade < self.grade else "stronger"
        alike = self.tone == other.tone or "record" in {self.tone, other.tone}
        if not alike or abs(self.weight - other.weight) < 0.01:
            return "other"
        return "weaker" if other.weight < self.weight else "stronger"


def force(opening: Opening) -> Force | None:
    """How strong `opening` is, None where nothing tells."""
    inner = re.findall(r"[a-z'-]+", opening.verb.lower())
    heavy = 0.3 * len(_STRONGEST.intersection(inner)) + 0.15 * len(_STRONG.intersection(inner))
    stems = (_stem(word) for word in inner if word not in _STRONG)
    tone, weight = next((found for found in stems if found), ("", 0.0))
    noun = next((_NOUNS[word] for word in inner if word in _NOUNS), None)
    if noun and (not tone or weight == 0 or tone == "stress"):
        tone, weight = noun[0], noun[1] * (_NOTED if weight == 0 and tone else 1)
    if not tone and opening.strength is None:
        return None
    tone = tone or _TONES.get(opening.kind, "settle" if opening.strength == 5 else "record")
    if opening.strength is None or noun:
        grade = int(weight)
    else:
        grade = opening.strength
        weight = weight if int(weight) == grade else float(grade)
    return Force(tone, weight + heavy, grade)


def _stem(word: str) -> tuple[str, float] | None:
    for length in range(len(word), 2, -1):
        if found := _STEMS.get(word[:length]):
            return found
    return None
