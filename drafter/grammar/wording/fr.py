"""The fixed words of a page in French. Data, no code."""

from __future__ import annotations

WORDS: dict[str, object] = {
    "name": "Nations Unies",
    "locale": "fr-FR",
    "clause": r"^(?:L[’']Assemblée|Le Conseil|La Conférence|La Commission|Le Comité)\b",
    "article": "^(?:L[’']|Le |La )",
    "joins": " et ",
    "comma": ",",
    "colon": "\xa0:",
    "item": "Point {number} de l’ordre du jour",
    "distribution": "Distr. {value}",
    "distributions": {
        "limited": "limitée",
        "general": "générale",
        "restricted": "restreinte",
    },
    "dates": "fr",
    "committees": (
        "Première Commission",
        "Deuxième Commission",
        "Troisième Commission",
        "Commission des questions politiques spéciales et de la décolonisation "
        "(Quatrième Commission)",
        "Cinquième Commission",
        "Sixième Commission",
    ),
    "kinds": {
        "draft resolution": "projet de résolution",
        "revised draft resolution": "projet de résolution révisé",
        "draft decision": "projet de décision",
        "amendment": "amendement",
        "adopted resolution": "résolution",
        "decision": "décision",
    },
}
