"""The same facts in every rendering: what happened where, which words came and which went."""

import html as escapes
import io
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

import pytest
from docx import Document as open_word

from drafter.diff import Diff, compare
from drafter.render import html, markdown, side_by_side, terminal, word_table
from drafter.render import json as as_json
from drafter.render.outline import Shown, heading, outline
from drafter.spans import OBJECT, Block, BlockKind

FERRY = (
    "Urges all States to inspect every ferry at least once a year, and to publish what was found"
)
SIGNS = "Invites the river commissions to agree on signals for floods, fog and ice in all basins"
PORTS = "Requests the Secretary-General to convene a meeting of ports at its eighty-first session"
BOATS = "Encourages the training of crews in rescue and first aid before the summer season begins"
TWIN = "Taking note of the report of the Secretary-General,"
ARABIC = "تحث جميع الدول على تفتيش كل عبارة مرة واحدة في السنة على الأقل"


def texts(*words: str, kind: BlockKind = "paragraph", **more: int) -> tuple[Block, ...]:
    """Blocks of one kind in order, numbered."""
    name = {"paragraph": "OP", "cell": "row ", "footnote": "footnote "}[kind]
    return tuple(
        Block(text, str(n), f"{name}{n}", kind, more.get("level", 0))
        for n, text in enumerate(words, 1)
    )


CASES: dict[str, tuple[tuple[Block, ...], tuple[Block, ...]]] = {
    "a table becomes paragraphs": (
        texts("Port", "Ferries", kind="cell"),
        texts("Port", "Ferries", PORTS),
    ),
    "text from right to left": (
        texts(ARABIC, SIGNS),
        texts(ARABIC.replace("السنة", "الشهر"), SIGNS),
    ),
    "three become one": (
        texts(f"{FERRY};", f"{SIGNS};", f"{BOATS}."),
        texts(f"{FERRY}; {SIGNS}; {BOATS}."),
    ),
    "only the level of a heading differs": (
        (Block("Ports", place="heading 1", kind="heading", level=1), *texts(FERRY)),
        (Block("Ports", place="heading 1", kind="heading", level=2), *texts(FERRY)),
    ),
    "footnotes and nothing else": (
        texts("A/80/912.", "See A/79/1.", kind="footnote"),
        texts("A/80/912.", "See A/79/1, annex.", kind="footnote"),
    ),
    "nothing becomes something": ((), texts(FERRY)),
    "something becomes nothing": (texts(FERRY, SIGNS), ()),
    "moved and split": (
        texts(f"{FERRY}; {SIGNS}.", PORTS, BOATS),
        texts(PORTS, BOATS, f"{FERRY};", f"{SIGNS}."),
    ),
    "one stands twice": (texts(FERRY, SIGNS), texts(FERRY, SIGNS, FERRY)),
    "twins change places": (texts(TWIN, FERRY, TWIN, SIGNS), texts(FERRY, TWIN, SIGNS, TWIN)),
    "moved and edited": (
        texts(FERRY, SIGNS, PORTS, BOATS),
        texts(SIGNS, PORTS, BOATS, FERRY.replace("every ferry", "each vessel")),
    ),
    "signs of every format": (texts("Notes *a* <b> [c] {+d+} ~~e~~"), texts("Notes *a* <i> & [c]")),
    "a call and a space": (
        texts("Recalling its resolution 79/901, and its annex"),
        texts(f"Recalling its resolution 79/901,{OBJECT}  and its annex"),
    ),
}


class Facts(NamedTuple):
    """What a reader of a rendering knows."""

    happened: list[str]  # the heading of each change
    deleted: str  # without space and signs of paragraphs, which each format shows in its own way
    inserted: str


def said(words: str) -> str:
    return re.sub(r"[\s¶␣⍽⇥]", "", words.replace(OBJECT, "[^]"))


def known(diff: Diff) -> Facts:
    """The facts themselves."""
    shown = [each for each in outline(diff, None) if isinstance(each, Shown)]
    marked = {"equal": "", "delete": "", "insert": ""}
    for change in diff.changes:
        for op, text in change.edits:
            marked[op] += text
    happened = [heading(diff, each) for each in shown if each.change.kind != "unchanged"]
    return Facts(happened, said(marked["delete"]), said(marked["insert"]))


def in_terminal(diff: Diff) -> Facts:
    shown = terminal.render(diff, width=100_000, context=0, colour=True)
    bold = re.findall(r"^\x1b\[1m(.*?)\x1b\[0m$", shown, re.M)
    marks = [
        "".join(re.findall(rf"\x1b\[{paint}m(?:\x1b\[3m)?(.*?)\x1b\[0m", shown, re.DOTALL))
        for paint in ("31;9", "32;4")
    ]
    return Facts(bold[:-1], said(marks[0]), said(marks[1]))


def in_markdown(diff: Diff) -> Facts:
    shown = markdown.render(diff, context=0).partition("~~deleted~~.")[2]
    shown = re.sub(r"\\\n", "\n", shown)
    plain = re.sub(r"\\([!-/:-@\[-`{-~])", lambda found: chr(0xE000 + ord(found[1])), shown)

    def back(words: str) -> str:
        return "".join(chr(ord(c) - 0xE000) if 0xE000 <= ord(c) < 0xE080 else c for c in words)

    happened = [back(line) for line in re.findall(r"^## (.*)$", plain, re.M)]
    deleted = "".join(re.findall(r"~~(.*?)~~", plain, re.DOTALL))
    inserted = "".join(re.findall(r"\*\*(.*?)\*\*", plain, re.DOTALL))
    return Facts(happened, said(back(deleted)), said(back(inserted)))


def in_page(page: str, happened: str) -> Facts:
    body = page.partition("struck through.")[2]

    def words(tag: str) -> str:
        found = "".join(re.findall(rf"<{tag}>(.*?)</{tag}>", body, re.DOTALL))
        return said(escapes.unescape(re.sub(r"<[^>]*>", "", found)))

    headings = [escapes.unescape(re.sub(r" ?<.*", "", each)) for each in re.findall(happened, body)]
    return Facts(headings, words("del"), words("ins"))


def in_json(diff: Diff) -> Facts:
    told = json.loads(as_json.render(diff, old="", new=""))
    marked = {"equal": "", "delete": "", "insert": ""}
    for change in told["changes"]:
        for op, text in change["edits"]:
            marked[op] += text
    # The kinds, the places and their texts are told as data, not in words.
    assert [each["kind"] for each in told["changes"]] == [each.kind for each in diff.changes]
    return Facts(known(diff).happened, said(marked["delete"]), said(marked["insert"]))


def in_word_table(diff: Diff) -> Facts:
    date = datetime(2025, 11, 4, tzinfo=UTC)
    made = word_table.render(diff, old="", new="", context=None, author="Fiji", date=date)
    happened, deleted, inserted = [], "", ""
    for row in open_word(io.BytesIO(made)).tables[0].rows[1:]:
        left, right = row.cells
        if left._tc is right._tc:
            happened.append(left.text)
            continue
        for cell in (left, right):
            for run in cell.paragraphs[0].runs:
                deleted += run.text if run.font.strike else ""
                inserted += run.text if run.underline else ""
    return Facts(happened, said(deleted), said(inserted))


RENDERINGS: dict[str, Callable[[Diff], Facts]] = {
    "terminal": in_terminal,
    "markdown": in_markdown,
    "json": in_json,
    "html": lambda diff: in_page(html.render(diff), r'<p class="what">(.*?)</p>'),
    "side by side": lambda diff: in_page(
        side_by_side.render(diff), r'<td colspan="2" class="what">(.*?)</td>'
    ),
    "word table": in_word_table,
}


@pytest.mark.parametrize("rendering", RENDERINGS)
@pytest.mark.parametrize("case", CASES)
def test_every_rendering_tells_the_same_facts(case: str, rendering: str) -> None:
    diff = compare(*CASES[case])
    assert RENDERINGS[rendering](diff) == known(diff)


HAPPENED = {
    "a table becomes paragraphs": (
        "row 1 deleted, row 2 deleted, OP1 inserted, OP2 inserted, OP3 inserted"
    ),
    "text from right to left": "OP1 edited",
    "three become one": "OP1, OP2, OP3 → OP1 merged",
    "only the level of a heading differs": "heading 1 formatting changed",
    "footnotes and nothing else": "footnote 2 edited",
    "nothing becomes something": "OP1 inserted",
    "something becomes nothing": "OP1 deleted, OP2 deleted",
    "one stands twice": "OP3 inserted",
    "moved and edited": "OP2 to OP4 → OP1 to OP3 renumbered, OP1 → OP4 moved and edited",
}


@pytest.mark.parametrize("case", HAPPENED)
def test_what_is_told_is_true(case: str) -> None:
    assert ", ".join(known(compare(*CASES[case])).happened) == HAPPENED[case]
