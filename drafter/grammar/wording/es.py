"""The fixed words of a page in Spanish. Data, no code."""

from __future__ import annotations

WORDS: dict[str, object] = {
    "name": "Naciones Unidas",
    "locale": "es-ES",
    "clause": r"^(?:La Asamblea|El Consejo|La Conferencia|La Comisión|El Comité)\b",
    "article": "^(?:La |El )",
    "joins": " y ",
    "comma": ",",
    "colon": ":",
    "item": "Tema {number} del programa",
    "distribution": "Distr. {value}",
    "distributions": {
        "limited": "limitada",
        "general": "general",
        "restricted": "reservada",
    },
    "dates": "es",
    "committees": (
        "Primera Comisión",
        "Segunda Comisión",
        "Tercera Comisión",
        "Comisión Política Especial y de Descolonización (Cuarta Comisión)",
        "Quinta Comisión",
        "Sexta Comisión",
    ),
    "kinds": {
        "draft resolution": "proyecto de resolución",
        "revised draft resolution": "proyecto de resolución revisado",
        "draft decision": "proyecto de decisión",
        "amendment": "enmienda",
        "adopted resolution": "resolución",
        "decision": "decisión",
    },
}
