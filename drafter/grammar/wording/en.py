"""The fixed words of a page in English. Data, no code."""

from __future__ import annotations

WORDS: dict[str, object] = {
    "name": "United Nations",
    "locale": "en-GB",
    "joins": " and ",
    "comma": ",",
    "colon": ":",
    "item": "Agenda item {number}",
    "distribution": "Distr.: {value}",
    "distributions": {},
    "committees": (),
    "dates": "en",
    "kinds": {
        "draft resolution": "draft resolution",
        "revised draft resolution": "revised draft resolution",
        "draft decision": "draft decision",
        "amendment": "amendment",
        "adopted resolution": "resolution",
        "decision": "decision",
    },
}
