"""The editor's application: themes, the way in, the way out. The jobs are in `screens`."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from drafter.editing.recent import remember, remember_theme, theme
from drafter.errors import DrafterError
from drafter.tui.keyline import KeyLine
from drafter.tui.themes import THEMES, first_theme

if TYPE_CHECKING:
    from drafter.editing.save import Opened
    from drafter.tui.screens.draft import DraftScreen

_GRACE = 3.0  # seconds that an end may take


class DrafterApp(KeyLine):
    """The editor on one draft, on one that is still to be read, or on the home screen."""

    TITLE = "drafter"
    CSS_PATH = "drafter.tcss"
    ENABLE_COMMAND_PALETTE = True
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]  # noqa: RUF012 - as Textual has it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Leave", priority=True, key_display="^q"),
        Binding("ctrl+c", "copy_paragraph", "Copy", show=False),
    ]

    def __init__(self, opened: Opened | Callable[[], Opened] | None = None) -> None:
        super().__init__()
        self._opened = opened
        self.trouble: DrafterError | None = None  # why the draft cannot be read
        self._draft: DraftScreen | None = None
        self._server = 0  # the process that shows the editor in a browser
        for each in THEMES:
            self.register_theme(each)
        self.theme = first_theme(theme())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The one colour of ours that themes made by others do not know."""
        return {"muted": "#808080"}

    def on_mount(self) -> None:
        """Show the draft that was named, or the home screen."""
        # A thread that searches or checks gives way to a keypress ten times sooner than by default.
        sys.setswitchinterval(0.0005)
        self.heed_signals()
        if self.is_web:
            self._server = os.getppid()
            self.set_interval(1.0, self._heed_parent)
        if callable(self._opened):
            from drafter.tui.screens.opening import Opening

            self.hold_keys()
            self.push_screen(Opening())
            self.call_after_refresh(self._read, self._opened)
        elif self._opened is not None:
            self.open(self._opened)
        else:
            from drafter.tui.screens.home import HomeScreen

            self.push_screen(HomeScreen())

    def on_ready(self) -> None:
        """What was asked for is shown, or it will be once it is read."""
        if not callable(self._opened):
            self._collect()

    def _collect(self) -> None:
        """Look for garbage from now on, but never again through all that was loaded to begin."""
        gc.freeze()
        gc.enable()

    def _read(self, read: Callable[[], Opened]) -> None:
        """Read the draft, in a thread: a long PDF takes its time, and one may leave meanwhile."""

        def work() -> None:
            try:
                opened = read()
                import drafter.tui.screens.draft  # noqa: F401 - while nothing waits for it
            except DrafterError as error:
                self.trouble = error
                self.call_from_thread(self.exit)
            else:
                self.call_from_thread(self._show, opened)

        self.run_worker(work, thread=True, name="opening", exit_on_error=True)

    def _show(self, opened: Opened) -> None:
        self.pop_screen()
        self.open(opened)
        self.let_keys_go()
        self.call_after_refresh(self._collect)

    def open(self, opened: Opened) -> None:
        """Show the draft `opened`."""
        from drafter.tui.screens.draft import DraftScreen

        buffer = opened.buffer
        if buffer.path or buffer.source:
            remember(Path(buffer.path or buffer.source))
        self._draft = DraftScreen(opened)
        self.push_screen(self._draft)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every command by name: the draft's, then the editor's."""
        from drafter.tui.screens.draft import DraftScreen

        if isinstance(screen, DraftScreen):
            yield from screen.commands()
        yield SystemCommand("Light or dark", "change the theme", self.action_lamp)
        yield SystemCommand("Leave", "leave the editor", self.action_quit)

    def action_lamp(self) -> None:
        """Change between the light and the dark theme."""
        names = [each.name for each in THEMES]
        self.theme = names[1 - names.index(self.theme)] if self.theme in names else names[0]
        remember_theme(self.theme)

    def action_copy_paragraph(self) -> None:
        """Copy the paragraph under the cursor: Ctrl-C never ends anything."""
        from drafter.tui.screens.clipping import Clipping

        if isinstance(self.screen, Clipping):
            self.screen.action_copy()

    def keep_aside(self) -> Path | None:
        """After an end that nobody asked for: write what is not saved, and say where it is."""
        return self._draft.keep_now() if self._draft is not None else None

    def heed_signals(self) -> None:
        """Keep what was typed when the terminal is closed, or the system asks for an end."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            # Elsewhere than on Unix there are none, or nobody may heed them.
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                number = int(getattr(signal, name))
                loop.add_signal_handler(number, self._struck, number)

    def _heed_parent(self) -> None:
        """End with the server that shows the editor in a browser, however that ended."""
        if os.getppid() != self._server:
            self._struck(signal.SIGTERM)

    def _struck(self, number: int) -> None:
        self.keep_aside()
        self.exit(return_code=128 + number)
        # A terminal that is gone can keep the screen from ending; nothing is left to be lost.
        end = Timer(_GRACE, os._exit, (128 + number,))
        end.daemon = True
        end.start()

    async def action_quit(self) -> None:
        """Leave, once nothing can be lost."""
        from drafter.tui.screens.filing import Filing
        from drafter.tui.screens.question import Question

        if isinstance(self.screen, Question):
            return
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Filing):
                screen.close(self.exit)
                return
        self.exit()
