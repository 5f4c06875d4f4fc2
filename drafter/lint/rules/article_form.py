"""An article takes a small letter and its parts in words: article 12, paragraph 2 (c).

The Charter of the United Nations and the Statute of the International Court of Justice keep the
capital: Article 51 of the Charter.

Wrong:

    1. *Recalls* Article 12(2)(c) of the Convention on River Crossings;

    2. *Reaffirms* article 51 of the Charter of the United Nations.

    → OP1: write “article 12, paragraph 2 (c),”
    → OP2: write “Article 51”

Right:

    1. *Recalls* article 12, paragraph 2 (c), of the Convention on River Crossings;

    2. *Reaffirms* Article 51 of the Charter of the United Nations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.draft import Draft, Fault, Match

LEVEL = "warning"
SOURCES = ("R-REF-11",)
ENGLISH = True

_ARTICLE = re.compile(
    r"(?P<word>\b[Aa]rticle)[ \u00a0](?P<number>\d+)"
    r"(?:[ \u00a0]?\((?P<paragraph>\d+)\)(?P<points>(?:[ \u00a0]?\([a-z]+\))*))?"
    # "the Working Group on Article 8 (j)" is a name.
    r"(?!\d|[ \u00a0]\([a-z]\))"
)
# Who bears the article: what stands between it and the next mark that ends the phrase.
_CHARTER = re.compile(
    r"[^.;:“”]{0,60}?\bof (?:the|its) (?:United Nations )?"
    r"(?:Charter(?! (?:of|for) (?!the United Nations))|Statute of the (?:International )?Court)"
)
_OTHER = re.compile(
    r"[^.;:“”]{0,60}?\bof (?:the|its|that) (?:[A-Z][\w’-]* ){0,3}"
    r"(?:Convention|Covenants?|Protocols?|Agreement|Treaty)\b"
)


def check(draft: Draft) -> Iterator[Fault]:
    """Articles with the wrong initial, or cited by brackets alone."""
    for stretch in draft.paragraphs:
        for match in stretch.search(_ARTICLE):
            wanted = _form(match)
            if wanted != match.found[0].replace("\u00a0", " "):
                message = f"write “{wanted}”"
                fix = match.replace(wanted, message)
                yield Fault(stretch, message, fix, start=match.start, end=match.end)


def _form(match: Match) -> str:
    words, found = match.stretch.words, match.found
    word = found["word"]
    if _CHARTER.match(words, match.end):
        word = "A" + word[1:]
    elif match.start and _OTHER.match(words, match.end):
        word = "a" + word[1:]
    wanted = f"{word} {found['number']}"
    if found["paragraph"]:
        points = re.sub(r"[ \u00a0]?\(", " (", found["points"] or "")
        wanted += f", paragraph {found['paragraph']}{points}"
        # The parts of an article stand between commas where the sentence goes on.
        if words[match.end : match.end + 1] == " ":
            wanted += ","
    return wanted
