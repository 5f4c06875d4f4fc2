"""The words openings are made of, in Spanish (R-LANG-5): data for `drafter.grammar.openings`.

Participles and adjectives agree with the organ, so every form stands here.
"""

from __future__ import annotations

from drafter.grammar.opening_words import listed


def _agreeing(words: str) -> str:
    """Each of `words`, given without its last vowel, in its four forms, as heads."""
    return " / ".join(f"{w}a / {w}o / {w}as / {w}os" for w in words.split())


_STATES = _agreeing(
    """
    convencid preocupad alarmad inquiet perturbad decidid alentad guiad consternad empeñad
    comprometid indignad animad afligid conmovid conmocionad horrorizad entristecid resuelt
    inspirad satisfech decepcionad persuadid dispuest movid complacid apenad angustiad abrumad
    """
)
_QUALITIES = (
    _agreeing("deseos confiad agradecid segur atent ansios firme respetuos esperanzad")
    + " / consciente / conscientes / sensible / partidaria / solidaria"
)

PREAMBULAR: dict[str, str] = {
    "basis": """
        recordando / reafirmando / reiterando / afirmando / confirmando / refiriéndose /
        haciendo referencia / actuando / renovando / remitiéndose / evocando / guiándose /
        inspirándose / basándose / rememorando / invocando / ratificando / prosiguiendo /
        visto / vista / vistos / vistas / en cumplimiento / conforme / de conformidad
    """,
    "recognition": """
        reconociendo / observando / tomando nota / teniendo en cuenta / teniendo presente /
        teniendo presentes / teniendo en consideración / tomando en consideración /
        tomando en cuenta / considerando / advirtiendo / haciendo notar / haciendo constar /
        notando / estimando / creyendo / tomando conocimiento / constatando / entendiendo /
        sabiendo / señalando / comprobando / percatándose / dándose cuenta / no olvidando /
        sin perder de vista / en atención / tras examinar / tras considerar / tras estudiar /
        tras escuchar / previo examen / comprendiendo / opinando / juzgando / apercibiéndose
    """,
    "emphasis": """
        destacando / subrayando / recalcando / poniendo de relieve / poniendo de manifiesto /
        haciendo hincapié / resaltando / insistiendo / acentuando / llamando la atención /
        señalando a la atención / enfatizando / remarcando
    """,
    "approval": """
        acogiendo con beneplácito / acogiendo con satisfacción / acogiendo con agrado /
        acogiendo favorablemente / acogiendo complacida / acogiendo complacido / acogiendo /
        encomiando / felicitando / felicitándose / congratulándose / apreciando / alentando /
        rindiendo homenaje / rindiendo tributo / celebrando / expresando reconocimiento /
        apoyando / conmemorando / elogiando / aplaudiendo / agradeciendo / valorando /
        respaldando / haciendo suya / haciendo suyo / haciendo suyas / haciendo suyos /
        aprobando / saludando / honrando / dando las gracias / complaciéndose
    """,
    "disapproval": """
        lamentando / deplorando / condenando / rechazando / denunciando / repudiando /
        desaprobando / reprobando
    """,
    "intent": """
        deseando / procurando / exhortando / instando / invitando / solicitando / pidiendo /
        esperando / declarando / proclamando / aguardando / aspirando / buscando / tratando /
        confiando / comprometiéndose / decidiendo / haciendo un llamamiento / recomendando /
        proponiéndose / esforzándose / anhelando / previendo / dirigiendo un llamamiento
    """,
    "expression": "expresando / manifestando / declarándose / mostrándose / reiterando",
    "state": _STATES + " / preocupándose / inquietándose / siguiendo / permaneciendo / temiendo /"
    " continuando / estando",
    "quality": _QUALITIES,
}

OPERATIVE: dict[str, str] = {
    "constitutive": """
        decide / aprueba / adopta / establece / autoriza / hace suya / hace suyo / hace suyas /
        hace suyos / prorroga / renueva / nombra / designa / declara / proclama / conviene /
        acepta / encarga / exige / resuelve / refrenda / respalda / crea / determina / acuerda /
        encomienda / ordena / impone / faculta / suspende / asigna / consigna / aplaza / elige /
        instituye / constituye / dispone / levanta / admite / ratifica / deroga / disuelve /
        confiere / delega / habilita / fija / pone fin / da instrucciones / mantiene / modifica /
        extiende / amplía / prorratea / se compromete / mandata
    """,
    "strong directive": """
        exhorta / insta / hace un llamamiento / hace un nuevo llamamiento /
        hace un llamamiento urgente / dirige un llamamiento / formula un llamamiento / condena /
        deplora / denuncia / rechaza / recuerda / apela / insiste / advierte / repudia / desaprueba
    """,
    "directive": "pide / solicita / recomienda / ruega / requiere / demanda",
    "soft directive": """
        alienta / invita / sugiere / señala a la atención / señala / anima / propone / aconseja /
        llama la atención / promueve / fomenta / estimula
    """,
    "evaluative": """
        acoge con beneplácito / acoge con satisfacción / acoge con agrado / acoge favorablemente /
        acoge / encomia / felicita / agradece / apoya / lamenta / espera / aguarda / confía /
        reafirma / reitera / afirma / destaca / subraya / recalca / pone de relieve /
        pone de manifiesto / hace hincapié / reconoce / considera / transmite / aprecia / confirma /
        rinde homenaje / rinde tributo / celebra / resalta / elogia / estima / da las gracias /
        aplaude / valora / conmemora / desea / concluye / se felicita / se congratula / se propone /
        se declara / se muestra / se suma / tiene presente / tiene presentes / tiene en cuenta /
        tiene en consideración / toma en consideración / toma en cuenta / tiene la intención /
        permanece / sigue / está / continúa / cree / entiende / opina / juzga / procura / prevé /
        se complace / se remite / se refiere / hace referencia / comparte / honra / saluda /
        es consciente / se reserva / se esfuerza / se solidariza / se enorgullece
    """,
    "neutral": """
        observa / toma nota / hace notar / hace constar / toma conocimiento / nota / constata
    """,
    "expression": "expresa / manifiesta",
}

SUCCESSION_PHRASES = ("también", "además", "asimismo", "igualmente")
HAVING = (("habiendo",), ("tras", "haber"), ("después", "de", "haber"))
PARTICIPLES = ("ado", "ido", "ído")
IRREGULAR = listed("visto hecho dicho puesto resuelto escrito abierto devuelto")
STATES_AFTER = listed(
    "permanece permaneciendo sigue siguiendo está estando continúa continuando declara muestra"
    " declarándose mostrándose acogiendo"
)
NEVER_ALONE = listed("sigue siguiendo está estando continúa continuando")
STATES = frozenset((_STATES + " / " + _QUALITIES + " / ocupándose").replace("/", " ").split())
LY = ("mente",)
NOT_IN_OPENINGS = listed("solamente únicamente actualmente provisionalmente igualmente")
ADVERBS = listed("muy todavía aún siempre")
AFTER = (
    "una vez más",
    "de nuevo",
    "en particular",
    "en los términos más enérgicos",
    "en los términos más firmes",
    "con la mayor firmeza",
    "en los más enérgicos términos",
    "sin reservas",
)
AFTER_NOUN = ()
WITH = "con"
WITH_NOUNS = listed(
    """
    preocupación aprecio reconocimiento satisfacción interés pesar beneplácito agrado inquietud
    gratitud alarma consternación agradecimiento firmeza indignación desaliento orgullo
    preocupaciones desazón tristeza aprobación decepción
    """
)
OWNERS = listed("su sus una un la el las los")
ITS = listed("su sus")
OWN_NOUNS = listed(
    """
    preocupación preocupaciones reconocimiento gratitud satisfacción pesar apoyo esperanza condena
    convicción determinación compromiso compromisos voluntad solidaridad solicitud solicitudes
    llamamiento llamamientos petición peticiones invitación aprecio agradecimiento inquietud
    consternación alarma condolencias pésame felicitaciones admiración confianza deseo intención
    exigencia exigencias rechazo indignación beneplácito respaldo disposición adhesión
    simpatía repudio oposición
    """
)
ADJECTIVES = listed(
    """
    profunda profundas profundo profundos grave graves gran grande grandes seria serio firme firmes
    sincera sincero sinceras sinceros plena pleno especial enérgica enérgico honda hondo viva vivo
    más mayor suma sumo extrema extremo cálida cálido creciente constante continua continuo
    continuado inquebrantable decidida decidido total absoluta absoluto solemne renovado renovada
    """
)
OWNING = (
    *("expres", "manifest", "manifiest", "reiter", "reafirm", "renov", "renuev", "afirm"),
    *("confirm", "declar"),
)
EXPRESSING = ("expres", "manifest", "manifiest")
