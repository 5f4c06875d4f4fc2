"""The words openings are made of, in French (R-LANG-5): data for `drafter.grammar.openings`.

Participles and adjectives agree with the organ, so both forms stand here.
"""

from __future__ import annotations

from drafter.grammar.opening_words import listed

PREAMBULAR: dict[str, str] = {
    "basis": """
        rappelant / réaffirmant / réitérant / affirmant / confirmant / se référant / agissant /
        renouvelant / rappelant que / s'appuyant
    """,
    "recognition": """
        considérant / reconnaissant / notant / prenant note / prenant acte / tenant compte /
        prenant en considération / ayant à l'esprit / gardant à l'esprit / constatant / estimant /
        sachant / observant / jugeant / relevant
    """,
    "emphasis": """
        soulignant / insistant / mettant l'accent / mettant en avant / mettant en relief
    """,
    "approval": """
        se félicitant / accueillant / saluant / félicitant / appréciant / rendant hommage /
        se réjouissant / remerciant / approuvant / appuyant / encourageant / célébrant / louant
    """,
    "disapproval": "regrettant / déplorant / condamnant / rejetant / dénonçant",
    "intent": """
        désirant / désireux / désireuse / souhaitant / cherchant / demandant / invitant /
        engageant / exhortant / priant / attendant / espérant / déclarant / proclamant /
        comptant / s'efforçant / résolue / résolu / soucieux / soucieuse / voulant
    """,
    "expression": "exprimant / se déclarant",
    "state": """
        convaincue / convaincu / préoccupée / préoccupé / alarmée / alarmé / troublée / troublé /
        déterminée / déterminé / encouragée / encouragé / guidée / guidé / inquiète / inquiet /
        vivement préoccupée / consternée / consterné / affligée / affligé / s'inquiétant /
        s'alarmant / se disant
    """,
    "quality": "consciente / conscient / sensible / attachée / attaché / confiante / confiant",
    "perfect": """
        ayant examiné / ayant entendu / ayant reçu / ayant étudié / ayant adopté / ayant pris /
        ayant tenu / ayant noté
    """,
}

OPERATIVE: dict[str, str] = {
    "constitutive": """
        décide / adopte / approuve / crée / établit / autorise / fait sienne / fait sien /
        fait siennes / fait siens / renouvelle / proroge / nomme / désigne / déclare / proclame /
        convient / accepte / charge / exige / constate / proclame / souscrit / entérine / élit
    """,
    "strong directive": """
        demande instamment / exhorte / engage / demande / appelle / lance un appel / condamne /
        déplore / dénonce / rejette / rappelle / engage instamment
    """,
    "directive": "prie / recommande / prie instamment",
    "soft directive": "encourage / invite / suggère / appelle l'attention / propose",
    "evaluative": """
        se félicite / accueille / salue / félicite / remercie / appuie / regrette / attend /
        réaffirme / réitère / affirme / souligne / insiste / met l'accent / met en relief /
        reconnaît / considère / transmet / apprécie / confirme / rend hommage / se réjouit /
        estime / juge / espère / compte / est consciente / met en avant / sait gré / loue
    """,
    "neutral": "note / prend note / prend acte / constate",
    "expression": "exprime / se déclare / se dit",
}

SUCCESSION_PHRASES = ("également", "en outre", "aussi", "de plus")
BEFORE = listed(
    """
    profondément vivement gravement fermement fortement énergiquement résolument solennellement
    pleinement extrêmement sérieusement toujours
    """
)
AFTER = (
    "une fois de plus",
    "une fois encore",
    "à nouveau",
    "de nouveau",
    "instamment",
    "en particulier",
    "dans les termes les plus énergiques",
    "préoccupée",
    "préoccupé",
    "vivement préoccupée",
    "profondément préoccupée",
    "gravement préoccupée",
    "alarmée",
    "résolue",
    "l'espoir",
)
WITH = "avec"
WITH_NOUNS = listed(
    """
    préoccupation satisfaction intérêt regret inquiétude appréciation gratitude reconnaissance
    consternation approbation force vigueur fermeté
    """
)
OWNERS = listed("sa son ses une un la le")
ITS = listed("sa son ses")
OWN_NOUNS = listed(
    """
    préoccupation inquiétude satisfaction gratitude reconnaissance regret soutien appui espoir
    condamnation conviction détermination attachement engagement volonté solidarité demande appel
    invitation consternation indignation
    """
)
OWN_ADJECTIVES = listed(
    """
    profonde vive grave grande ferme sincère extrême plein pleine entier entière profond vif
    particulière vives sincères
    """
)
ONLY_EXPRESSED = listed("volonté")
OWNING = ("exprim", "réitér", "réaffirm", "renouvel", "affirm", "soulign", "confirm", "déclar")
EXPRESSING = ("exprim",)
STATES_AFTER = listed("demeurant demeure reste restant")
