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

from drafter.lint.draft import Draft, Fault

LEVEL = "error"
SOURCES = ("R-STY-1", "R-STY-2", "R-STY-3", "R-STY-4", "R-STY-5")
ENGLISH = True

# Stems that take -ize: each stands for its whole family (-ise, -ised, -ises, -ising, -isation).
_IZE = """
    actual amort apolog author capital categor central character civil colon commercial concept
    conceptual computer critic crystall custom decentral decolon democrat demilitar demobil
    destabil digit digital emphas energ equal fertil final formal general global harmon hospital
    immun incentiv individual industrial initial institutional internal international
    jeopard legal liberal local magnet marginal material maxim memorial militar minim mobil modern
    monet monopol national neutral normal operational optim organ patron penal popular
    prior privat professional public rational real recogn reorgan revital revolution sanit
    scrutin sensit social special stabil standard steril stigmat subsid summar symbol sympath
    synchron synthes systemat tantal traumat urban util verbal vandal victim visual
    """.split()  # noqa: SIM905 - a list of words reads better as words
_ENDINGS = ("e", "ed", "es", "ing", "ation", "ations", "er", "ers", "able", "ational")

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
    "acknowledgments": "acknowledgements", "artifact": "artefact", "plow": "plough",
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
    table = {wrong: right for wrong, right in _WORDS.items() if right and wrong not in _SAFE}
    for stem in _IZE:
        for ending in _ENDINGS:
            table[f"{stem}is{ending}"] = f"{stem}iz{ending}"
    return table


def check(draft: Draft) -> Iterator[Fault]:
    """Words spelt otherwise than the Organization spells them."""
    table = _table()
    for stretch in draft.stretches:
        for match in stretch.search(_WORD):
            word = match.found[0]
            right = _right(word, table)
            if right and not _in_name(stretch.words, match.start, match.end, word):
                message = f"spell “{right}”"
                fix = match.replace(right, message)
                yield Fault(stretch, message, fix, start=match.start, end=match.end)


def _right(word: str, table: dict[str, str]) -> str:
    """The right spelling of `word` with its capitals, "" where it is right."""
    low = word.lower()
    right = table.get(low, "")
    if not right and "-" in word:
        parts = low.split("-")
        if any(part in table for part in parts):
            right = "-".join(table.get(part, part) for part in parts)
    if not right:
        return ""
    if word.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if word[0].isupper() else right


def _in_name(words: str, start: int, end: int, word: str) -> bool:
    """Whether the word is part of a name: capitalised inside a sentence, or of an address."""
    if words[start - 1 : start] in {".", "/", "@"} or words[end : end + 1] in {"@", "/"}:
        return True
    if not word[0].isupper():
        return False
    before = words[:start].rstrip(" \u00a0[")
    return bool(before) and before[-1] not in ".:;"
