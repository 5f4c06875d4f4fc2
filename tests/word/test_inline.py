"""A paragraph read as pieces: words, objects, fields, and nothing lost."""

from lxml import etree

from drafter.spans import OBJECT
from drafter.word.inline import Content, content
from tests.word.specimens import R, W, note, p, raw, run


def read(*inner: str) -> Content:
    return content(
        etree.fromstring(p(*inner).replace("<w:p>", f'<w:p xmlns:w="{W}" xmlns:r="{R}">', 1))
    )


def field(instruction: str, *shown: str) -> str:
    return (
        raw('<w:fldChar w:fldCharType="begin"/>')
        + raw(f"<w:instrText>{instruction}</w:instrText>")
        + raw('<w:fldChar w:fldCharType="separate"/>')
        + "".join(shown)
        + raw('<w:fldChar w:fldCharType="end"/>')
    )


def test_words_tabs_and_breaks_are_text() -> None:
    assert read("1.", raw("<w:tab/>"), "Urges", raw("<w:br/>")).text == "1.\tUrges\u2028"


def test_space_at_an_end_counts_only_where_it_is_preserved() -> None:
    assert read("<w:r><w:t> Urges </w:t></w:r>").text == "Urges"
    assert read(run(" Urges ")).text == " Urges "


def test_a_call_is_one_object_with_an_identity() -> None:
    found = read("on safety", note(4), ",")
    assert found.text == f"on safety{OBJECT},"
    assert found.objects() == ("footnote",)


def test_the_words_of_a_field_are_words_and_change_together() -> None:
    found = read("see ", field("REF a", run("annex I")), ".")
    assert found.text == "see annex I."
    assert found.fields() == {1: (4, 11)}


def test_a_page_number_is_an_object_whatever_it_shows() -> None:
    one, other = read(field(" PAGE ", run("3"))), read(field(" PAGE ", run("17")))
    assert one.text == other.text == OBJECT
    assert one.objects() == other.objects() == ("field:PAGE",)


def test_a_field_that_ends_elsewhere_leaves_an_object_for_each_loose_part() -> None:
    begun = read(raw('<w:fldChar w:fldCharType="begin"/>'), raw("<w:instrText>TOC</w:instrText>"))
    assert begun.objects() == ("field begin: TOC",)
    assert read("end", raw('<w:fldChar w:fldCharType="end"/>')).text == f"end{OBJECT}"


def test_what_shows_nothing_has_a_place_and_no_width() -> None:
    found = read("a", '<w:bookmarkStart w:id="1" w:name="x"/>', "b")
    assert found.text == "ab"
    assert len(found.pieces) == 3
