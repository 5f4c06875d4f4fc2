"""Which settings of a Word file change its page, and so stay.

Everything else in the settings part tells of people and machines: revision ids, variables, the
template's path, the source of a mail merge, views, passwords.
"""

from __future__ import annotations

from drafter.word.xml import M_NS, Element, names, remove, w

_STAY = names(
    "zoom mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter "
    "gutterAtTop displayBackgroundShape defaultTabStop autoHyphenation consecutiveHyphenLimit "
    "hyphenationZone doNotHyphenateCaps evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting "
    "drawingGridHorizontalSpacing drawingGridVerticalSpacing doNotUseMarginsForDrawingGridOrigin "
    "characterSpacingControl noPunctuationKerning strictFirstAndLastChars noLineBreaksAfter "
    "noLineBreaksBefore footnotePr endnotePr compat themeFontLang clrSchemeMapping decimalSymbol "
    "listSeparator"
) | {f"{{{M_NS}}}mathPr"}
_WORDS_OWN = "http://schemas.microsoft.com/office/word"


def keep_listed(root: Element) -> None:
    """Take out of the settings at `root` what does not change the page."""
    for child in list(root):
        if child.tag not in _STAY:
            remove(child)
    for setting in list(root.iter(w("compatSetting"))):
        if setting.get(w("uri")) != _WORDS_OWN:
            remove(setting)
