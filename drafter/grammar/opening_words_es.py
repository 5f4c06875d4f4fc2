"""The words openings are made of, in Spanish: data for `drafter.grammar.openings`.

Participles and adjectives agree with the organ, so both forms stand here (R-LANG-5).
"""

from __future__ import annotations

from drafter.grammar.opening_words import listed

PREAMBULAR: dict[str, str] = {
    "basis": """
        recordando / reafirmando / reiterando / afirmando / confirmando / refiriéndose /
        actuando / renovando / remitiéndose / evocando
    """,
    "recognition": """
        reconociendo / observando / tomando nota / teniendo en cuenta / teniendo presente /
        teniendo presentes / tomando en consideración / considerando / consciente de /
        advirtiendo / haciendo notar / notando / estimando / creyendo / tomando conocimiento
    """,
    "emphasis": """
        destacando / subrayando / recalcando / poniendo de relieve / haciendo hincapié /
        resaltando / insistiendo / acentuando
    """,
    "approval": """
        acogiendo con beneplácito / acogiendo con satisfacción / acogiendo con agrado /
        acogiendo favorablemente / acogiendo / encomiando / felicitando / apreciando / alentando /
        rindiendo homenaje / celebrando / expresando reconocimiento / apoyando / conmemorando /
        elogiando / aplaudiendo
    """,
    "disapproval": "lamentando / deplorando / condenando / rechazando / denunciando",
    "intent": """
        deseando / deseosa / deseoso / procurando / exhortando / instando / invitando /
        solicitando / pidiendo / esperando / declarando / proclamando / aguardando / resuelta /
        resuelto / decidida / decidido / ansiosa / aspirando
    """,
    "expression": "expresando / manifestando",
    "state": """
        convencida / convencido / preocupada / preocupado / alarmada / alarmado / inquieta /
        inquieto / perturbada / perturbado / decidida / alentada / alentado / guiada / guiado /
        consternada / consternado / empeñada / empeñado / comprometida / comprometido
    """,
    "quality": "consciente / conscientes / confiada / confiando / segura",
    "perfect": """
        habiendo examinado / habiendo considerado / habiendo oído / habiendo recibido /
        habiendo estudiado / habiendo aprobado / habiendo escuchado / habiendo analizado
    """,
}

OPERATIVE: dict[str, str] = {
    "constitutive": """
        decide / aprueba / adopta / establece / autoriza / hace suya / hace suyo / hace suyas /
        hace suyos / prorroga / renueva / nombra / designa / declara / proclama / conviene /
        acepta / encarga / exige / resuelve / refrenda / respalda / crea / determina
    """,
    "strong directive": """
        exhorta / insta / insta encarecidamente / hace un llamamiento / condena / deplora /
        denuncia / rechaza / recuerda / apela
    """,
    "directive": "pide / solicita / recomienda / ruega",
    "soft directive": "alienta / invita / sugiere / señala a la atención / anima / propone",
    "evaluative": """
        acoge con beneplácito / acoge con satisfacción / acoge con agrado / acoge / encomia /
        felicita / agradece / apoya / lamenta / espera / aguarda / confía / reafirma / reitera /
        afirma / destaca / subraya / recalca / pone de relieve / hace hincapié / reconoce /
        considera / transmite / aprecia / confirma / rinde homenaje / celebra / resalta /
        elogia / estima / da las gracias
    """,
    "neutral": "observa / toma nota / hace notar / toma conocimiento / nota / toma conocimiento",
    "expression": "expresa / manifiesta",
}

SUCCESSION_PHRASES = ("también", "además", "asimismo", "igualmente")
BEFORE = listed(
    """
    profundamente sumamente gravemente seriamente firmemente enérgicamente vivamente plenamente
    muy también además asimismo
    """
)
AFTER = (
    "una vez más",
    "nuevamente",
    "de nuevo",
    "encarecidamente",
    "en particular",
    "en los términos más enérgicos",
    "enérgicamente",
)
WITH = "con"
WITH_NOUNS = listed(
    """
    preocupación aprecio reconocimiento satisfacción interés pesar beneplácito agrado inquietud
    gratitud alarma consternación profunda
    """
)
OWNERS = listed("su sus una un la el")
ITS = listed("su sus")
OWN_NOUNS = listed(
    """
    preocupación reconocimiento gratitud satisfacción pesar apoyo esperanza condena convicción
    determinación compromiso voluntad solidaridad solicitud llamamiento petición invitación
    aprecio agradecimiento inquietud consternación alarma
    """
)
OWN_ADJECTIVES = listed(
    "profunda profundo grave gran seria firme sincera sincero pleno plena especial enérgica honda"
)
ONLY_EXPRESSED = listed("voluntad")
OWNING = ("expres", "manifest", "reiter", "reafirm", "renov", "afirm", "subray", "declar")
EXPRESSING = ("expres", "manifest")
STATES_AFTER = listed("permanece sigue")
