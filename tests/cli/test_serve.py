"""The editor in a browser: the real server, and a real Chromium without a screen."""

import asyncio
import base64
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from drafter.cli import serve
from drafter.cli.main import main
from drafter.editing import holding, recovery
from drafter.editing.save import open_file
from tests.conftest import absent
from tests.tui.driving import RIVER, river

__all__ = ["river"]


@pytest.fixture
def served(river: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of the river draft's editor, and its server."""
    command = [sys.executable, "-m", "drafter", "serve", str(river), "--port", "0"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        assert server.stderr is not None
        said = server.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert found, said + server.stderr.read()
        yield found.group(), server
        server.stderr.close()
    finally:
        if server.poll() is None:
            server.send_signal(signal.SIGINT)
            server.wait(20)


def fetched(address: str, **headers: str) -> tuple[int, str]:
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_the_page_asks_nothing_of_any_other_host(
    served: tuple[str, subprocess.Popen[str]],
) -> None:
    address, _ = served
    status, page = fetched(address)
    assert status == 200
    assert "river.md" in page
    own = address.removeprefix("http://")
    assert set(re.findall(r"(?:https?|wss?)://([^/\"]+)", page)) == {own}
    assert fetched(f"{address}/static/js/textual.js")[0] == 200


def test_no_other_site_reaches_the_editor(served: tuple[str, subprocess.Popen[str]]) -> None:
    address, _ = served
    assert fetched(address, Host="elsewhere.example")[0] == 403
    assert fetched(f"{address}/ws", Origin="http://elsewhere.example")[0] == 403


def test_it_listens_on_this_computer_alone_unless_told() -> None:
    assert serve.is_loopback("127.0.0.1")
    assert serve.is_loopback("::1")
    assert not serve.is_loopback("0.0.0.0")
    with serve.listen("127.0.0.1", 0) as listening:
        address = serve.address_of(listening)
        assert address.startswith("http://127.0.0.1:")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["no such.docx"], "no such file"),
        (["--port", "99999"], "no such port"),
    ],
)
def test_what_cannot_be_served_is_said_in_a_line(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", *arguments]) == 2
    assert words in capsys.readouterr().err


def test_a_port_that_is_taken_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with serve.listen("127.0.0.1", 0) as listening:
        assert main(["serve", "--port", str(listening.getsockname()[1])]) == 2
    assert "--port" in capsys.readouterr().err


def test_the_missing_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    assert main(["serve"]) == 2
    assert 'pip install "drafter[web]"' in capsys.readouterr().err


class Browser:
    """One page in Chromium, spoken to over its own protocol."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket, self._number = socket, 0
        self.asked_for: list[str] = []

    async def do(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": parameters})
        while True:
            answer = await self._socket.receive_json(timeout=60)
            if answer.get("method") == "Network.requestWillBeSent":
                self.asked_for.append(answer["params"]["request"]["url"])
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                found: dict[str, Any] = answer["result"]
                return found

    async def value(self, expression: str) -> Any:
        return (await self.do("Runtime.evaluate", expression=expression))["result"].get("value")

    async def press(self, key: str, code: int, letter: str = "", modifiers: int = 0) -> None:
        about = {"key": key, "windowsVirtualKeyCode": code, "modifiers": modifiers}
        await self.do("Input.dispatchKeyEvent", type="keyDown", text=letter, **about)
        await self.do("Input.dispatchKeyEvent", type="keyUp", **about)

    async def type(self, words: str) -> None:
        for letter in words:
            await self.press(letter, ord(letter.upper()), letter)

    async def enter(self) -> None:
        await self.press("Enter", 13, "\r")


async def until(met: Callable[[], Awaitable[object]], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not await met():
        assert time.monotonic() < end, "it never came"
        await asyncio.sleep(0.1)


def in_browser(address: str, folder: Path, script: Callable[[Browser], Awaitable[None]]) -> None:
    """Open `address` in Chromium and run `script` on the page."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        absent("chromium")
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1000,620"]
    command += ["--remote-debugging-port=0", f"--user-data-dir={folder}", "about:blank"]
    log = folder.with_suffix(".log")
    with log.open("w") as written:
        process = subprocess.Popen(command, stderr=written, stdout=written)

    async def run() -> None:
        async def started() -> object:
            return "DevTools listening" in log.read_text("utf-8", "replace")

        await until(started)
        found = re.search(r"ws://([^/]+)/", log.read_text("utf-8", "replace"))
        assert found
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://{found.group(1)}/json") as answer:
                pages = await answer.json()
            target = next(each for each in pages if each["type"] == "page")
            async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                browser = Browser(socket)
                await browser.do("Network.enable")
                await browser.do("Page.enable")
                await browser.do("Page.navigate", url=address)

                async def painted() -> object:
                    return "-first-byte" in str(await browser.value("document.body.className"))

                await until(painted)
                await asyncio.sleep(2)
                await script(browser)

    try:
        asyncio.run(run())
    finally:
        process.terminate()
        process.wait(20)


def test_a_draft_is_edited_and_saved_in_a_browser(
    served: tuple[str, subprocess.Popen[str]], river: Path, tmp_path: Path
) -> None:
    address, _ = served
    asked: list[str] = []

    async def script(browser: Browser) -> None:
        await browser.value("document.querySelector('textarea').focus()")
        await browser.type("g2")
        await browser.enter()
        await asyncio.sleep(0.5)
        await browser.enter()
        await asyncio.sleep(0.5)
        await browser.type(" by night")

        async def kept() -> object:
            return recovery.beside(river).exists()

        await until(kept)
        picture = await browser.do("Page.captureScreenshot")
        (tmp_path / "browser.png").write_bytes(base64.b64decode(picture["data"]))
        await browser.press("s", 83, modifiers=2)

        async def saved() -> object:
            return "by night" in river.read_text("utf-8")

        await until(saved)
        asked.extend(browser.asked_for)

    in_browser(address, tmp_path / "profile", script)
    assert "train crews; by night" in river.read_text("utf-8")
    assert all(each.startswith((address, "data:")) for each in asked), asked
    assert (tmp_path / "browser.png").stat().st_size > 20_000  # there are words on the picture


async def shown(socket: aiohttp.ClientWebSocketResponse, words: bytes) -> None:
    """Wait until `words` are printed."""
    seen = b""
    while words not in seen:
        seen += (await socket.receive(timeout=60)).data


@pytest.mark.parametrize("way", ["the page is closed", "the server is killed"])
def test_an_editor_whose_browser_went_away_keeps_what_was_typed(
    served: tuple[str, subprocess.Popen[str]], river: Path, way: str
) -> None:
    address, server = served

    async def run() -> None:
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(f"{address}/ws?width=80&height=24") as socket,
        ):
            await shown(socket, b"Publishing")
            for keys, words in (("g", b"Go to"), ("2\r", b"OP2"), ("\r", b"Split")):
                await socket.send_json(["stdin", keys])
                await shown(socket, words)
            await socket.send_json(["stdin", " by night"])
            await shown(socket, b"night")
            if way == "the server is killed":
                os.kill(server.pid, signal.SIGKILL)
                server.wait()

    asyncio.run(run())
    end = time.monotonic() + 30
    while not (found := recovery.waiting(open_file(river).buffer)):
        assert time.monotonic() < end
        time.sleep(0.1)
    assert "by night" in str(found[0].resolution)
    assert river.read_text("utf-8") == RIVER
    # The editor itself goes, and holds the draft no longer.
    while holding.holder(river):
        assert time.monotonic() < end
        time.sleep(0.1)
