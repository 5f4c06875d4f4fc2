"""Dates as numbers that sort, as segments hold them. Knows ISO 8601 only."""

from __future__ import annotations

import re


def number(date: str) -> int:
    """20241200 for "2024-12"; 0 for a date that is not known."""
    figures = re.sub(r"\D", "", date)[:8]
    return int(figures.ljust(8, "0")) if figures else 0
