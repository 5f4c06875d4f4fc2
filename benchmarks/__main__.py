"""Every measurement, one after the other: `python -m benchmarks [NAME…]`."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

# A module that measures has report(), an iterator of lines; one needs corpora beside the checkout.
HERE = Path(__file__).parent
NEEDS_SHARED = frozenset({"reading"})


def main(names: list[str]) -> int:
    """Run the reports called `names`, all by default; print each line as it is measured."""
    shared = (HERE.parents[1] / "shared").exists()
    for path in sorted(HERE.glob("[a-z]*.py")):
        name = path.stem
        if (names and name not in names) or (name in NEEDS_SHARED and not shared and not names):
            continue
        report = getattr(import_module(f"benchmarks.{name}"), "report", None)
        for line in report() if report else ():
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
