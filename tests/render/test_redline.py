"""The redline, specimen by specimen: what is marked, and that both readings come out."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from drafter.errors import DrafterBug
from drafter.render.redline import redline, redline_draft
from drafter.render.redline import write as write_module
from drafter.render.redline.check import faults, lines
from drafter.word.package import Package
from drafter.word.revisions import REVISIONS, accept_all, authors, reject_all
from drafter.word.story import headers, sections
from drafter.word.xml import W_NS, local, w
from tests.render.redline_scripts import pair
from tests.word.specimens import dele, docx, ins, note, p, raw, row, run, table

DATE = datetime(2025, 11, 4, 10, tzinfo=UTC)
TAB = raw("<w:tab/>")


def made(old: bytes, new: bytes, **options: object) -> Package:
    return Package.open(redline(old, new, author="Fiji", date=DATE, **options))  # type: ignore[arg-type]


def marked(package: Package, part: str = "word/document.xml") -> list[tuple[str, str]]:
    """The words that are marked, and how."""
    found = []
    for element in package.part(part).iter(w("ins"), w("del"), w("moveFrom"), w("moveTo")):
        if text := "".join(map(str, element.itertext())):
            found.append((local(element), text))
    return found


def marks(package: Package) -> list[str]:
    """How the paragraphs' own marks are marked, in order."""
    names = []
    for paragraph in package.part("word/document.xml").iter(w("p")):
        held = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        names.append(
            "".join(local(c) for c in held if c.tag in REVISIONS) if held is not None else ""
        )
    return names


def test_only_the_changed_words_are_marked() -> None:
    package = made(
        docx(p("Urges Member States to license ferries;")),
        docx(p("Urges all States to license ferries;")),
    )
    assert marked(package) == [("del", "Member"), ("ins", "all")]


def test_runs_keep_their_formatting_where_they_are_cut() -> None:
    package = made(
        docx(p(run("Urges", "i"), " States to act")),
        docx(p(run("Urges", "i"), " States soon to act")),
    )
    italic = [e.getparent().getparent() for e in package.part(package.main).iter(w("i"))]
    assert ["".join(map(str, r.itertext())) for r in italic] == ["Urges"]


def test_new_words_bring_their_own_formatting() -> None:
    package = made(docx(p("Urges States")), docx(p("Urges ", run("all", "b"), " States")))
    inserted = next(package.part(package.main).iter(w("ins")))
    assert [local(e) for e in inserted.iter(w("b"))] == ["b"]


def test_a_change_of_formatting_alone_is_a_tracked_change() -> None:
    package = made(docx(p("Urges States")), docx(p(run("Urges", "i"), " States")))
    changes = list(package.part(package.main).iter(w("rPrChange")))
    assert len(changes) == 1
    assert marked(package) == []


def test_a_new_paragraph_has_its_mark_inserted() -> None:
    package = made(docx(p("one"), p("three")), docx(p("one"), p("something else"), p("three")))
    assert marks(package) == ["", "ins", ""]
    assert marked(package) == [("ins", "something else")]


@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_paragraph_is_deleted_wherever_it_stands(which: int) -> None:
    texts = ["one sailor", "two barges", "three bridges"]
    rest = [t for k, t in enumerate(texts) if k != which]
    package = made(docx(*map(p, texts)), docx(*map(p, rest)))
    assert marked(package) == [("del", texts[which])]


def test_at_the_end_the_last_mark_stays() -> None:
    package = made(docx(p("one"), p("two"), p("three")), docx(p("one")))
    assert marks(package) == ["del", "del", ""]
    package = made(docx(p("one")), docx(p("one"), p("two"), p("three")))
    assert marks(package) == ["ins", "ins", ""]


def test_a_split_is_one_inserted_mark() -> None:
    long = "Requests the Secretary-General to report yearly and to publish the report,"
    tail = " and invites Member States to comment on it before the session begins."
    package = made(docx(p(long + tail), p("z")), docx(p(long), p(tail.strip()), p("z")))
    assert marks(package) == ["ins", "", ""]
    assert "".join(text for _, text in marked(package)).strip() == ""


def test_a_merger_is_one_deleted_mark() -> None:
    long = "Requests the Secretary-General to report yearly and to publish the report,"
    tail = "and invites Member States to comment on it before the session begins."
    package = made(docx(p(long), p(tail), p("z")), docx(p(f"{long} {tail}"), p("z")))
    assert marks(package) == ["del", "", ""]
    assert marked(package) == [("ins", " ")]


WORDY = [
    "Urges Member States to license every ferry that crosses an international river;",
    "Encourages donors to support the training of crews in the least developed countries;",
    "Invites the regional commissions to publish a common manual on the safety of bridges;",
    "Requests the Secretary-General to report on the present resolution at its next session;",
]


def test_a_move_is_paired_and_edits_inside_it_are_marked() -> None:
    new = [WORDY[1], WORDY[2], WORDY[3], WORDY[0].replace("every ferry", "every ferry and barge")]
    package = made(docx(*map(p, WORDY)), docx(*map(p, new)))
    root = package.part(package.main)
    starts = [e.get(w("name")) for e in root.iter(w("moveFromRangeStart"), w("moveToRangeStart"))]
    assert len(starts) == 2
    assert len(set(starts)) == 1
    assert ("ins", "and barge ") in marked(package) or ("ins", " and barge") in marked(package)


def test_without_moves_it_is_out_here_and_in_there() -> None:
    new = [*WORDY[1:], WORDY[0]]
    package = made(docx(*map(p, WORDY)), docx(*map(p, new)), moves=False)
    assert {how for how, _ in marked(package)} == {"del", "ins"}


def test_a_changed_number_is_signed_apart() -> None:
    old = docx(p("1.", TAB, WORDY[0]), p("2.", TAB, WORDY[1]))
    new = docx(p("1.", TAB, WORDY[2]), p("2.", TAB, WORDY[0]), p("3.", TAB, WORDY[1]))
    package = made(old, new)
    signed = {
        ("".join(map(str, e.itertext())), e.get(w("author")))
        for e in package.part(package.main).iter(w("ins"), w("del"))
    }
    assert {("1", "Renumbering"), ("2", "Renumbering"), ("3", "Renumbering")} <= signed
    assert all(by == "Fiji" for text, by in signed if len(text) > 2)
    tracked = made(old, new, renumbering="tracked")
    authors = {e.get(w("author")) for e in tracked.part(tracked.main).iter(w("ins"), w("del"))}
    assert authors == {"Fiji"}


def test_a_new_note_is_inserted_and_numbered_in_the_order_of_the_calls() -> None:
    old = docx(p("one"), p("two", note(1)), footnotes={1: "A/80/912."})
    new = docx(p("one", note(1)), p("two", note(2)), footnotes={1: "A/80/913.", 2: "A/80/912."})
    package = made(old, new)
    calls = [e.get(w("id")) for e in package.part(package.main).iter(w("footnoteReference"))]
    assert calls == ["1", "2"]
    assert marked(package, "word/footnotes.xml") == [("ins", " A/80/913.")]


def test_a_deleted_note_keeps_its_text_marked_as_deleted() -> None:
    old = docx(p("one", note(1)), p("two", note(2)), footnotes={1: "A/80/913.", 2: "A/80/912."})
    package = made(old, docx(p("one"), p("two", note(1)), footnotes={1: "A/80/912."}))
    assert marked(package, "word/footnotes.xml") == [("del", " A/80/913.")]


def test_an_edited_note_is_edited_in_place_and_its_sign_is_never_marked() -> None:
    package = made(
        docx(p("one", note(1)), footnotes={1: "See A/80/912."}),
        docx(p("one", note(1)), footnotes={1: "See also A/80/912."}),
    )
    assert marked(package) == []
    assert [how for how, _ in marked(package, "word/footnotes.xml")] == ["ins"]
    for sign in package.part("word/footnotes.xml").iter(w("footnoteRef")):
        assert not any(a.tag in REVISIONS for a in sign.iterancestors())


def test_notes_come_along_to_a_file_that_has_none() -> None:
    package = made(docx(p("one")), docx(p("one", note(1)), footnotes={1: "A/80/912."}))
    assert package.related(package.main, "footnotes")


def test_rows_and_cells() -> None:
    old = docx(table(row("Year", "Cost"), row("2024", "10")), p("z"))
    new = docx(table(row("Year", "Cost"), row("2024", "12"), row("2025", "15")), p("z"))
    package = made(old, new)
    assert [how for how, _ in marked(package)] == ["del", "ins", "ins", "ins"]
    rows = [
        tr.find(f"{w('trPr')}/{w('ins')}") is not None
        for tr in package.part(package.main).iter(w("tr"))
    ]
    assert rows == [False, False, True]


def test_a_whole_table_goes_and_comes() -> None:
    grid = table(row("Year", "Cost"), row("2024", "10"))
    for old, new in (
        ((p("a"), p("z")), (p("a"), grid, p("z"))),
        ((p("a"), grid, p("z")), (p("a"), p("z"))),
    ):
        assert (
            len(list(made(docx(*old), docx(*new)).part("word/document.xml").iter(w("trPr")))) == 2
        )


def test_a_header_changes_in_place() -> None:
    package = made(
        docx(p("x"), header="A/C.3/80/L.909"), docx(p("x"), header="A/C.3/80/L.909/Rev.1")
    )
    assert marked(package, "word/header1.xml") == [
        ("del", "A/C.3/80/L.909"),
        ("ins", "A/C.3/80/L.909/Rev.1"),
    ]
    assert marked(package) == []


def test_a_field_is_changed_whole_or_not_at_all() -> None:
    def field(instruction: str, shown: str) -> str:
        inner = '<w:fldChar w:fldCharType="{}"/>'
        return (
            raw(inner.format("begin"))
            + raw(f"<w:instrText>{instruction}</w:instrText>")
            + raw(inner.format("separate"))
            + run(shown)
            + raw(inner.format("end"))
        )

    package = made(
        docx(p("see ", field("REF a", "annex I"), ".")),
        docx(p("see ", field("REF b", "annex I"), ".")),
    )
    for element in package.part(package.main).iter(w("ins"), w("del")):
        kinds = [e.get(f"{{{W_NS}}}fldCharType") for e in element.iter(w("fldChar"))]
        assert kinds == ["begin", "separate", "end"]


def test_words_inside_a_link_are_changed_inside_it() -> None:
    def link(text: str) -> str:
        return f'<w:hyperlink r:id="rIdA">{run(text)}</w:hyperlink>'

    links = {"rIdA": "https://example.org/"}
    package = made(
        docx(p("see ", link("the old page"), "."), links=links),
        docx(p("see ", link("the new page"), "."), links=links),
    )
    assert len(list(package.part(package.main).iter(w("hyperlink")))) == 1


def test_untouched_parts_are_byte_for_byte_the_same() -> None:
    old = docx(p("one"), header="A/80/L.909", parts={"word/media/seal.png": b"\x89PNG"})
    before, after = Package.open(old), made(old, docx(p("two"), header="A/80/L.909"))
    changed = {name for name in before.names if before.data(name) != after.data(name)}
    assert changed == {"word/document.xml"}


def test_the_same_input_gives_the_same_bytes() -> None:
    old, new = docx(*map(p, WORDY)), docx(*map(p, WORDY[::-1]))
    once, again = (redline(old, new, author="Fiji", date=DATE) for _ in range(2))
    assert once == again


def test_ids_are_unique_and_every_change_is_signed_and_dated() -> None:
    package = made(docx(*map(p, WORDY)), docx(*map(p, WORDY[::-1])))
    found = [
        e for e in package.part(package.main).iter(*REVISIONS) if not local(e).endswith("RangeEnd")
    ]
    ids = [e.get(w("id")) for e in found]
    assert len(ids) == len(set(ids))
    assert {(e.get(w("author")), e.get(w("date"))) for e in found} == {
        ("Fiji", "2025-11-04T10:00:00Z")
    }


def test_changes_in_the_new_file_are_read_as_accepted() -> None:
    new = docx(p("Urges ", ins(run("all ")), dele(run("most ", tag="delText")), "States"))
    assert marked(made(docx(p("Urges States")), new)) == [("ins", "all ")]


def test_two_equal_files_have_no_change() -> None:
    data = docx(*map(p, WORDY), table(row("a", "b")), p("z", note(1)), footnotes={1: "x"})
    package = made(data, data)
    assert next(package.part(package.main).iter(*REVISIONS), None) is None


def test_a_redline_that_fails_its_check_is_never_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_module, "faults", lambda *_, **__: "a word is lost")
    with pytest.raises(DrafterBug, match="a word is lost"):
        redline(docx(p("one")), docx(p("two")), author="Fiji", date=DATE)


def test_the_check_sees_a_lost_word_a_lost_mark_and_a_repeated_id() -> None:
    old, new = (Package.open(docx(*map(p, texts))) for texts in (("one", "two"), ("one", "three")))
    good = Package.open(redline(old.save(), new.save(), author="Fiji", date=DATE))
    assert faults(good, old, new) == ""
    for damage in ("word", "mark", "id"):
        bad = Package.open(good.save())
        root = bad.edit(bad.main)
        revisions = list(root.iter(w("ins"), w("del")))
        if damage == "word":
            revisions[0].getparent().remove(revisions[0])
        elif damage == "mark":
            first, second = list(root.iter(w("p")))[:2]
            first.extend([e for e in second if e.tag != w("pPr")])
            second.getparent().remove(second)
        else:
            for revision in revisions:
                revision.set(w("id"), "1")
        assert faults(bad, old, new), damage


def test_both_readings_of_every_neighbouring_pair_of_specimens() -> None:
    grid, other = (
        table(row("a", "b"), row("c", "d")),
        table(row("a", "x"), row("n", "m"), row("c", "d")),
    )
    bodies = [
        (p("one"),),
        (p("one"), grid, p("z")),
        (grid, p("z")),
        (p("one"), other, p("two"), grid, p("z")),
        (p("two"), p("z"), other, p("")),
        (p(""), p(""), p("one")),
        (p("one", raw("<w:br/>"), "two"), p(TAB, "three")),
    ]
    for old, new in [*pairwise(bodies), *pairwise(bodies[::-1]), (bodies[0], bodies[-2])]:
        package = made(docx(*old), docx(*new))
        assert lines(accept_all(package)) == lines(Package.open(docx(*new)))
        assert lines(reject_all(package)) == lines(Package.open(docx(*old)))


def test_a_draft_is_marked_on_the_official_file() -> None:
    from drafter.formats import docx as word_format

    old = docx(
        p(run("Safe river crossings", "b")),
        p(run("The General Assembly", "i"), ","),
        *(p(f"{k}.", TAB, t) for k, t in enumerate(WORDY, 1)),
    )
    revised = docx(
        p(run("Safe river crossings", "b")),
        p(run("The General Assembly", "i"), ","),
        *(p(f"{k}.", TAB, t.replace("every", "each")) for k, t in enumerate(WORDY, 1)),
    )
    draft = word_format.read(revised, "revised").value
    package = Package.open(redline_draft(old, draft, author="Fiji", date=DATE))
    assert [text for _, text in marked(package) if text.strip()] == ["every", "each"]
    assert next(package.part(package.main).iter(w("pPrChange"), w("rPrChange")), None) is None


def section(width: int) -> str:
    return f'<w:sectPr><w:pgSz w:w="{width}" w:h="15840"/></w:sectPr>'


def test_a_section_break_that_the_new_file_has_comes_with_its_paragraph() -> None:
    old = docx(p("one"), p("two"), p("three"))
    new = docx(p("one"), p("two", properties=section(15840)), p("three"))
    package = made(old, new)
    assert len(sections(accept_all(package))) == 2
    assert len(sections(reject_all(package))) == 1
    assert marked(package) == [("ins", "two"), ("del", "two")] or marked(package) == [
        ("del", "two"),
        ("ins", "two"),
    ]


def test_a_section_break_that_went_goes_with_its_paragraph() -> None:
    old = docx(p("one"), p("two", properties=section(15840)), p("three"))
    package = made(old, docx(p("one"), p("two"), p("three")))
    assert len(sections(accept_all(package))) == 1
    assert len(sections(reject_all(package))) == 2


def test_empty_paragraphs_that_hold_section_breaks_find_each_other() -> None:
    old = docx(p(""), p("one"), p("", properties=section(1)), p("two"), p(""), p("three"))
    new = docx(p("one"), p(""), p("", properties=section(1)), p("two"), p("three"))
    package = made(old, new)
    held = next(package.part(package.main).iter(w("sectPr"))).getparent()
    assert held is not None
    assert held.find(w("rPr")) is None


def test_a_header_of_a_section_that_came_comes_with_it() -> None:
    place = '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader"/></w:sectPr>'
    old = docx(p("one"), p("two"))
    new = docx(p("one"), p("new", properties=place), p("two"), header="A/80/L.909")
    package = made(old, new)
    assert [h.section for h in headers(accept_all(package))] == [0]


def test_rows_are_told_apart_by_what_they_say() -> None:
    old = docx(table(row("ferries", "12"), row("bridges", "7")), p("end"))
    new = docx(table(row("tunnels", "1"), row("ferries", "12"), row("bridges", "8")), p("end"))
    assert marked(made(old, new)) == [
        ("ins", "tunnels"),
        ("ins", "1"),
        ("del", "7"),
        ("ins", "8"),
    ]


def looks(package: Package) -> list[tuple[str, str]]:
    """The words that are bold or struck through."""
    found = []
    for run_ in package.part(package.main).iter(w("r")):
        shown = [local(e) for e in run_.iter(w("b"), w("strike"))]
        if shown:
            found.append((" ".join(shown), "".join(map(str, run_.itertext()))))
    return found


def test_the_marked_style_is_bold_and_struck_and_tracks_nothing() -> None:
    package = made(
        docx(p("Urges Member States to act;"), p("Calls upon States to report.")),
        docx(p("Urges all States to act;"), p("New words;"), p("Calls upon States to report.")),
        style="marked",
    )
    assert looks(package) == [("strike", "Member"), ("b", "all"), ("b", "New words;")]
    assert not authors(package)
    assert not list(package.part(package.main).iter(*REVISIONS))


def test_the_marked_style_shows_a_move_struck_here_and_bold_there() -> None:
    package = made(docx(*map(p, WORDY)), docx(*map(p, [*WORDY[1:], WORDY[0]])), style="marked")
    assert looks(package) == [("strike", WORDY[0]), ("b", WORDY[0])]
    assert not list(package.part(package.main).iter(*REVISIONS))


def test_the_marked_style_leaves_the_changes_of_others_tracked() -> None:
    old = docx(p("Urges ", ins(run("all ")), "States to act"))
    package = made(old, docx(p("Urges all States to act soon")), style="marked")
    assert authors(package) == {"Norway": 1}
    assert looks(package) == [("b", " soon")]


def said(package: Package, without: str = "") -> str:
    """The words of the body in order, those that look `without` left out."""
    return "".join(
        t.text or ""
        for t in package.part(package.main).iter(w("t"))
        if not without or t.getparent().find(f"{w('rPr')}/{w(without)}") is None  # type: ignore[union-attr]
    )


def test_the_marked_style_without_struck_words_is_new_and_without_bold_ones_old() -> None:
    for seed in range(12):
        old, new = pair(seed)
        package = made(old, new, style="marked")
        assert said(package, without="strike") == said(Package.open(new))
        assert said(package, without="b") == said(Package.open(old))


def test_without_moves_a_move_is_out_here_and_in_there() -> None:
    package = made(docx(*map(p, WORDY)), docx(*map(p, [*WORDY[1:], WORDY[0]])), moves=False)
    assert sorted(marked(package)) == [("del", WORDY[0]), ("ins", WORDY[0])]


@pytest.mark.parametrize("way", ["tracked", "separate"])
def test_changed_numbers_are_signed_as_asked(way: str) -> None:
    old = docx(p("1.", TAB, "Urges States;"), p("2.", TAB, "Calls upon States."))
    new = docx(
        p("1.", TAB, "Urges States;"), p("2.", TAB, "New;"), p("3.", TAB, "Calls upon States.")
    )
    signed = authors(made(old, new, renumbering=way))
    assert set(signed) == ({"Fiji"} if way == "tracked" else {"Fiji", "Renumbering"})


def test_the_number_of_a_resolution_is_no_paragraphs_number() -> None:
    old = docx(p("79/901.", TAB, "Crossing of rivers"), p("The General Assembly,"))
    new = docx(p("80/17.", TAB, "Crossing of rivers"), p("The General Assembly,"))
    assert authors(made(old, new)).keys() == {"Fiji"}


def official(symbol: str, day: str, sponsors: str, *, body: str = "") -> bytes:
    head = table(row("United Nations", p(run(symbol, "b"))), row("General Assembly", f"{day}"))
    return docx(
        head,
        p(run("Eightieth session", "b")),
        p("Agenda item 19 (k)"),
        p(run(sponsors, "b")),
        p(run("Safe river crossings", "b")),
        p(run("The General Assembly", "i"), ","),
        p(run("Recalling", "i"), " its resolution 79/901 of 12 December 2024,"),
        *(p(f"{k}.", TAB, t) for k, t in enumerate([*WORDY, body or "Decides to act."], 1)),
        header=symbol,
        parts={"word/media/seal.png": b"\x89PNG"},
    )


def onto(old: bytes, **facts: object) -> Package:
    """The redline of `old` and its own draft with other facts in the masthead."""
    from drafter.formats import docx as word_format

    read = word_format.read(old, "old").value
    one = read.resolutions[0]
    draft = replace(read, resolutions=(replace(one, masthead=replace(one.masthead, **facts)),))  # type: ignore[arg-type]
    return Package.open(redline_draft(old, draft, author="Fiji", date=DATE))


def test_changed_facts_are_changed_in_the_official_masthead() -> None:
    old = official("A/C.2/80/L.909", "4 November 2025", "Fiji and Togo: draft resolution")
    package = onto(old, symbol="A/C.2/80/L.909/Rev.1", sponsors=("Fiji", "Nepal", "Togo"))
    before = Package.open(old)
    assert marked(package, "word/header1.xml") == [
        ("del", "A/C.2/80/L.909"),
        ("ins", "A/C.2/80/L.909/Rev.1"),
    ]
    assert ("ins", "A/C.2/80/L.909/Rev.1") in marked(package)
    assert {text for _, text in marked(package)} <= {
        "A/C.2/80/L.909",
        "A/C.2/80/L.909/Rev.1",
        " and",
        ", Nepal and",
        ",",
        " Nepal and",
        "Nepal and ",
        ", Nepal",
    }
    changed = {name for name in before.names if before.data(name) != package.data(name)}
    assert changed == {"word/document.xml", "word/header1.xml"}
    assert lines(reject_all(package)) == lines(before)
    inserted = next(e for e in package.part(package.main).iter(w("ins")))
    assert next(inserted.iter(w("b")), None) is not None  # the look of the words it replaces


def test_a_fact_that_the_official_file_does_not_print_comes_above_the_title() -> None:
    old = official("A/C.2/80/L.909", "4 November 2025", "Fiji and Togo: draft resolution")
    package = onto(old, place="Vienna, 12–16 May 2025")
    assert marked(package) == [("ins", "Vienna, 12–16 May 2025")]
    assert lines(reject_all(package)) == lines(Package.open(old))


def test_a_draft_changes_no_part_of_the_official_file_but_the_words() -> None:
    from drafter.formats import docx as word_format

    notes = {1: "A/80/901.", 2: "See A/80/902."}
    paragraphs = [
        p(run("Recalling", "i"), " its resolution 79/901 of 12 December 2024,", note(1)),
        p(run("Recalling", "i"), " the report of the Secretary-General,", note(2)),
        table(row("crossing", "year"), row("ferry", "2026")),
        p("1.", TAB, run("Urges", "i"), " States to license ferries;"),
        p("2.", TAB, run("Decides", "i"), " to act."),
    ]
    head = (p(run("Safe river crossings", "b")), p(run("The General Assembly", "i"), ","))
    old = docx(*head, *paragraphs, footnotes=notes, header="A/C.2/80/L.909")
    paragraphs[3] = p("1.", TAB, run("Urges", "i"), " all States to license ferries;")
    paragraphs.insert(4, p("2.", TAB, run("Calls upon", "i"), " States to report;"))
    paragraphs[5] = p("3.", TAB, run("Decides", "i"), " to act.")
    new = docx(*head, *paragraphs, footnotes=notes, header="A/C.2/80/L.909")
    draft = word_format.read(new, "new").value
    package, before = (
        Package.open(redline_draft(old, draft, author="Fiji", date=DATE)),
        Package.open(old),
    )
    changed = {name for name in before.names if before.data(name) != package.data(name)}
    assert changed == {"word/document.xml"}
    assert ("ins", "all ") in marked(package)


def test_what_keeps_its_order_against_all_that_stays_is_no_move() -> None:
    old = docx(p(WORDY[0]), p(""), p(WORDY[1]), p("Decides to act."))
    new = docx(p(""), p(WORDY[0]), p(WORDY[1]), p("Decides to act."))
    assert not [how for how in marks(made(old, new)) if how.startswith("move")]
