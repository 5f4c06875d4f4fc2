"""One place turns errors into exit codes."""

import subprocess
import sys
from pathlib import Path

import pytest

from drafter.cli import main as door


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "drafter", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_help_lists_every_command() -> None:
    done = run("--help")
    assert done.returncode == 0
    for name in door.COMMANDS:
        assert f"  {name} " in done.stdout


def test_an_unknown_command_is_trouble_in_one_line() -> None:
    done = run("explode")
    assert done.returncode == 2
    assert done.stderr == "drafter: unknown command: explode\nhint: see drafter --help\n"


def test_a_wrong_option_is_trouble_in_one_line() -> None:
    done = run("convert", "--nonsense")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 2
    assert "hint: see drafter convert --help" in done.stderr


def test_a_missing_file_is_trouble(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.md")
    for arguments in (["convert", missing], ["lint", missing], ["diff", missing, missing]):
        done = run(*arguments)
        assert done.returncode == 2, arguments
        assert done.stderr.startswith(f"drafter: {missing}: no such file"), done.stderr


def test_a_fault_of_ours_is_trouble_not_a_difference(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def explode(_: list[str]) -> None:
        raise RuntimeError("ours")

    monkeypatch.setattr(door, "_run", explode)
    assert door.main(["diff"]) == 2
    told = capsys.readouterr().err
    assert "RuntimeError: ours" in told
    assert "fault in drafter" in told


def test_output_into_a_closed_pipe_is_quiet() -> None:
    script = f"{sys.executable} -m drafter blocks list --format json | head -c 1 >/dev/null"
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr == ""
