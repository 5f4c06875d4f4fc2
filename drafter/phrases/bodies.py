"""Which body a text comes from, told from its symbol or its organ.

The short names are those of the body profiles ("ga-c3"); what no rule knows is told by "".
"""

from __future__ import annotations

import re

# First match wins: a committee's own draft before the Assembly's symbols. Patterns are compiled
# when they are first needed, because asking a bank never needs them.
_SYMBOLS = (
    (r"A/HRC\b", "hrc"),
    (r"A/C\.([1-6])/", r"ga-c\1"),
    (r"A/(?:RES|DEC|\d|S-\d|ES-\d)", "ga"),
    (r"S/", "sc"),
    (r"E/CN\.15/", "ccpcj"),
    (r"E/CN\.7/", "cnd"),
    (r"E/CN\.6/", "csw"),
    (r"E/CN\.(\d+)/", r"ecosoc-cn\1"),
    (r"E/", "ecosoc"),
    (r"CAC/COSP\b", "cosp"),
    (r"CTOC/COP\b", "cop"),
    (r"UNEP/EA\b", "unea"),
)
_ORGANS = (
    ("human rights council", "hrc"),
    ("first committee", "ga-c1"),
    ("second committee", "ga-c2"),
    ("third committee", "ga-c3"),
    ("fourth committee", "ga-c4"),
    ("fifth committee", "ga-c5"),
    ("sixth committee", "ga-c6"),
    ("general assembly", "ga"),
    ("security council", "sc"),
    ("crime prevention and criminal justice", "ccpcj"),
    ("narcotic drugs", "cnd"),
    ("status of women", "csw"),
    ("convention against corruption", "cosp"),
    ("transnational organized crime", "cop"),
    ("economic and social council", "ecosoc"),
    ("environment assembly", "unea"),
)
_ADOPTED, _DRAFT = r"(?i)/(?:RES|DEC)\b", r"(?i)/L\.\s?\d"


def body_of(symbol: str, organ: str) -> str:
    """The short name of the body whose text this is: "ga-c3", or ""."""
    for pattern, body in _SYMBOLS:
        if found := re.match(pattern, symbol):
            return found.expand(body)
    lower = organ.lower()
    return next((body for name, body in _ORGANS if name in lower), "")


def status_of(symbol: str) -> str:
    """What the symbol says: "adopted", "draft" or nothing."""
    if re.search(_ADOPTED, symbol):
        return "adopted"
    return "draft" if re.search(_DRAFT, symbol) else ""


def matches(wanted: str, body: str) -> bool:
    """Whether `body` is the wanted one or belongs to it: "ga-c3" belongs to "ga"."""
    wanted = wanted.lower()
    return body == wanted or body.startswith(f"{wanted}-")
