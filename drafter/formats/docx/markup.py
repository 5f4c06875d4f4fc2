"""WordprocessingML as text: the few shapes a draft needs, escaped and in the order Word wants.

Knows no draft and no style. Everything that reaches a file from a draft passes `escape`, so that
no text can break the XML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.formats.docx import direction

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# What XML 1.0 cannot hold at all; the sign for a lost character stands in its place.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
# Word has elements of its own for these; its fonts often lack the hyphen.
_SPECIAL = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u2011": "<w:noBreakHyphen/>"}
_PIECES = re.compile("([\t\n\u2011])")


def escape(text: str) -> str:
    """`text` as it may stand in an element or a quoted attribute."""
    return _ILLEGAL.sub("\ufffd", text).translate(_ESCAPES)


def text(words: str) -> str:
    """`words` as the content of a run."""
    out = []
    for piece in _PIECES.split(words):
        if piece in _SPECIAL:
            out.append(_SPECIAL[piece])
        elif piece:
            out.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return "".join(out)


def run(words: str, properties: str = "") -> str:
    """Runs of `words`, said to go from right to left where they do; "" for none."""
    return "".join(
        raw_run(text(piece), f"{properties}<w:rtl/>" if right else properties)
        for piece, right in direction.stretches(words)
        if piece
    )


def raw_run(content: str, properties: str = "") -> str:
    """A run around ready `content`."""
    props = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{props}{content}</w:r>"


def field(instruction: str, shown: str, properties: str = "") -> str:
    """A field with the value that it showed last; readers that do not compute show that."""
    instruct = f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'
    return "".join(
        (
            raw_run('<w:fldChar w:fldCharType="begin"/>', properties),
            raw_run(instruct, properties),
            raw_run('<w:fldChar w:fldCharType="separate"/>', properties),
            run(shown, properties),
            raw_run('<w:fldChar w:fldCharType="end"/>', properties),
        )
    )


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph in `style`; `properties` are those beyond the style, in schema order."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'
        if style
        else f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"
    )


def part(root: str, content: str) -> bytes:
    """A whole part whose root is the element `w:root`."""
    return f"{DECLARATION}<w:{root} {NAMESPACES}>{content}</w:{root}>".encode()


def relationships(links: Mapping[str, tuple[str, str]]) -> bytes:
    """A relationships part: id → (last word of the type, target)."""
    base = "http://schemas.openxmlformats.org"
    lines = "".join(
        f'<Relationship Id="{key}" Type="{base}/{kind}" Target="{escape(target)}"/>'
        for key, (kind, target) in links.items()
    )
    return (
        f'{DECLARATION}<Relationships xmlns="{base}/package/2006/relationships">'
        f"{lines}</Relationships>"
    ).encode()
