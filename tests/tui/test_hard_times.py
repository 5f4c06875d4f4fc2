"""No bank, a broken bank, a report of several texts, a very long draft: the editor carries on."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from drafter.editing.save import open_file
from drafter.formats import format_named
from drafter.formats.markdown import parse
from drafter.model import Document, text
from drafter.phrases import bank
from drafter.phrases.bank import Bank
from drafter.tui.screens.draft import DraftScreen
from drafter.tui.screens.home import HomeScreen
from drafter.tui.screens.reader import Reader
from drafter.tui.screens.which import Which
from drafter.tui.widgets.findings_list import FindingsList
from tests.tui.driving import RIVER, at, drive, river, texts, type_words, until

__all__ = ["river"]


def said(screen: DraftScreen) -> str:
    return str(screen.query_one("#status").render())


def test_a_broken_bank_is_told_and_nothing_else_breaks(
    river: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = river.parent / "bank.sqlite"
    broken.write_bytes(b"no bank at all" * 100)
    monkeypatch.setattr(bank, "user_bank", lambda: broken)
    bank._default.cache_clear()

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "2", "enter", "l")
        await until(pilot, lambda: str(broken) in screen.side_title())
        await pilot.press("t")
        await until(pilot, lambda: str(broken)[:40] in said(screen))
        await pilot.press("p")
        assert str(broken)[:40] in said(screen)
        await pilot.press("n")
        await type_words(pilot, "Decides to meet")
        await pilot.press("escape")
        await pilot.pause()
        assert "3 Decides to meet" in texts(screen)

    drive(river, script)


def test_an_empty_bank_offers_nothing(river: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Bank, "default", classmethod(lambda cls: cls(())))

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "2", "enter", "l")
        await until(pilot, lambda: "nothing close to OP2" in screen.side_title())
        await pilot.press("t")
        await until(pilot, lambda: screen.traced)
        assert set(screen.marks().values()) == {"+"}

    drive(river, script)


def test_of_several_resolutions_one_is_chosen(river: Path) -> None:
    one = parse(RIVER).value
    other = replace(one, title=text("Light on rivers"))
    path = river.parent / "report.json"
    path.write_bytes(format_named("json").write(Document((one, other))))

    async def script(pilot: Pilot[None], _: DraftScreen) -> None:
        home = pilot.app.screen
        assert isinstance(home, HomeScreen)
        home._open(lambda: open_file(path))
        await pilot.pause()
        chooser = pilot.app.screen
        assert isinstance(chooser, Which)
        assert "Light on rivers" in str(chooser.query_one(OptionList).get_option_at_index(1).prompt)
        await pilot.press("down", "enter")
        await pilot.pause()
        draft = pilot.app.screen
        assert isinstance(draft, DraftScreen)
        assert draft.buffer.which == 1

    drive(None, script)


def test_an_empty_file_is_a_draft_to_begin(river: Path) -> None:
    river.write_text("", "utf-8")

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        for key in ("d", "K", "plus", "y", "greater_than_sign", "t", "f", "F", "c", "escape"):
            await pilot.press(key)
        await pilot.press("N")
        await type_words(pilot, "Decides to meet")
        await pilot.press("escape", "ctrl+s")
        await until(pilot, lambda: not screen.buffer.changed)

    drive(river, script)
    assert "Decides to meet" in river.read_text("utf-8")


def test_a_long_draft_and_a_long_paragraph_are_walked(river: Path) -> None:
    many = "\n\n".join(f"{n}. *Urges* States to license ferry {n};" for n in range(1, 401))
    long = "Member States and ferries " * 2500
    river.write_text(f"*The General Assembly*,\n\n{many}\n\n401. *Urges* {long}\n", "utf-8")

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("end")
        assert at(screen) == "OP401"
        await pilot.press("enter", "end", "end", "x", "ctrl+home", "y", "escape")
        await pilot.pause()
        assert texts(screen)[-1].startswith("401 yUrges")
        assert texts(screen)[-1].endswith("x")
        await pilot.press("home", "g", "2", "0", "0", "enter", "d")
        await pilot.pause()
        assert len(texts(screen)) == 400

    drive(river, script)


def test_a_bracket_gets_its_name(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("g", "2", "enter", "enter", "ctrl+home")
        await pilot.press("shift+end", "ctrl+o")
        await pilot.pause()
        await type_words(pilot, "EU")
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert texts(screen)[5].startswith("2 [EU: Invites Member States")

    drive(river, script)


def test_the_list_of_findings_is_waited_for(river: Path) -> None:
    river.write_text(river.read_text("utf-8").replace("crews;", "crews."), "utf-8")

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await pilot.press("f")
        await until(pilot, lambda: screen.query_one(FindingsList).has_focus)
        await pilot.press("x")
        await pilot.pause()
        page = pilot.app.screen
        assert isinstance(page, Reader)
        assert "*" not in str(page._words)

    drive(river, script)
