"""Find agreed language: the closest agreed paragraphs, what could follow, phrases that fit.

Every text shown stands verbatim in the source named beside it.

  drafter suggest Urges Member States to strengthen
  drafter suggest --like draft.md#OP3
  drafter suggest --ask continue "Recalling its resolution"
  drafter suggest --batch questions.jsonl     one {"id", "text", "ask"} a line, answered in order
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from drafter.cli import bank_options, console
from drafter.errors import DrafterError, ExitCode

if TYPE_CHECKING:
    from drafter.model import Resolution
    from drafter.phrases.bank import Bank
    from drafter.phrases.suggestion import Suggestion

_WORTH_MARKING = 0.4
_ASKS = ("closest", "continue", "phrases")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of `drafter suggest`."""
    add = parser.add_argument
    add("text", nargs="*", metavar="TEXT", help="what is typed; - reads it from stdin")
    add("--like", metavar="FILE#OP3", help="ask for a paragraph of a draft instead")
    add("--ask", choices=_ASKS, default="closest", help="the question (default: closest)")
    add("--top", type=bank_options.top, default=10, metavar="N", help="answers (default: 10)")
    bank_options.add_filters(parser)
    add("--before", type=bank_options.date, default="", metavar="DATE", help="only earlier texts")
    add("--for", dest="draft", metavar="DRAFT", help="rank for this draft: its body, its family")
    add("--batch", metavar="FILE", help="answer a file of questions, JSON lines; - is stdin")
    bank_options.add_format(parser)
    bank_options.add_bank(parser)


def run(options: argparse.Namespace) -> ExitCode:
    """Ask and print."""
    bank = bank_options.bank(options)
    if options.batch:
        import json

        for answer in _batch(bank, options):
            print(json.dumps(answer, ensure_ascii=False))
        return ExitCode.SAME
    text = _question(options)
    found = _ask(bank, options, text, options.ask)
    if options.format == "json":
        console.print_json(_answer(None, text, found))
    else:
        _print(found, text, options)
    return ExitCode.SAME


def _question(options: argparse.Namespace) -> str:
    if options.like:
        return _paragraph(options.like)
    text = " ".join(options.text)
    if text == "-":
        text = console.read_bytes("-").decode("utf-8", "replace")
    if not text.strip():
        hint = "give some words, --like FILE#OP3 or --batch FILE"
        raise DrafterError("suggest: nothing to look for", hint=hint)
    return text


def _paragraph(like: str) -> str:
    from drafter.grammar.numbering import walk
    from drafter.model import plain

    name, place = bank_options.reference(like)
    wanted = "".join(place.lower().split())
    places = []
    for placed in walk(_draft(name)):
        places.append(placed.place)
        if "".join(placed.place.lower().split()) == wanted:
            return plain(placed.paragraph.content)
    some = ", ".join(places[:3])
    raise DrafterError(f"{name}: has no paragraph {place or '#?'}", hint=f"name one, as {some}")


def _draft(name: str) -> Resolution:
    from pathlib import Path

    from drafter.formats import read_file

    resolutions = read_file(name if name == "-" else Path(name)).value.resolutions
    if not resolutions:
        raise DrafterError(f"{name}: holds no resolution")
    first: Resolution = resolutions[0]
    return first


def _ask(bank: Bank, options: argparse.Namespace, text: str, ask: str) -> tuple[Suggestion, ...]:
    return bank.suggest(
        text,
        ask=ask,  # type: ignore[arg-type]
        top=options.top,
        body=options.body,
        before=options.before,
        status=options.status,
        context=_context(bank, options),
    )


def _context(bank: Bank, options: argparse.Namespace) -> Any:
    """What is known of the draft, read once."""
    if not options.draft:
        return None
    if not hasattr(options, "context"):
        options.context = bank.context(_draft(options.draft))
    return options.context


def _batch(bank: Bank, options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    import json

    data = console.read_bytes(options.batch).decode("utf-8", "replace")
    for at, line in enumerate(data.splitlines(), start=1):
        if not line.strip():
            continue
        where = f"{options.batch}:{at}"
        try:
            question = json.loads(line)
            text, ask = question["text"], question.get("ask") or options.ask
        except (ValueError, KeyError, TypeError, AttributeError):
            hint = 'write {"id": "1", "text": "…", "ask": "closest"}'
            raise DrafterError(f"{where}: not a question", hint=hint) from None
        if ask not in _ASKS or not isinstance(text, str):
            hint = f"ask one of {', '.join(_ASKS)}"
            raise DrafterError(f"{where}: unknown question {ask!r}", hint=hint)
        yield _answer(question.get("id"), text, _ask(bank, options, text, ask))


def _answer(identity: object, text: str, found: tuple[Suggestion, ...]) -> dict[str, Any]:
    suggestions = [bank_options.as_json(s) for s in found]
    return {"id": identity, "query": text, "suggestions": suggestions}


def _print(found: tuple[Suggestion, ...], text: str, options: argparse.Namespace) -> None:
    from drafter.phrases.marks import marks

    colour = console.wants_colour(options)
    width = min(console.width(), 100)
    for number, s in enumerate(found, start=1):
        score = f"{s.score:.0%}  " if options.ask == "closest" and s.score < 1 else ""
        head = f"{number:>2}. {score}{bank_options.cited(s)}"
        print(f"\x1b[1m{head}\x1b[0m" if colour else head)
        body = s.text
        if options.ask == "closest" and _comparable(text, s):
            body = bank_options.marked(marks(text.strip(), s.text), colour=colour)
        print(textwrap.indent(_wrapped(body, width - 4), "    "))
    if not found:
        console.say("nothing like it in the bank")
    sys.stdout.flush()


def _comparable(asked: str, s: Suggestion) -> bool:
    """Whether a difference marked word by word says something: not of a fragment, nor of chance."""
    from drafter.phrases.nearest import fragment

    return _WORTH_MARKING < s.score < 1 and not fragment(asked.strip())


def _wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, max(width, 30), break_on_hyphens=False)) or text
