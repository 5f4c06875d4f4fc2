"""The two looks: ink on paper, and a lamp at night. Few colours, each with one meaning."""

from __future__ import annotations

import os

from textual.theme import Theme

DARK = Theme(
    name="drafter-dark",
    primary="#7aa2d6",
    secondary="#9a8fc4",
    accent="#d8b06a",
    foreground="#d6d8dc",
    background="#16191e",
    surface="#1b1f25",
    panel="#222831",
    success="#86b98a",
    warning="#d8b06a",
    error="#d98a86",
    dark=True,
    variables={
        "footer-key-foreground": "#d8b06a",
        "input-selection-background": "#3a4a63",
        "muted": "#8d949f",
    },
)
LIGHT = Theme(
    name="drafter-light",
    primary="#1f5a96",
    secondary="#5f4b8b",
    accent="#8a5a00",
    foreground="#22262b",
    background="#faf9f5",
    surface="#f3f1ea",
    panel="#e9e6dc",
    success="#2c6e35",
    warning="#8a5a00",
    error="#a3322c",
    dark=False,
    variables={
        "footer-key-foreground": "#8a5a00",
        "input-selection-background": "#c8d8ec",
        "muted": "#6b6f76",
    },
)
THEMES = (DARK, LIGHT)


def first_theme(remembered: str) -> str:
    """The theme to begin in: the one last chosen, else what the terminal says of itself."""
    if remembered in {theme.name for theme in THEMES}:
        return remembered
    # rxvt, Konsole and others say "foreground;background"; 7 and 15 are white.
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT.name if background in {"7", "15"} else DARK.name
