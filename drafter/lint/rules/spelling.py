"""Spelling is British with -ize: organize, analyse, programme, labour, cooperation.

Names keep their own spelling (Organisation for Economic Co-operation and Development), and so does
what stands in quotation marks.

Wrong:

    1. *Urges* States to organise a program of co-operation at each harbor.

    → OP1: spell “organize”
    → OP1: spell “programme”
    → OP1: spell “cooperation”
    → OP1: spell “harbour”

Right:

    1. *Urges* States to organize a programme of cooperation at each harbour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.lint.draft import Draft, Fault, Match

LEVEL = "error"
SOURCES = ("R-STY-1", "R-STY-2", "R-STY-3", "R-STY-4", "R-STY-5")
ENGLISH = True

# The suffix -ize and its family; each may be spelt with an s in error.
_SUFFIX = re.compile(r"([a-z]{2,})is(e|ed|es|ing|able|ation|ations|ational)")
# Roots whose -ise is their own (R-STY-2), alone or with a prefix: "microenterprise".
_ROOTS = (
    "advert", "adv", "anch", "appra", "appr", "arr", "bru", "chast", "circumc", "compr",
    "comprom", "conc", "cru", "dem!", "desp", "dev", "disgu", "disenfranch", "enfranch", "enterpr",
    "exc", "exerc", "expert", "franch", "improv", "inc", "lia", "likew", "merchand", "metropol",
    "otherw", "parad", "pract", "pra", "prec", "prem", "prom", "ra", "repr", "rev", "superv",
    "surm", "surpr", "telev", "treat", "turquo", "cr!", "gu!", "no!", "po!", "pr!", "r!", "v!",
    "w!", "av!", "ar!", "entrem!", "mala!", "porpo!", "torto!", "val!", "hypothes!", "unw!", "upr!",
    "sunr!", "moonr!", "t!", "s!", "l!", "fra!", "chem!", "clockw!",
)  # fmt: skip
_ALONE = frozenset(root[:-1] for root in _ROOTS if root.endswith("!"))
_ENDINGS = tuple(root for root in _ROOTS if not root.endswith("!"))

_WORDS = {
    "program": "programme", "programs": "programmes", "labor": "labour", "labors": "labours",
    "center": "centre", "centers": "centres", "centered": "centred",
    "fulfill": "fulfil", "fulfills": "fulfils", "fulfillment": "fulfilment",
    "offense": "offence", "offenses": "offences", "defense": "defence",
    "judgement": "", "harbor": "harbour", "harbors": "harbours", "honor": "honour",
    "honors": "honours", "honored": "honoured", "honoring": "honouring",
    "favor": "favour", "favors": "favours", "favorable": "favourable", "favorably": "favourably",
    "favored": "favoured", "behavior": "behaviour", "behaviors": "behaviours",
    "behavioral": "behavioural", "endeavor": "endeavour", "endeavors": "endeavours",
    "endeavored": "endeavoured", "neighbor": "neighbour", "neighbors": "neighbours",
    "neighboring": "neighbouring", "neighborhood": "neighbourhood", "color": "colour",
    "colors": "colours", "humor": "humour", "rumor": "rumour", "vigor": "vigour",
    "analyze": "analyse", "analyzed": "analysed", "analyzes": "analyses",
    "analyzing": "analysing", "catalyze": "catalyse", "catalyzed": "catalysed",
    "catalyzing": "catalysing", "paralyze": "paralyse", "paralyzed": "paralysed",
    "comprize": "comprise", "supervize": "supervise", "advize": "advise",
    "exercize": "exercise", "catalog": "catalogue", "dialog": "dialogue", "dialogs": "dialogues",
    "traveled": "travelled", "traveling": "travelling", "traveler": "traveller",
    "travelers": "travellers", "counseling": "counselling", "counselor": "counsellor",
    "labeled": "labelled", "labeling": "labelling", "canceled": "cancelled",
    "modeling": "modelling", "signaled": "signalled", "channeled": "channelled",
    "channeling": "channelling", "marshaling": "marshalling", "totaling": "totalling",
    "fueled": "fuelled", "fueling": "fuelling", "leveling": "levelling",
    "enrollment": "enrolment", "enrollments": "enrolments", "installment": "instalment",
    "installments": "instalments", "skillful": "skilful", "willful": "wilful",
    "aging": "ageing", "acknowledgment": "acknowledgement",
    "acknowledgments": "acknowledgements",
    "organiser": "organizer", "organisers": "organizers", "artifact": "artefact", "plow": "plough",
    "theater": "theatre", "meager": "meagre", "fiber": "fibre", "caliber": "calibre",
    "maneuver": "manoeuvre", "pediatric": "paediatric", "anemia": "anaemia",
    "maternal-fetal": "maternal-foetal", "mold": "mould", "gray": "grey",
    "co-operation": "cooperation", "co-operate": "cooperate", "co-operates": "cooperates",
    "co-operative": "cooperative", "co-ordination": "coordination",
    "co-ordinate": "coordinate", "co-ordinated": "coordinated",
    "co-ordinating": "coordinating", "co-ordinator": "coordinator", "nation-wide": "nationwide",
    "world-wide": "worldwide", "multi-lateral": "multilateral", "under-developed": "underdeveloped",
    "inter-governmental": "intergovernmental", "micro-credit": "microcredit", "on-line": "online",
    "web-site": "website", "e-mail": "email",
}  # fmt: skip
# Spelt otherwise elsewhere, or part of the names of things: no fault is made of these.
_SAFE = {"judgement", "e-mail", "mold", "maternal-fetal", "micro-credit"}

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


@cache
def _table() -> dict[str, str]:
    return {wrong: right for wrong, right in _WORDS.items() if right and wrong not in _SAFE}


def check(draft: Draft) -> Iterator[Fault]:
    """Words spelt otherwise than the Organization spells them."""
    table = _table()
    for stretch in draft.stretches:
        for found in _WORD.finditer(stretch.words):
            right = _right(found[0], table)
            # Nearly every word is right, so quotations and names are asked about last.
            if not right or stretch.is_quoted(found.start()) or _in_name(stretch.words, found):
                continue
            match = Match(stretch, found.start(), found.end(), found)
            message = f"spell “{right}”"
            fix = match.replace(right, message)
            yield Fault(stretch, message, fix, start=match.start, end=match.end)


def _right(word: str, table: dict[str, str]) -> str:
    """The right spelling of `word` with its capitals, "" where it is right."""
    low = word.lower()
    right = table.get(low, "") or _with_z(low)
    if not right and "-" in word:
        parts = low.split("-")
        mended = [table.get(part, "") or _with_z(part) or part for part in parts]
        right = "-".join(mended) if mended != parts else ""
    if not right:
        return ""
    if word.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if word[0].isupper() else right


def _with_z(word: str) -> str:
    """`word` with the -ize that it has by rule, "" where it has none."""
    found = _SUFFIX.fullmatch(word)
    if not found or found[1] in _ALONE or found[1].endswith(_ENDINGS):
        return ""
    return f"{found[1]}iz{found[2]}"


def _in_name(words: str, found: re.Match[str]) -> bool:
    """Whether the word is part of a name: capitalised inside a sentence, or of an address."""
    start, end = found.span()
    if words[start - 1 : start] in {".", "/", "@"} or words[end : end + 1] in {"@", "/"}:
        return True
    if not found[0][0].isupper():
        return False
    before = words[:start].rstrip(" \u00a0[")
    return bool(before) and before[-1] not in ".:;"
