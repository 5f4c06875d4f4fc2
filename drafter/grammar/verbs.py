"""The verb of an operative paragraph and whom it addresses.

"Urges States parties to train crews" urges *States parties*; "Welcomes the plan" is about a matter.
The difference decides when a repeated verb takes "Also" (R-ALSO-2, R-ALSO-3). The address is read
from the words, never guessed: where no addressee can be told, it is "". Nothing here judges.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Directives whose object is someone who is to act; every other verb is about a matter (R-ALSO-3).
_DIRECTIVES = (
    "appeals", "appeals to", "asks", "authorizes", "calls on", "calls upon", "commissions",
    "directs", "encourages", "implores", "instructs", "invites", "reminds", "requests",
    "reiterates its appeal", "reiterates its call", "reiterates its call on",
    "reiterates its call to", "reiterates its call upon", "reiterates its invitation",
    "reiterates its invitation to", "reiterates its request", "reiterates its request to",
    "summons", "tasks", "urges",
)  # fmt: skip
# About a matter, but said to someone: thanks to two take no "Also" in half of the adopted texts.
_PERSONAL = (
    "commends", "congratulates", "expresses its appreciation", "expresses its gratitude", "thanks",
    "expresses its thanks", "pays tribute", "reiterates its appreciation", "reiterates the call to",
    "expresses its deep appreciation", "expresses its sincere appreciation",
)  # fmt: skip
_SAID_TO = re.compile(r"\s*(?:the|its) (?:calls?|requests?|invitation|appeals?) (?:up)?(?:on|to)\b")
_MANNER = re.compile(
    r"^(?:strongly|once again|again|earnestly|urgently|solemnly|further|also)\s+"
    r"|\s+(?:once again|strongly|urgently|again)(?=$|\s)",
    re.I,
)
# "to" before an article or a name is no infinitive: "States parties to the Convention".
_TO = re.compile(
    r"\s+(?:not\s+)?to\s+(?!(?:the|an?|its|their|this|these|those|that|all|any|each|which|such|"
    r"[A-Z“\[\d])\b)(?![A-Z“\d])"
)
# "to" after these words belongs to the name, not to the action: "States parties to the Convention".
_NAME_BEFORE_TO = re.compile(
    r"(?:rights?|access|accession|contributors?|relat\w+|subject|"
    r"pursuant|regards?|respect|addition|according|due|annex|protocols?|threats?|responses?|"
    r"observers?|missions?|belong\w*|relevant|next|similar|vulnerable|attached|adviser|"
    r"representatives? (?:accredited)?|advisor|permanent|yet|able|position|addressed|submitted|"
    r"prone|exposed|susceptible|opposed|key|in response|with a view|as)$",
    re.I,
)
# After a comma these begin an aside, not another addressee.
_ASIDE = re.compile(
    r",\s+(?:(?:as|if|where|when|while|within|in|through|by|on|upon|with|without|under|"
    r"pursuant|taking|including|inter alia|subject|for|at|bearing|together|acting|drawing|"
    r"using|building|based|consistent|among|especially|particularly|notably|and in particular|"
    r"via|after|before|during|whenever|following|recalling|working|being|having|once|no later|"
    r"not later|from|until|unless|should|whose|which|who|to the extent|to that end|to this end|"
    r"throughout|also|jointly|individually|guided|mindful|noting|recognizing|making|"
    r"to be|depending|alongside|like|such as)\b)",
    re.I,
)
_PADDING = re.compile(r"^(?:upon|on|to|the|of|both)\s+", re.I)


@dataclass(frozen=True, slots=True)
class Action:
    """What an operative paragraph does, and to whom."""

    verb: str  # the opening without Also/Further, lower case: "takes note with appreciation"
    addressee: str = ""  # as compared: lower case, no article; "" for a matter
    directed: bool = False  # whether the verb is one that addresses someone


def is_directive(verb: str) -> bool:
    """Whether `verb` ("Strongly urges") addresses someone rather than being about a matter."""
    return bare(verb) in _DIRECTIVES


def bare(verb: str) -> str:
    """`verb` in lower case without adverbs of manner: "Strongly urges" is "urges"."""
    return _MANNER.sub("", verb.lower()).strip()


def action(opening: str, rest: str) -> Action:
    """What a paragraph with the plain `opening` ("Urges") and the words `rest` after it does."""
    verb = " ".join(opening.lower().split())
    if bare(verb).startswith(_PERSONAL) or (verb == "reiterates" and _SAID_TO.match(rest)):
        return Action(verb, _thanked(rest))
    if not is_directive(verb):
        return Action(verb)
    return Action(verb, addressee(rest), directed=True)


def _thanked(rest: str) -> str:
    """Whom thanks go to: the first words of `rest`, up to what they are for."""
    name = re.split(r"\b(?:for|on|in|that|which|who)\b|[;:.]", rest.strip(), maxsplit=1)[0]
    return normal_addressee(name)[:80]


def addressee(rest: str) -> str:
    """Who is addressed in `rest`, the words after a directive, in the form for comparing.

    "the States parties, where appropriate, to train" gives "states parties". Articles do not tell
    addressees apart, any qualifier does (R-ALSO-2): also "all", in 24 of 25 adopted texts.
    """
    words = rest.strip()
    end = _action_start(words)
    if end < 0:
        return ""
    aside = _ASIDE.search(words, 0, end + 1)
    name = words[: aside.start() if aside else end]
    return normal_addressee(name)


def normal_addressee(name: str) -> str:
    """`name` as addressees are compared: lower case, without articles and stops."""
    name = re.sub(r"[\[\],;:\u00ad\ufffc]", " ", name.replace("\u2011", "-"))
    name = " ".join(name.lower().split())
    while (shorter := _PADDING.sub("", name)) != name:
        name = shorter
    return re.sub(r"\bthe\s+", "", name)


def _action_start(words: str) -> int:
    """Where the action begins in `words` (its "to"), -1 where none does."""
    for found in _TO.finditer(words):
        if not _NAME_BEFORE_TO.search(words[: found.start()]):
            return found.start()
    return -1
