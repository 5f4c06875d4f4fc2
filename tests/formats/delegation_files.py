"""One draft as delegations type it in Word: the same words, a dozen habits.

Every function gives the bytes of a Word file by somebody who never saw our styles.
"""

from collections.abc import Callable, Sequence

from tests.formats.word_files import LISTS, i, numbered, p, part, r, word_file

TITLE = "Safe river crossings"
SPONSORS = "Fiji, Guyana and Togo: draft resolution"
FRONT = ("Eightieth session", "Third Committee", "Agenda item 19 (b)", "Sustainable rivers")
ENACTING = "The General Assembly,"
PREAMBLE = (
    "Recalling its resolution 79/901 of 12 December 2024,",
    "Deeply concerned at the loss of small craft in the delta,",
)
# Level and words of each paragraph of the operative part.
OPERATIVE = (
    (0, "Urges Member States to license ferries, including by:"),
    (1, "Training pilots;"),
    (1, "Keeping registers:"),
    (2, "Of moorings;"),
    (2, "Of ferries;"),
    (0, "Also requests the Secretary-General to report on river safety;"),
    (0, "Decides to remain seized of the matter."),
)
LABELS = ("1.", "(a)", "(b)", "(i)", "(ii)", "2.", "3.")
NOTES = ("A/80/912.", "Resolution 70/1.")
NOTE = '<w:pStyle w:val="Note"/>'
THIRD = (
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/>'
    '<w:lvlText w:val="(%3)"/></w:lvl></w:abstractNum>'
)
NUMBERING = part("numbering", LISTS.replace("</w:abstractNum>", THIRD))

STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:pPr><w:spacing w:after="160"/></w:pPr><w:rPr><w:sz w:val="22"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="footnote text"/>'
    '<w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Call"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
)
CALL = '<w:rPr><w:rStyle w:val="Call"/></w:rPr>'


def note(number: int, kind: str = "footnote") -> str:
    return f'<w:r>{CALL}<w:{kind}Reference w:id="{number}"/></w:r>'


def notes() -> str:
    """The notes as Word writes them, with the rule that stands over them."""
    rule = p("<w:r><w:separator/></w:r>")
    mark = f"<w:r>{CALL}<w:footnoteRef/></w:r>"
    texts = "".join(
        f'<w:footnote w:id="{number}">{p(mark, f" {words}", properties=NOTE)}</w:footnote>'
        for number, words in enumerate(NOTES, start=1)
    )
    return part("footnotes", f'<w:footnote w:type="separator" w:id="0">{rule}</w:footnote>{texts}')


def made(*body: str, **parts: str) -> bytes:
    return word_file(*body, styles=STYLES, **parts)


def front() -> list[str]:
    return [*map(p, FRONT), p(SPONSORS), p(TITLE), p(ENACTING)]


def preamble() -> list[str]:
    return [p(PREAMBLE[0], note(1)), p(PREAMBLE[1])]


def called(number: int) -> list[str]:
    """The second note is called by the sixth operative paragraph."""
    return [note(2)] if number == 5 else []


def automatic() -> bytes:
    """Numbers by Word alone, nothing in italics."""
    body = [
        p(words, *called(at), properties=numbered(level))
        for at, (level, words) in enumerate(OPERATIVE)
    ]
    return made(*front(), *preamble(), *body, numbering=NUMBERING, footnotes=notes())


def tabs() -> bytes:
    """Numbers typed, with tabs before and after."""
    body = [
        p("\t" * level + f"{LABELS[at]}\t{words}", *called(at))
        for at, (level, words) in enumerate(OPERATIVE)
    ]
    return made(*front(), *preamble(), *body, footnotes=notes())


def spaces() -> bytes:
    """Numbers typed with spaces, blank paragraphs between all others, spaces for indents."""
    body = [
        p("    " * level + f"{LABELS[at]} {words}", *called(at))
        for at, (level, words) in enumerate(OPERATIVE)
    ]
    spaced = [each for block in (*front(), *preamble(), *body) for each in (block, p(" "))]
    return made(*spaced, footnotes=notes())


def bold() -> bytes:
    """Everything bold by hand, the title in capitals that only the formatting makes."""
    strong = "<w:b/><w:caps/>"
    body = [
        p(r(f"{LABELS[at]} {words}", "<w:b/>"), *called(at))
        for at, (level, words) in enumerate(OPERATIVE)
    ]
    head = [*map(p, FRONT), p(r(SPONSORS, "<w:b/>")), p(r(TITLE, strong)), p(r(ENACTING, "<w:b/>"))]
    pre = [p(r(PREAMBLE[0], "<w:b/>"), note(1)), p(r(PREAMBLE[1], "<w:b/>"))]
    return made(*head, *pre, *body, footnotes=notes())


def own_lists() -> bytes:
    """Each run of letters in a list of its own, as Word makes them when one types "(a)"."""
    lists = LISTS + "".join(
        f'<w:abstractNum w:abstractNumId="{key}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
        for key, form in ((2, "lowerLetter"), (3, "lowerRoman"))
    )
    body = [
        p(words, *called(at), properties=numbered(0, level + 1))
        for at, (level, words) in enumerate(OPERATIVE)
    ]
    numbering = part("numbering", lists)
    return made(*front(), *preamble(), *body, numbering=numbering, footnotes=notes())


def endnotes() -> bytes:
    """Endnotes where footnotes belong; Word numbers them i, ii."""
    body = [
        p(words, *([note(2, "endnote")] if at == 5 else []), properties=numbered(level))
        for at, (level, words) in enumerate(OPERATIVE)
    ]
    pre = [p(PREAMBLE[0], note(1, "endnote")), p(PREAMBLE[1])]
    return made(
        *front(), *pre, *body, numbering=NUMBERING, endnotes=notes().replace("footnote", "endnote")
    )


def sponsor_table() -> bytes:
    """The sponsors in a table above the title."""
    cells = "".join(f"<w:tc>{p(name)}</w:tc>" for name in ("Fiji,", "Guyana", "and Togo:"))
    table = f"<w:tbl><w:tr>{cells}<w:tc>{p('draft resolution')}</w:tc></w:tr></w:tbl>"
    head = [*map(p, FRONT), table, p(TITLE), p(ENACTING)]
    body = [p(f"{LABELS[at]}\t{words}", *called(at)) for at, (level, words) in enumerate(OPERATIVE)]
    return made(*head, *preamble(), *body, footnotes=notes())


def google() -> bytes:
    """As Google Docs exports: runs cut anywhere, every one with a full set of properties."""
    look = '<w:rFonts w:ascii="Times"/><w:i w:val="{}"/><w:sz w:val="24"/><w:rtl w:val="0"/>'

    def cut(words: str, opening: int = 0) -> list[str]:
        pieces = [words[:opening], words[opening : opening + 9], words[opening + 9 :]]
        return [r(each, look.format(int(n == 0))) for n, each in enumerate(pieces) if each]

    openings = {"Recalling": 9, "Deeply concerned": 16, "Urges": 5, "Also requests": 13}
    openings |= {"Decides": 7}

    def size(words: str) -> int:
        return next((n for o, n in openings.items() if words.startswith(o)), 0)

    body = [
        p(*cut(words, size(words)), *called(at), properties=numbered(level))
        for at, (level, words) in enumerate(OPERATIVE)
    ]
    pre = [
        p(*cut(PREAMBLE[0], 9), note(1)),
        p(*cut(PREAMBLE[1], 16)),
    ]
    head = [p(*cut(words)) for words in (*FRONT, SPONSORS, TITLE)]
    head.append(p(i("The General Assembly"), r(",")))
    return made(*head, *pre, *body, numbering=NUMBERING, footnotes=notes())


def controls() -> bytes:
    """Every paragraph in a content control of its own, as templates of ministries have it."""

    def held(block: str) -> str:
        return f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{block}</w:sdtContent></w:sdt>"  # noqa: E501

    body = [
        p(words, *called(at), properties=numbered(level))
        for at, (level, words) in enumerate(OPERATIVE)
    ]
    blocks = map(held, (*front(), *preamble(), *body))
    return made(*blocks, numbering=NUMBERING, footnotes=notes())


def line_breaks() -> bytes:
    """The preamble one Word paragraph, the operative part another: lines ended by Shift+Enter."""
    turn = "<w:r><w:br/><w:br/></w:r>"
    pre = p(r(ENACTING), turn, PREAMBLE[0], note(1), turn, PREAMBLE[1])
    runs = [
        each
        for at, (level, words) in enumerate(OPERATIVE)
        for each in (r(f"{LABELS[at]} {words}"), *called(at), turn)
    ]
    head = [*map(p, FRONT), p(SPONSORS), p(TITLE)]
    return made(*head, pre, p(*runs), footnotes=notes())


def boxed() -> bytes:
    """The whole text in the one cell of a table, for its border."""
    body = [p(f"{LABELS[at]}\t{words}", *called(at)) for at, (level, words) in enumerate(OPERATIVE)]
    inner = "".join((*front(), *preamble(), *body))
    return made(f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>", footnotes=notes())


def coded() -> bytes:
    """Paragraphs called PP1 and OP1, as in informal consultations."""
    pre = [p(f"PP1 {PREAMBLE[0]}", note(1)), p(f"PP2 {PREAMBLE[1]}")]
    numbers = iter(("OP1. ", "OP2. ", "OP3. "))
    body = [
        p((next(numbers) if level == 0 else f"{LABELS[at]} ") + words, *called(at))
        for at, (level, words) in enumerate(OPERATIVE)
    ]
    return made(*front(), *pre, *body, footnotes=notes())


FILES: Sequence[Callable[[], bytes]] = (
    automatic, tabs, spaces, bold, own_lists, endnotes, sponsor_table, google, controls,
    line_breaks, boxed, coded,
)  # fmt: skip
