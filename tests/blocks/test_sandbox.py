"""A template is text: whatever reaches further is refused, clearly and in bounded time."""

from pathlib import Path

import pytest

from drafter import blocks
from drafter.blocks import catalogue
from drafter.blocks.catalogue import Template
from drafter.errors import DrafterError

HEAD = "---\nname: x\npart: operative\nfields:\n  topic: {type: text, prompt: topic}\n"
POINTS = HEAD + "  points: {type: points, prompt: points}\n---\n"
HEAD += "---\n"


def template(source: str, head: str = HEAD) -> Template:
    return catalogue.parse(head + source, Path("x.md"))


@pytest.mark.parametrize(
    "source",
    [
        "{{ topic.__class__ }}",
        "{{ topic.__class__.__mro__[1].__subclasses__() }}",
        "{{ ''.join(['a']) }}",
        "{{ topic['__class__'] }}",
        "{{ topic | attr('__class__') }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% extends 'x' %}",
        "{% set a = topic %}{{ a }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 9 ** 999999999 }}",
        "{{ topic ~ topic }}",
        "{{ range(10) }}",
        "{% for i in range(999999999) %}x{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ lipsum() }}",
        "{{ cycler('a') }}",
        "{{ self }}",
        "{{ self.__init__ }}",
        "{{ loop.__class__ }}",
        "{{ topic | pprint }}",
        "{{ topic | format(9) }}",
        "{{ [1, 2] }}",
        "{% for a in topic recursive %}{{ loop(topic) }}{% endfor %}",
        "{% call topic() %}{% endcall %}",
        "{% filter upper %}x{% endfilter %}",
        "{% autoescape false %}x{% endautoescape %}",
        "{{ unknown }}",
        "{% if %}",
        "{{ topic",
        "{% for %}",
        "(" * 500 + "{{ " + "(" * 5000 + "topic" + ")" * 5000 + " }}",
        "{{ " + "not " * 20000 + "topic }}",
    ],
)
def test_what_reaches_further_is_refused(source: str) -> None:
    with pytest.raises(DrafterError) as caught:
        blocks.fill(template(source), {"topic": "river safety"})
    assert "x.md" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_block_cannot_grow_without_bound() -> None:
    loops = "{% for a in points %}{% for b in points %}{{ topic }}{% endfor %}{% endfor %}"
    values = {"topic": "x" * 10_000, "points": ";".join(["y"] * 200)}
    with pytest.raises(DrafterError, match="grows beyond"):
        blocks.fill(template(loops, POINTS), values)


def test_loops_stand_only_two_deep() -> None:
    source = "{% for a in points %}" * 3 + "x" + "{% endfor %}" * 3
    with pytest.raises(DrafterError, match="too deep"):
        blocks.fill(template(source, POINTS), {"topic": "x", "points": "y"})


def test_a_value_is_words_and_never_code() -> None:
    filled = blocks.fill(template("1. *Urges* States: {{ topic }};"), {"topic": "{{ 7 * 7 }} *a*"})
    assert filled == "1. *Urges* States: {{ 7 \\* 7 }} \\*a\\*;\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("no front matter", "no front matter"),
        ("---\nname: x\n", "does not end"),
        ("---\n[1\n---\n", "no YAML"),
        ("---\n- 1\n---\n", "no table"),
        ("---\nname: x\n---\n", "no part"),
        ("---\npart: operative\nfields: [a]\n---\n", "fields is a table"),
        ("---\npart: operative\nfields: {a: 1}\n---\n", "not described"),
        ("---\npart: operative\nfields: {a: {type: colour}}\n---\n", "unknown type"),
        ("---\npart: operative\nfields: {a: {type: choice}}\n---\n", "no choices"),
        ("---\npart: operative\nblocks: 4\n---\n", "list of names"),
        ("---\n? [a]: 1\n---\n", "front matter"),
    ],
)
def test_a_malformed_template_is_named_and_explained(text: str, says: str) -> None:
    with pytest.raises(DrafterError, match=says) as caught:
        catalogue.parse(text, Path("mine.md"))
    assert "mine.md" in str(caught.value)


def test_the_users_folder_overrides(tmp_path: Path) -> None:
    own = "---\nname: urge-states\npart: operative\n---\n1. *Urges* everyone;\n"
    (tmp_path / "urge-states.md").write_text(own)
    found = catalogue.template("urge-states", [tmp_path])
    assert blocks.fill(found, {}) == "1. *Urges* everyone;\n"
    assert catalogue.template("urge-states").fields


def test_an_unknown_block_gets_a_near_name() -> None:
    with pytest.raises(DrafterError) as caught:
        catalogue.template("urge-state")
    assert "urge-states" in caught.value.hint


@pytest.mark.parametrize(
    ("name", "values", "says"),
    [
        ("urge-states", {}, "has no value"),
        ("urge-states", {"colour": "red"}, "no field colour"),
        ("report-next-session", {"session": "soon"}, "is no session"),
        ("extend-mandate", {"entity": "the Mission", "date": "soon"}, "is no date"),
        ("elect-bureau", {"event": "it", "number": "few"}, "is no number"),
        ("report-next-year", {"year": "20266"}, "is no year"),
        ("take-note-report", {"topic": "x", "symbol": "no. 5"}, "no document symbol"),
        ("recall-own-resolution", {"resolution": "last one"}, "cites no resolution"),
        ("extrabudgetary-resources", {"purposes": "fun"}, "not one of the choices"),
    ],
)
def test_a_field_says_what_it_takes(name: str, values: dict[str, str], says: str) -> None:
    with pytest.raises(DrafterError, match=says) as caught:
        blocks.fill(catalogue.template(name), values)
    assert caught.value.hint


def test_sessions_and_dates_are_printed_as_the_organization_prints_them() -> None:
    report = catalogue.template("report-next-session")
    assert "its eighty-first session" in blocks.fill(report, {"session": "81"})
    mandate = catalogue.template("extend-mandate")
    filled = blocks.fill(mandate, {"entity": "the Mission", "date": "2026-05-12"})
    assert "until 12 May 2026" in filled
