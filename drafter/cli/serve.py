"""Show the editor in a browser, on this computer unless told otherwise; Ctrl-C ends it.

FILE is opened as by drafter edit; without a file, the home screen. Each page that is opened is an
editor of its own. Needs the optional extra: pip install "drafter[web]".
"""

from __future__ import annotations

import argparse
import os
import shlex
import socket
import subprocess
import sys
from ipaddress import ip_address
from pathlib import Path

from drafter.cli import console
from drafter.errors import DrafterError, ExitCode


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="the draft to open")
    parser.add_argument(
        "--host", default="127.0.0.1", help="the address to listen on (default: 127.0.0.1)"
    )
    parser.add_argument(
        "--port", type=int, default=8000, help="the port to listen on (default: 8000; 0: any)"
    )


def run(options: argparse.Namespace) -> ExitCode:
    """Serve the editor until Ctrl-C."""
    try:
        import textual_serve  # noqa: F401 - asked for by name, so that the user hears of the extra
    except ImportError:
        raise DrafterError(
            "the editor in a browser needs more than is installed",
            hint='pip install "drafter[web]"',
        ) from None
    if options.file:
        _refuse(Path(options.file))
    listening = listen(options.host, options.port)
    address = address_of(listening)
    from drafter.cli.serving import serve

    console.say(f"the editor is at {address} — Ctrl-C ends it")
    if not is_loopback(listening.getsockname()[0]):
        console.say("warning: whoever can reach this address can read and write your files")
    serve(listening, command(options.file), Path(options.file).name if options.file else "drafter")
    return ExitCode.SAME


def _refuse(path: Path) -> None:
    """Complain now about a file that no editor could open."""
    from drafter.editing.save import new_file, open_file

    if path.exists():
        open_file(path)
    else:
        new_file(path)


def command(file: str | None) -> str:
    """The command line, as the shell takes it, that runs one editor."""
    words = [sys.executable, "-m", "drafter", "edit"]
    words += ["--", str(Path(file).resolve())] if file else []
    if os.name == "nt":
        return subprocess.list2cmdline(words)
    # No shell stays between: the editor sees when the server has gone.
    return f"exec {shlex.join(words)}"


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens at `host` and `port`."""
    if not 0 <= port <= 65535:  # the system would take another one, silently
        raise DrafterError(f"--port {port}: no such port", hint="choose one from 1024 to 65535")
    try:
        family, kind, number, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, number)
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(place)
        listening.listen()
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or error
        hint = "choose another one with --host or --port"
        raise DrafterError(f"{host}:{port}: cannot listen there: {why}", hint=hint) from None
    return listening


def address_of(listening: socket.socket) -> str:
    """The address to open in a browser."""
    host, port = listening.getsockname()[:2]
    shown = {"0.0.0.0": "localhost", "::": "localhost"}.get(host, host)  # noqa: S104 - compared only
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}"


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach `host`."""
    return ip_address(host.partition("%")[0]).is_loopback
