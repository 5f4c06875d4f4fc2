"""What a source says of itself, in each shape in which it may come."""

import gzip
import json
import lzma
from pathlib import Path

import pytest

from drafter.errors import ReadError
from drafter.phrases.adding import add
from drafter.phrases.bodies import body_of, matches, status_of
from drafter.phrases.entry import Source
from drafter.phrases.occasion import occasion
from drafter.phrases.records import from_line
from drafter.phrases.store import Store

RESOLUTION = {
    "symbol": None,
    "number": "7/901",
    "kind": "adopted resolution",
    "organ": "General Assembly",
    "date": "2024-12-12",
    "title": "Safe *river* crossings",
    "enacting": "The General Assembly,",
    "preambular": [{"opening": "Recalling", "text": "*Recalling* its ferries,[^1]"}],
    "operative": [
        {
            "number": "1",
            "opening": "Urges",
            "text": "*Urges* Member States to license ferries, including by:",
            "subparagraphs": [
                {
                    "label": "(a)",
                    "text": "Funding schools;",
                    "subparagraphs": [{"label": "(i)", "text": "At ports;"}],
                }
            ],
        }
    ],
    "footnotes": [],
}


def test_the_shape_of_convert_is_read() -> None:
    record = from_line(RESOLUTION, "river.jsonl")
    assert record is not None
    assert record.source.reference == "7/901"
    assert record.source.title == "Safe river crossings"
    assert [(e.place, e.text) for e in record.entries] == [
        ("PP1", "Recalling its ferries,"),
        ("OP1", "Urges Member States to license ferries, including by:"),
        ("OP1 (a)", "Funding schools;"),
        ("OP1 (a) (i)", "At ports;"),
    ]


def test_the_flat_shape_keeps_its_letters() -> None:
    paragraphs = [
        {"kind": "operative", "number": "1", "text": "Decides:"},
        {"kind": "operative", "number": "(a)", "text": "To swim;", "level": 2},
        {"kind": "operative", "number": "(i)", "text": "Upstream;", "level": 3},
        {"kind": "operative", "number": "(b)", "text": "To row;", "level": 2},
        {"kind": "other", "number": None, "text": "Annex", "in_annex": True, "role": "annex"},
        {"kind": "other", "number": None, "text": "12 December", "role": "closing"},
    ]
    record = from_line({"symbol": "A/RES/79/901", "paragraphs": paragraphs}, "x")
    assert record is not None
    places = [entry.place for entry in record.entries]
    assert places == ["OP1", "OP1 (a)", "OP1 (a) (i)", "OP1 (b)", ""]


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz", ".jsonl.xz"])
def test_archives_are_read(suffix: str, tmp_path: Path) -> None:
    data = (json.dumps(RESOLUTION) + "\n" + json.dumps({"resolutions": [RESOLUTION]})).encode()
    packed = {".gz": gzip.compress, ".xz": lzma.compress}.get(suffix[6:], bytes)(data)
    (tmp_path / f"a{suffix}").write_bytes(packed)
    (tmp_path / f"b{suffix}").write_bytes(packed[: len(packed) // 2])
    store = Store.open(tmp_path / "bank.sqlite", create=True)
    added = add(store, [tmp_path])
    assert added.sources == 1, "the same resolution in other words"
    assert len(added.notes) <= 2


def test_a_report_names_its_drafts_by_number() -> None:
    assert Source("x", symbol="A/79/461", number="II").reference == "A/79/461 II"
    assert Source("x", number="7/1", kind="decision").reference == "decision 7/1"
    assert Source("draft.md").reference == "draft.md"


@pytest.mark.parametrize(
    ("symbol", "organ", "body"),
    [
        ("A/C.3/80/L.909", "", "ga-c3"),
        ("A/RES/79/901", "", "ga"),
        ("A/RES/S-20/2", "", "ga"),
        ("A/HRC/60/L.9", "", "hrc"),
        ("S/RES/9001 (2025)", "", "sc"),
        ("", "Economic and Social Council", "ecosoc"),
        ("", "a river club", ""),
    ],
)
def test_a_body_is_told_from_symbol_or_organ(symbol: str, organ: str, body: str) -> None:
    assert body_of(symbol, organ) == body


def test_a_committee_belongs_to_its_assembly() -> None:
    assert matches("ga", "ga-c3")
    assert not matches("ga-c3", "ga")
    assert (status_of("A/RES/79/1"), status_of("A/C.3/80/L.9"), status_of("A/80/1")) == (
        "adopted",
        "draft",
        "",
    )


def test_a_collection_dates_its_texts() -> None:
    sentence = (
        "At its ninth session, held in Suva, from 6 to 10 November 2023, the River Conference"
        " adopted the following resolutions:"
    )
    said = occasion(["1. Opening", sentence])
    assert (said.session, said.date) == ("Ninth session", "2023-11-10")
    assert occasion(["nothing of the kind"]).date == ""


@pytest.mark.parametrize(
    "line",
    [
        "[" * 100_000,
        '{"operative": ' + '[{"subparagraphs":' * 900 + "1" + "}]" * 900 + "}",
        '{"paragraphs": [1, null, {"text": 3}]}',
        '{"operative": [{"text": "x", "subparagraphs": 7}], "preambular": 3}',
        '{"resolutions": [3]}',
        "null",
    ],
)
def test_a_strange_line_is_left_out(line: str, tmp_path: Path) -> None:
    path = tmp_path / "strange.jsonl"
    path.write_text(f"{line}\n{json.dumps(RESOLUTION)}\n", "utf-8")
    added = add(Store.memory(), [path])
    assert 1 <= added.sources <= 2


def test_a_damaged_archive_says_so(tmp_path: Path) -> None:
    for suffix in ("gz", "xz"):
        path = tmp_path / f"a.jsonl.{suffix}"
        path.write_bytes(b"no archive")
        with pytest.raises(ReadError, match="damaged archive"):
            add(Store.memory(), [path])
