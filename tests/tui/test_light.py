"""What opening a draft must not wait for."""

import subprocess
import sys


def test_the_draft_screen_loads_no_checks_no_bank_and_no_comparison() -> None:
    heavy = ("drafter.lint", "drafter.diff", "drafter.phrases.bank", "jinja2", "numpy", "docx")
    code = f"import drafter.tui.screens.draft, sys; print(*set({heavy}) & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
