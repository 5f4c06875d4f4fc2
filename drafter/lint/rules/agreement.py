"""In French and Spanish the adjective of an opening agrees with the organ (Convaincue).

Wrong:

    *L’Assemblée générale*,

    *Convaincu* que la sécurité des passages exige des règles communes,

    1. *Prie* les États de délivrer des permis.

    → PP1: write “Convaincue”

Right:

    *L’Assemblée générale*,

    *Convaincue* que la sécurité des passages exige des règles communes,

    1. *Prie* les États de délivrer des permis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault, opening_start
from drafter.lint.findings import Fix

LEVEL = "warning"
SOURCES = ("R-LANG-5",)

_FEMININE = re.compile(r"(?:L[’']Assemblée|La )", re.I)
_MASCULINE = re.compile(r"(?:Le |El )", re.I)
_STEMS = {
    "fr": "convaincu|préoccupé|alarmé|animé|guidé|résolu|attaché|déterminé|inspiré|encouragé"
    "|consterné|indigné|troublé|atterré|saisi|persuadé|pénétré|rassuré|choqué|mû",
    "es": "convencid|preocupad|alarmad|decidid|resuelt|guiad|alentad|animad|inspirad|consternad"
    "|indignad|deseos|comprometid|persuadid|horrorizad|conmovid",
}
_ENDS = {"fr": {"feminine": "e", "masculine": ""}, "es": {"feminine": "a", "masculine": "o"}}
_PATTERNS = {
    "fr": re.compile(rf"(?:\w+ment )?(?P<stem>{_STEMS['fr']})(?P<end>e?)\b", re.I),
    "es": re.compile(rf"(?:\w+mente )?(?P<stem>{_STEMS['es']})(?P<end>[ao])\b", re.I),
}
# "Vivement préoccupée", "Profundamente preocupada", "Désireuse", "Soucieux", "Inquiète".
_PAIRS = {
    "désireux": "désireuse",
    "soucieux": "soucieuse",
    "inquiet": "inquiète",
}
_IRREGULAR = re.compile("|".join((*_PAIRS.values(), *_PAIRS)) + r"\b", re.I)


def check(draft: Draft) -> Iterator[Fault]:
    """Adjectives of the preamble in the other gender."""
    gender = _gender(draft.resolution.enacting)
    language = draft.language
    if not gender or language not in _PATTERNS:
        return
    for stretch in draft.part("preamble"):
        start = opening_start(stretch)
        if found := _PATTERNS[language].match(stretch.words, start):
            first, last = found.span("end")
            wanted = _ENDS[language][gender]
            if found["end"] == wanted:
                continue
            first = found.start("stem")
            word = found["stem"] + wanted
        elif language == "fr" and (irregular := _IRREGULAR.match(stretch.words, start)):
            first, last = irregular.span()
            word = _irregular(irregular[0], gender)
            if word == irregular[0]:
                continue
        else:
            continue
        message = f"write “{word}”"
        fix = Fix((stretch.edit(first, last, word),), message)
        yield Fault(stretch, message, fix, start=first, end=last)


def _gender(enacting: str) -> str:
    if _FEMININE.match(enacting):
        return "feminine"
    return "masculine" if _MASCULINE.match(enacting) else ""


def _irregular(word: str, gender: str) -> str:
    lower = word.lower()
    pairs = _PAIRS if gender == "feminine" else {v: k for k, v in _PAIRS.items()}
    other = pairs.get(lower, lower)
    return other.capitalize() if word[0].isupper() else other
