"""Checking and mending as a whole: configuration, scans, decisions, fixes that add up."""

import pytest

from drafter import lint
from drafter.errors import DrafterError
from drafter.formats import markdown
from drafter.lint import config
from drafter.lint.findings import Finding
from drafter.lint.flat import flat, italics, replaced
from drafter.model import Bracket, Call, Heading, Paragraph, Resolution, Text

FAULTY = """---
lint: {LINT}
---

*The General Assembly*,

*Recalling* its resolution 79/901 of 12 December 2024

1. *Urges* States to organise ferries;

2. *Urges* States to train crews; and

3. *Requests* the Secretary-General to report
"""
CLEAN = """*The General Assembly*,

*Recalling* its resolution 79/901 of 12 December 2024,

1. *Urges* States to organize ferries;

2. *Also urges* States to train crews;

3. *Requests* the Secretary-General to report.
"""


def draft(settings: str = "{}") -> Resolution:
    return markdown.parse(FAULTY.replace("{LINT}", settings)).value


def rules_in(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{f.place} {f.rule}" for f in findings]


ALL = [
    "PP1 preambular-ending",
    "OP1 spelling",
    "OP2 succession",
    "OP2 penultimate-and",
    "OP2 operative-ending",
    "OP3 operative-ending",
]


def test_findings_come_in_reading_order() -> None:
    found = rules_in(lint.check(draft()))
    assert found == [each for each in ALL if each in found]
    assert found[0] == "PP1 preambular-ending"


def test_safe_fixes_mend_the_whole() -> None:
    mended = lint.mend(draft(), lint.check)
    assert markdown.format(mended).partition("---\n\n")[2] == CLEAN
    assert lint.check(mended) == ()


def test_a_rule_can_be_turned_off() -> None:
    found = rules_in(lint.check(draft("{off: [spelling, succession]}")))
    assert "OP1 spelling" not in found
    assert "OP2 succession" not in found


def test_a_level_can_be_changed() -> None:
    found = lint.check(draft("{levels: {spelling: note}}"))
    assert [f.level for f in found if f.rule == "spelling"] == ["note"]


def test_a_paragraph_can_be_exempted_with_a_reason() -> None:
    settings = "{exempt: [{place: OP2, rule: succession, reason: agreed language}]}"
    assert "OP2 succession" not in rules_in(lint.check(draft(settings)))


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ([], "no table|not a table"),
        ({"of": []}, "unknown key of"),
        ({"off": ["speling"]}, "unknown rule speling"),
        ({"levels": {"spelling": "fatal"}}, "unknown level fatal"),
        ({"exempt": [{"place": "OP2"}]}, "without a reason"),
        ({"exempt": [{"rule": "spelling"}]}, "has no place"),
        ({"exempt": 4}, "exempt is a list"),
        ({"off": 4}, "off is a list"),
    ],
)
def test_a_wrong_setting_is_named(value: object, says: str) -> None:
    with pytest.raises(DrafterError, match=says) as caught:
        config.parse(value, "draft.md")
    assert "draft.md" in str(caught.value)


def test_a_folders_settings_apply_below_it(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "drafter.toml").write_text('[lint]\noff = ["spelling"]\n')
    (tmp_path / "in").mkdir()
    assert config.beside(tmp_path / "in" / "draft.md").off == {"spelling"}


def test_a_scan_is_not_held_to_punctuation_and_italics() -> None:
    found = rules_in(lint.check(draft(), scanned=True))
    assert "PP1 preambular-ending" not in found
    assert "OP1 spelling" in found


def test_a_decision_has_its_own_form() -> None:
    text = "---\nstatus: decision\n---\n\n*The General Assembly*\n\n(a) Took note of the report;\n"
    found = {f.rule for f in lint.check(markdown.parse(text).value)}
    assert not found & {"opening-missing", "operative-ending", "numbering"}


def test_a_french_text_is_not_read_as_english() -> None:
    text = (
        "*L’Assemblée générale*,\n\n*Rappelant* sa résolution 79/901 du 12 décembre 2024 sur la "
        "sécurité des rivières et des ports,\n\n1. *Décide* de rester saisie de la question ;\n\n"
        "2. *Décide* de se réunir en 2026.\n"
    )
    found = {f.rule for f in lint.check(markdown.parse(text).value)}
    assert not found & {"succession", "opening-missing", "opening-unknown"}


def test_an_empty_draft_has_no_findings() -> None:
    assert lint.check(Resolution()) == ()


def test_an_edit_keeps_calls_and_formatting() -> None:
    content = (Text("Urges", italic=True), Text(" States,"), Call("1"), Text(" all"))
    mended = replaced(content, 0, 5, "Also urges")
    assert mended == (Text("Also urges", italic=True), *content[1:])
    assert replaced(content, 12, 14, ";") == (
        *content[:1],
        Text(" States;"),
        Call("1"),
        Text(" all"),
    )


def test_an_edit_never_cuts_a_bracket() -> None:
    content = (Text("a "), Bracket((Text("b"),), "EU"), Text(" c"))
    assert flat(content) == "a [b] c"
    assert len(italics(content)) == len(flat(content))
    assert replaced(content, 3, 4, "x") == (Text("a "), Bracket((Text("x"),), "EU"), Text(" c"))
    with pytest.raises(ValueError, match="bracket"):
        replaced(content, 2, 4, "x")


def test_overlapping_fixes_wait_for_the_next_round() -> None:
    text = "*The General Assembly*,\n\n*Noting*,\n\n1. *Urges* States to do 5%\n\n2. *Urges* all.\n"
    once = lint.mend(markdown.parse(text).value, lint.check)
    assert "5 per cent;" in markdown.format(once)


COUNCIL = """*The Security Council*,

*Recalling* resolution 9998 (2022) and the statement of its President (S/PRST/2021/99),

*Expresses* concern over the closing of ferries,

1. *Decides* to remain seized of the crossings and *authorises* this programme;

2. *Decides* that this resolution covers:

   (i) to keep the ferries, and

   (ii) to mark the crossings.
"""


def test_a_body_with_its_own_practice_is_held_to_that() -> None:
    found = lint.check(markdown.parse(COUNCIL).value)
    rules = {f.rule for f in found}
    assert not rules & {"present-resolution", "succession", "symbol-in-text"}
    assert {f.level for f in found if f.rule in {"spelling", "point-capital"}} == {"note"}
    assert not [f for f in found if f.rule == "spelling" and f.fix and f.fix.safe]


def test_a_draft_may_ask_for_more_than_its_bodys_practice() -> None:
    asked = config.parse({"levels": {"succession": "warning"}}, "draft.md")
    found = lint.check(markdown.parse(COUNCIL).value, config=asked)
    assert "OP2 succession" in rules_in(found)


def test_a_list_in_another_form_is_noted_once() -> None:
    found = [f for f in lint.check(markdown.parse(COUNCIL).value) if f.rule == "numbering"]
    assert [(f.place, f.level) for f in found] == [("OP2 (i)", "note")]


def test_a_section_has_its_own_preamble_and_numbers() -> None:
    preamble = Paragraph((Text("Recalling", italic=True), Text(" its resolution,")), label="")
    first = Paragraph((Text("Takes note", italic=True), Text(" of the report;")), label="1")
    last = Paragraph((Text("Decides", italic=True), Text(" to keep the ferries.")))
    heading = Heading((Text("Ports"),))
    sections = (heading, preamble, first, last)
    text = Resolution(enacting="The General Assembly,", operative=(last, *sections))
    found = {f.rule for f in lint.check(text)}
    assert not found & {"numbering", "opening-voice", "opening-missing"}
    assert "OP3 operative-ending" not in rules_in(lint.check(text))
