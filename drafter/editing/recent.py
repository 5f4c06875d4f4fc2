"""What the editor remembers between evenings: the drafts last opened, and the look.

Kept in the user's state folder; losing it loses nothing. Never holds any text of a draft.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from drafter.errors import WriteError
from drafter.files import write_whole

_KEPT = 20


def state_folder() -> Path:
    """The folder where this user's editor keeps its memory."""
    from platformdirs import user_state_path

    return user_state_path("drafter", appauthor=False)


def _memory() -> dict[str, Any]:
    try:
        found = json.loads((state_folder() / "editor.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _remember(**what: object) -> None:
    """Best effort: a full disk must not keep anyone from drafting."""
    memory = {**_memory(), **what}
    path = state_folder() / "editor.json"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(memory, ensure_ascii=False, indent=2).encode())
    except (OSError, WriteError):
        return


def recent() -> tuple[Path, ...]:
    """The drafts last opened that still exist, latest first."""
    listed = _memory().get("recent", [])
    paths = [Path(each) for each in listed if isinstance(each, str)]
    return tuple(path for path in paths if path.exists())


def remember(path: Path) -> None:
    """Put `path` first among the recent drafts."""
    path = path.resolve()
    others = [str(each) for each in recent() if each != path]
    _remember(recent=[str(path), *others][:_KEPT])


def theme() -> str:
    """The theme last chosen, "" if none was."""
    found = _memory().get("theme", "")
    return found if isinstance(found, str) else ""


def remember_theme(name: str) -> None:
    """Start in the theme `name` from now on."""
    _remember(theme=name)
