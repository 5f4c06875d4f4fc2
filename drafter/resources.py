"""Finds the data that drafter ships, `templates/` and `phrasebank/`.

A wheel carries them inside the package; a checkout and an editable install have them beside it.
Nothing here reads the data.
"""

from pathlib import Path

from drafter.errors import DrafterBug

_PACKAGE = Path(__file__).resolve().parent


def templates() -> Path:
    """The folder of the blocks and skeletons that drafter ships."""
    return _folder("templates")


def phrasebank() -> Path:
    """The folder of the mined phrase bank that drafter ships."""
    return _folder("phrasebank")


def _folder(name: str) -> Path:
    for home in (_PACKAGE, _PACKAGE.parent):
        if (home / name).is_dir():
            return home / name
    raise DrafterBug(f"the data folder {name}/ is missing from this installation")
