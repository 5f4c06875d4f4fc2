"""Pictures of the screens as text: what stands in every cell, and in which style.

`python -m tests.tui.screens` writes the golden files anew; look at them before they are committed.
"""

import asyncio
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafter.tui.later import Later

GOLDEN = Path(__file__).parent / "golden"
SIZES = ((80, 24), (120, 40), (200, 60))
_DAY = 1762257600  # 4 November 2025: the home screen says when a draft was changed
_NAMES = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


@dataclass(frozen=True)
class Shot:
    """A screen, and the keys that lead there."""

    name: str
    keys: tuple[str, ...] = ()
    draft: str = "river-crossings-rev1.md"


def _typed(words: str) -> tuple[str, ...]:
    return tuple({" ": "space", "*": "asterisk"}.get(letter, letter) for letter in words)


SHOTS = (
    Shot("home", draft=""),
    Shot("new", ("n",), draft=""),
    Shot("draft", ("g", "4", "enter")),
    Shot("pen", ("g", "4", "enter", "enter", *_typed("Rivers "))),
    Shot("masthead", ("m",)),
    Shot("findings", ("f",), draft="river-crossings.md"),
    Shot("block", ("b",)),
    Shot("block-form", ("b", *_typed("report"), "enter")),
    Shot("against", ("c",)),
    Shot("compare", ("c", "enter")),
    Shot("columns", ("c", "enter", "s")),
    Shot("find", ("slash", *_typed("secretary"))),
    Shot("go-to", ("g",)),
    Shot("export", ("x",)),
    Shot("keys", ("question_mark",)),
    Shot("leave", ("d", "ctrl+q")),
    Shot("changed-on-disk", ("d", "THEIRS", "ctrl+s")),
    Shot("recover", draft="RECOVERY"),
)


def shown(app: Any) -> str:
    """The cells of the screen, the style of each by a letter, and what the letters mean."""
    styles: dict[str, str] = {}
    words, marks = [], []
    for strip in app.screen._compositor.render_strips():
        line, mark = "", ""
        for text, style, _ in strip:
            look = str(style.without_color + _colours(style)) if style else "none"
            letter = styles.setdefault(look, _NAMES[min(len(styles), len(_NAMES) - 1)])
            line += text
            mark += letter * len(text)
        words.append(line.rstrip())
        marks.append(mark)
    legend = [f"{letter}  {look}" for look, letter in styles.items()]
    return "\n".join([*words, "", *marks, "", *legend, ""])


def _colours(style: Any) -> Any:
    from rich.style import Style

    return Style(color=style.color, bgcolor=style.bgcolor)


def examples(folder: Path) -> None:
    """The example drafts in `folder`."""
    shutil.copytree(Path(__file__).parents[2] / "examples", folder)
    for draft in folder.iterdir():
        os.utime(draft, (_DAY, _DAY))


def taken(shot: Shot, size: tuple[int, int], folder: Path) -> str:
    """`shot` at `size`, of the examples in `folder`."""
    from textual.widgets import Input

    from drafter.editing import recovery
    from drafter.editing.recent import remember
    from drafter.editing.save import open_file
    from drafter.tui.app import DrafterApp

    draft = folder / (shot.draft if shot.draft.endswith(".md") else "river-crossings.md")
    if shot.draft == "RECOVERY":
        words = draft.read_text("utf-8").replace("ferries", "boats")
        recovery.beside(draft).write_text(words, "utf-8")
        os.utime(recovery.beside(draft), (_DAY, _DAY))
    for each in sorted(folder.glob("river*.md"), reverse=True):
        remember(each)
    app = DrafterApp(open_file(draft) if shot.draft else None)
    app.theme = "drafter-dark"
    Input._toggle_cursor = lambda _: None  # type: ignore[method-assign] # a picture does not blink
    told: list[str] = []

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await _idle(pilot)
            for key in shot.keys:
                if key == "THEIRS":
                    draft.write_text(draft.read_text("utf-8") + "\n", "utf-8")
                    while "changed on disk" not in shown(app):
                        await pilot.pause(0.1)
                else:
                    await pilot.press(key)
                    await pilot.pause()
            await _idle(pilot)
            told.append(shown(app))

    asyncio.run(run())
    return told[-1].replace(str(folder), "FOLDER")


async def _idle(pilot: Any) -> None:
    """Wait until no work is under way and the screen stays as it is."""
    before, same = "", 0
    for _ in range(300):
        await pilot.pause(0.1)
        works = [each for screen in pilot.app.screen_stack for each in vars(screen).values()]
        busy = any(isinstance(each, Later) and (each._waiting or each._busy) for each in works)
        busy = busy or any(not worker.is_finished for worker in pilot.app.workers)
        now = shown(pilot.app)
        same = same + 1 if now == before and not busy else 0
        before = now
        if same == 4:
            return


def golden(shot: Shot, size: tuple[int, int]) -> Path:
    """The file with what `shot` looks like at `size`."""
    return GOLDEN / f"{shot.name}-{size[0]}x{size[1]}.txt"


def anew(shot: Shot, size: tuple[int, int]) -> str:
    """`shot` at `size`, of examples that nobody has touched, in a folder with a fixed name."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        home = Path(name)
        for each in ("STATE", "CONFIG", "DATA"):
            os.environ[f"XDG_{each}_HOME"] = str(home / each.lower())
        os.environ["TZ"] = "UTC"
        examples(home / "drafts")
        return taken(shot, size, home / "drafts").replace(name, "/tmp/drafter00")


def main() -> None:
    """Write the golden files, all or those whose names are given."""
    GOLDEN.mkdir(exist_ok=True)
    wanted = set(sys.argv[1:])
    for shot in SHOTS:
        for size in SIZES:
            if not wanted or shot.name in wanted:
                golden(shot, size).write_text(anew(shot, size), "utf-8")
                sys.stdout.write(f"{golden(shot, size).name}\n")


if __name__ == "__main__":
    main()
