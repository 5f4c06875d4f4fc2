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

# The names of the same organs in French and Spanish masthead and clause (R-LANG-6).
_ABROAD: dict[str, tuple[str, ...]] = {
    "ga": ("Assemblée générale", "Asamblea General"),
    "sc": ("Conseil de sécurité", "Consejo de Seguridad"),
    "ecosoc": ("Conseil économique et social", "Consejo Económico y Social"),
    "hrc": ("Conseil des droits de l'homme", "Consejo de Derechos Humanos"),
    "ccpcj": (
        "Commission pour la prévention du crime et la justice pénale",
        "Comisión de Prevención del Delito y Justicia Penal",
    ),
    "cnd": ("Commission des stupéfiants", "Comisión de Estupefacientes"),
    "cosp": (
        "Conférence des États parties à la Convention des Nations Unies contre la corruption",
        "Conferencia de los Estados partes en la Convención de las Naciones Unidas contra la"
        " Corrupción",
    ),
    "cop": (
        "Conférence des Parties à la Convention des Nations Unies contre la criminalité"
        " transnationale organisée",
        "Conferencia de las Partes en la Convención de las Naciones Unidas contra la Delincuencia"
        " Organizada Transnacional",
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
_ABROAD_ARTICLES = _ARTICLES[1:]
_LONGEST = 260
# The opening of a decision: "At its 13th meeting, on 10 November 2017, the Conference decided:".
_DECISION = re.compile(
    r"(?:At its (?:\d+\w* |[a-z]+(?:-[a-z]+)? )?(?:\w+ ){0,3}meetings?,"
    r"|À (?:sa|ses) (?:\S+ ){1,4}séances?(?: \w+)?,"
    r"|En (?:su|sus) (?:\S+ ){1,4}(?:sesión|sesiones)(?: \w+)?,"
    r").{1,600}[:,]",
    re.DOTALL,
)


def organ(clause: str) -> str:
    """The body that `clause` names: "General Assembly" of "The General Assembly,"."""
    name = clause.strip(" ,:*_")
    return re.sub(r"^(?:The |L[’']|Le |La |El )", "", name)


def body_of(organ_name: str) -> str:
    """The profile of the body called `organ_name`, or ""."""
    plain = organ_name.strip(" ,")
    for body, name in ORGANS.items():
        if any(same(plain, known) for known in (name, *_ABROAD[body])):
            return body
    return ""


def names() -> tuple[str, ...]:
    """The name of every usual organ in English, French and Spanish."""
    return (*ORGANS.values(), *(name for names in _ABROAD.values() for name in names))


def same(one: str, other: str) -> bool:
    """Whether two names are the same but for capitals and the kind of apostrophe."""
    return one.casefold().replace("’", "'") == other.casefold().replace("’", "'")


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
    if name.startswith(_ABROAD_ARTICLES) and text.rstrip("*_ \n\t").endswith((",", ":")):
        # Names abroad are full of small words; a clause is short and says nothing but a name.
        return plain[0] in _KINDS and len(plain) < 30 and "," not in name and name[-1:].isalpha()
    return all(word[0].isupper() or low in _SMALL for word, low in zip(words, plain, strict=True))


def is_decision(text: str) -> bool:
    """Whether `text` is the chapeau of a decision (R-ANAT-16): "At its 13th meeting, …:"."""
    return _DECISION.fullmatch(text.strip()[:800]) is not None
