"""Every measurement, one after the other: `python -m benchmarks [--full] [NAME…]`.

Without names those that end within minutes are run, with --full all of them.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

# A module that measures has report(), an iterator of lines.
HERE = Path(__file__).parent
# These say nothing without the real texts that lie beside a developer's checkout.
NEEDS_SHARED = frozenset({"reading"})
# These take many minutes: they build banks of a million paragraphs.
LONG = frozenset({"bank_growth"})


def main(arguments: list[str]) -> int:
    """Run the reports that are asked for; print each line as it is measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    known = sorted(path.stem for path in HERE.glob("[a-z]*.py") if "def report(" in _text(path))
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(known))
    parser.add_argument("--full", action="store_true", help="those that take long as well")
    options = parser.parse_args(arguments)
    if unknown := set(options.names).difference(known):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    shared = (HERE.parents[1] / "shared").exists()
    for name in options.names or known:
        if name in NEEDS_SHARED and not shared:
            _say(f"{name}: left out, it needs ../shared")
        elif name in LONG and not (options.full or options.names):
            _say(f"{name}: left out, it takes long; --full, or name it")
        else:
            for line in import_module(f"benchmarks.{name}").report():
                _say(line)
    return 0


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
