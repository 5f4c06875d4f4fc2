"""Sponsors stand in alphabetical order, without articles.

The order is that of the language of the text, by the names the United Nations uses.

Wrong:

    ---
    sponsors: [Togo, the Philippines, Fiji]
    ---

    *The General Assembly*,

    1. *Urges* States to license ferries.

    → masthead: sponsors: write “Philippines” without the article
    → masthead: sponsors: put them in alphabetical order: Fiji, Philippines, Togo

Right:

    ---
    sponsors: [Fiji, Philippines, Togo]
    ---

    *The General Assembly*,

    1. *Urges* States to license ferries.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault
from drafter.lint.findings import Field, Fix

LEVEL = "warning"
SOURCES = ("R-ANAT-7", "R-ANAT-8")
ENGLISH = True

_ARTICLE = re.compile(r"^[Tt]he\s+(?=[A-Z])")


def check(draft: Draft) -> Iterator[Fault]:
    """Articles before names, and names out of order."""
    sponsors = draft.resolution.masthead.sponsors
    plain = tuple(_ARTICLE.sub("", name) for name in sponsors)
    ordered = tuple(sorted(plain, key=key))
    fix = Fix((Field("sponsors", ordered),), "order the sponsors")
    for name, bare in zip(sponsors, plain, strict=True):
        if name != bare:
            message = f"sponsors: write “{bare}” without the article"
            yield Fault("masthead", message, fix)
    if ordered != plain and not any(map(_is_chair, plain)):
        shown = ", ".join(ordered if len(ordered) <= 6 else (*ordered[:5], "…"))
        yield Fault("masthead", f"sponsors: put them in alphabetical order: {shown}", fix)


def key(name: str) -> str:
    """What `name` is ordered by: its letters alone, accents and signs aside."""
    letters = unicodedata.normalize("NFKD", name.rstrip("*").casefold())
    return re.sub(r"[^a-z ]", "", letters.replace("-", " ").replace("’", ""))


def _is_chair(name: str) -> bool:
    """Whether the text comes from a chair, who is in no order (R-ANAT-10)."""
    return bool(re.search(r"\b(?:Chair|President|Bureau|Facilitator)", name))
