import asyncio

from textual.app import App
from textual.message import Message
from textual.screen import Screen

from drafter.tui.later import Later


class Answer(Message):
    def __init__(self, question: int) -> None:
        super().__init__()
        self.question = question


class Listener(Screen[None]):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    def on_answer(self, message: Answer) -> None:
        self.heard.append(message.question)


def ask(questions: int, *, gap: float, patience: float) -> list[int]:
    screen = Listener()

    class Asking(App[None]):
        def on_mount(self) -> None:
            self.push_screen(screen)

    async def run() -> None:
        app = Asking()
        async with app.run_test() as pilot:
            await pilot.pause()
            later = Later(screen, "answers", 0.2, Answer, patience=patience)
            for question in range(questions):
                later.ask(question)
                await asyncio.sleep(gap)
            await asyncio.sleep(0.6)
            await pilot.pause()

    asyncio.run(run())
    return screen.heard


def test_only_the_last_of_many_questions_is_answered() -> None:
    assert ask(5, gap=0.0, patience=9.0) == [4]


def test_who_never_pauses_is_answered_all_the_same() -> None:
    heard = ask(40, gap=0.05, patience=0.5)
    assert len(heard) > 1
    assert heard[-1] == 39


def test_each_question_after_a_pause_is_answered() -> None:
    assert ask(2, gap=0.7, patience=9.0) == [0, 1]
