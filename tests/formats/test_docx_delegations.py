"""What delegations type in Word reads as an editor would read it, whatever their habits."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.errors import ReadError
from drafter.formats import docx, markdown, read_data
from drafter.formats.reading import Reading
from drafter.grammar.numbering import walk
from drafter.model import Call, Document, Inlines, Resolution, opening, plain
from tests.formats import delegation_files as files
from tests.formats.word_files import deleted, footnotes, ins, numbered, p, r, table, word_file

NAMES = [make.__name__ for make in files.FILES]
PLACES = ("PP1", "PP2", "OP1", "OP1 (a)", "OP1 (b)", "OP1 (b) (i)", "OP1 (b) (ii)", "OP2", "OP3")
OPENINGS = ("Recalling", "Deeply concerned", "Urges", "", "", "", "", "Also requests", "Decides")
WORDS = (*files.PREAMBLE, *(words for _, words in files.OPERATIVE))


def the_one(reading: Reading[Document]) -> Resolution:
    assert not reading.value.rest
    (found,) = reading.value.resolutions
    return found


def called(content: Inlines) -> list[str]:
    return [each.label for each in content if isinstance(each, Call)]


@pytest.mark.parametrize("make", files.FILES, ids=NAMES)
def test_every_habit_gives_the_same_draft(make: Callable[[], bytes]) -> None:
    draft = the_one(docx.read(make(), "draft.docx"))
    placed = list(walk(draft))
    assert tuple(each.place for each in placed) == PLACES
    assert tuple(plain(each.paragraph.content).strip() for each in placed) == WORDS
    assert tuple("" if each.level else opening(each.paragraph) for each in placed) == OPENINGS
    labels = [each for one in placed for each in called(one.paragraph.content)]
    assert labels in (["1", "2"], ["i", "ii"])
    assert [n.label for n in draft.footnotes] == labels
    assert [plain(n.content) for n in draft.footnotes] == ["A/80/912.", "Resolution 70/1."]


@pytest.mark.parametrize("make", files.FILES, ids=NAMES)
def test_every_habit_gives_the_same_masthead(make: Callable[[], bytes]) -> None:
    draft = the_one(docx.read(make(), "draft.docx"))
    head = draft.masthead
    assert plain(draft.title) == files.TITLE
    assert head.sponsors == ("Fiji", "Guyana", "Togo")
    assert (head.session, head.committee) == ("Eightieth session", "Third Committee")
    assert (head.agenda_item.number, head.agenda_item.title) == ("19 (b)", "Sustainable rivers")
    assert draft.enacting == "The General Assembly,"


def test_a_title_over_two_lines_stays_one() -> None:
    head = [*map(p, files.FRONT), p(files.SPONSORS)]
    title = p(r("Safe river crossings:"), "<w:r><w:br/></w:r>", r("first review"))
    body = [p(files.ENACTING), *files.preamble(), p("1. Urges all States to act.")]
    made = word_file(*head, title, *body, footnotes=footnotes(n1="A/80/912."))
    assert (
        plain(the_one(docx.read(made, "draft.docx")).title) == "Safe river crossings: first review"
    )


def test_remarks_in_a_column_beside_the_text_are_told_apart_from_it() -> None:
    rows = [
        ["Text", "Remarks"],
        [files.ENACTING, ""],
        [files.PREAMBLE[1], "EU: agree"],
        ["1. Urges States to act;", "US: reserve"],
        ["2. Decides to remain seized of the matter.", ""],
    ]
    found = docx.read(word_file(p(files.TITLE), table(*rows)), "matrix.docx")
    draft = the_one(found)
    assert plain(draft.title) == files.TITLE
    assert [each.place for each in walk(draft)] == ["PP1", "OP1", "OP2"]
    assert [note for note in found.notes if note.startswith("beside")] == [
        "beside the text: “Text”",
        "beside the text: “Remarks”",
        "beside the text: “EU: agree”",
        "beside the text: “US: reserve”",
    ]


def test_numbers_with_a_parenthesis_are_numbers_where_there_are_no_others() -> None:
    typed = ["1)\tUrges States to act:", "a)\tIn ports;", "b)\tAt sea;", "2)\tDecides to meet."]
    made = word_file(p(files.ENACTING), p(files.PREAMBLE[1]), *map(p, typed))
    draft = the_one(docx.read(made, "draft.docx"))
    assert [each.place for each in walk(draft)] == ["PP1", "OP1", "OP1 a)", "OP1 b)", "OP2"]


FRENCH = (
    (None, "Rappelant sa résolution 79/901 du 12 décembre 2024,"),
    (None, "Profondément préoccupée par la perte de petites embarcations dans le delta,"),
    (0, "Prie instamment les États Membres de délivrer des licences, notamment\u00a0:"),
    (1, "En formant les pilotes\u00a0;"),
    (1, "En tenant des registres\u00a0;"),
    (0, "Prie également le Secrétaire général de lui faire rapport\u00a0;"),
    (0, "Décide de rester saisie de la question."),
)


def test_a_french_draft_is_cut_at_french_openings() -> None:
    body = [p("Sécurité des traversées fluviales"), p("L’Assemblée générale,")]
    body += [p(w, properties="" if n is None else numbered(n)) for n, w in FRENCH]
    made = word_file(*body, numbering=files.NUMBERING)
    draft = the_one(docx.read(made, "projet.docx"))
    placed = list(walk(draft))
    assert [each.place for each in placed] == [
        "PP1", "PP2", "OP1", "OP1 (a)", "OP1 (b)", "OP2", "OP3",
    ]  # fmt: skip
    assert [opening(each.paragraph) for each in placed if not each.level] == [
        "Rappelant", "Profondément préoccupée", "Prie instamment", "Prie également", "Décide",
    ]  # fmt: skip


def changed() -> bytes:
    """A paragraph put in, one taken out, words changed, in the midst of automatic numbers."""
    mark = '<w:rPr><w:{} w:id="7" w:author="Norway" w:date="2025-01-01T00:00:00Z"/></w:rPr>'
    two = f"{numbered(0)}{mark.format('ins')}"
    three = f"{numbered(0)}{mark.format('del')}"
    return word_file(
        p(files.ENACTING),
        p(files.PREAMBLE[1]),
        p("Urges ", ins(r("all ")), "Member States to license ferries;", properties=numbered(0)),
        p(ins(r("Invites banks to pay;")), properties=two),
        p(deleted("Calls upon ports to close;"), properties=three),
        p("Decides to remain seized of the matter.", properties=numbered(0)),
        numbering=files.NUMBERING,
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ("accept", ["1 Urges all Member States to license ferries;", "2 Invites banks to pay;",
                    "3 Decides to remain seized of the matter."]),
        ("reject", ["1 Urges Member States to license ferries;", "2 Calls upon ports to close;",
                    "3 Decides to remain seized of the matter."]),
    ],
)  # fmt: skip
def test_numbers_follow_the_changes_that_count(changes: str, expected: list[str]) -> None:
    draft = the_one(docx.read(changed(), "draft.docx", changes=changes))  # type: ignore[arg-type]
    operative = [each for each in walk(draft) if each.part == "operative"]
    assert [f"{each.label} {plain(each.paragraph.content)}" for each in operative] == expected


def test_changes_read_as_proposals_have_their_openings_and_their_space() -> None:
    draft = the_one(docx.read(changed(), "draft.docx", changes="all"))
    assert markdown.format(draft).rpartition("delta,\n\n")[2] == (
        "1. *Urges* [Norway: all] Member States to license ferries;\n\n"
        "2. [Norway: *Invites* banks to pay;]\n\n"
        "3. [*Calls upon* ports to close;] (Norway: delete)\n\n"
        "4. *Decides* to remain seized of the matter.\n"
    )


def converted(soffice: str, source: Path, to: str) -> Path:
    profile = f"-env:UserInstallation=file://{source.parent}/profile"
    command = [soffice, profile, "--headless", "--convert-to", to, "--outdir"]
    folder = source.parent / "out"
    subprocess.run(
        [*command, str(folder), str(source)], check=True, capture_output=True, timeout=180
    )
    return folder / f"{source.stem}.{to.partition(':')[0]}"


@pytest.mark.parametrize("make", [files.automatic, files.endnotes, files.google, files.own_lists])
def test_a_file_that_libreoffice_saved_reads_the_same(
    soffice: str, tmp_path: Path, make: Callable[[], bytes]
) -> None:
    source = tmp_path / "draft.docx"
    source.write_bytes(make())
    saved = converted(soffice, source, "docx:MS Word 2007 XML")
    assert docx.read(saved.read_bytes(), "x").value == docx.read(make(), "x").value


@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
def test_files_of_other_kinds_are_told_from_word_files(
    soffice: str, tmp_path: Path, kind: str
) -> None:
    source = tmp_path / "draft.docx"
    source.write_bytes(files.tabs())
    saved = converted(soffice, source, kind)
    for name in (saved.name, "renamed.docx", "-"):
        with pytest.raises(ReadError) as said:
            read_data(saved.read_bytes(), name)
        assert said.value.hint
        assert "\n" not in str(said.value)
