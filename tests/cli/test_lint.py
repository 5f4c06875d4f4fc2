"""drafter lint: what it prints, what it mends, how it exits."""

import json
from pathlib import Path

import pytest

from drafter.cli.main import main

FAULTY = (
    "*The General Assembly*,\n\n*Noting* the plan,\n\n1. *Urges* States to organise;\n\n"
    "2. *Requests* it\n"
)
CLEAN = (
    "*The General Assembly*,\n\n*Noting* the plan,\n\n1. *Urges* States to go;\n\n2. *Asks* it.\n"
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text(FAULTY)
    return path


def test_findings_are_lines_that_name_file_line_place_and_rule(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lint", str(draft)]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        f"{draft}:5: OP1: error: spelling: spell “organize”",
        f"{draft}:7: OP2: warning: operative-ending: end with a full stop",
    ]
    assert "1 error, 1 warning; --fix mends 2" in err


def test_a_clean_draft_exits_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "clean.md").write_text(CLEAN)
    assert main(["lint", str(tmp_path / "clean.md")]) == 0
    assert capsys.readouterr().out == ""


def test_json_is_one_document(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "--format", "json", str(draft)]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["counts"] == {"error": 1, "warning": 1}
    assert found["files"][0]["findings"][0]["fix"] == {"about": "spell “organize”", "safe": True}


def test_fix_writes_the_draft_back(draft: Path) -> None:
    assert main(["lint", "--fix", str(draft)]) == 0
    assert "organize;" in draft.read_text()
    assert draft.read_text().endswith("it.\n")
    before = draft.read_bytes()
    assert main(["lint", "--fix", str(draft)]) == 0
    assert draft.read_bytes() == before


def test_fix_can_write_elsewhere(draft: Path, tmp_path: Path) -> None:
    assert main(["lint", "--fix", str(draft), "-o", str(tmp_path / "out.docx")]) == 0
    assert draft.read_text() == FAULTY
    assert main(["lint", str(tmp_path / "out.docx")]) == 0


def test_one_rule_or_all_but_one(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "--rule", "spelling", str(draft)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert main(["lint", "--off", "spelling", "--off", "operative-ending", str(draft)]) == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "no draft to check"),
        (["no-such.md"], "no such file"),
        (["--explain", "no-such-rule"], "unknown rule"),
        (["--rule", "no-such-rule", "{draft}"], "unknown rule"),
        (["-o", "x.md", "{draft}"], "go with --fix"),
        (["--fix", "-o", "x.md", "{draft}", "{draft}"], "takes one draft"),
        (["--fix", "-o", "x.xyz", "{draft}"], "unknown kind of file"),
    ],
)
def test_trouble_exits_2_and_changes_nothing(
    draft: Path, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lint", *(a.replace("{draft}", str(draft)) for a in arguments)]) == 2
    assert says in capsys.readouterr().err
    assert draft.read_text() == FAULTY


def test_a_rule_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "--explain", "succession"]) == 0
    assert "R-ALSO-2" in capsys.readouterr().out


def test_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "--list-rules"]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 40


def test_the_page_of_rules_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    page = Path(__file__).parents[2] / "docs" / "rules.md"
    assert main(["lint", "--list-rules", "--format", "markdown"]) == 0
    assert page.read_text("utf-8") == capsys.readouterr().out


def test_references_follow_the_draft_as_it_was(tmp_path: Path) -> None:
    head = "*The General Assembly*,\n\n*Noting* the plan,\n\n"
    last = "*Requests* the Secretariat to report on paragraph 1 above.\n"
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(f"{head}1. *Urges* States to license ferries;\n\n2. {last}")
    new.write_text(
        f"{head}1. *Decides* to meet;\n\n2. *Urges* States to license ferries;\n\n3. {last}"
    )
    assert main(["lint", str(new)]) == 0
    assert main(["lint", "--base", str(old), str(new)]) == 1
    assert main(["lint", "--base", str(old), "--fix", str(new)]) == 0
    assert "paragraph 2 above" in new.read_text()
    assert main(["lint", "--base", str(old), str(new)]) == 0


def test_citations_are_compared_with_a_bank(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    adopted = tmp_path / "adopted.md"
    adopted.write_text(
        "---\nsymbol: A/RES/79/901\ndate: 2024-12-12\nstatus: adopted resolution\n"
        "title: Safe river crossings\norgan: General Assembly\n---\n\n"
        "*The General Assembly*,\n\n*Recalling* its resolution 78/902 of 19 December 2023,\n\n"
        "1. *Urges* States to license ferries.\n"
    )
    bank = str(tmp_path / "own.sqlite")
    assert main(["bank", "add", "--bank", bank, str(adopted)]) == 0
    draft = tmp_path / "draft.md"
    draft.write_text(
        "*The General Assembly*,\n\n"
        "*Recalling* its resolution 79/901 of 13 December 2024, entitled “Safe rivers”,\n\n"
        "*Recalling also* its resolutions 78/902 of 18 December 2023 and 70/903 of 1 May 2016,\n\n"
        "*Urges* States to go.\n"
    )
    capsys.readouterr()
    assert main(["lint", str(draft)]) == 0
    assert main(["lint", "--bank", bank, str(draft)]) == 1
    said = [line.split(": ", 2)[2] for line in capsys.readouterr().out.splitlines()]
    assert said == [
        "error: citation: resolution 79/901 is of 12 December 2024 (A/RES/79/901)",
        "error: citation: resolution 79/901 is entitled “Safe river crossings” (A/RES/79/901)",
        "warning: citation: resolution 78/902 is of 19 December 2023 "
        "(cited so in 1 paragraph of the bank)",
        "note: citation: resolution 70/903 is unknown to the bank: look it up",
    ]
    assert main(["lint", "--bank", bank, "--fix", str(draft)]) == 1
    assert "79/901 of 12 December 2024, entitled “Safe river crossings”," in draft.read_text()
