"""A question to a bank starts with little: what it need not load it does not."""

import subprocess
import sys
from pathlib import Path

from drafter.phrases.bank import Bank

HEAVY = {"dataclasses", "inspect", "json", "pathlib", "drafter.diff", "drafter.formats"}


def modules_loaded_by(code: str, *arguments: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


def test_asking_loads_no_comparison_and_no_reader(bank_file: Path) -> None:
    Bank.open([bank_file])  # builds the index, which the first question would
    code = "from drafter.cli.main import main\nassert main() == 0"
    question = "Urges all States to train the crews of ferries in the rules of the upper river;"
    loaded = modules_loaded_by(code, "suggest", "--bank", str(bank_file), question)
    assert "drafter.phrases.marks" in loaded
    assert not HEAVY & loaded - modules_loaded_by("")
