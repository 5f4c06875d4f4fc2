"""What place and type tell: pages made by hand, one convention each."""

from drafter.formats import pdf
from drafter.formats.reading import Reading
from drafter.model import Call, Document, Heading, Paragraph, Resolution, Table, opening, plain
from tests.formats import pdf_files
from tests.formats.pdf_files import Ink, page

LEFT, INDENT, TAB = 123.4, 147.1, 170.9


class Page:
    """A page that is written line by line."""

    def __init__(self) -> None:
        self.inks: list[Ink] = []
        self.y = 90.0

    def line(self, words: str, x: float = LEFT, font: str = "roman", size: float = 10) -> "Page":
        self.inks.append(Ink(x, self.y, words, font, size))
        self.y += 12
        return self

    def opening(self, words: str, rest: str, number: str = "") -> "Page":
        """A paragraph's first line."""
        self.y += 6
        x = INDENT
        if number:
            self.inks.append(Ink(x, self.y, number))
            x = TAB
        self.inks.append(Ink(x, self.y, words, "italic"))
        return self.line(rest, x + 5.2 * len(words))

    def start(self) -> "Page":
        return self.line("The General Assembly,", INDENT, "italic")

    def raised(self, sign: str, x: float) -> "Page":
        self.inks.append(Ink(x, self.y - 12 - 3.5, sign, size=6.5))
        return self

    def notes(self, *lines: tuple[str, str]) -> "Page":
        """Notes under their rule, at the page's foot."""
        y = 690.0
        self.inks.append(Ink(99.6, y, "__________________", size=8))
        for sign, words in lines:
            y += 10.5
            if sign:
                self.inks.append(Ink(117, y - 3, sign, size=5.5))
            self.inks.append(Ink(LEFT, y, words, size=8.5))
        return self

    def heads(self, number: str, symbol: str = "A/C.3/80/L.909") -> "Page":
        self.inks.append(Ink(60, 58, symbol, "bold", 8.5))
        self.inks.append(Ink(60, 753, number, "bold", 8.5))
        self.inks.append(Ink(520, 753, "25-99999", size=7))
        return self


def read(*pages: Page) -> Reading[Document]:
    return pdf.read(pdf_files.pdf(*(page(*each.inks) for each in pages)), "draft.pdf")


def text(*pages: Page) -> Resolution:
    (found,) = read(*pages).value.resolutions
    return found


def words(resolution: Resolution) -> list[str]:
    items = (*resolution.preamble, *resolution.operative)
    return [plain(item.content) for item in items if not isinstance(item, Table)]


def begun() -> Page:
    return Page().start().opening("Recalling", "its resolution 79/901 of 12 December 2024,")


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    first = begun().opening("Noting", "the report of the Secretary-General on the ferries of")
    second = Page().heads("2/2").line("Delta and the piers there,")
    second.opening("Urges", "all States to keep them.")
    assert words(text(first, second)) == [
        "Recalling its resolution 79/901 of 12 December 2024,",
        "Noting the report of the Secretary-General on the ferries of Delta and the piers there,",
        "Urges all States to keep them.",
    ]


def test_heads_and_feet_are_furniture() -> None:
    second = Page().heads("2/2").opening("Urges", "all States to keep their ferries.")
    found = read(begun(), second)
    assert " ".join(found.furniture).split() == ["A/C.3/80/L.909", "2/2", "25-99999"]


def test_raised_figures_are_calls_and_small_lines_under_the_rule_are_notes() -> None:
    first = begun().raised("1", 355).opening("Urges", "all States to keep their ferries.")
    first.notes(("1", "A/80/912, annex, and the further"), ("", "documents named in it."))
    found = text(first)
    assert found.preamble[0] == Paragraph((*found.preamble[0].content[:-1], Call("1")))  # type: ignore[union-attr]
    assert [(n.label, plain(n.content)) for n in found.footnotes] == [
        ("1", "A/80/912, annex, and the further documents named in it.")
    ]


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    first = begun().raised("1", 355).notes(("1", "See the report of the Secretary-General on the"))
    second = Page().heads("2/2").opening("Urges", "all States to keep their ferries.")
    second.raised("2", 320).notes(("", "piers of the delta."), ("2", "A/80/913."))
    assert [(n.label, plain(n.content)) for n in text(first, second).footnotes] == [
        ("1", "See the report of the Secretary-General on the piers of the delta."),
        ("2", "A/80/913."),
    ]


def test_a_raised_figure_without_a_note_is_text() -> None:
    first = begun().opening("Urges", "all States to keep a pier of 9 m").raised("2", 306)
    assert words(text(first))[-1].replace(" ", "").endswith("9m2")


def test_italics_say_what_the_opening_is() -> None:
    first = begun().opening("Stresses and recalls", "the need for ferries;", "1.")
    first.opening("Requests", "the Secretary-General to report.", "2.")
    items = [item for item in text(first).operative if isinstance(item, Paragraph)]
    assert [opening(item) for item in items] == ["Stresses and recalls", "Requests"]


def test_a_table_stands_where_its_columns_stand() -> None:
    first = begun().opening("Decides", "on these ferries:", "1.")
    for cells in (("Port", "Ferries", "Cost"), ("Alpha", "12", "1,000"), ("Beta", "9", "2,000")):
        for x, cell in zip((130, 250, 370), cells, strict=True):
            first.inks.append(Ink(x, first.y + 6, cell))
        first.y += 14
    first.opening("Requests", "the Secretary-General to report.", "2.")
    _, table, last = text(first).operative
    assert isinstance(table, Table)
    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["Port", "Ferries", "Cost"], ["Alpha", "12", "1,000"], ["Beta", "9", "2,000"],
    ]  # fmt: skip
    assert isinstance(last, Paragraph)


def test_bold_lines_are_headings_of_what_follows() -> None:
    first = begun()
    first.y += 12
    first.line("Ports", LEFT, "bold", 12)
    first.opening("Urges", "all States to keep their ferries;", "1.")
    first.opening("Requests", "the Secretary-General to report.", "2.")
    heading, *_ = text(first).operative
    assert isinstance(heading, Heading)
    assert plain(heading.content) == "Ports"


def test_a_word_parted_at_a_line_end_is_rejoined_where_it_stands_whole_elsewhere() -> None:
    first = begun().opening("Noting", "the determination of States to keep the self-")
    first.line("same ferries, and their deter-").line("mination to keep low-")
    first.line("and high-water piers,").opening("Urges", "all States to do so.")
    found = read(first)
    said = words(found.value.resolutions[0])[1]
    assert said == (
        "Noting the determination of States to keep the self-same ferries, and their"
        " determination to keep low- and high-water piers,"
    )
    rejoined = [note for note in found.notes if "rejoined" in note]
    assert rejoined == ["page 1: a word parted at a line's end was rejoined: determination"]


def test_paragraphs_that_nothing_sets_off_begin_with_their_openings_and_numbers() -> None:
    first = Page().line("The General Assembly,", LEFT, "italic")
    for words_of_opening, rest in (("Recalling", "its resolution 79/901,"), ("Noting", "that")):
        first.inks.append(Ink(LEFT, first.y, words_of_opening, "italic"))
        first.line(rest, LEFT + 46)
    first.line("ferries sink,")
    for number, rest in (("1.", "Urges all States to keep them;"), ("2.", "Requests a report.")):
        first.inks.append(Ink(LEFT, first.y, number))
        first.line(rest, LEFT + 36)
    assert words(text(first)) == [
        "Recalling its resolution 79/901,",
        "Noting that ferries sink,",
        "Urges all States to keep them;",
        "Requests a report.",
    ]


def test_a_sign_far_to_the_left_belongs_to_its_note() -> None:
    first = begun().raised("11", 355).opening("Urges", "all States to keep their ferries.")
    first.inks += [Ink(57, 706.5, "11", size=5), Ink(170, 710, "See resolution 79/901.", size=8.5)]
    assert [(n.label, plain(n.content)) for n in text(first).footnotes] == [
        ("11", "See resolution 79/901.")
    ]


def test_decisions_of_a_treaty_body_are_told_apart_by_their_names() -> None:
    pages = []
    for name in ("Decision 7/CMA.3", "Decision 8/CMA.3"):
        one = Page().line(name, 90, "bold", 14)
        one.y += 12
        one.line("Ferries of the delta and matters relating to paragraph 69 of", 90, "bold", 14)
        one.line("decision 1/CP.21", 113, "bold", 14)
        one.y += 12
        one.line("The Conference of the Parties serving as the meeting of the", INDENT, "italic")
        one.line("Parties to the Paris Agreement,", LEFT, "italic")
        one.opening("Recalling", "the Paris Agreement,")
        one.opening("Decides", "to keep the ferries.", "1.")
        pages.append(one)
    found = read(*pages).value.resolutions
    assert [each.masthead.number for each in found] == ["7/CMA.3", "8/CMA.3"]
    assert {each.masthead.kind for each in found} == {"decision"}
    assert {plain(each.title) for each in found} == {
        "Ferries of the delta and matters relating to paragraph 69 of decision 1/CP.21"
    }


def test_points_set_in_with_all_their_lines_go_on_over_the_page() -> None:
    first = begun().opening("Urges", "all States that keep").line("ferries:")
    first.line("(a) To keep their ferries in the harbours of the delta, as the report of", INDENT)
    first.line("the Secretary-General and the decisions of the", INDENT)
    second = Page().heads("2/2").line("Assembly on piers recommend;", INDENT)
    second.y += 6
    second.line("(b) To report.", INDENT)
    paragraph = text(first, second).operative[0]
    assert isinstance(paragraph, Paragraph)
    assert [plain(child.content)[-19:] for child in paragraph.children] == [
        "on piers recommend;",
        "To report.",
    ]


def test_an_organ_whose_name_stands_on_two_lines_beside_the_facts_is_one_name() -> None:
    made = Page()
    made.line("United Nations", size=14)
    made.inks.append(Ink(450, made.y - 12, "E/2025/L.99", size=14))
    made.y += 30
    made.line("Economic and Social", font="bold", size=17)
    made.inks.append(Ink(450, made.y - 12, "Distr.: Limited"))
    made.inks.append(Ink(450, made.y, "4 November 2025"))
    made.y += 6
    made.line("Council", font="bold", size=17)
    made.inks.append(Ink(450, made.y, "Original: English"))
    made.y += 40
    made.line("2025 session").line("Agenda item 9").line("Sustainable rivers", size=10.5)
    made.y += 20
    made.line("Safe river crossings", font="bold", size=14)
    made.y += 20
    made.line("The Economic and Social Council,", INDENT, "italic")
    made.opening("Recalling", "its resolution 2024/99,").opening("Urges", "States to act.", "1.")
    head = text(made.opening("Decides", "to remain seized of the matter.", "2.")).masthead
    assert (head.organ, head.symbol) == ("Economic and Social Council", "E/2025/L.99")
    assert (head.agenda_item.title, head.language) == ("Sustainable rivers", "Original: English")
