"""Reading a comparison, and settling each change into the draft."""

from pathlib import Path

from textual.pilot import Pilot

from drafter.editing.comparing import Against
from drafter.formats import docx
from drafter.formats.markdown import parse
from drafter.tui.screens.compare import Compare
from drafter.tui.screens.draft import DraftScreen
from drafter.tui.screens.reader import Reader
from drafter.tui.widgets.diff_view import DiffView
from drafter.word.package import Package
from drafter.word.revisions import accept_all, reject_all
from tests.tui.driving import RIVER, at, drive, river, texts, until

__all__ = ["river"]

OTHER = RIVER.replace("train crews", "train and pay crews").replace("many ferries", "some ferries")


async def compared(pilot: Pilot[None], screen: DraftScreen, folder: Path) -> Compare:
    """The comparison with another's return."""
    other = folder / "return.md"
    other.write_text(OTHER, "utf-8")
    return await beside(pilot, screen, other)


async def beside(pilot: Pilot[None], screen: DraftScreen, other: Path) -> Compare:
    """The comparison with the file `other`."""
    screen.compare_with(Against("file", other))
    await pilot.pause()
    shown = pilot.app.screen
    assert isinstance(shown, Compare)
    await until(pilot, lambda: shown._comparison)
    return shown


async def renewed(pilot: Pilot[None], shown: Compare) -> None:
    await pilot.pause()
    await until(pilot, lambda: shown._comparison)


def bar(shown: Compare, name: str) -> str:
    return str(shown.query_one(name).render())


def test_changes_of_a_newer_text_are_accepted_one_by_one(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        shown = await compared(pilot, screen, river.parent)
        await pilot.press("w")
        await renewed(pilot, shown)
        assert "Changes in return.md" in bar(shown, "#top")
        await pilot.press("r")  # some ferries: the draft keeps its word
        assert "1 settled" in bar(shown, "#top")
        await pilot.press("a")
        await renewed(pilot, shown)
        assert "2 Invites Member States to train and pay crews;" in texts(screen)
        assert "Noting that many ferries remain unlicensed," in texts(screen)
        await pilot.press("ctrl+z")
        await renewed(pilot, shown)
        assert "2 Invites Member States to train crews;" in texts(screen)

    drive(river, script)


def test_changes_since_an_older_text_are_rejected_one_by_one(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        shown = await compared(pilot, screen, river.parent)
        await pilot.press("a")
        await pilot.pause()
        view = shown.query_one(DiffView)
        assert view.entry is not None
        assert view.entry.place == "OP2"
        await pilot.press("r")
        await renewed(pilot, shown)
        assert "2 Invites Member States to train and pay crews;" in texts(screen)
        assert "Noting that many ferries remain unlicensed," in texts(screen)
        assert "1 of 1 · 1 settled" in bar(shown, "#top")
        await pilot.press("a")
        assert "settled" not in bar(shown, "#top")

    drive(river, script)


def test_enter_goes_to_the_place_in_the_draft_whichever_is_newer(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        shown = await compared(pilot, screen, river.parent)
        await pilot.press("w")
        await renewed(pilot, shown)
        await pilot.press("n", "enter")
        await pilot.pause()
        assert at(screen) == "OP2"

    drive(river, script)


def test_the_screen_explains_itself(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        await compared(pilot, screen, river.parent)
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Reader)

    drive(river, script)


def test_a_redline_leads_from_the_draft_to_a_newer_text_too(river: Path) -> None:
    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        shown = await compared(pilot, screen, river.parent)
        await pilot.press("w")
        await renewed(pilot, shown)
        await pilot.press("x")
        await pilot.pause()
        await pilot.press("enter")
        path = river.parent / "return-redline.docx"
        await until(pilot, path.exists)
        for resolve, words in ((reject_all, RIVER), (accept_all, OTHER)):
            package = resolve(Package.open(path.read_bytes()))
            got = docx.read(package.save(), path.name).value.resolutions[0]
            assert got.operative == parse(words).value.operative

    drive(river, script)


LONG = "; ".join(f"with care for ferry number {n} of the fleet" for n in range(80))


def test_in_a_long_paragraph_the_words_that_changed_are_shown_one_after_the_other(
    river: Path,
) -> None:
    river.write_text(RIVER.replace("train crews", f"train crews {LONG}"), "utf-8")
    changed = LONG.replace("number 50", "number fifty").replace("number 79", "number last")
    other = river.parent / "other.md"
    other.write_text(RIVER.replace("train crews", f"train crews {changed}"), "utf-8")

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        shown = await beside(pilot, screen, other)
        view = shown.query_one(DiffView)

        def seen() -> str:
            return "\n".join(view.render_line(y).text for y in range(view.size.height))

        await pilot.pause()
        assert "fifty" in seen()
        await pilot.press("n")
        await pilot.pause()
        assert "number last" in seen()
        await pilot.press("n")
        assert "that was the last" in bar(shown, "#status")
        await pilot.press("p")
        await pilot.pause()
        assert "fifty" in seen()

    drive(river, script)


def test_what_moved_is_followed_to_where_it_stood(river: Path) -> None:
    first = "*Noting* that many ferries remain unlicensed,\n\n"
    second = "*Recognizing* the work of river pilots in every season of the year,\n\n"
    third = "*Welcoming* the schools for crews that several States have founded,\n\n"
    river.write_text(RIVER.replace(first, first + second + third), "utf-8")
    other = river.parent / "other.md"
    other.write_text(RIVER.replace(first, third + first + second), "utf-8")

    async def script(pilot: Pilot[None], screen: DraftScreen) -> None:
        shown = await beside(pilot, screen, other)
        await pilot.pause()
        view = shown.query_one(DiffView)
        entry = view.entry
        assert entry is not None
        assert entry.change.kind == "moved"
        assert "1 of 1" in bar(shown, "#top")
        await pilot.press("m")
        assert view.entry is not entry
        assert view.entry is not None
        assert "moved to" in "".join(words for words, _ in view.entry.lines[0])
        assert "1 of 1" in bar(shown, "#top")
        await pilot.press("m")
        assert view.entry is entry

    drive(river, script)
