"""What a redline is measured against: python-redlines, Compare in LibreOffice, git's word diff.

Neither is a dependency. REDLINES_PYTHON names a Python in which python-redlines is installed,
UNO_PYTHON one that can import uno (default: /usr/bin/python3); what is not there is said so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from drafter.word.inline import content
from drafter.word.package import Package
from drafter.word.story import body, paragraphs

_SECONDS = 120

_REDLINES = """
import sys, time
from python_redlines.engines import DocxodusEngine
old, new = (open(path, "rb").read() for path in sys.argv[1:3])
engine = DocxodusEngine()
for _ in range(2):
    start = time.perf_counter()
    engine.run_redline("Fiji", old, new)
    print(1000 * (time.perf_counter() - start))
"""

_COMPARE = """
import sys, time, uno
from com.sun.star.beans import PropertyValue
def value(name, what):
    made = PropertyValue()
    made.Name, made.Value = name, what
    return made
old, new, out, pipe = sys.argv[1:5]
local = uno.getComponentContext()
resolve = local.ServiceManager.createInstanceWithContext(
    "com.sun.star.bridge.UnoUrlResolver", local).resolve
for _ in range(200):
    try:
        context = resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.2)
services = context.ServiceManager
desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
dispatch = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
for _ in range(2):
    start = time.perf_counter()
    text = desktop.loadComponentFromURL(f"file://{new}", "_blank", 0, (value("Hidden", True),))
    frame = text.CurrentController.Frame
    dispatch.executeDispatch(
        frame, ".uno:CompareDocuments", "", 0,
        (value("URL", f"file://{old}"), value("NoAcceptDialog", True)))
    text.storeToURL(f"file://{out}", (value("FilterName", "MS Word 2007 XML"),))
    print(1000 * (time.perf_counter() - start))
    text.close(True)
try:
    desktop.terminate()
except Exception:
    pass
"""


def peers(old: bytes, new: bytes) -> dict[str, str]:
    """Wall ms of each engine on a pair, the second of two runs, or why there is none."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder) / name) for name in ("old.docx", "new.docx", "out.docx")]
        for path, data in zip(paths, (old, new), strict=False):
            Path(path).write_bytes(data)
        return {
            "python-redlines": _redlines(paths),
            "LibreOffice Compare": _compare(paths, folder),
            "git diff --word-diff, of the words alone": _git(paths),
        }


def _git(paths: list[str]) -> str:
    """Only the words, a paragraph a line: what there is without Word files."""
    texts = []
    for path in paths[:2]:
        package = Package.open(Path(path).read_bytes())
        lines = (content(each).text for each in paragraphs(body(package).container))
        texts.append(f"{path}.txt")
        Path(texts[-1]).write_text("\n".join(lines), encoding="utf-8")
    command = ["git", "diff", "--no-index", "--word-diff", *texts]
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    took = 1000 * (time.perf_counter() - start)
    return f"{took:.0f}" if done.returncode in {0, 1} else "not measured: git failed"


def _redlines(paths: list[str]) -> str:
    python = os.environ.get("REDLINES_PYTHON")
    if not python:
        return "not measured: REDLINES_PYTHON is not set"
    return _timed([python, "-c", _REDLINES, *paths[:2]])


def _compare(paths: list[str], folder: str) -> str:
    office = shutil.which("soffice")
    if office is None:
        return "not measured: no soffice"
    pipe = f"bench{os.getpid()}"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    accept = f"--accept=pipe,name={pipe};urp;"
    command = [office, profile, "--headless", "--norestore", "--nologo", accept]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        python = os.environ.get("UNO_PYTHON", "/usr/bin/python3")
        result = _timed([python, "-c", _COMPARE, *paths, pipe])
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.terminate()
    return result


def _timed(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=True)
        return f"{float(done.stdout.split()[-1]):.0f}"
    except subprocess.TimeoutExpired:
        return f"over {_SECONDS} s"
    except (OSError, subprocess.CalledProcessError, ValueError, IndexError) as error:
        said = str(getattr(error, "stderr", "") or error).strip().splitlines()
        return f"not measured: {said[-1] if said else error}"
