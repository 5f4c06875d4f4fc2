"""The fixed words of a page in Russian. Data, no code."""

# Russian and Arabic pages keep "Distr.:" and the date in English (R-LANG-6).
from __future__ import annotations

WORDS: dict[str, object] = {
    "name": "Организация Объединенных Наций",
    "locale": "ru-RU",
    "clause": r"[\u0400-\u04ff]",
    "article": "^$",
    "joins": " и ",
    "comma": ",",
    "colon": ":",
    "item": "Пункт {number} повестки дня",
    "distribution": "Distr.: {value}",
    "distributions": {},
    "dates": "en",
    "committees": (
        "Первый комитет",
        "Второй комитет",
        "Третий комитет",
        "Комитет по специальным политическим вопросам и вопросам деколонизации (Четвертый комитет)",
        "Пятый комитет",
        "Шестой комитет",
    ),
    "kinds": {
        "draft resolution": "проект резолюции",
        "revised draft resolution": "пересмотренный проект резолюции",
        "draft decision": "проект решения",
        "amendment": "поправка",
        "adopted resolution": "резолюция",
        "decision": "решение",
    },
}
