"""The fixed words of a page in Arabic. Data, no code."""

# Russian and Arabic pages keep "Distr.:" and the date in English (R-LANG-6).
from __future__ import annotations

WORDS: dict[str, object] = {
    "name": "الأمم المتحدة",
    "locale": "ar-SA",
    "clause": r"[\u0600-\u06ff]",
    "article": "^إن ",
    "right_to_left": True,
    "joins": " و",
    "comma": "،",
    "colon": ":",
    "item": "البند {number} من جدول الأعمال",
    "distribution": "Distr.: {value}",
    "distributions": {},
    "dates": "en",
    "committees": (
        "اللجنة الأولى",
        "اللجنة الثانية",
        "اللجنة الثالثة",
        "لجنة المسائل السياسية الخاصة وإنهاء الاستعمار (اللجنة الرابعة)",
        "اللجنة الخامسة",
        "اللجنة السادسة",
    ),
    "kinds": {
        "draft resolution": "مشروع قرار",
        "revised draft resolution": "مشروع قرار منقح",
        "draft decision": "مشروع مقرر",
        "amendment": "تعديل",
        "adopted resolution": "القرار",
        "decision": "المقرر",
    },
}
