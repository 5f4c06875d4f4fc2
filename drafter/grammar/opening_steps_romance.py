"""Stepping over the words of a French or Spanish opening (R-LANG-5).

Both languages put also, adverbs, a state or a noun of feeling behind the verb, in an order that
varies, and let also stand inside a verb of several words ("Prenant également note"). The words
themselves are data (`opening_words_fr`, `opening_words_es`).
"""

from __future__ import annotations

from types import ModuleType

from drafter.grammar.opening_steps import Cursor

_MOST_STEPS = 6
_Heads = dict[tuple[str, ...], str]


def step_head(cursor: Cursor, heads: _Heads, data: ModuleType) -> str | None:
    """Step over the adverbs before the head, and the head; its kind, or None."""
    for _ in range(4):
        kind = _whole(cursor, heads, (5, 4, 3, 2)) or _parted(cursor, heads, data)
        kind = kind or _perfect(cursor, data) or _whole(cursor, heads, (1,))
        if kind:
            return kind
        if not (_also(cursor, data) or _adverb(cursor, data)):
            return None
    return None


def step_after_head(cursor: Cursor, data: ModuleType) -> bool:
    """Step over what belongs to the italics behind the head; False where a needed state lacks."""
    head = cursor.last
    wants = head in data.STATES_AFTER
    for _ in range(_MOST_STEPS):
        if wants and _state(cursor, data):
            wants = False
        elif not (
            _also(cursor, data)
            or _phrase(cursor, data.AFTER)
            or _adverb(cursor, data)
            or _own(cursor, head, data)
            or _with(cursor, data)
        ):
            break
    return not (wants and head in data.NEVER_ALONE)


def _whole(cursor: Cursor, heads: _Heads, lengths: tuple[int, ...]) -> str | None:
    for length in lengths:
        if kind := heads.get(cursor.phrase(length)):
            cursor.take(length)
            return kind
    return None


def _parted(cursor: Cursor, heads: _Heads, data: ModuleType) -> str | None:
    """Step over a head of several words that also parts: "Prenant également note"."""
    for also in data.SUCCESSION_PHRASES:
        words = tuple(also.split())
        if cursor.phrase(1 + len(words))[1:] != words:
            continue
        for length in (4, 3, 2):
            phrase = cursor.phrase(length + len(words))
            if phrase and (kind := heads.get((phrase[0], *phrase[1 + len(words) :]))):
                cursor.take()
                _also(cursor, data)
                cursor.take(length - 1)
                return kind
    return None


def _perfect(cursor: Cursor, data: ModuleType) -> str | None:
    """Step over "Ayant (également) examiné", "Habiendo (también) examinado"."""
    for having in data.HAVING:
        if cursor.phrase(len(having)) != having:
            continue
        ahead = len(having)
        also = next((a for a in data.SUCCESSION_PHRASES if cursor.low(ahead) == a), "")
        verb = cursor.low(ahead + bool(also))
        if verb.endswith(data.PARTICIPLES) or verb in data.IRREGULAR:
            cursor.take(ahead)
            _also(cursor, data)
            cursor.take()
            return "perfect"
    return None


def _also(cursor: Cursor, data: ModuleType) -> bool:
    """Step over the word for also or further."""
    for phrase in data.SUCCESSION_PHRASES:
        words = tuple(phrase.split())
        if not cursor.adverb and cursor.phrase(len(words)) == words:
            cursor.at += len(words)
            cursor.adverb = phrase
            return True
    return False


def _phrase(cursor: Cursor, phrases: tuple[str, ...]) -> bool:
    for phrase in phrases:
        words = tuple(phrase.split())
        if cursor.phrase(len(words)) == words:
            cursor.take(len(words))
            return True
    return False


def _adverb(cursor: Cursor, data: ModuleType) -> bool:
    """Step over an adverb of degree or manner: "fermement", "enérgicamente"."""
    word = cursor.low()
    if word in data.ADVERBS or (word.endswith(data.LY) and word not in data.NOT_IN_OPENINGS):
        cursor.take()
        return True
    return False


def _state(cursor: Cursor, data: ModuleType) -> bool:
    """Step over the state after "Se déclare": "profondément préoccupée"."""
    ahead = 0
    while cursor.low(ahead) in data.ADVERBS or cursor.low(ahead).endswith(data.LY):
        ahead += 1
    if cursor.low(ahead) not in data.STATES:
        return False
    cursor.take(ahead + 1)
    return True


def _own(cursor: Cursor, head: str, data: ModuleType) -> bool:
    """Step over "sa (vive) préoccupation", "l'espoir", after a verb that takes it along."""
    if not head.startswith(data.OWNING):
        return False
    expresses = head.startswith(data.EXPRESSING)
    ahead = 1 if cursor.low() in (data.OWNERS if expresses else data.ITS) else 0
    if not (ahead or expresses):
        return False
    while cursor.low(ahead) in data.ADJECTIVES:
        ahead += 1
    noun = cursor.low(ahead).removeprefix("l'")
    if noun not in data.OWN_NOUNS:
        return False
    cursor.take(ahead + 1)
    _phrase(cursor, data.AFTER_NOUN)
    return True


def _with(cursor: Cursor, data: ModuleType) -> bool:
    """Step over "avec (une profonde) préoccupation"."""
    if cursor.low() != data.WITH:
        return False
    for ahead in (1, 2, 3, 4):
        if cursor.low(ahead) in data.WITH_NOUNS:
            cursor.take(ahead + 1)
            return True
        if cursor.low(ahead) not in data.ADJECTIVES | data.OWNERS:
            return False
    return False
