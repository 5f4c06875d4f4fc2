"""Every rule is held to its own manual page."""

import pytest

from drafter import lint
from drafter.formats import markdown
from drafter.lint import rules
from drafter.lint.manual import Example, page
from drafter.model import Resolution

PAIRS = [
    (name, wrong, right)
    for name in rules.names()
    for wrong, right in zip(
        [e for e in page(rules.rule(name).manual).examples if e.kind == "wrong"],
        [e for e in page(rules.rule(name).manual).examples if e.kind != "wrong"],
        strict=True,
    )
]


def read(example: Example) -> Resolution:
    return markdown.parse(example.draft).value


def found(name: str, resolution: Resolution) -> list[str]:
    return [f"{f.place}: {f.message}" for f in lint.check(resolution, only=[name])]


@pytest.mark.parametrize("name", rules.names())
def test_a_manual_page_has_a_wrong_and_a_right_example(name: str) -> None:
    manual = page(rules.rule(name).manual)
    assert {"wrong"} < {example.kind for example in manual.examples}
    assert manual.title.endswith(".")


@pytest.mark.parametrize(("name", "wrong", "right"), PAIRS)
def test_the_wrong_example_is_found(name: str, wrong: Example, right: Example) -> None:
    assert found(name, read(wrong)) == list(wrong.finds)


@pytest.mark.parametrize(("name", "wrong", "right"), PAIRS)
def test_the_right_example_is_clean(name: str, wrong: Example, right: Example) -> None:
    assert found(name, read(right)) == []


@pytest.mark.parametrize(
    ("name", "wrong", "right"), [pair for pair in PAIRS if pair[2].kind != "also right"]
)
def test_a_fix_gives_the_right_example(name: str, wrong: Example, right: Example) -> None:
    mended = lint.mend(read(wrong), lambda r: lint.check(r, only=[name]), unsafe=True)
    assert markdown.format(mended) == markdown.format(read(right))


@pytest.mark.parametrize(("name", "wrong", "right"), PAIRS)
def test_fixing_twice_changes_nothing(name: str, wrong: Example, right: Example) -> None:
    once = lint.mend(read(wrong), lint.check)
    assert lint.mend(once, lint.check) == once


def test_the_docs_list_every_rule() -> None:
    for name in rules.names():
        assert rules.explain(name).startswith(f"{name} (")
