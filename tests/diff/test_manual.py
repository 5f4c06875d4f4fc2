"""The manual page on comparison says what drafter shows: each of its cases is compared."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.diff import compare
from drafter.formats import markdown
from drafter.formats.blocks import blocks
from drafter.render import terminal

PAGE = Path(__file__).parents[2] / "docs" / "comparison.md"
_CASE = re.compile(
    r"^### (.+?)\n.*?^```markdown\n(.*?)^```\n+^```markdown\n(.*?)^```\n+^```text\n(.*?)^```",
    re.MULTILINE | re.DOTALL,
)


def cases() -> Iterator[tuple[str, str, str, str]]:
    """Title, before, after, and what the page says is shown."""
    for found in _CASE.finditer(PAGE.read_text("utf-8")):
        title, old, new, told = found.groups()
        yield title, old, new, told


def shown(old: str, new: str) -> str:
    """What `drafter diff` prints of two drafts, 100 columns wide."""
    one, other = (blocks(markdown.read(text.encode(), "draft.md").value) for text in (old, new))
    return terminal.render(compare(one, other), width=100)


@pytest.mark.parametrize(
    ("old", "new", "told"), [pytest.param(*case[1:], id=case[0]) for case in cases()]
)
def test_a_case_of_the_manual_is_true(old: str, new: str, told: str) -> None:
    assert shown(old, new) == told


def test_every_case_is_read() -> None:
    assert len([*cases()]) == PAGE.read_text("utf-8").count("\n### ")
