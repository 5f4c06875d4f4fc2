"""When a line goes on with the paragraph before it: the joining rule of section 9.

Pure judgement over two texts; changes nothing.
"""

from __future__ import annotations

import re

_CLOSERS = "\"'”’»)]* \u00a0\u202f\u2009"
# A note's number that lost its height may stand behind the last mark (OCR-6).
_DIGITS = re.compile(r"(?<=[,;:.”\"’)])\s?\d{1,3}(?:\s?,\s?\d{1,3})*$")
_LONG = 80
_TAIL = 100  # characters at the end of a text that any of its marks stands in
_POINT = re.compile(r"[“\"'‘«]+\(?[a-z]{1,4}\)\s")  # a lettered point that is quoted
# Words that never end a paragraph.
_HANGING = frozenset(
    """
    the a an of to in on for with by from and or as at into its their his her that which who whose
    this these those including between among under through against upon is are be has have been
    not no all any other per de la le les du des et en el los las y del para con por un una une
    """.split()  # noqa: SIM905
)


def mark(text: str) -> str:
    """The punctuation that `text` ends with, "" for none."""
    text = _DIGITS.sub("", text.rstrip(_CLOSERS)[-_TAIL:]).rstrip(_CLOSERS)
    return text[-1] if text and text[-1] in ",;:.؛،。，；" else ""


def is_finished(text: str) -> bool:
    """Whether `text` ends as a paragraph of a resolution does."""
    return mark(text) != ""


def is_hanging(text: str) -> bool:
    """Whether `text` breaks off in the middle of a phrase."""
    words = text.rstrip(_CLOSERS).rsplit(None, 1)
    last = words[-1].casefold() if words else ""
    return last in _HANGING or text.rstrip().endswith(("-", "\u2011"))


def goes_on(before: str, text: str) -> bool:
    """Whether `text` continues `before`, as far as their words tell."""
    if not before or not text:
        return False
    if starts_low(text):
        return True
    return not is_finished(before) and (len(before) > _LONG or is_hanging(before))


def starts_low(text: str) -> bool:
    """Whether `text` begins in the middle of a sentence."""
    bare = text.lstrip("“\"'‘«([ ")
    return bare[:1].islower() and not _POINT.match(text)


def is_short(text: str) -> bool:
    """Whether `text` may be a heading: short, begun with a capital, without a last mark."""
    return len(text) < 160 and not is_finished(text) and not starts_low(text)
