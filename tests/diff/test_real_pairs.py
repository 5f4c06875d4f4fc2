"""Drafts and what was adopted of them: the alignment against one made by other means."""

import json
import lzma
import re
from pathlib import Path

from drafter.diff import compare
from drafter.spans import Block
from tests.diff.test_scripts import SOAK, assert_adds_up, false_moves
from tests.diff.test_words import least, marked

_LABEL = re.compile(r"^(?:\d+\.|\([a-z]+\))\s+")


def paragraphs(path: Path, count: int) -> list[Block]:
    """The paragraphs behind the enacting clause, without their numbers."""
    texts = [text.strip() for text in path.read_text("utf-8").split("\n\n") if text.strip()]
    clause = next(n for n, text in enumerate(texts) if text.startswith("The General Assembly"))
    found = texts[clause + 1 :][:count]
    assert len(found) == count
    return [Block(_LABEL.sub("", text)) for text in found]


def test_real_pairs_are_aligned(shared: Path) -> None:
    right = found = true = painted = fewest = 0
    for path in sorted((shared / "corpus/pairs/draft_to_adopted_ga80").glob("*/meta.json")):
        meta = json.loads(path.read_text("utf-8"))
        old = paragraphs(path.with_name("old.txt"), meta["paras_old"])
        new = paragraphs(path.with_name("new.txt"), meta["paras_new"])
        diff = compare(old, new)
        assert_adds_up(diff)
        assert false_moves(diff) == 0
        pairs = {(i, j) for change in diff.changes for i in change.old for j in change.new}
        known = {(i, j) for j, i, *_ in meta["alignment"] if i is not None and j is not None}
        right, found, true = right + len(pairs & known), found + len(pairs), true + len(known)
        for change in diff.changes:
            if change.kind == "edited":
                painted += marked(change.edits)
                fewest += least(old[change.old[0]].text, new[change.new[0]].text)
    # The alignment beside the pairs is machine-made: what is left is a matter of opinion.
    assert right >= 0.995 * found
    assert right >= 0.995 * true
    assert painted <= 1.1 * fewest


def test_real_pairs_of_any_body_have_no_false_move_and_few_marks(shared: Path) -> None:
    """Successive resolutions on one topic; a tenth of them by default."""
    texts: dict[str, list[Block]] = {}
    for name in ("general_assembly_78_79", "all_organs_1946_2025", "security_council_1946_94"):
        with lzma.open(shared / f"corpus/texts/{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line)
                found = [Block(p["text"], str(p["number"] or "")) for p in text["paragraphs"]]
                texts.setdefault(text["symbol"], found)
    index = (shared / "corpus/pairs/index.jsonl").read_text("utf-8").splitlines()
    painted = fewest = 0
    for line in index[:: 1 if SOAK else 10]:
        pair = json.loads(line)
        old, new = texts.get(pair["old"]), texts.get(pair["new"])
        if old is None or new is None:
            continue
        diff = compare(old, new)
        assert_adds_up(diff)
        assert false_moves(diff) == 0, pair["id"]
        for change in diff.changes:
            if change.kind in ("edited", "moved"):
                painted += marked(change.edits)
                fewest += least(old[change.old[0]].text, new[change.new[0]].text)
    assert fewest > 50_000
    assert painted <= 1.03 * fewest
