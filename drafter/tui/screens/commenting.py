"""Comments that the Word file held: a mark beside their paragraphs, and a page to read them on."""

from __future__ import annotations

from pathlib import Path

from rich.text import Text
from textual.message import Message

from drafter.editing import comments
from drafter.editing.comments import Placed
from drafter.editing.rows import Line, Row
from drafter.editing.save import Opened
from drafter.tui.screens.desk import Desk

_MARK = "“"


class CommentsRead(Message):
    """The comments of the file, by row of the draft as it was opened."""

    def __init__(self, placed: Placed) -> None:
        super().__init__()
        self.placed = placed


class Commenting(Desk):
    """The job of reading comments."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self.comments: Placed = {}
        self._commented = self.lines  # the lines that `comments` speaks of

    def read_comments(self) -> None:
        """Look for comments in the file the draft was read from, in a thread."""
        source, lines = self.buffer.source, self.lines
        if not source:
            return

        def work() -> None:
            found = comments.read(Path(source))
            self.post_message(CommentsRead(comments.placed(found, [line.row for line in lines])))

        self._commented = lines
        self.run_worker(work, thread=True, name="comments", exit_on_error=False)

    def on_comments_read(self, message: CommentsRead) -> None:
        """Mark them."""
        self.comments = message.placed
        self._keep_beside()
        self.show()

    def text_changed(self) -> None:
        """The comments stay with their paragraphs."""
        super().text_changed()
        self._keep_beside()

    def _keep_beside(self) -> None:
        if self.comments and self._commented is not self.lines:
            self.comments = comments.moved(self.comments, _rows(self._commented), _rows(self.lines))
        self._commented = self.lines

    def marks(self) -> dict[int, str]:
        """A comment shows where nothing more pressing does."""
        self._keep_beside()
        return {**dict.fromkeys(self.comments, _MARK), **super().marks()}

    def cursor_moved(self) -> None:
        """Say what was commented here."""
        super().cursor_moved()
        here = self.comments.get(self.buffer.state.cursor, ())
        if here and not self.pen_down:
            more = f" (and {len(here) - 1} more)" if len(here) > 1 else ""
            self.say(f"{self.line.place} · {here[0].author}: “{here[0].words}”{more} — o reads")

    def action_comments(self) -> None:
        """Read every comment, those on the paragraph under the cursor first."""
        from drafter.tui.screens.reader import Reader

        if not self.comments:
            self.say("the file this draft was read from held no comments")
            return
        page, here = Text(), self.buffer.state.cursor
        for row in sorted(self.comments, key=lambda row: (row != here, row)):
            for each in self.comments[row]:
                about = f" on “{each.about}”" if each.about else ""
                page.append(f"{self.lines[row].place} · {each.author or 'nobody'}", "bold")
                page.append(f"{about}\n", "dim")
                page.append(f"{each.words}\n\n")
        self.app.push_screen(Reader("Comments", page))


def _rows(lines: tuple[Line, ...]) -> tuple[Row, ...]:
    return tuple(line.row for line in lines)
