"""What tests share: the reference material and the independent readers, where they exist."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

# A slow or busy machine is no fault of the code: what is found is judged, not how fast.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

_SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts, which lies beside a developer's checkout and never on a user's."""
    if not (_SHARED / "design.md").exists():
        pytest.skip("needs ../shared, the reference material")
    return _SHARED


def absent(reader: str) -> NoReturn:
    """End a test for want of `reader`: skipped on a user's machine, a failure on CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI must install {reader}")
    pytest.skip(f"needs {reader}")


def _reader(*names: str) -> str:
    for name in names:
        if found := shutil.which(name):
            return found
    absent(names[0])


@pytest.fixture(scope="session")
def soffice() -> str:
    """The path of LibreOffice."""
    return _reader("soffice", "libreoffice")


@pytest.fixture(scope="session")
def pandoc() -> str:
    """The path of pandoc."""
    return _reader("pandoc")


@pytest.fixture(scope="session")
def ooxml_validator() -> str:
    """The path of the Open XML validator."""
    return _reader("ooxml-validator")
