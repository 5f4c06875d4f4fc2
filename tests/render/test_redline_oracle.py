"""The independent judge on real Word files and on our own: it shares no code with the redline."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from drafter.errors import DrafterError
from drafter.formats import docx, read_file
from drafter.render.redline import redline
from tests.conftest import absent
from tests.render.redline_scripts import pair

DATE = datetime(2025, 11, 4, 10, tzinfo=UTC)
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module")
def judge(shared: Path) -> ModuleType:
    sys.path.insert(0, str(shared / "verify"))
    try:
        import redline_oracle
    finally:
        sys.path.pop(0)
    return redline_oracle


def verdicts(
    judge: ModuleType, folder: Path, pairs: dict[str, tuple[bytes, bytes]], **options: Any
) -> list[str]:
    """What is wrong with the redlines of `pairs`, in the judge's words; a refusal is not wrong."""
    wrong = []
    options.setdefault("readers", ("strict",))
    level = options.pop("level", "exact")
    with judge.Oracle(require={"strict": level}, **options) as oracle:
        for name, (old, new) in pairs.items():
            try:
                made = redline(old, new, author="Fiji", date=DATE)
            except DrafterError:
                continue
            paths = [folder / f"{name}-{part}.docx" for part in ("redline", "old", "new")]
            for path, data in zip(paths, (made, old, new), strict=True):
                path.write_bytes(data)
            report = oracle.check(*map(str, paths))
            if report["status"] != "ok":
                wrong.append(f"{name}: {report['verdict']}")
    return wrong


def found(folder: Path) -> dict[str, tuple[bytes, bytes]]:
    return {
        path.name.removesuffix("-original.docx"): (
            path.read_bytes(),
            path.with_name(path.name.replace("-original", "-revised")).read_bytes(),
        )
        for path in sorted(folder.glob("*-original.docx"))
    }


@pytest.mark.parametrize("folder", ["un_style", "pairs"])
def test_real_pairs(judge: ModuleType, shared: Path, tmp_path: Path, folder: str) -> None:
    pairs = found(shared / "docx" / folder)
    assert len(pairs) > 10
    assert verdicts(judge, tmp_path, pairs) == []


def test_edited_drafts(judge: ModuleType, tmp_path: Path) -> None:
    assert verdicts(judge, tmp_path, {str(seed): pair(seed) for seed in range(40)}) == []


def examples() -> dict[str, tuple[bytes, bytes]]:
    names = ("last-session", "river-crossings", "river-crossings-rev1")
    files = {
        name: docx.write(read_file(EXAMPLES / f"{name}.md").value, date=DATE) for name in names
    }
    return {
        f"{one}-{other}": (files[one], files[other])
        for one in names
        for other in names
        if one != other
    }


def test_our_own_files_as_every_reader_sees_them(
    judge: ModuleType, tmp_path: Path, soffice: str, pandoc: str
) -> None:
    pairs = examples()
    chosen = ("last-session-river-crossings", "river-crossings-river-crossings-rev1")
    everybody = ("strict", "libreoffice", "pandoc")
    if not judge.LibreOffice().python:
        absent("a Python that can import uno")
    assert verdicts(judge, tmp_path, {n: pairs[n] for n in chosen}, readers=everybody) == []
    assert verdicts(judge, tmp_path, pairs) == []
