"""Every block that ships can be filled, reads as a draft, and passes the checks."""

import pytest

from drafter import blocks, lint
from drafter.blocks.catalogue import Template
from drafter.formats import markdown
from drafter.grammar import bodies
from drafter.model import Resolution

BLOCKS = blocks.catalogue.catalogue()
SKELETONS = blocks.skeletons()


def examples(template: Template) -> dict[str, str]:
    return {f.name: f.example or f.default or f.choices[0] for f in template.fields}


def filled(template: Template, body: str) -> Resolution:
    text = blocks.fill(template, examples(template), body=body)
    reading = markdown.parse(text)
    assert not reading.notes
    return reading.value


def faults(resolution: Resolution) -> list[str]:
    found = lint.worst(lint.check(resolution))
    return [f"{f.place}: {f.rule}: {f.message}" for f in found]


def body_for(template: Template) -> str:
    return template.bodies[0] if template.bodies else "ga"


def test_there_are_blocks_enough() -> None:
    assert len(BLOCKS) >= 120
    assert len(SKELETONS) >= 3
    assert {b.part for b in BLOCKS} == {"preambular", "operative"}


@pytest.mark.parametrize("template", BLOCKS, ids=lambda t: t.name)
def test_a_block_says_what_it_is_for(template: Template) -> None:
    assert template.about
    assert template.family
    assert template.path.stem == template.name
    assert all(f.prompt and (f.example or f.default) for f in template.fields)
    assert all(b in {known.id for known in bodies.bodies()} for b in template.bodies)


@pytest.mark.parametrize("template", BLOCKS, ids=lambda t: t.name)
def test_a_block_filled_with_its_examples_stands_in_its_part(template: Template) -> None:
    resolution = filled(template, body_for(template))
    parts = {"preambular": resolution.preamble, "operative": resolution.operative}
    assert len(parts[template.part]) == 1
    assert not parts["operative" if template.part == "preambular" else "preambular"]


@pytest.mark.parametrize("template", BLOCKS, ids=lambda t: t.name)
def test_a_block_passes_the_checks(template: Template) -> None:
    resolution = filled(template, body_for(template))
    # Alone it is a draft without a clause whose only paragraph is the last: not the block's fault.
    apart = {"enacting-clause", "operative-ending", "numbering"}
    found = lint.check(resolution, only=[r for r in lint.rules.names() if r not in apart])
    assert [f"{f.rule}: {f.message}" for f in found] == []


@pytest.mark.parametrize(
    ("template", "body"),
    [(t, b.id) for t in SKELETONS for b in bodies.bodies() if t.suits(b.id)],
    ids=lambda value: getattr(value, "name", value),
)
def test_a_skeleton_gives_a_clean_draft_for_each_body(template: Template, body: str) -> None:
    values = examples(template)

    draft = blocks.new_draft(template, values, body=body)
    assert faults(draft) == []
    assert draft.masthead.body == body
    text = markdown.format(draft)
    assert markdown.parse(text).value == draft


@pytest.mark.parametrize("template", SKELETONS, ids=lambda t: t.name)
def test_what_nobody_decided_stands_in_brackets(template: Template) -> None:
    draft = blocks.new_draft(template, {}, body=body_for(template))
    assert "[" in markdown.format(draft)
    assert faults(draft) == []


@pytest.mark.parametrize("body", [b.id for b in bodies.bodies()])
def test_every_body_has_a_skeleton(body: str) -> None:
    assert any(template.suits(body) for template in SKELETONS)
