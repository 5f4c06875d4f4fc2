"""The home screen: what lies there, a new draft, any file."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from drafter.editing import recovery
from drafter.editing.recent import remember
from drafter.tui.screens.block_form import BlockForm
from drafter.tui.screens.block_picker import BlockPicker
from drafter.tui.screens.citation_picker import CitationPicker
from drafter.tui.screens.draft import DraftScreen
from drafter.tui.screens.home import HomeScreen
from drafter.tui.screens.new import NewDraft, SkeletonForm
from drafter.tui.screens.reader import Reader
from drafter.tui.widgets.fields import Fields
from tests.tui.driving import drive, river, type_words

__all__ = ["river"]


def test_recent_drafts_have_their_titles_and_open(river: Path) -> None:
    remember(river)
    recovery.beside(river).write_text(river.read_text("utf-8").replace("train", "pay"), "utf-8")

    async def script(pilot: Pilot[None], _: DraftScreen) -> None:
        home = pilot.app.screen
        assert isinstance(home, HomeScreen)
        shown = str(home.query_one(OptionList).get_option_at_index(0).prompt)
        assert "river.md" in shown
        assert "not saved" in shown
        assert str(river)[:40] in str(home.query_one("#status").render())
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Reader)
        await pilot.press("escape", "enter")
        await pilot.pause()
        assert any(isinstance(each, DraftScreen) for each in pilot.app.screen_stack)

    drive(None, script)


def test_a_new_draft_begins_with_a_body_profile(river: Path) -> None:
    async def script(pilot: Pilot[None], _: DraftScreen) -> None:
        await pilot.press("n", "enter")
        await pilot.pause()
        form = pilot.app.screen
        assert isinstance(form, SkeletonForm)
        body = form.query_one("#field-body", Input)
        body.value = "hrx"
        await pilot.pause()
        assert "unknown body" in str(form.query_one("#trouble").render())
        await pilot.press("ctrl+s")
        assert pilot.app.screen is form
        body.value = "hrc"
        await pilot.pause()
        assert "Human Rights Council" in str(form.query_one("#trouble").render())
        await pilot.press("ctrl+s")
        await pilot.pause()
        draft = pilot.app.screen
        assert isinstance(draft, DraftScreen)
        assert draft.buffer.resolution.masthead.body == "hrc"

    drive(None, script)


def test_leaving_the_form_leads_back_to_the_choice(river: Path) -> None:
    async def script(pilot: Pilot[None], _: DraftScreen) -> None:
        await pilot.press("n", "enter", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, NewDraft)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen)

    drive(None, script)


def test_a_citation_is_picked_from_the_bank_with_its_title(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("b")
        await pilot.pause()
        picker = pilot.app.screen
        assert isinstance(picker, BlockPicker)
        picker.query_one(Input).value = "Recall a resolution by number and title"
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        form = pilot.app.screen
        assert isinstance(form, BlockForm)
        await pilot.press("ctrl+o")
        await pilot.pause()
        citations = pilot.app.screen
        assert isinstance(citations, CitationPicker)
        await type_words(pilot, "corruption sport")
        found = citations.found[0]
        await pilot.press("enter")
        await pilot.pause()
        values = form.query_one(Fields).values
        assert values == {"resolution": found.citation, "resolution_topic": found.title}
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert any(found.title in each for each in map(str, screen.lines) if found.citation in each)

    drive(river, script)
