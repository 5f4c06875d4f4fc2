"""Whether a text file is a draft of ours or the text of an issued document, scanned or copied.

Both are `.md` or `.txt`. Only signs that the other kind never has decide; where there are none, the
suffix does.
"""

from __future__ import annotations

import re

SUFFIXES = frozenset({"", ".md", ".markdown", ".txt", ".text"})
_HEAD = 400_000  # bytes looked at

_FRONT_MATTER = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*---[ \t]*\r?\n(?:---|\.\.\.|#|[A-Za-z_\"'][^\n]*:)"
)
_OF_A_DRAFT = re.compile(
    rb"^\[\^[^\]\n]+\]:|^<!-- (?:operative part|annex|label \")"
    rb"|^[*_]The [^*_\n]{3,200}[*_]?[,:]?[*_]?\r?$",
    re.M,
)
# What converters and page furniture leave, and the words of a masthead that ours keeps above.
_OF_AN_ISSUED_TEXT = re.compile(
    rb"<sup>|<span|!\[|\\\(\^|^#* ?\**United Nations\**\s*$|Distr\.: ?\S|^\d\d-\d{5}\b|^#+ \*\*"
    rb"|^#* ?\**Resolution (?:adopted|\d+/\d+)|^#* ?\**(?:Draft )?[Rr]esolution [IVX]+\b",
    re.M,
)


def is_draft(data: bytes, suffix: str) -> bool:
    """Whether `data` is a Markdown draft; else it is read as the text of an issued document."""
    head = data[:_HEAD]
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        head = head.decode("utf-16", "replace").encode("utf-8")
    if _FRONT_MATTER.match(head):
        return True
    if _OF_AN_ISSUED_TEXT.search(head):
        return False
    return suffix in {".md", ".markdown"} or bool(_OF_A_DRAFT.search(head)) or not head.strip()


def is_binary(data: bytes) -> bool:
    """Whether `data` is evidently no text."""
    return b"\0" in data[:4000] and data[:2] not in {b"\xff\xfe", b"\xfe\xff"}
