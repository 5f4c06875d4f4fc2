"""Document symbols (un-resolution-conventions section 7): found, and told apart by body.

Knows the shape of symbols only; never looks one up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SYMBOL = re.compile(
    r"""(?<![\w/])
    (?:A/(?:HRC|C\.[1-6]|AC\.\d+|CN\.\d+|CONF\.\d+|RES|DEC)(?=/)|A(?=/(?:S-|ES-)?\d)
      |S(?:/(?:RES|PRST|PV\.\d+))?(?=/)|E/(?:CN\.\d+|C\.\d+|RES)(?=/)|E(?=/\d)
      |CAC/COSP(?:/(?:WG\.\d+|IRG|EG\.\d+))?|CTOC/COP(?:/WG\.\d+)?)
    (?:/(?:RES|DEC|PRST))?(?:/(?:S-|ES-)?\d+(?:-\d+)?)?
    (?:/(?:L|CRP|INF|SR|PV|NGO|WP)\.?\d*|/\d+)?
    (?:/(?:Rev|Add|Corr|Amend)\.\d+)*\*{0,2}""",
    re.VERBOSE,
)

# What follows the number of an adopted text: "S/RES/2999 (2025)", "A/RES/3201 (S-VI)".
_DATED = re.compile(r"(?<=\d)(?: [A-Z])? ?\((?:\d{4}|(?:E?S-)?[IVXLC]+)\)$")

# The body profile that each beginning of a symbol belongs to, the longest first.
_BODIES = (
    ("CAC/COSP", "cosp"),
    ("CTOC/COP", "cop"),
    ("A/HRC", "hrc"),
    ("A/C.1", "ga-c1"),
    ("A/C.2", "ga-c2"),
    ("A/C.3", "ga-c3"),
    ("A/C.4", "ga-c4"),
    ("A/C.5", "ga-c5"),
    ("A/C.6", "ga-c6"),
    ("E/CN.15", "ccpcj"),
    ("E/CN.7", "cnd"),
    ("E/CN", "fc"),
    ("E", "ecosoc"),
    ("A", "ga"),
    ("S", "sc"),
)


def find_all(text: str) -> Iterator[str]:
    """Every symbol in `text`, in order, as printed."""
    for match in SYMBOL.finditer(text):
        if "/" in match[0].rstrip("/"):
            yield match[0]


def is_symbol(text: str) -> bool:
    """Whether `text` is one symbol and nothing else."""
    if "/RES/" in text:
        text = _DATED.sub("", text)
    return "/" in text and SYMBOL.fullmatch(text) is not None


def body_of(symbol: str) -> str:
    """The body profile that `symbol` belongs to ("ga-c3", "cosp"), or ""."""
    for beginning, body in _BODIES:
        if symbol == beginning or symbol.startswith(beginning + "/"):
            return body
        if beginning == "E/CN" and symbol.startswith("E/CN."):
            return body
    return ""


def is_draft(symbol: str) -> bool:
    """Whether `symbol` is that of a document for limited distribution, a draft (R-NEG-9)."""
    return re.search(r"/L\.\d", symbol) is not None


def is_revision(symbol: str) -> bool:
    """Whether `symbol` is that of a revised draft (R-NEG-10)."""
    return re.search(r"/Rev\.\d", symbol) is not None
