"""The commands bank, suggest and trace, as a user types them."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from drafter.cli.main import main
from drafter.phrases.bank import Bank
from tests.phrases.conftest import LINES, TRAINING

DRAFT = f"""---
body: ga-c2
---

*The General Assembly*,

*Recalling* its resolution 78/901 of 12 December 2023 on river safety,

1. *Urges*{TRAINING.removeprefix("Urges")}, and to sing;

2. *Invites* all ferries to whistle.
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own."""
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def lines(tmp_path: Path) -> str:
    """The invented texts as a file of JSON lines."""
    path = tmp_path / "rivers.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES), "utf-8")
    return str(path)


@pytest.fixture
def bank(lines: str, tmp_path: Path) -> str:
    """A bank of the invented texts, made by the command."""
    path = str(tmp_path / "bank.sqlite")
    assert main(["bank", "add", "--quiet", "--bank", path, lines]) == 0
    return path


def said(capsys: pytest.CaptureFixture[str]) -> object:
    return json.loads(capsys.readouterr().out)


def test_adding_says_what_came_of_it(
    lines: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "bank.sqlite")
    assert main(["bank", "add", "--bank", path, lines]) == 0
    assert capsys.readouterr().err == f"{path}: 4 texts added from 1 files\n"
    assert main(["bank", "add", "--bank", path, lines]) == 0
    assert "1 known already" in capsys.readouterr().err


def test_ones_own_bank_is_asked_beside_the_shipped_one(
    lines: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bank", "add", lines]) == 0
    assert (home / "drafter" / "bank.sqlite").exists()
    assert main(["suggest", "--format", "json", f"{TRAINING};"]) == 0
    assert said(capsys)["suggestions"][0]["symbol"] == "A/RES/77/901"  # type: ignore[index]


def test_the_shipped_bank_answers_without_any_set_up(capsys: pytest.CaptureFixture[str]) -> None:
    query = "Requests the United Nations Office on Drugs and Crime"
    assert main(["suggest", "--top", "3", query]) == 0
    out = capsys.readouterr().out
    assert out.count("United Nations Office on Drugs and Crime") >= 1
    assert " 1. " in out


def test_suggestions_have_the_promised_shape(bank: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["suggest", "--bank", bank, "--top", "1", "--format", "json", TRAINING]) == 0
    answer = said(capsys)
    assert answer == {
        "id": None,
        "query": TRAINING,
        "suggestions": [
            {
                "text": f"{TRAINING};",
                "symbol": "A/RES/77/901",
                "part": "operative",
                "number": "1",
                "date": "2022-12-12",
                "status": "adopted",
                "score": pytest.approx(1, abs=0.01),
                "uses": 1,
            }
        ],
    }


def test_a_difference_is_marked_where_it_stands(
    bank: str, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = f"{TRAINING.replace('ferries', 'barges')};"
    assert main(["suggest", "--bank", bank, "--top", "1", typed]) == 0
    assert "[-barges-]{+ferries+}" in capsys.readouterr().out


def test_a_paragraph_of_a_draft_can_be_asked_about(
    bank: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, "utf-8")
    like = ["suggest", "--bank", bank, "--format", "json", "--like", f"{draft}#OP1"]
    assert main([*like, "--for", str(draft)]) == 0
    assert said(capsys)["suggestions"][0]["number"] == "1"  # type: ignore[index]
    assert main(["suggest", "--bank", bank, "--like", f"{draft}#OP9"]) == 2
    assert "has no paragraph OP9" in capsys.readouterr().err


def test_a_batch_is_answered_line_by_line(
    bank: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = tmp_path / "questions.jsonl"
    asked = [
        {"id": "a", "text": TRAINING, "ask": "closest"},
        {"id": "b", "text": "Recalling its", "ask": "continue"},
        {"id": 3, "text": "train crews", "ask": "phrases"},
        {"id": "d", "text": ""},
    ]
    questions.write_text("".join(json.dumps(each) + "\n" for each in asked), "utf-8")
    assert main(["suggest", "--bank", bank, "--batch", str(questions), "--top", "2"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", "b", 3, "d"]
    assert [answer["query"] for answer in answers] == [each["text"] for each in asked]
    assert len(answers[1]["suggestions"]) == 2


@pytest.mark.parametrize("line", ["{", "[]", '{"text": 3}', '{"text": "x", "ask": "why"}'])
def test_a_strange_question_is_named(
    bank: str, line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text(f"{line}\n", "utf-8")
    assert main(["suggest", "--bank", bank, "--batch", str(questions)]) == 2
    assert "questions.jsonl:1" in capsys.readouterr().err


def test_search_knows_words_phrases_and_filters(
    bank: str, capsys: pytest.CaptureFixture[str]
) -> None:
    search = ["bank", "search", "--bank", bank, "--format", "json"]
    assert main([*search, "ferries", '"subject to the availability"']) == 0
    assert said(capsys)["count"] == 4  # type: ignore[index]
    assert main([*search, "--verb", "urges", "--addressee", "member states", "crews"]) == 0
    assert said(capsys)["count"] == 3  # type: ignore[index]
    assert main([*search, "--year", "2022-2023", "--part", "preambular"]) == 0
    found = said(capsys)
    assert found["facets"]["year"] == {"2022": 1, "2023": 1}  # type: ignore[index]
    assert main([*search, "--status", "draft", "crews"]) == 0
    assert [e["symbol"] for e in said(capsys)["entries"]] == ["A/C.2/79/L.909"]  # type: ignore[index]


@pytest.mark.parametrize("words", ['"', "a*b", "NEAR(", "text:x", "-a", "^", "'; DROP", "‑", ")("])
def test_any_character_may_be_searched_for(
    bank: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bank", "search", "--bank", bank, "--", words]) == 0
    capsys.readouterr()


def test_a_text_and_the_pedigree_of_a_paragraph_are_shown(
    bank: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bank", "show", "--bank", bank, "A/RES/77/901"]) == 0
    assert "A/RES/77/901 PP1, adopted 2022-12-12" in capsys.readouterr().out
    assert main(["bank", "show", "--bank", bank, "A/RES/78/901#OP1", "--format", "json"]) == 0
    steps = said(capsys)["pedigree"]  # type: ignore[index]
    assert [s["symbol"] for s in steps] == ["A/RES/77/901", "A/RES/78/901", "A/C.2/79/L.909"]
    for older, step in pairwise(steps):
        kept = [(op, text) for op, text in step["edits"]]
        assert "".join(t for op, t in kept if op != "insert") == older["text"]
        assert "".join(t for op, t in kept if op != "delete") == step["text"]


def test_stats_count_what_is_held(bank: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bank", "stats", "--bank", bank, "--format", "json"]) == 0
    held = said(capsys)
    assert held["sources"] == 4  # type: ignore[index]
    assert held["body"] == {"ga": 2, "ga-c2": 1, "hrc": 1}  # type: ignore[index]


def test_what_is_removed_is_gone(bank: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bank", "remove", "--bank", bank, "A/RES/77/901", "nothing"]) == 2
    assert "nothing was removed" in capsys.readouterr().err
    assert main(["bank", "remove", "--bank", bank, "A/RES/77/901"]) == 0
    assert main(["bank", "show", "--bank", bank, "A/RES/77/901"]) == 2
    assert Bank.open([Path(bank)]).suggest(f"{TRAINING};")[0].symbol != "A/RES/77/901"


def test_a_draft_is_traced(bank: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, "utf-8")
    assert main(["trace", "--bank", bank, "--format", "json", str(draft)]) == 0
    preambular, first, second = said(capsys)["paragraphs"]  # type: ignore[index]
    assert (preambular["place"], preambular["coverage"]) == ("PP1", 1.0)
    (span,) = first["spans"]
    assert first["text"][span["start"] : span["end"]] == TRAINING
    assert (span["first"]["symbol"], span["latest"]["symbol"]) == ("A/RES/77/901", "A/C.2/79/L.909")
    assert span["uses"] == 3
    assert second["spans"] == []
    assert main(["trace", "--bank", bank, str(draft)]) == 0
    assert "OP2  0% agreed" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["suggest"],
        ["suggest", "--bank", "none.sqlite", "x"],
        ["suggest", "--top", "0", "x"],
        ["suggest", "--before", "yesterday", "x"],
        ["suggest", "--batch", "none.jsonl"],
        ["bank", "search"],
        ["bank", "add", "none.md"],
        ["bank", "add", "--bank", "shipped", "x.md"],
        ["bank", "show", "A/RES/1/1"],
        ["bank", "remove", "--bank", "none.sqlite", "x"],
        ["bank", "mine", "none.md", "-o", "out"],
        ["trace", "none.md"],
    ],
)
def test_trouble_is_one_line_and_a_hint(
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("drafter: ")
    assert "Traceback" not in err
    assert not (tmp_path / "out").exists()
