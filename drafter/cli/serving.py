"""The server behind `drafter serve`: a page, and behind each page a running editor.

The work is textual-serve's. What is its own here: nothing is asked of any other host, and no page
of another site can reach an editor through the user's browser.
"""

from __future__ import annotations

import asyncio
import logging
import socket
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class EditorServer(Server):
    """Serves the editor to pages of its own."""

    def __init__(self, command: str, title: str, *, only_here: bool) -> None:
        super().__init__(command, title=title)
        self._only_here = only_here
        self._page = Path(__file__).with_suffix(".html").read_text("utf-8")

    def _refuse_strangers(self, request: web.Request) -> None:
        """Raise unless the page that asks came from here.

        Any site can point a name at 127.0.0.1, and open a socket to it from its own page.
        """
        host = urlsplit(f"//{request.host}").hostname or ""
        origin = request.headers.get("Origin")
        if self._only_here and host not in _LOOPBACK:
            raise web.HTTPForbidden(text="this editor is for this computer only")
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden(text="this editor answers only to its own page")

    async def index(self, request: web.Request) -> web.Response:
        """The page."""
        self._refuse_strangers(request)
        size = request.query.get("fontsize", "16")
        page = self._page.replace("{{title}}", escape(self.title)).replace(
            "{{font_size}}", size if size.isdecimal() else "16"
        )
        # Behind a proxy that adds TLS the page is https, and its socket must be too.
        scheme = "wss" if request.scheme == "https" else "ws"
        page = page.replace("{{socket}}", escape(f"{scheme}://{request.host}/ws"))
        policy = "default-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'"
        headers = {
            "Content-Security-Policy": f"{policy} {scheme}://{request.host}",
            "Cache-Control": "no-store",
        }
        return web.Response(text=page, content_type="text/html", headers=headers)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """The socket behind a page: one editor."""
        self._refuse_strangers(request)
        return await super().handle_websocket(request)

    def application(self) -> web.Application:
        """The routes."""
        application = web.Application()
        application.add_routes(
            [
                web.get("/", self.index),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", self.statics_path),
            ]
        )
        return application


def serve(listening: socket.socket, command: str, title: str) -> None:
    """Serve editors that `command` starts, until Ctrl-C."""
    logging.getLogger("textual-serve").addHandler(logging.NullHandler())
    only_here = listening.getsockname()[0] in _LOOPBACK
    server = EditorServer(command, title, only_here=only_here)
    loop = asyncio.new_event_loop()
    web.run_app(
        server.application(), sock=listening, loop=loop, print=lambda *_: None, access_log=None
    )
