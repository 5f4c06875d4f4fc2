"""Takes the pictures of the editor's screens that the README and the manual show.

`python docs/pictures.py` runs the real editor on the example drafts at a fixed size, presses the
keys a user would press, and writes `docs/pictures/*.svg`. The same drafts give the same bytes.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).resolve().parent
EXAMPLES = DOCS.parent / "examples"
sys.path.insert(0, str(DOCS.parent))


@dataclass(frozen=True)
class Picture:
    """One screen: how to get there, and what to wait for."""

    name: str
    keys: tuple[str, ...]
    size: tuple[int, int] = (100, 30)
    draft: str = "river-crossings-rev1.md"
    theme: str = "drafter-dark"
    ready: Callable[[object], object] = lambda _: True


def _typed(words: str) -> tuple[str, ...]:
    names = {" ": "space", "*": "asterisk", ",": "comma", ".": "full_stop", "-": "minus"}
    return tuple(names.get(letter, letter) for letter in words)


def _with(name: str) -> Callable[[object], object]:
    """Ready when the draft screen has something in its attribute `name`."""
    return lambda app: any(getattr(screen, name, None) for screen in app.screen_stack)  # type: ignore[attr-defined]


_DAY = 1762257600  # 4 November 2025
WAIT = "…"  # among keys: until what is waited for has come

PICTURES = (
    Picture("home", (), draft=""),
    Picture("draft", ("g", "4", "enter"), (120, 36), ready=_with("findings")),
    Picture("draft-80x24", ("g", "4", "enter"), (80, 24), ready=_with("findings")),
    Picture(
        "light", ("g", "4", "enter"), (120, 36), theme="drafter-light", ready=_with("findings")
    ),
    Picture(
        "typing",
        ("g", "3", "enter", "n", *_typed("*Encourages* Member States to share")),
        (120, 36),
        ready=_with("phrases"),
    ),
    Picture(
        "own-words",
        ("g", "2", "enter", "ctrl+l", WAIT, "c", "space", "right"),
        (100, 26),
        ready=_with("phrases"),
    ),
    Picture("findings", ("f",), (100, 30), draft="river-crossings.md", ready=_with("findings")),
    Picture("block", ("g", "4", "enter", "b", *_typed("funding"))),
    Picture("block-form", ("g", "4", "enter", "b", *_typed("report"), "enter")),
    Picture("compare", ("c", "enter"), (100, 34)),
    Picture("side-by-side", ("c", "enter", "s"), (120, 34)),
    Picture("trace", ("g", "p", "p", "7", "enter", "t"), (120, 34), ready=_with("traced")),
    Picture("find", ("slash", *_typed("secretary")), (100, 30)),
    Picture("export", ("x", "down"), (110, 34)),
    Picture("keys", ("question_mark",), (100, 34)),
)


async def take(picture: Picture, folder: Path) -> str:
    """The picture as SVG."""
    from textual.color import Color  # noqa: F401 - fail early when Textual is missing

    from drafter.editing.save import open_file
    from drafter.tui.app import DrafterApp

    app = DrafterApp(open_file(folder / picture.draft) if picture.draft else None)
    app.theme = picture.theme
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause()
        if picture.draft:
            await wait(pilot, app, _with("findings") if picture.name == "findings" else _settled)
        for key in picture.keys:
            if key == WAIT:
                await wait(pilot, app, picture.ready)
                await pilot.pause(0.5)
            else:
                await pilot.press(key)
        await wait(pilot, app, picture.ready)
        await pilot.pause(1.0)
        return app.export_screenshot(title="drafter")


def _settled(_: object) -> object:
    return True


async def wait(pilot: object, app: object, ready: Callable[[object], object]) -> None:
    """Wait until `ready`, ten seconds at most."""
    for _ in range(200):
        if ready(app):
            return
        await pilot.pause(0.05)  # type: ignore[attr-defined]


def plain(svg: str) -> str:
    """`svg` without fonts from elsewhere: whoever looks at it uses their own."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S)
    svg = svg.replace("Fira Code", "DejaVu Sans Mono").replace(
        "<svg ", '<svg xml:space="preserve" ', 1
    )
    return "\n".join(line.rstrip() for line in svg.split("\n"))


def copy_examples(folder: Path) -> None:
    """The example drafts in `folder`, last changed on one day: the home screen says when."""
    shutil.copytree(EXAMPLES, folder)
    for draft in folder.iterdir():
        os.utime(draft, (_DAY, _DAY))


def main() -> None:
    """Take every picture, or those named on the command line."""
    wanted = set(sys.argv[1:])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "drafts"
        copy_examples(folder)
        os.environ["XDG_STATE_HOME"] = str(Path(name) / "state")
        os.environ["XDG_CONFIG_HOME"] = str(Path(name) / "config")
        os.environ["XDG_DATA_HOME"] = str(Path(name) / "data")
        # The home screen shows where drafts lie: a short name reads better than a temporary one.
        from drafter.editing.recent import remember

        for draft in sorted(folder.glob("*.md"), reverse=True):
            if draft.name != "README.md":
                remember(draft)
        for picture in PICTURES:
            if not wanted or picture.name in wanted:
                # Each begins with the drafts as they are, not with what the last one left.
                shutil.rmtree(folder)
                copy_examples(folder)
                svg = plain(asyncio.run(take(picture, folder))).replace(str(folder), "~/drafts")
                (DOCS / "pictures" / f"{picture.name}.svg").write_text(svg, "utf-8")
                sys.stdout.write(f"docs/pictures/{picture.name}.svg\n")


if __name__ == "__main__":
    main()
