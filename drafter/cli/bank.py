"""Build and look into a phrase bank: agreed texts, paragraph by paragraph, with their sources.

  drafter bank add FILE…                 add drafts, folders, JSON lines (.jsonl, .gz, .xz)
  drafter bank search WORDS "A PHRASE"   find entries, with filters
  drafter bank show SYMBOL[#OP3]         a text, or the pedigree of one of its paragraphs
  drafter bank phrases [WORDS]           recurring phrases, with the texts that use them
  drafter bank families [SYMBOL#OP3]     paragraphs through sessions and bodies, wordings linked
  drafter bank stats                     what the bank holds
  drafter bank remove SYMBOL…            remove texts without a trace
  drafter bank mine FILE… -o FOLDER      write a bank as plain data, as phrasebank/ is made

The bank is your own, in your data directory, unless --bank names another.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any

from drafter.cli import bank_mined, bank_options, bank_views, console
from drafter.errors import DrafterError, ExitCode

_MUCH = 2_000_000  # bytes to read that keep several processes busy
_PATIENCE = 0.5  # seconds of work before progress is shown


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the actions of `drafter bank`, each with its options."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)

    def action(name: str, about: str) -> argparse.ArgumentParser:
        own = actions.add_parser(name, help=about, description=about)
        console.add_common(own)
        if name != "mine":
            bank_options.add_bank(own)
        return own

    add = action("add", "add drafts, folders and JSON lines (.jsonl, .jsonl.gz, .jsonl.xz)")
    add.add_argument("what", nargs="+", metavar="FILE", help="a file or a folder")
    when = "of texts that bear none"
    add.add_argument("--status", default="", choices=("adopted", "draft"), help=f"status {when}")
    add.add_argument("--date", type=bank_options.date, default="", help=f"date {when}")
    add.add_argument("--body", default="", help=f"body {when}")
    jobs = "processes that read (default: one a core where there is much to read)"
    add.add_argument("--jobs", type=bank_options.top, default=0, metavar="N", help=jobs)
    search = action("search", 'find entries that have all words and "exact phrases"')
    search.add_argument("what", nargs="*", metavar="WORD", help='a word or "a phrase"')
    bank_views.add_filters(search)
    show = action("show", "print a text, or the pedigree of one of its paragraphs")
    show.add_argument("what", metavar="SYMBOL[#OP3]", help="a symbol or number, and a place")
    bank_options.add_format(show)
    phrases = action("phrases", "list recurring phrases, variants together")
    phrases.add_argument("what", nargs="*", metavar="WORD", help="only phrases that have these")
    bank_mined.add_phrases(phrases)
    families = action("families", "follow paragraphs through sessions and bodies")
    families.add_argument("what", nargs="?", metavar="SYMBOL#OP3", help="one paragraph's family")
    bank_mined.add_families(families)
    bank_options.add_format(action("stats", "say what the bank holds"))
    remove = action("remove", "remove texts without a trace")
    remove.add_argument("what", nargs="+", metavar="SYMBOL", help="a symbol, a number or a file")
    mine = action("mine", "write texts as plain data, as phrasebank/ is made")
    mine.add_argument("what", nargs="+", metavar="FILE", help="a file or a folder")
    mine.add_argument("-o", dest="out", metavar="FOLDER", required=True, help="where to write")


def run(options: argparse.Namespace) -> ExitCode:
    """Do what the action says."""
    actions = {
        "add": _add,
        "search": bank_views.search,
        "show": bank_views.show,
        "phrases": bank_mined.phrases,
        "families": bank_mined.families,
        "stats": bank_views.stats,
        "remove": _remove,
        "mine": _mine,
    }
    actions[options.action](options)
    return ExitCode.SAME


def _own(options: argparse.Namespace) -> Path:
    """The one bank file that is written to."""
    from drafter.phrases.bank import user_bank

    names = options.bank or []
    if len(names) > 1 or bank_options.SHIPPED in names:
        hint = "give --bank once, with a file of your own"
        raise DrafterError(f"bank {options.action}: writes to one bank", hint=hint)
    return Path(names[0]) if names else user_bank()


def _add(options: argparse.Namespace) -> None:
    from drafter.phrases.adding import add
    from drafter.phrases.index import open_index
    from drafter.phrases.records import Given
    from drafter.phrases.store import Store

    paths = [Path(name) for name in options.what]
    given = Given(status=options.status, date=options.date, body=options.body)
    store = Store.open(_own(options), create=True)
    jobs = options.jobs or _jobs(paths)
    added = add(store, paths, given, _progress(), jobs)
    if added.sources and sys.stderr.isatty():
        print("\r\x1b[Kindexing…", end="", file=sys.stderr, flush=True)
    open_index(store, jobs)
    _clear_progress()
    for note in added.notes:
        console.say(note)
    known = f", {added.known} known already" if added.known else ""
    console.say(f"{store.path}: {added.sources} texts added from {added.files} files{known}")


def _jobs(paths: list[Path]) -> int:
    """How many processes should read: starting them costs more than reading a little."""
    from drafter.phrases.adding import files

    size = sum(path.stat().st_size for path in files(paths) if path.is_file())
    return 0 if size >= _MUCH else 1


def _progress() -> Any:
    """Shows progress on a terminal, once the work has taken a while."""
    started = time.monotonic()

    def show(name: str, sources: int) -> None:
        if sys.stderr.isatty() and time.monotonic() - started > _PATIENCE:
            print(f"\r\x1b[K{name}: {sources} texts", end="", file=sys.stderr, flush=True)

    return show


def _clear_progress() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _remove(options: argparse.Namespace) -> None:
    from drafter.phrases.index import forget, open_index
    from drafter.phrases.store import Store

    names = options.what
    path = _own(options)
    store = Store.open(path)
    ids: set[int] = set()
    for name in names:
        rows = store.query(
            "SELECT id FROM source WHERE symbol = ? OR number = ? OR name = ?", (name, name, name)
        )
        if not rows:
            hint = "name a symbol, a number or a file as bank search shows it; nothing was removed"
            raise DrafterError(f"{path}: holds nothing called {name}", hint=hint)
        ids |= {int(str(row[0])) for row in rows}
    forget(path)
    store.remove(sorted(ids))
    open_index(store)
    console.say(f"{path}: {len(ids)} texts removed")


def _mine(options: argparse.Namespace) -> None:
    from drafter.phrases.mine import mine

    notes = mine([Path(name) for name in options.what], Path(options.out))
    for note in notes:
        console.say(note)
