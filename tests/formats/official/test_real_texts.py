"""The real texts beside a developer's checkout, scored as the issue scores them."""

import importlib.util
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from drafter.formats import json as json_format
from drafter.formats import text
from drafter.formats.reading import Reading
from drafter.model import Document

Paragraphs = list[dict[str, Any]]


def read(path: Path) -> tuple[str, Reading[Document]]:
    source = path.read_text("utf-8", errors="replace")
    return source, text.parse(source)


def judge(shared: Path) -> ModuleType:
    path = shared / "seeds-gold" / "compare.py"
    spec = importlib.util.spec_from_file_location("compare", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_public_gold_is_read_without_a_fault(shared: Path) -> None:
    compare = judge(shared)
    for name, gold in compare.load_gold(str(shared / "seeds-gold")).items():
        source, number = name.split("-")
        (path,) = (shared / "seeds").glob(f"{source}_*.txt")
        resolution = read(path)[1].value.resolutions[int(number) - 1]
        score = compare.score(gold, json_format.to_dict(resolution))
        assert score["wrong"] == [], name


@pytest.mark.parametrize(
    ("source", "counts"),
    [
        ("000", [(16, 30)]),
        ("001", [(22, 32), (12, 19), (11, 18), (8, 5), (11, 15), (7, 23), (14, 12), (18, 14),
                 (0, 4)]),
        ("002", [(8, 9), (7, 12), (31, 22), (22, 27), (63, 77), (24, 22), (77, 85)]),
        ("003", [(23, 16)]),
        ("004", []),
    ],
)  # fmt: skip
def test_every_text_of_the_seeds_is_found_whole(
    shared: Path, source: str, counts: list[tuple[int, int]]
) -> None:
    (path,) = (shared / "seeds").glob(f"{source}_*.txt")
    found = read(path)[1].value.resolutions
    assert [(len(r.preamble), len(r.operative)) for r in found] == counts


def corpus(shared: Path) -> list[Path]:
    return sorted((shared / "corpus" / "parse_gold").glob("*.raw.txt"))


def test_flat_texts_of_pages_are_cut_into_their_paragraphs(shared: Path) -> None:
    right = kinds = of = given = 0
    for path in corpus(shared):
        truth = json.loads(path.with_name(path.name.replace(".raw.txt", ".gold.json")).read_text())
        gold = [(p["kind"], key(p["text"])) for p in truth["paragraphs"] if p["kind"] != "other"]
        found = [unit for r in read(path)[1].value.resolutions for unit in units(r)]
        both = Counter(t for _, t in gold) & Counter(t for _, t in found)
        right += both.total()
        kinds += (Counter(gold) & Counter(found)).total()
        of += len(gold)
        given += len(found)
    assert 2 * right / (of + given) > 0.99
    assert kinds / right > 0.99


def units(resolution: Any) -> Iterator[tuple[str, str]]:
    told = json_format.to_dict(resolution)
    for kind in ("preambular", "operative"):
        yield from _units(kind, told[kind])


def _units(kind: str, paragraphs: Any) -> Iterator[tuple[str, str]]:
    for paragraph in paragraphs:
        # The truth of this set leaves the letters of preambular points in their text.
        label = paragraph.get("label", "") if kind == "preambular" else ""
        yield kind, key(label + paragraph["text"])
        yield from _units(kind, paragraph["subparagraphs"])


def key(words: str) -> str:
    return re.sub(r"[\W_]", "", re.sub(r"\[\^[^\]]*\]", "", words)).casefold()
