"""The house watches itself: imports point down, start-up is light, packages are described."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import drafter
from drafter.cli.main import COMMANDS

ROOT = Path(drafter.__file__).parent

# Top to bottom; rooms of one floor do not know each other.
FLOORS = (
    "cli tui",
    "editing",
    "blocks compilation lint phrases render",
    "formats",
    "diff grammar word",
    "footnotes spans",
    "model resources files",
    "errors",
)
DEPTH = {room: depth for depth, floor in enumerate(FLOORS) for room in floor.split()}


def drafter_imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "drafter" and len(parts) > 1 and parts[1] in DEPTH:
                yield parts[1]


def test_imports_point_down() -> None:
    for path in ROOT.rglob("*.py"):
        parts = path.relative_to(ROOT).with_suffix("").parts
        here = parts[0]
        if here in {"__init__", "__main__"}:
            continue
        for there in set(drafter_imports(path)) - {here}:
            # The command line opens the editor; the editor never calls the command line.
            if (here, there) == ("cli", "tui"):
                continue
            assert DEPTH[here] < DEPTH[there], f"{path}: {here} may not import {there}"


def modules_loaded_by(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in done.stderr.split()}


HEAVY = {"textual", "docx", "jinja2"}


# Each of these takes as long to load as a bare interpreter does to start, or half of that.
SLOW = {"argparse", "dataclasses", "inspect", "json", "pathlib", "shutil", "tempfile"}


# What a comparison of two drafts has no need of; markdown-it and PyYAML, which read them, it has.
NOT_FOR_A_DIFF = {"lxml", "numpy", "shutil", "sqlite3", "subprocess", "tempfile", "tomllib"}


def test_help_is_light() -> None:
    bare = modules_loaded_by("")
    loaded = modules_loaded_by("from drafter.cli.main import main\nmain(['--help'])")
    assert not (HEAVY | SLOW) & loaded - bare


def test_a_diff_of_two_markdown_drafts_is_light(tmp_path: Path) -> None:
    head = "---\nsymbol: A/C.3/80/L.909\nsponsors: [Fiji, Togo]\ntitle: Ferries\n---\n\n"
    head += "*The General Assembly*,\n\n"
    (tmp_path / "a.md").write_text(f"{head}1. *Urges* States to swim;\n", "utf-8")
    (tmp_path / "b.md").write_text(f"{head}1. *Urges* States to walk;\n", "utf-8")
    arguments = ["diff", str(tmp_path / "a.md"), str(tmp_path / "b.md")]
    code = f"from drafter.cli.main import main\nassert main({arguments!r}) == 1"
    assert not (HEAVY | NOT_FOR_A_DIFF) & modules_loaded_by(code) - modules_loaded_by("")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    command = [sys.executable, "-m", "drafter", name, "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert f"drafter {name}" in done.stdout


def test_every_module_says_what_it_is_for() -> None:
    for path in ROOT.rglob("*.py"):
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), f"{path} has no docstring"
