"""The words openings are made of, in French (R-LANG-5): data for `drafter.grammar.openings`.

Participles and adjectives agree with the organ, so every form stands here.
"""

from __future__ import annotations

from drafter.grammar.opening_words import listed


def _agreeing(words: str) -> str:
    """Each of `words`, masculine singular, in its four forms, as heads."""
    return " / ".join(f"{w} / {w}e / {w}s / {w}es" for w in words.split())


_STATES = (
    _agreeing(
        """
        préoccupé alarmé troublé déterminé encouragé guidé consterné affligé indigné résolu
        convaincu attristé choqué bouleversé horrifié animé inspiré attaché engagé disposé saisi
        persuadé satisfait déçu mû
        """
    )
    + " / inquiet / inquiète / inquiets / inquiètes"
)
_QUALITIES = _agreeing("conscient confiant reconnaissant convaincu persuadé attaché") + (
    " / sensible / sensibles / soucieux / soucieuse / soucieuses / désireux / désireuse"
    " / désireuses / prêt / prête / favorable / solidaire / fidèle / respectueux / respectueuse"
    " / attentif / attentive"
)

PREAMBULAR: dict[str, str] = {
    "basis": """
        rappelant / réaffirmant / réitérant / affirmant / confirmant / se référant / agissant /
        renouvelant / s'appuyant / se fondant / s'inspirant / redisant / répétant /
        vu / vus / vue / vues / poursuivant / donnant suite / faisant suite / comme suite
    """,
    "recognition": """
        considérant / reconnaissant / notant / prenant note / prenant acte / tenant compte /
        prenant en considération / prenant en compte / ayant à l'esprit / ayant présent à l'esprit /
        ayant présente à l'esprit / ayant présents à l'esprit / ayant présentes à l'esprit /
        gardant à l'esprit / gardant présent à l'esprit / gardant présente à l'esprit /
        gardant présents à l'esprit / gardant présentes à l'esprit / constatant / estimant /
        sachant / observant / jugeant / relevant / faisant observer / faisant remarquer /
        faisant valoir / compte tenu / eu égard / ayant conscience / ayant pleinement conscience /
        ne perdant pas de vue / n'ignorant pas / n'oubliant pas / croyant / pensant / comprenant /
        voyant / remarquant / s'avisant / mesurant / prenant conscience / ayant égard /
        tenant dûment compte
    """,
    "emphasis": """
        soulignant / insistant / mettant l'accent / mettant en avant / mettant en relief /
        mettant en évidence / mettant en exergue / faisant ressortir / appelant l'attention /
        attirant l'attention / signalant / tenant à souligner / affirmant de nouveau
    """,
    "approval": """
        se félicitant / accueillant / accueillant avec satisfaction / saluant / félicitant /
        appréciant / rendant hommage / se réjouissant / remerciant / approuvant / appuyant /
        encourageant / célébrant / louant / commémorant / souscrivant / soutenant / applaudissant /
        sachant gré / faisant sienne / faisant sien / faisant siennes / faisant siens / marquant /
        se louant / honorant
    """,
    "disapproval": """
        regrettant / déplorant / condamnant / rejetant / dénonçant / réprouvant / désapprouvant /
        s'élevant contre
    """,
    "intent": """
        désirant / souhaitant / cherchant / demandant / invitant / engageant / exhortant / priant /
        attendant / espérant / déclarant / proclamant / comptant / s'efforçant / voulant /
        s'employant / s'attachant / s'engageant / entendant / tenant / visant / décidant /
        appelant / lançant un appel / comptant que / recommandant / se proposant / ayant l'intention
    """,
    "expression": "exprimant / se déclarant / se disant / manifestant / témoignant / formulant",
    "state": _STATES + " / s'inquiétant / s'alarmant / demeurant / restant / étant / craignant /"
    " redoutant / s'indignant / s'étonnant / s'émouvant",
    "quality": _QUALITIES,
}

OPERATIVE: dict[str, str] = {
    "constitutive": """
        décide / adopte / approuve / crée / établit / autorise / fait sienne / fait sien /
        fait siennes / fait siens / renouvelle / proroge / nomme / désigne / déclare / proclame /
        convient / accepte / charge / exige / souscrit / entérine / élit / institue / constitue /
        détermine / fixe / donne pour instruction / donne mandat / ordonne / impose / enjoint /
        somme / lève / suspend / met fin / ouvre / ajourne / reporte / arrête / ratifie / admet /
        habilite / mandate / confie / confère / prescrit / affecte / dissout / abroge / reconduit /
        s'engage / prolonge / maintient / modifie / remplace / répartit / transfère
    """,
    "strong directive": """
        demande / demande instamment / exhorte / engage / appelle / lance un appel /
        lance un nouvel appel / lance un appel pressant / lance un appel urgent /
        lance de nouveau un appel / fait appel / en appelle / adresse un appel / condamne /
        déplore / dénonce / rejette / rappelle / insiste / avertit / met en garde / réprouve /
        désapprouve / s'élève contre
    """,
    "directive": "prie / recommande / requiert / réclame / sollicite",
    "soft directive": """
        encourage / invite / suggère / appelle l'attention / attire l'attention / propose /
        préconise / conseille / porte à l'attention / signale / incite
    """,
    "evaluative": """
        se félicite / accueille / salue / félicite / remercie / appuie / regrette / attend /
        réaffirme / réitère / affirme / souligne / met l'accent / met en relief / met en avant /
        met en évidence / met en exergue / reconnaît / considère / transmet / apprécie / confirme /
        rend hommage / se réjouit / estime / juge / espère / compte / sait gré / loue / célèbre /
        commémore / souhaite / redit / répète / sait / se propose / se tient prêt /
        se tient prête / entend / prévoit / prend en considération / prend en compte /
        tient compte / garde à l'esprit / garde présent à l'esprit / a conscience /
        a pleinement conscience / a à l'esprit / croit / pense / soutient / conclut / honore /
        s'inquiète / s'alarme / craint / veut croire / forme l'espoir / forme le vœu /
        appelle de ses vœux / fait valoir / fait ressortir / tient à souligner / tient /
        se réserve / se réfère / partage / observe / relève / s'associe / s'efforce / s'emploie /
        s'attache / marque / fait confiance / réserve / est / demeure / reste / continue
    """,
    "neutral": "note / prend note / prend acte / constate / fait observer / fait remarquer",
    "expression": "exprime / se déclare / se dit / manifeste / témoigne / formule / adresse",
}

SUCCESSION_PHRASES = ("également", "en outre", "aussi", "de plus", "par ailleurs")
HAVING = (("ayant",), ("après", "avoir"))
PARTICIPLES = ("é", "ée", "és", "ées", "i", "u", "ue", "us")
IRREGULAR = listed("pris prise mis mise fait appris compris admis permis offert ouvert conclu dit")
# States and words of degree: what a verb of being or declaring takes along.
STATES_AFTER = listed(
    """
    déclare déclarant dit disant demeure demeurant reste restant est étant montre montrant
    """
)
NEVER_ALONE = listed("est étant demeure reste restant")
STATES = frozenset((_STATES + " / " + _QUALITIES).replace("/", " ").split())
LY = ("ment",)
NOT_IN_OPENINGS = listed("notamment gouvernement provisoirement actuellement également")
ADVERBS = listed("très toujours bien encore particulièrement fort tout plus")
AFTER = (
    "une fois de plus",
    "une fois encore",
    "une nouvelle fois",
    "encore une fois",
    "à nouveau",
    "de nouveau",
    "en particulier",
    "dans les termes les plus énergiques",
    "dans les termes les plus vigoureux",
    "dans les termes les plus forts",
    "sans réserve",
    "sans équivoque",
)
AFTER_NOUN = ("la plus vive", "la plus profonde")
WITH = "avec"
WITH_NOUNS = listed(
    """
    préoccupation préoccupations satisfaction intérêt regret regrets inquiétude appréciation
    gratitude reconnaissance consternation approbation force vigueur fermeté indignation alarme
    émotion insistance plaisir fierté inquiétudes angoisse tristesse soulagement espoir énergie
    """
)
OWNERS = listed("sa son ses une un la le les leur leurs")
ITS = listed("sa son ses leur leurs")
OWN_NOUNS = listed(
    """
    préoccupation préoccupations inquiétude inquiétudes satisfaction gratitude reconnaissance
    regret regrets soutien appui espoir condamnation conviction détermination attachement
    engagement engagements volonté solidarité demande demandes appel appels invitation
    consternation indignation sympathie condoléances félicitations remerciements admiration
    estime confiance vœu émotion compassion adhésion intention désir souci foi alarme tristesse
    exigence exigences opposition rejet hostilité désaccord
    """
)
ADJECTIVES = listed(
    """
    profonde profondes profond profonds vive vives vif vifs grave graves grande grandes grand
    ferme fermes sincère sincères extrême plein pleine pleins entier entière particulière
    particulier plus très vigoureuse énergique énergiques chaleureuse chaleureux chaleureuses
    immense la constante constant sérieuse sérieuses inébranlable indéfectible résolu résolue
    solennel solennelle ardent ardente total totale inquiète croissante renouvelé renouvelée
    """
)
OWNING = (
    *("exprim", "réitér", "réitèr", "réaffirm", "renouvel", "affirm", "confirm", "déclar"),
    *("manifest", "témoign", "redi", "répèt", "répét", "adress", "form"),
)
EXPRESSING = ("exprim", "manifest", "adress", "form")
