from pathlib import Path
from random import Random

from textual.pilot import Pilot

from drafter.tui.screens.draft import DraftScreen
from tests.tui.driving import at, drive, river, texts, type_words, until

__all__ = ["river"]


def test_a_draft_opens_on_its_title_with_every_paragraph_shown(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        assert at(screen) == "title"
        assert texts(screen)[2:5] == [
            "1 Urges Member States to license ferries, including by:",
            "(a) Funding schools;",
            "(b) Publishing manuals;",
        ]
        assert not screen.buffer.changed

    drive(river, script)


def test_arrows_and_letters_walk(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("down", "down", "j")
        assert at(screen) == "PP2"
        await pilot.press("k", "up")
        assert at(screen) == "enacting clause"
        await pilot.press("end")
        assert at(screen) == "footnote 1"
        await pilot.press("home")
        assert at(screen) == "masthead"

    drive(river, script)


def test_go_to_takes_a_delegates_words(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "1", "b", "enter")
        await pilot.pause()
        assert at(screen) == "OP1 (b)"
        await pilot.press("g", "9", "9", "enter")
        await pilot.pause()
        assert at(screen) == "OP1 (b)"

    drive(river, script)


def test_typing_changes_the_draft_as_it_is_typed(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "2", "enter")
        await pilot.press("enter")
        assert screen.pen_down
        await pilot.press("end", "backspace")
        await type_words(pilot, " *well*;")
        await pilot.press("escape")
        await pilot.pause()
        assert not screen.pen_down
        assert "2 Invites Member States to train crews well;" in texts(screen)
        assert screen.buffer.changed

    drive(river, script)


def test_leaving_the_pen_at_once_keeps_the_last_letter(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "2", "enter", "enter", "end", "z", "escape")
        await pilot.pause()
        assert "2 Invites Member States to train crews;z" in texts(screen)
        await pilot.press("down", "enter", "end", "y", "up", "up", "up")
        await pilot.pause()
        assert texts(screen)[-1].endswith("session.y")

    drive(river, script)


def test_enter_splits_and_backspace_joins_as_in_word(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "2", "enter", "enter", "home")
        await pilot.press(*["ctrl+right"] * 3, "enter")
        await pilot.pause()
        assert at(screen) == "OP3"
        assert screen.pen_down
        whole = texts(screen)
        assert whole[5].startswith("2 Invites")
        assert whole[6].startswith("3 ")
        await pilot.press("backspace")
        await pilot.pause()
        assert "2 Invites Member States to train crews;" in texts(screen)
        assert at(screen) == "OP2"

    drive(river, script)


def test_a_new_paragraph_takes_the_next_number(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "2", "enter", "n")
        await pilot.pause()
        await type_words(pilot, "*Decides* to meet;")
        await pilot.press("escape")
        await pilot.pause()
        assert at(screen) == "OP3"
        assert texts(screen)[-2:] == [
            "3 Decides to meet;",
            "4 Requests the Secretary-General to report to it at its eighty-first session.",
        ]

    drive(river, script)


def test_a_new_paragraph_left_empty_goes_again(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        before = texts(screen)
        await pilot.press("g", "2", "enter", "n", "escape")
        await pilot.pause()
        assert texts(screen) == before
        assert not screen.buffer.changed

    drive(river, script)


def test_moving_and_deleting_let_the_numbers_follow(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "3", "enter", "K")
        assert at(screen) == "OP2"
        await pilot.press("alt+down")
        assert at(screen) == "OP3"
        await pilot.press("g", "1", "enter", "d")
        await pilot.pause()
        assert texts(screen)[2:] == [
            "1 Invites Member States to train crews;",
            "2 Requests the Secretary-General to report to it at its eighty-first session.",
        ]

    drive(river, script)


def test_levels_change_by_key(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "2", "enter", "greater_than_sign")
        assert at(screen) == "OP1 (c)"
        await pilot.press("less_than_sign")
        assert at(screen) == "OP2"
        await pilot.press("enter", "tab")
        await pilot.pause()
        assert at(screen) == "OP1 (c)"
        assert screen.pen_down

    drive(river, script)


def test_one_undo_for_typing_moving_and_deleting(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        before = screen.buffer.resolution
        await pilot.press("g", "2", "enter", "enter", "end")
        await type_words(pilot, "abc")
        await pilot.press("escape", "K", "d", "y")
        await pilot.pause()
        after = screen.buffer.resolution
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        await pilot.pause()
        assert screen.buffer.resolution == before
        await pilot.press("ctrl+y", "ctrl+y", "ctrl+y", "ctrl+y")
        await pilot.pause()
        assert screen.buffer.resolution == after

    drive(river, script)


def test_undo_inside_the_pen_is_the_drafts_undo(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        before = screen.buffer.resolution
        await pilot.press("g", "2", "enter", "enter", "end")
        await type_words(pilot, " more")
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert screen.buffer.resolution == before
        assert screen.pen_down
        assert screen.pen.text == "*Invites* Member States to train crews;"
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert screen.pen.text.endswith(" more")

    drive(river, script)


def test_a_footnote_typed_gets_its_place_and_number(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "2", "enter", "enter", "end", "ctrl+n", "escape")
        await pilot.pause()
        assert [note.label for note in screen.buffer.resolution.footnotes] == ["1", "2"]

    drive(river, script)


def test_pasting_several_paragraphs_makes_several(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        from textual import events

        await pilot.press("g", "2", "enter", "n")
        await pilot.pause()
        screen.pen.post_message(events.Paste("Decides to\nmeet;\n\nInvites all;\n\nEnds."))
        await pilot.pause()
        await pilot.pause()
        assert texts(screen)[6:9] == ["3 Decides to meet;", "4 Invites all;", "5 Ends."]

    drive(river, script)


def test_the_pen_goes_on_into_the_neighbouring_paragraph(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "p", "p", "1", "enter", "enter", "end", "down")
        await pilot.pause()
        assert at(screen) == "PP2"
        assert screen.pen_down
        await pilot.press("home", "up")
        await pilot.pause()
        assert at(screen) == "PP1"

    drive(river, script)


def test_clicking_twice_puts_the_pen_there(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        region = screen.text.region_of(4)
        await pilot.click("#text", offset=(region.x + 2, region.y), times=2)
        await until(pilot, lambda: screen.pen_down)
        assert at(screen) == "PP2"

    drive(river, script)


def test_the_masthead_is_a_form(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("m")
        await pilot.pause()
        from drafter.tui.widgets.fields import Fields

        fields = pilot.app.screen.query_one(Fields)
        fields.go_to("session")
        await type_words(pilot, "Eightieth")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert screen.buffer.resolution.masthead.session == "Eightieth"
        await pilot.press("ctrl+z")
        assert screen.buffer.resolution.masthead.session == ""

    drive(river, script)


def test_help_shows_every_key_and_closes(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("question_mark")
        await pilot.pause()
        assert pilot.app.screen is not screen
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is screen

    drive(river, script)


def test_the_palette_runs_a_command_by_its_name(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "2", "enter", "ctrl+p")
        await pilot.pause()
        await type_words(pilot, "Duplicate")
        await until(pilot, lambda: pilot.app.screen is not screen)
        await pilot.pause(0.5)
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        await until(pilot, lambda: at(screen) == "OP3")
        assert texts(screen)[5][2:] == texts(screen)[6][2:]

    drive(river, script)


def test_any_keys_in_any_order_leave_a_draft_that_undoes_to_the_file(river: Path) -> None:
    keys = [
        "up",
        "down",
        "enter",
        "escape",
        "n",
        "d",
        "y",
        "K",
        "J",
        "tab",
        "space",
        "a",
        "b",
        "greater_than_sign",
        "plus",
        "home",
        "end",
    ]

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        before = screen.buffer.resolution
        random = Random(7)
        for _ in range(60):
            await pilot.press(random.choice(keys))
        await pilot.press("escape")
        await pilot.pause()
        for _ in range(len(screen.buffer.history.past) + 1):
            screen.action_undo()
        assert screen.buffer.resolution == before

    drive(river, script)
