"""Automatic numbers as Word shows them, from lists built by hand."""

import pytest

from drafter.word.numbering import Numbering, spelt
from drafter.word.package import Package
from drafter.word.styles import Styles
from drafter.word.xml import W_NS, w

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def level(index: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(key: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{more}{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def restart(index: int, at: int) -> str:
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{at}"/></w:lvlOverride>'


def p(list_id: int | None = None, index: int = 0, style: str = "") -> str:
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbered = ""
    if list_id is not None:
        numbered = f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{styled}{numbered}</w:pPr></w:p>"


def package(body: str, lists: str, styles: str = "") -> Package:
    space = f'xmlns:w="{W_NS}"'
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{RELATIONS}/{name}" Target="{name}.xml"/>'
        for name in ("numbering", "styles")
    )
    top = f'<Relationship Id="r" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
    head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    parts = {
        "_rels/.rels": f"{head}{top}</Relationships>",
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"{head}{relations}</Relationships>",
        "word/numbering.xml": f"<w:numbering {space}>{lists}</w:numbering>",
        "word/styles.xml": f"<w:styles {space}>{styles}</w:styles>",
    }
    return Package({name: text.encode() for name, text in parts.items()})


def shown(body: str, lists: str, styles: str = "") -> list[str]:
    made = package(body, lists, styles)
    numbering = Numbering.of(made, Styles.of(made))
    found = [numbering.next(each) for each in made.part("word/document.xml").iter(w("p"))]
    return [number.text if number else "-" for number in found]


RESOLUTION = abstract(
    0,
    level(0, "decimal", "%1."),
    level(1, "lowerLetter", "(%2)"),
    level(2, "lowerRoman", "(%3)"),
) + num(1, 0)


def test_levels_count_and_start_anew_under_the_next_paragraph() -> None:
    body = p(1) + p(1, 1) + p(1, 1) + p(1, 2) + p() + p(1, 1) + p(1) + p(1, 1)
    assert shown(body, RESOLUTION) == ["1.", "(a)", "(b)", "(i)", "-", "(c)", "2.", "(a)"]


def test_lists_of_one_definition_count_on_and_an_override_starts_anew_once() -> None:
    lists = RESOLUTION + num(2, 0) + num(3, 0, restart(0, 5))
    body = p(1) + p(2) + p(3) + p(3) + p(1)
    assert shown(body, lists) == ["1.", "2.", "5.", "6.", "7."]


def test_a_number_through_a_style_and_taken_away_again() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Op"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Op"/>'
        "</w:style>"
    )
    lists = abstract(
        0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)", '<w:pStyle w:val="Sub"/>')
    ) + num(1, 0)
    body = p(style="Op") + p(style="Sub") + p(0, style="Op") + p(style="Op")
    assert shown(body, lists, styles) == ["1.", "(a)", "-", "2."]


def test_a_style_that_names_only_its_level_is_in_the_list_of_the_style_it_is_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Op"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Op"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p(style="Op") + p(style="Sub") + p(style="Sub") + p(style="Op")
    assert shown(body, RESOLUTION, styles) == ["1.", "(a)", "(b)", "2."]


def test_a_definition_borrowed_through_a_numbering_style() -> None:
    lists = (
        abstract(0, more='<w:numStyleLink w:val="UN"/>')
        + abstract(1, level(0, "upperRoman", "%1"), more='<w:styleLink w:val="UN"/>')
        + num(1, 0)
    )
    assert shown(p(1) + p(1), lists) == ["I", "II"]


def test_a_level_that_never_starts_anew() -> None:
    lists = abstract(
        0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    ) + num(1, 0)
    body = p(1) + p(1, 1) + p(1) + p(1, 1)
    assert shown(body, lists) == ["I.", "1.", "II.", "2."]


def test_nested_numbers_in_one_label_are_arabic_where_the_level_is_legal() -> None:
    lists = abstract(
        0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    ) + num(1, 0)
    assert shown(p(1) + p(1) + p(1, 1), lists) == ["I.", "II.", "2.1"]


def test_a_level_that_was_skipped_counts_as_begun() -> None:
    lists = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")) + num(1, 0)
    assert shown(p(1, 1) + p(1, 1) + p(1), lists) == ["1.1.", "1.2.", "2."]


def test_lists_that_are_not_there_or_make_no_sense_number_nothing() -> None:
    assert shown(p(9) + p(1, 8), RESOLUTION) == ["-", "-"]
    odd = '<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    assert shown(odd, RESOLUTION) == ["1."]


@pytest.mark.parametrize(
    ("count", "form", "text"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (28, "lowerLetter", "bb"),
        (4, "upperLetter", "D"),
        (1994, "lowerRoman", "mcmxciv"),
        (49, "upperRoman", "XLIX"),
        (12, "ordinal", "12th"),
        (23, "ordinal", "23rd"),
        (7, "ideographDigital", "7"),
        (0, "lowerRoman", "0"),
        (2, "bullet", ""),
    ],
)
def test_a_count_is_spelt_in_its_format(count: int, form: str, text: str) -> None:
    assert spelt(count, form) == text
