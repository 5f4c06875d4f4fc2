"""The completion script knows every command, and bash accepts it."""

import subprocess
from pathlib import Path

import pytest

from drafter.cli import main as door


def script(shell: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert door.main(["completion", shell]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_every_command_is_completed(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed = script(shell, capsys)
    for name in door.COMMANDS:
        assert name in printed


def test_bash_completes_a_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "drafter.bash"
    source.write_text(script("bash", capsys))
    ask = (
        f"source {source}; COMP_WORDS=(drafter conv); COMP_CWORD=1;"
        " $(complete -p drafter | sed 's/.*-F \\([^ ]*\\).*/\\1/'); echo ${COMPREPLY[@]}"
    )
    done = subprocess.run(["bash", "-c", ask], capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["convert"], done.stderr
