from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from drafter.editing.rows import lines
from drafter.model import Bracket, Call, Masthead, Paragraph, Resolution, Text, normal, text
from drafter.tui.page import pieces_of, printed
from drafter.tui.wrap import breaks, shorten, wrap

WORDS = st.text(alphabet="ab é漢字 “”–", max_size=80)


@given(WORDS, st.integers(2, 30))
def test_lines_fit_and_lose_nothing_but_the_space_at_a_break(words: str, width: int) -> None:
    cut = [words[start:end] for start, end in breaks(words, width)]
    assert all(cell_len(line) <= width for line in cut)
    assert "".join(cut).replace(" ", "") == words.replace(" ", "")


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", "italic"]))), st.integers(2, 30))
def test_styles_survive_wrapping(pieces: list[tuple[str, str]], width: int) -> None:
    def styled(several: object) -> str:
        return "".join(t.replace(" ", "") for t, s in several if s)  # type: ignore[attr-defined]

    assert "".join(styled(line) for line in wrap(pieces, width)) == styled(pieces)


@given(WORDS, st.integers(1, 20))
def test_a_shortened_text_fits(words: str, width: int) -> None:
    assert cell_len(shorten(words, width)) <= width


def test_a_paragraph_prints_with_its_number_and_raised_note() -> None:
    content = normal((Text("Urges", italic=True), Text(" all,"), Call("12")))
    draft = Resolution(operative=(Paragraph(content), Paragraph(text("Ends."))))
    line = lines(draft)[3]
    (first,) = printed(line, Masthead(), 60).lines
    assert "".join(words for words, _ in first) == "  1. Urges all,¹²"
    assert ("Urges", "italic") in first


def test_a_bracket_names_who_wants_it() -> None:
    bracket = Bracket(text("all"), by="EU", positions=("G77",))
    shown = pieces_of((bracket,))
    assert "".join(words for words, _ in shown) == "[EU: all] (G77)"


def test_subparagraphs_hang_under_their_letters() -> None:
    child = Paragraph(text("Funding schools in every village of the delta;"))
    draft = Resolution(operative=(Paragraph(text("Urges:"), (child,)), Paragraph(text("Ends."))))
    laid = printed(lines(draft)[4], Masthead(), 30)
    shown = ["".join(words for words, _ in line) for line in laid.lines]
    assert shown[0].startswith("     (a) Funding")
    assert all(line.startswith(" " * 9) for line in shown[1:])


def test_a_title_in_a_second_language_stands_right_under_the_first() -> None:
    head = Masthead(second_title="Traversées sûres")
    draft = Resolution(head, title=text("Safe crossings"))
    title = next(line for line in lines(draft) if line.row.kind == "title")
    said = ["".join(words for words, _ in line).strip() for line in printed(title, head, 60).lines]
    assert said == ["Safe crossings", "Traversées sûres"]
