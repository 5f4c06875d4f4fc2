"""Safeguards: the words by which drafters limit an undertaking, and where they stand in a text.

"in accordance with their domestic law", "as appropriate", "upon request", "subject to the
availability of resources". A family is one safeguard in several wordings: exchanging one of its
wordings for another changes nothing. What a safeguard is worth is not judged here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Up to the end of the clause: what a safeguard speaks of.
_REST = r"[^,;:.()\[\]]{0,90}"
_BRIEF = r"(?:[\w’'/-]+ ){0,6}?"
_LINK = (
    r"(?:in (?:full |strict )?(?:accordance|conformity|line|compliance|keeping|agreement) with"
    r"|(?:in a manner )?(?:fully )?consistent(?:ly)? with|subject to|as permitted by"
    r"|as (?:provided for|required) (?:by|in|under)|where (?:permitted|allowed) by"
    r"|(?:to|within) the (?:\w+ )?(?:extent|limits|framework|scope|boundaries) "
    r"(?:of|permitted by|provided by)|pursuant to|under|as defined by"
    r"|with(?:out)? (?:due |full )?(?:respect|regard|prejudice) (?:for|to)"
    r"|(?:while |fully )?respecting|(?:duly )?(?:taking into|with due) (?:account|consideration)"
    r"(?: of)?|bearing in mind|having due regard to)"
)
_ITS = r"(?:the |their |its |that |his |her )?"
_LAW = (
    r"(?:laws?|legislation|legal (?:systems?|frameworks?|orders?|traditions?|requirements?)"
    r"|regulations|constitutions?|constitutional \w+|rules|practices?)\b"
)
# The name of a family, the words without which none of it stands in a text, and how it is worded:
# looking for a word costs a hundredth of looking for a pattern.
_FAMILIES = (
    (
        "domestic law",
        ("domestic", "national", "internal"),
        rf"{_LINK} {_ITS}{_BRIEF}(?:domestic|national|internal) (?:[\w-]+ ){{0,3}}?{_LAW}"
        rf"(?: (?:and|or) (?:[\w-]+ ){{0,2}}?{_LAW})?",
    ),
    (
        "national circumstances",
        ("domestic", "national", "local"),
        rf"{_LINK} {_ITS}{_BRIEF}(?:domestic|national|local) (?:[\w-]+ ){{0,3}}?"
        r"(?:priorit\w+|circumstances|capacit\w+|capabilit\w+|needs|contexts?|conditions|plans"
        r"|polic\w+|strateg\w+|realit\w+|situations?|specificit\w+)\b",
    ),
    (
        "the Charter",
        ("charter",),
        rf"{_LINK} {_BRIEF}Charter(?: of the United Nations)?\b",
    ),
    (
        "human rights",
        ("human rights", "fundamental freedoms", "rule of law"),
        rf"{_LINK} {_ITS}{_BRIEF}(?:human rights|fundamental freedoms|rule of law)\b"
        r"(?: (?:law|obligations|standards|instruments)\b)?",
    ),
    (
        "sovereignty",
        ("sovereign", "territorial integrity"),
        rf"{_LINK} {_ITS}{_BRIEF}(?:sovereign\w*|territorial integrity)\b",
    ),
    (
        "international law",
        ("international", "obligations", "commitments"),
        rf"{_LINK} {_ITS}{_BRIEF}(?:international (?:[\w-]+ ){{0,3}}?"
        r"(?:law|obligations|standards|commitments|instruments|agreements)"
        r"|(?:obligations|commitments)(?: under international law)?)\b",
    ),
    (
        "rules of the United Nations",
        ("rules and procedures",),
        rf"{_LINK} {_ITS}rules and procedures(?: of the United Nations)?",
    ),
    (
        "availability of resources",
        ("the availability of", "existing", "available", "permit"),
        r"(?:subject to|depending on|contingent (?:up)?on|within) the availability of"
        r" (?:[\w-]+ ){0,3}?(?:resources|fund(?:s|ing)|contributions|financing|means)"
        r"|within (?:the )?(?:limits? of )?(?:its |their )?(?:existing|available)"
        r" (?:[\w-]+ ){0,2}?(?:resources|means|capacit\w+)"
        r"|if (?:resources|funds) permit",
    ),
    (
        "mandates",
        ("within",),
        r"within (?:the (?:scope|framework|limits|context) of )?(?:its|their|his|her|the)"
        r" (?:own )?(?:respective |existing |relevant |current |core )*"
        r"(?:mandates?|competences?|capacit\w+|capabilit\w+|means|jurisdictions?|authority)"
        r"(?: and (?:resources|mandates?|competences?|capacit\w+|means))?",
    ),
    (
        "request",
        ("request",),
        r"(?:up)?on (?:the |their |its )?requests?(?: (?:of|by|from)"
        r" (?:(?:the|a|all|interested|concerned|affected|relevant|requesting|those) )*"
        r"(?:Member |Host )?(?:States?|countr\w+|Governments?|part(?:y|ies))"
        r"(?: (?:part(?:y|ies)|concerned))?)?"
        r"|at (?:the|their|its) request(?: of [\w ]{0,40}?(?:States?|Governments?)"
        r"(?: (?:part(?:y|ies)|concerned))?)?"
        r"|(?:where|when|if|as) (?:so )?requested(?: by [\w ]{0,40}?(?:States?|Governments?))?",
    ),
    (
        "consent",
        ("consent",),
        r"with the (?:free,? prior and informed |prior |express )?consent of(?: \w+){1,3}",
    ),
    (
        "voluntary",
        ("voluntary basis", "mutually agreed"),
        r"on a (?:purely )?voluntary basis|on mutually agreed terms",
    ),
    (
        "as appropriate",
        (
            "appropriate",
            "applicable",
            "necessary",
            "needed",
            "relevant",
            "required",
            "possible",
            "feasible",
            "practicable",
            "available",
        ),
        r"(?:as|where|when|if|wherever|whenever) (?:and (?:where|when|as) )?"
        r"(?:it is |they are )?(?:deemed )?(?:appropriate|applicable|necessary|needed|relevant"
        r"|required|possible|feasible|practicable|available|may be (?:appropriate|necessary))"
        r"(?: and (?:where |as |when )?(?:appropriate|applicable|necessary|relevant|feasible))?"
        r"(?! (?:as|a|an|to|steps|measures|action)\b)",
    ),
    (
        "possible",
        ("possible", "feasible", "practicable"),
        r"(?:to|in) the (?:\w+ )?(?:extent|degree) (?:possible|feasible|practicable)"
        r"|(?:in)?so ?far as (?:is )?(?:possible|feasible|practicable)|as far as possible"
        r"|as far as practicable",
    ),
    ("prejudice", ("prejudice",), rf"without prejudice to {_REST}"),
    (
        "discrimination",
        ("distinction", "discrimination"),
        r"without (?:distinction|discrimination)(?: of any kind)?",
    ),
    (
        "respect",
        ("respect", "regard"),
        r"(?:with|while|having) (?:due|full|fully|duly)? ?(?:respect|respecting|regard)"
        rf" (?:for|to)? ?{_REST}",
    ),
    (
        "accordance",
        ("accordance", "conformity", "compliance"),
        rf"in (?:full )?(?:accordance|conformity|compliance) with {_REST}",
    ),
    ("consistent", ("consistent",), rf"(?:in a manner )?consistent with {_REST}"),
    ("subject", ("subject to",), rf"subject to {_REST}"),
)
_PATTERNS = tuple(
    (name, cues, re.compile(rf"\b(?:{words})", re.I)) for name, cues, words in _FAMILIES
)
_DOUBLED = re.compile(r"\s*,(?:\s*,)+")


@dataclass(frozen=True, slots=True)
class Safeguard:
    """A safeguard in a text."""

    family: str
    start: int
    end: int
    text: str


def safeguards(folded: str) -> tuple[tuple[Safeguard, ...], str]:
    """The safeguards of a folded text in order, and the text without them."""
    found: list[Safeguard] = []
    rest, low = folded, folded.lower()
    for family, cues, pattern in _PATTERNS:
        if not any(cue in low for cue in cues):
            continue
        for match in pattern.finditer(rest):
            text = match[0].rstrip()
            found.append(Safeguard(family, match.start(), match.start() + len(text), text))
        for each in found:
            rest = rest[: each.start] + "\0" * (each.end - each.start) + rest[each.end :]
    found.sort(key=lambda each: each.start)
    bare = _DOUBLED.sub(",", re.sub("\0+", " ", rest))
    return tuple(found), " ".join(bare.split()).replace(" ,", ",").replace(" ;", ";")
