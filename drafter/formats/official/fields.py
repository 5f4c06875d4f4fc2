"""The fields of a masthead by their form, in English, French and Spanish: patterns only.

Each pattern matches at the place where its field begins; a group called `value` is what the field
holds, where that is less than what is printed.
"""

from __future__ import annotations

import re

from drafter.grammar import dates, symbols

_MONTH = dates.MONTH
_DAYS = (
    rf"\d{{1,2}}(?:er)?(?: (?:de )?{_MONTH}(?: (?:de )?\d{{4}})?)?"
    r"(?: ?[–-] ?| to | and | au | et | a | y )"
    rf"\d{{1,2}}(?:er)? (?:de )?{_MONTH}(?: de)? \d{{4}}"
)
_NAMED = r"[A-ZÀ-Ý][\w’'.-]*(?: [\w’'.()-]+){0,5}"
_POINTS = r"\d{1,3}(?: ?(?:\([a-z]{1,3}\)|[a-z]\)))*"
_LIST = (
    rf"{_POINTS}(?:(?:, | and | et | y )(?:\d{{1,3}}|\(?[a-z]{{1,3}}\))"
    r"(?: ?(?:\([a-z]{1,3}\)|[a-z]\)))*){0,40}"
)
_TONGUE = (
    r"(?:English|French|Spanish|Russian|Arabic|Chinese|Français|Anglais|Espagnol|Español|Inglés"
    r"|Francés|ENGLISH|FRENCH|SPANISH)"
)

FIELDS = (
    (
        "united",
        re.compile(r"(?:United Nations|Nations Unies|Naciones Unidas)(?=\s|$)", re.I),
    ),
    (
        "symbol",
        re.compile(
            rf"(?:{symbols.SYMBOL.pattern})"
            r"(?:(?<=\d)(?:\ [A-Z])?\ ?\((?:\d{4}|(?:E?S-)?[IVXLC]+)\))?(?=\s|$)",
            re.X,
        ),
    ),
    (
        "distribution",
        re.compile(
            r"Distr\.?\s*:?\s*(?P<value>General|Limited|Restricted|Provisional|\w+)\b", re.I
        ),
    ),
    ("date", dates.DATE),
    (
        "language",
        re.compile(
            rf"(?:Original\s?: ?\w+(?:/\w+)?|{_TONGUE} (?:only|seulement|únicamente|solamente)"
            rf"|[Ss]olo (?:en )?(?:español|inglés|francés))\b"
        ),
    ),
    (
        "session",
        re.compile(
            r"[A-Z][a-z]+(?:-[a-z]+)?(?: [a-z]+){0,3} session\b|(?:19|20)\d\d session\b"
            r"|[A-ZÉ][\w-]+(?: et [\w-]+)? session(?: extraordinaire(?: d[’']urgence)?)?(?=\s|$)"
            r"|Session de \d{4}\b"
            r"|[A-Z]\w+(?: \w+){0,2} [Pp]er[ií]odo (?:\w+ ){0,3}de sesiones\b"
            r"(?: de (?:emergencia|urgencia))?|Per[ií]odo de sesiones de \d{4}\b"
        ),
    ),
    ("place", re.compile(rf"(?:{_NAMED}(?:, {_NAMED}){{0,2}}, (?:from |du |del )?)?{_DAYS}")),
    (
        "agenda",
        re.compile(
            rf"(?:(?:Agenda items?|Items?|AGENDA ITEMS?|Points?|Temas?) (?P<value>{_LIST})"
            r"(?: of the (?:provisional |draft )?agenda| de l[’']ordre du jour(?: provisoire)?"
            r"| del (?:programa|temario)(?: provisional)?)?)\*?(?=\s|$)"
        ),
    ),
    (
        "committee",
        re.compile(
            r"(?:First|Second|Third|Fourth|Fifth|Sixth) Committee(?=\s|$)"
            r"|Special Political and Decolonization Committee \(Fourth Committee\)"
            r"|(?:Première|Deuxième|Troisième|Quatrième|Cinquième|Sixième) Commission(?=\s|$)"
            r"|Commission des questions politiques spéciales et de la décolonisation"
            r" \(Quatrième Commission\)"
            r"|(?:Primera|Segunda|Tercera|Cuarta|Quinta|Sexta) Comisión(?=\s|$)"
            r"|Comisión de Política Especial y de Descolonización \(Cuarta Comisión\)"
        ),
    ),
    (
        "adopted",
        re.compile(
            r"(?:(?:Resolution|Decision) adopted (?:by|without|on)|Adopted by the"
            r"|(?:Résolution|Décision) adoptée (?:par|sans)|Adoptée par"
            r"|(?:Resolución|Decisión) (?:aprobada|adoptada) (?:por|sin)|Aprobada por).{3,200}"
        ),
    ),
    ("report", re.compile(r"\[(?:on|without|sur|sans|sobre|sin|por)\b.{3,300}\]", re.S)),
)

# The line of sponsors (R-ANAT-7), and that of a text that no State sponsors (R-ANAT-10).
_REVISED = r"(?P<revised>revised )?"
_KIND = (
    r"(?P<kind>draft (?:resolution|decision)|projet de (?:résolution|décision)"
    r"|proyecto de (?:resolución|decisión))(?P<revisee> (?:révisée?|revisad[oa]))?"
)
SPONSORS = re.compile(
    rf"(?P<names>.{{2,4000}}?)\s*:[\s*]*{_REVISED}{_KIND}\s?(?:\*|\d)?\.?", re.I | re.S
)
SUBMITTED = re.compile(
    rf"{_REVISED}{_KIND} (?:submitted|presented|proposed|recommended|déposée?|présentée?|soumise?"
    r"|presentad[oa]|propuest[oa])(?: by| par| por)(?: the| le| la| les| el)? ?(?P<names>.+)",
    re.I | re.S,
)
AFTER_UNITED = re.compile(
    rf"\s*(?:$|{symbols.SYMBOL.pattern}|Distr|[A-ZÀ-Ý]\w+\ "
    r"(?:Assembly|Council|générale|de\ sécurité|General|de\ Seguridad))",
    re.X,
)
TONGUE = re.compile(rf"{_TONGUE}(?=\s|$)")


def is_decision(words: str) -> bool:
    """Whether `words`, what a line calls its text, say a decision."""
    return words.lower().endswith(("decision", "décision", "decisión"))
