"""A wheel, a checkout and an editable install each find templates/ and phrasebank/."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from drafter import resources

CHECKOUT = Path(__file__).resolve().parents[1]
ASK = "from drafter import resources as r; print(r.templates()); print(r.phrasebank())"


@pytest.fixture(scope="module")
def unpacked_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet"]
    subprocess.run([*build, "--wheel-dir", str(out), str(CHECKOUT)], check=True, timeout=300)
    (wheel,) = out.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(out / "site")
    return out / "site"


def test_a_wheel_carries_its_data(unpacked_wheel: Path) -> None:
    command = [
        sys.executable,
        "-c",
        f"import sys; sys.path.insert(0, {str(unpacked_wheel)!r}); {ASK}",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=unpacked_wheel)
    for line in done.stdout.splitlines():
        assert line.startswith(str(unpacked_wheel)), line
        assert any(Path(line).iterdir())


def test_every_data_file_is_in_the_wheel(unpacked_wheel: Path) -> None:
    for folder in ("templates", "phrasebank"):
        for path in (CHECKOUT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert (unpacked_wheel / "drafter" / path.relative_to(CHECKOUT)).is_file(), path


def test_data_files_of_the_package_are_in_the_wheel(unpacked_wheel: Path) -> None:
    for path in (CHECKOUT / "drafter").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert (unpacked_wheel / path.relative_to(CHECKOUT)).is_file(), path


def test_this_installation_finds_its_data() -> None:
    assert any(resources.templates().iterdir())
    assert any(resources.phrasebank().iterdir())
