"""Enacting clauses and the bodies that speak them (R-ANAT-13).

`is_enacting` knows any organ by the form of its name, and the usual ones by heart. It reads words
only; where a clause may stand is the reader's business.
"""

from __future__ import annotations

import re

# Organs by profile, as their enacting clause names them.
ORGANS: dict[str, str] = {
    "ga": "General Assembly",
    "sc": "Security Council",
    "ecosoc": "Economic and Social Council",
    "hrc": "Human Rights Council",
    "ccpcj": "Commission on Crime Prevention and Criminal Justice",
    "cnd": "Commission on Narcotic Drugs",
    "cosp": "Conference of the States Parties to the United Nations Convention against Corruption",
    "cop": (
        "Conference of the Parties to the United Nations Convention against Transnational"
        " Organized Crime"
    ),
}

# One of these says that a name is a body's; the small words join names and are never verbs.
_KINDS = frozenset(
    """
    assembly council commission committee conference congress board subcommittee sub-commission
    secretary-general meeting parties assemblée conseil conférence comité congrès asamblea consejo
    conferencia comisión comité congreso
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_SMALL = frozenset(
    """
    and of the for on to against in its as at under serving meeting parties states second party
    des du de la le les et sur pour contre aux à d l y el los las en con para sobre por
    générale économique social général droits homme sécurité états convention nations unies
    corruption criminalité transnationale organisée prévention crime justice pénale stupéfiants
    general económico derechos humanos seguridad estados convención naciones unidas delincuencia
    organizada transnacional delito justicia penal estupefacientes partes
    """.split()  # noqa: SIM905
)
_ARTICLES = ("The ", "L’", "L'", "Le ", "La ", "El ")
_LONGEST = 260
# The opening of a decision: "At its 13th meeting, on 10 November 2017, the Conference decided:".
_DECISION = re.compile(
    r"At its (?:\d+\w* |[a-z]+(?:-[a-z]+)? )?(?:\w+ ){0,3}meetings?,.{1,600}[:,]", re.DOTALL
)


def organ(clause: str) -> str:
    """The body that `clause` names: "General Assembly" of "The General Assembly,"."""
    name = clause.strip(" ,:*_")
    return re.sub(r"^(?:The |L[’']|Le |La |El )", "", name)


def body_of(organ_name: str) -> str:
    """The profile of the body called `organ_name`, or ""."""
    plain = organ_name.casefold().strip(" ,")
    for body, name in ORGANS.items():
        if plain == name.casefold():
            return body
    return ""


def is_enacting(text: str) -> bool:
    """Whether `text`, alone in its paragraph, is an enacting clause.

    The comma may be missing (R-ANAT-13: there is none without a preamble), so the words alone
    decide: the name of a body, after "The", and nothing more.
    """
    name = text.strip("*_ \n\t").rstrip(",:; ").rstrip("*_ ")
    if len(name) > _LONGEST or not name.startswith(_ARTICLES):
        return False
    words = name.replace("’", " ").replace("'", " ").split()[1:]
    plain = [word.strip(",()").casefold() for word in words]
    if not _KINDS & set(plain[:6]):
        return False
    return all(word[0].isupper() or low in _SMALL for word, low in zip(words, plain, strict=True))


def is_decision(text: str) -> bool:
    """Whether `text` is the chapeau of a decision (R-ANAT-16): "At its 13th meeting, …:"."""
    return _DECISION.fullmatch(text.strip()[:800]) is not None
