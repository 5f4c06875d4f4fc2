from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from drafter.tui.screens.block_form import BlockForm
from drafter.tui.screens.block_picker import BlockPicker
from drafter.tui.screens.draft import DraftScreen
from drafter.tui.screens.reader import Reader
from drafter.tui.widgets.agreed_list import AgreedList
from drafter.tui.widgets.fields import Fields
from drafter.tui.widgets.findings_list import FindingsList
from tests.tui.driving import at, drive, river, texts, type_words, until

__all__ = ["river"]


def test_agreed_language_comes_while_typing_and_goes_in_by_enter(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "2", "enter", "n")
        await pilot.pause()
        await type_words(pilot, "Encourages States parties")
        await until(pilot, lambda: screen.phrases)
        await pilot.press("ctrl+l")
        await pilot.pause()
        first = screen.phrases[0]
        await pilot.press("enter")
        await pilot.pause()
        assert any(first.text in each for each in texts(screen))
        shown = screen.query_one("#status").render()
        assert first.symbol in str(shown)

    drive(river, script, (120, 40))


def test_a_stale_answer_is_dropped(river: Path) -> None:
    from drafter.phrases.bank import Suggestion
    from drafter.tui.messages import SuggestionsReady

    stale = Suggestion("Old words.", "A/1", "operative", "1", "", "adopted", 1.0, 1)

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "2", "enter", "d")
        screen.post_message(SuggestionsReady(0, "", "OP2", (stale,)))
        await pilot.pause()
        assert stale not in screen.phrases

    drive(river, script)


def test_replacing_a_paragraph_by_agreed_language_is_one_undo(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        before = screen.buffer.resolution
        await pilot.press("g", "2", "enter", "l")
        await until(pilot, lambda: screen.phrases)
        screen.query_one(AgreedList).focus()
        await pilot.press("r")
        await pilot.pause()
        assert screen.buffer.resolution != before
        assert at(screen) == "OP2"
        await pilot.press("ctrl+z")
        assert screen.buffer.resolution == before

    drive(river, script)


def test_findings_are_listed_and_lead_to_their_paragraph(river: Path) -> None:
    river.write_text(river.read_text("utf-8").replace("crews;", "crews."), "utf-8")

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await until(pilot, lambda: screen.findings)
        assert any(each.place == "OP2" for each in screen.findings)
        await pilot.press("f")
        await pilot.pause()
        found = screen.query_one(FindingsList)
        assert found.has_focus
        found.highlighted = [each.place for each in screen.findings].index("OP2")
        await pilot.press("enter")
        await pilot.pause()
        assert at(screen) == "OP2"

    drive(river, script)


def test_a_finding_is_explained_and_fixed(river: Path) -> None:
    river.write_text(river.read_text("utf-8").replace("crews;", "crews."), "utf-8")

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await until(pilot, lambda: screen.findings)
        await pilot.press("f")
        await pilot.pause()
        found = screen.query_one(FindingsList)
        rules = [each.rule for each in screen.findings]
        found.highlighted = rules.index("operative-ending")
        await pilot.press("x")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Reader)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("f")
        await pilot.pause()
        assert "2 Invites Member States to train crews;" in texts(screen)
        await pilot.press("ctrl+z")
        assert "2 Invites Member States to train crews." in texts(screen)

    drive(river, script)


def test_everything_safe_is_fixed_in_one_step(river: Path) -> None:
    spoilt = river.read_text("utf-8").replace("crews;", "crews.").replace("manuals;", "manuals.")
    river.write_text(spoilt, "utf-8")

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await until(pilot, lambda: len(screen.findings) > 1)
        before = screen.buffer.resolution
        await pilot.press("F")
        await pilot.pause()
        assert "2 Invites Member States to train crews;" in texts(screen)
        await pilot.press("ctrl+z")
        assert screen.buffer.resolution == before

    drive(river, script)


def test_a_block_is_found_filled_in_and_inserted(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        count = len(texts(screen))
        await pilot.press("g", "2", "enter", "b")
        await pilot.pause()
        assert isinstance(pilot.app.screen, BlockPicker)
        await type_words(pilot, "report")
        await pilot.press("enter")
        await pilot.pause()
        form = pilot.app.screen
        assert isinstance(form, BlockForm)
        fields = form.query_one(Fields)
        for each in fields._fields:
            line = fields.query_one(f"#field-{each.name}", Input)
            line.value = line.value or (each.choices[0] if each.choices else each.example)
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert len(texts(screen)) > count
        await pilot.press("ctrl+z")
        assert len(texts(screen)) == count

    drive(river, script)


def test_every_block_can_be_previewed_and_inserted_with_its_examples() -> None:
    from drafter.blocks.catalogue import catalogue
    from drafter.blocks.filling import fill
    from drafter.editing.inserting import insert, parse_block
    from drafter.editing.state import State
    from drafter.model import Resolution
    from drafter.tui.screens.block_picker import preview

    for template in catalogue():
        values = {each.name: each.default or each.example for each in template.fields}
        filled = fill(template, {name: value for name, value in values.items() if value})
        assert preview(template).plain
        block = parse_block(template.title, template.part, filled)
        assert block.items, template.name
        state = insert(State(Resolution(enacting="The General Assembly,"), 1), block)
        part = state.resolution.preamble if block.part == "preamble" else state.resolution.operative
        assert len(part) == len(block.items), template.name
