"""The fixed words of a page in Chinese. Data, no code."""

from __future__ import annotations

WORDS: dict[str, object] = {
    "name": "联合国",
    "locale": "zh-CN",
    "clause": r"[\u4e00-\u9fff]",
    "article": "^$",
    "joins": "和",
    "comma": "、",
    "colon": "：",
    "item": "议程项目 {number}",
    "distribution": "Distr.: {value}",
    "distributions": {},
    "dates": "en",
    "committees": (
        "第一委员会",
        "第二委员会",
        "第三委员会",
        "特别政治和非殖民化委员会(第四委员会)",
        "第五委员会",
        "第六委员会",
    ),
    "kinds": {
        "draft resolution": "决议草案",
        "revised draft resolution": "订正决议草案",
        "draft decision": "决定草案",
        "amendment": "修正案",
        "adopted resolution": "决议",
        "decision": "决定",
    },
}
