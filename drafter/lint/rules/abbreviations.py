"""A resolution uses no abbreviations; principal organs are never shortened.

Names known in their short form everywhere (COVID-19, UNESCO in a name, INTERPOL) may stand, and so
may one that the text spells out first, "the Rivers Fund (RF)". For the principal organs and the
United Nations this is an error, for others a warning, for what is not in our list a note.

Wrong:

    1. *Invites* the UN and ECOSOC to examine the SDGs.

    → OP1: write “United Nations” for “UN”
    → OP1: write “Economic and Social Council” for “ECOSOC”
    → OP1: write “Sustainable Development Goals” for “SDGs”

Right:

    1. *Invites* the United Nations and Economic and Social Council to examine the Sustainable
       Development Goals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault, Match
from drafter.lint.findings import Level

LEVEL = "warning"
SOURCES = ("R-STY-11", "R-STY-12")
ENGLISH = True

_NEVER = {
    "UN": "United Nations",
    "U.N.": "United Nations",
    "UNGA": "General Assembly",
    "GA": "General Assembly",
    "UNSC": "Security Council",
    "SC": "Security Council",
    "ECOSOC": "Economic and Social Council",
    "SG": "Secretary-General",
    "UNSG": "Secretary-General",
}
_KNOWN = {
    "UNODC": "United Nations Office on Drugs and Crime",
    "UNDP": "United Nations Development Programme",
    "UNEP": "United Nations Environment Programme",
    "UNICEF": "United Nations Children’s Fund",
    "UNFPA": "United Nations Population Fund",
    "UNHCR": "Office of the United Nations High Commissioner for Refugees",
    "OHCHR": "Office of the United Nations High Commissioner for Human Rights",
    "UNCTAD": "United Nations Conference on Trade and Development",
    "UNAIDS": "Joint United Nations Programme on HIV/AIDS",
    "WHO": "World Health Organization",
    "WTO": "World Trade Organization",
    "ILO": "International Labour Organization",
    "FAO": "Food and Agriculture Organization of the United Nations",
    "IMF": "International Monetary Fund",
    "IAEA": "International Atomic Energy Agency",
    "ICJ": "International Court of Justice",
    "ICC": "International Criminal Court",
    "ICRC": "International Committee of the Red Cross",
    "SDG": "Sustainable Development Goal",
    "SDGs": "Sustainable Development Goals",
    "MDGs": "Millennium Development Goals",
    "NGO": "non-governmental organization",
    "NGOs": "non-governmental organizations",
    "LDCs": "least developed countries",
    "SIDS": "small island developing States",
    "LLDCs": "landlocked developing countries",
    "ODA": "official development assistance",
    "GDP": "gross domestic product",
    "UNTOC": "United Nations Convention against Transnational Organized Crime",
    "UNCAC": "United Nations Convention against Corruption",
    "UNFCCC": "United Nations Framework Convention on Climate Change",
    "UNCLOS": "United Nations Convention on the Law of the Sea",
    "ICT": "information and communications technology",
    "ICTs": "information and communications technologies",
    "AI": "artificial intelligence",
    "IDPs": "internally displaced persons",
    "CSOs": "civil society organizations",
    "DRR": "disaster risk reduction",
    "HLPF": "high-level political forum on sustainable development",
    "MSMEs": "micro-, small and medium-sized enterprises",
    "SMEs": "small and medium-sized enterprises",
}  # fmt: skip
# Short for other things too: no fix is made of these unasked.
_AMBIGUOUS = frozenset({"GA", "SC", "SG", "ICC", "AI", "SIDS", "WHO", "ICT"})
# Known in this form everywhere, or no abbreviation at all.
_STAND = frozenset(
    """
    COVID HIV AIDS INTERPOL UNESCO DNA REDD BRICS LGBTI GNSS GPS SARS MERS CD DVD ISO III IV VI
    VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV XXVI XXVII XXVIII
    XXIX XXX XXXI XXXII XXXIII XXXIV XXXV CO II UTC GMT USA OK AM PM SOS
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_SHORT = re.compile(r"(?<![\w./(-])(?:U\.N\.|[A-Z][A-Z]+s?)(?![\w/-])")
_DEFINED = re.compile(r"[(“]\s*(?:the )?[“\"]?([A-Z][A-Za-z]*[A-Z]s?)[”\"]?\s*[)”]")


def check(draft: Draft) -> Iterator[Fault]:
    """Short forms in what the body says, unless the text spells them out."""
    defined = {name for stretch in draft.stretches for name in _DEFINED.findall(stretch.words)}
    for stretch in draft.prose:
        for match in stretch.search(_SHORT):
            short = match.found[0]
            if short in _STAND or short in defined or _in_capitals(match):
                continue
            if fault := _fault(match, short):
                yield fault


def _fault(match: Match, short: str) -> Fault | None:
    long = _NEVER.get(short) or _KNOWN.get(short)
    if long is None:
        if len(short) < 3:
            return None
        message = f"spell out “{short}” at its first mention"
        return Fault(match.stretch, message, level="note", start=match.start, end=match.end)
    if short not in _NEVER and _in_name(match):
        return None
    level: Level | None = "error" if short in _NEVER else None
    message = f"write “{long}” for “{short}”"
    fix = match.replace(long, message, safe=short not in _AMBIGUOUS)
    return Fault(match.stretch, message, fix, level, start=match.start, end=match.end)


def _in_name(match: Match) -> bool:
    """Whether a capital beside it makes it part of a name: "SDG Investment Trends Monitor"."""
    words = match.stretch.words
    after = re.match(r"[ \u00a0][A-Z][a-z]", words[match.end :])
    before = re.search(r"[a-z,] [A-Z][\w’'-]*[ \u00a0]$", words[: match.start])
    return bool(after or before)


def _in_capitals(match: Match) -> bool:
    """Whether the words around are in capitals too: a heading, an operation's name."""
    words = match.stretch.words
    near = words[max(0, match.start - 24) : match.start] + words[match.end : match.end + 24]
    return (
        bool(re.search(r"\b[A-Z]{4,}[ -]?$|^[ -]?[A-Z]{4,}\b", near)) and match.found[0].isupper()
    )
