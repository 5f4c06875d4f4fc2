"""What was worked out for an older text never lands in a newer one, whatever comes first."""

import random
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from drafter.editing.comparing import Against
from drafter.editing.save import open_file
from drafter.model import plain
from drafter.tui.messages import Saved
from drafter.tui.screens.compare import Compare
from drafter.tui.screens.draft import DraftScreen
from drafter.tui.screens.question import Question
from drafter.tui.screens.watching import DiskSeen
from drafter.tui.widgets.findings_list import FindingsList
from tests.tui.driving import drive, river, texts, type_words, until

__all__ = ["river"]

LAST = "Requests the Secretary-General to report to it at its eighty-first session."


def last(screen: DraftScreen) -> str:
    """The words of the last operative paragraph."""
    return next(plain(each.row.content) for each in screen.lines if each.place == "OP3")


async def pen_on_the_last(pilot: Pilot[None], screen: DraftScreen) -> None:
    """The pen at the end of OP3."""
    await pilot.press("g", "3", "enter", "enter")
    await until(pilot, lambda: screen.pen_down)


async def found(pilot: Pilot[None], screen: DraftScreen) -> None:
    """Wait until the checks have looked at the draft as it is."""
    await until(pilot, lambda: screen._checked == screen.buffer.revision)


def test_what_is_fixed_is_found_in_the_text_as_it_is(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pen_on_the_last(pilot, screen)
        await type_words(pilot, " I")
        await found(pilot, screen)  # "I" lacks its full stop
        assert screen.findings
        await type_words(pilot, "t covers 20")
        screen.pen.insert("%")
        await type_words(pilot, " of crews.")
        await pilot.press("escape", "F")
        await until(pilot, lambda: "per cent" in last(screen))
        assert last(screen) == f"{LAST} It covers 20 per cent of crews."
        await pilot.press("ctrl+z")
        assert last(screen) == f"{LAST} It covers 20% of crews."

    drive(river, script)


def test_one_fix_asked_for_on_an_older_list_waits_for_the_newer_one(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pen_on_the_last(pilot, screen)
        await type_words(pilot, " I")
        await found(pilot, screen)
        finding = next(each for each in screen.findings if each.place == "OP3")
        await type_words(pilot, "t covers crews.")
        await pilot.press("escape")
        screen.post_message(FindingsList.Asked("fix", finding))
        await found(pilot, screen)
        await pilot.pause()
        assert last(screen) == f"{LAST} It covers crews."

    drive(river, script)


def test_a_fix_that_was_asked_for_never_lands_in_words_being_typed(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pen_on_the_last(pilot, screen)
        await type_words(pilot, " I")
        screen.action_fix_all()
        await pilot.press("enter")
        await until(pilot, lambda: screen.pen_down)
        screen._checked, screen._once_checked = -1, screen._fix_all
        screen._checks.ask(screen.buffer, at_once=True)
        await found(pilot, screen)
        assert screen._once_checked is None
        before = last(screen)
        await type_words(pilot, "n time.")
        assert last(screen) == f"{before}n time."

    drive(river, script)


def test_what_followed_comes_before_what_is_fixed(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "2", "enter", "n")
        await type_words(pilot, "Invites Member States to insure 20% of ferries")
        await pilot.press("escape", "F")
        await until(pilot, lambda: "per cent" in " ".join(texts(screen)))
        await found(pilot, screen)
        assert "3 Also invites Member States to insure 20 per cent of ferries;" in texts(screen)

    drive(river, script, follows=True)


@pytest.mark.parametrize("letters", ["a", " by night"])
def test_saving_ends_while_letters_are_on_their_way(river: Path, letters: str) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pen_on_the_last(pilot, screen)
        old = screen.buffer
        screen.pen.insert(letters)
        screen.on_saved(Saved(river, old.resolution, screen.stamp))
        assert screen.pen.text.endswith(letters)
        await pilot.pause()
        assert last(screen) == (LAST + letters).rstrip()

    drive(river, script)


def test_what_is_chosen_in_the_pen_stays_so_when_saving_ends(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pen_on_the_last(pilot, screen)
        await type_words(pilot, "x")
        await pilot.press("ctrl+s", "shift+left", "shift+left")
        await until(pilot, lambda: not screen.buffer.changed)
        await pilot.pause()
        assert screen.pen.selected_text == ".x"

    drive(river, script)


def test_saved_twice_in_a_row_the_last_words_are_on_disk(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pen_on_the_last(pilot, screen)
        for letter in "abcdef":
            await pilot.press(letter, "ctrl+s")
        await until(pilot, lambda: not screen.buffer.changed and not screen.saving)
        assert not isinstance(pilot.app.screen, Question)
        assert "session.abcdef" in river.read_text("utf-8")

    drive(river, script)


def test_a_look_at_the_file_from_before_it_was_saved_says_nothing(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        before = screen.stamp
        await pen_on_the_last(pilot, screen)
        await pilot.press("a", "ctrl+s")
        await until(pilot, lambda: not screen.buffer.changed)
        screen.on_disk_seen(DiskSeen(river, (1, 2, 3), before, known=before))
        assert screen.standing == "saved"

    drive(river, script)


def test_leaving_in_the_same_burst_as_a_letter_asks(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pen_on_the_last(pilot, screen)
        for key in (events.Key("a", "a"), events.Key("b", "b"), events.Key("ctrl+q", None)):
            pilot.app.post_message(key)
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        assert last(screen) == f"{LAST}ab"

    drive(river, script)


def test_what_is_pasted_in_a_burst_comes_where_the_keys_lead(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        for each in (*"g2", "enter", "n", "PASTE", "x", "escape"):
            key = events.Key(each, each if len(each) == 1 else None)
            pilot.app.post_message(events.Paste("Invites one") if each == "PASTE" else key)
        await until(pilot, lambda: "3 Invites onex" in texts(screen))

    drive(river, script)


def test_a_comparison_is_renewed_when_words_follow(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        other = river.parent / "other.md"
        words = river.read_text("utf-8").replace("*Invites* Member States to train crews", "*Asks*")
        other.write_text(words, "utf-8")
        screen.compare_with(Against("file", other))
        await pilot.pause()
        shown = pilot.app.screen
        assert isinstance(shown, Compare)
        await until(pilot, lambda: shown._comparison)
        changed = screen.lines[-3].row
        screen.do(lambda state: state.having([*state.rows[:-3], *state.rows[-2:]], 0, "less"))
        assert shown._comparison is None or shown._asked[0] is not screen.buffer
        await pilot.press("r")  # what it showed is no longer so: nothing is taken back yet
        assert changed.content not in [line.row.content for line in screen.lines]
        await until(pilot, lambda: shown._comparison and shown._asked[0] is screen.buffer)

    drive(river, script)


def test_words_that_were_found_and_are_gone_are_not_replaced(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        screen.action_find()
        await pilot.pause()
        screen.look_for("crews")
        assert screen._at is not None
        rows = list(screen.buffer.state.rows)
        rows[screen._at.row], rows[screen._at.row + 1] = (
            rows[screen._at.row + 1],
            rows[screen._at.row],
        )
        screen.do(lambda state: state.having(rows, 0, "swap"))
        before = texts(screen)
        screen.replace_found("X")
        assert texts(screen) == before

    drive(river, script)


@pytest.mark.parametrize("seed", range(6))
def test_however_things_fall_together_what_is_typed_is_what_stands_there(
    river: Path, seed: int
) -> None:
    """Letters at the end of OP3 among saves, undoing, checks, fixes and words that follow."""

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        chance = random.Random(seed)
        words = ["Requests", "one", "of", "its", "20", "ferries", "and", "crews"]
        await pilot.press("g", "2", "enter", "n")
        await until(pilot, lambda: screen.pen_down)
        model = ""
        for _ in range(60):
            match chance.randrange(12):
                case 0:
                    await pilot.press("ctrl+s")
                case 1 if not screen.saving:
                    screen.post_message(Saved(river, screen.buffer.resolution, screen.stamp))
                case 2:
                    await pilot.press("ctrl+z")
                    model = screen.pen.text
                case 3:
                    await pilot.pause(chance.choice((0, 0.06, 0.7)))
                case 4:
                    screen.look_at_disk()
                case 5:
                    await pilot.press("escape", "F", "enter")
                    await until(pilot, lambda: screen.pen_down)
                    model = screen.pen.text
                case 6:
                    await pilot.press("escape")
                    await pilot.pause(chance.choice((0, 0.06, 0.2)))
                    await pilot.press("enter")
                    await until(pilot, lambda: screen.pen_down)
                    model = screen.pen.text
                case _:
                    new = f" {chance.choice(words)}" if model else chance.choice(words)
                    at_end = screen.pen.at == len(screen.pen.text)
                    for letter in new:
                        pilot.app.post_message(
                            events.Key("space" if letter == " " else letter, letter)
                        )
                        if chance.random() < 0.2:
                            await pilot.pause()
                    await pilot.pause()
                    if at_end:
                        model += new
                        assert screen.pen.text == model
                    else:
                        model = screen.pen.text
            if isinstance(pilot.app.screen, Question):
                raise AssertionError(pilot.app.screen._words)
        screen.sync_pen()
        assert plain(screen.line.row.content) == model.replace("*", "").strip() or "*" in model
        await pilot.press("escape", "ctrl+s")
        await until(pilot, lambda: not screen.buffer.changed and not screen.saving)
        assert open_file(river).buffer.resolution == screen.buffer.resolution

    drive(river, script, follows=True)
