"""A draft as one self-contained HTML page that reads well on a screen and prints on paper.

No script, no network, no font but those at hand. Written only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from drafter.formats.sponsors import sponsor_line
from drafter.grammar import wording
from drafter.grammar.numbering import child_labels, operative_labels
from drafter.grammar.wording import Wording
from drafter.model import (
    Annex,
    Call,
    Document,
    Heading,
    Inlines,
    Item,
    Masthead,
    Paragraph,
    Resolution,
    Table,
    Text,
    plain,
)

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.06rem/1.5 "Times New Roman", Tinos, "Liberation Serif", serif; max-width: 38rem;
  margin: 2rem auto; padding: 0 1.2rem; hyphens: manual; font-variant-numeric: lining-nums; }
header { display: grid; grid-template-columns: 1fr auto; gap: 0 2rem; margin-bottom: 1.4rem; }
header .symbol { grid-column: 2; font-size: 1.25rem; } header div { grid-column: 1; }
header .right { grid-column: 2; grid-row: 2 / span 3; } header:empty { display: none; }
.sponsors, h1, h2, h3, h4, h5, h6, .note-to-sponsors { margin: 1.2rem 0 .6rem; line-height: 1.25; }
h1, .second-title { font-size: 1.3rem; font-weight: bold; line-height: 1.25; }
h1:has(+ .second-title) { margin-bottom: 0; } h2, h3, h4, h5, h6, .sponsors { font-size: 1.08rem; }
.sponsors { font-weight: bold; } .note-to-sponsors, aside { font-size: .88rem; }
p { margin: 0 0 .75rem; } .enacting, .preambular, .operative { padding-left: 2.6rem; }
.sub { margin-left: 2.6rem; } p.labelled { position: relative; padding-left: 2.6rem; }
p.labelled > .label { position: absolute; left: 0; min-width: 2.2rem; }
.bracket { background: #fff3c4; } sup { line-height: 0; }
a { color: inherit; text-decoration: none; }
table { border-collapse: collapse; margin: 0 0 1rem; }
td, th { border: 1px solid; padding: .2rem .5rem; text-align: left; vertical-align: top;
  font-weight: normal; } thead th { font-weight: bold; }
aside { border-top: 1px solid; margin-top: 2rem; padding-top: .6rem; }
.meeting { text-align: right; }
article + article { margin-top: 4rem; border-top: 2px solid; padding-top: 2rem; }
@media (prefers-color-scheme: dark) { .bracket { background: #55491a; } }
@media print { body { max-width: none; margin: 0; font-size: 10.5pt; line-height: 1.3; }
  article + article { break-before: page; border: 0; } p { orphans: 2; widows: 2; }
  h1, h2, h3 { break-after: avoid; } @page { margin: 2.5cm 3cm; } }
"""


def write(document: Document) -> bytes:
    """The resolutions of `document` as one HTML page."""
    first = document.resolutions[0] if document.resolutions else Resolution()
    title = plain(first.title) or first.masthead.symbol or "Draft resolution"
    articles = [
        _Article(resolution, f"r{number}" if number > 1 else "").html()
        for number, resolution in enumerate(document.resolutions, start=1)
    ]
    page = (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(articles)
        + "\n</body>\n</html>\n"
    )
    return page.encode("utf-8", "replace")


class _Article:
    """One resolution; `name` keeps its footnotes apart from those of others on the page."""

    def __init__(self, resolution: Resolution, name: str) -> None:
        self.resolution = resolution
        self.name = name
        self.notes = {note.label: n for n, note in enumerate(resolution.footnotes, start=1)}
        self.called: set[str] = set()

    def html(self) -> str:
        return "\n".join(("<article>", *self.parts(), "</article>"))

    def parts(self) -> Iterator[str]:
        resolution = self.resolution
        yield from _masthead(resolution.masthead, wording.of(resolution))
        if resolution.title:
            yield f"<h1>{self.inline(resolution.title)}</h1>"
        if second := resolution.masthead.second_title:
            yield f'<p class="second-title">{escape(second)}</p>'
        if resolution.enacting:
            words = resolution.enacting.rstrip(",:")
            rest = resolution.enacting[len(words) :]
            yield f'<p class="enacting"><em>{escape(words)}</em>{escape(rest)}</p>'
        yield from self.items(resolution.preamble, "preambular")
        yield from self.items(resolution.operative, "operative", operative_labels(resolution))
        for annex in resolution.annexes:
            yield from self.annex(annex)
        if resolution.masthead.meeting:
            yield f'<p class="meeting"><em>{escape(resolution.masthead.meeting)}</em></p>'
        if resolution.footnotes:
            yield "<aside>"
            for note in resolution.footnotes:
                target = f"{self.name}n{self.notes[note.label]}"
                back = f'<a href="#{target}c">{escape(note.label)}</a>'
                yield f'<p id="{target}"><sup>{back}</sup> {self.inline(note.content)}</p>'
            yield "</aside>"

    def items(
        self, items: Iterable[Item], kind: str, numbers: tuple[str, ...] | None = None
    ) -> Iterator[str]:
        labels = iter(numbers or ())
        for item in items:
            if isinstance(item, Heading):
                level = min(item.level + 1, 6)
                yield f"<h{level}>{self.inline(item.content)}</h{level}>"
            elif isinstance(item, Table):
                yield from self.table(item)
            else:
                label = next(labels) if numbers is not None else item.label or ""
                yield from self.family(item, label, kind, 0)

    def family(self, paragraph: Paragraph, label: str, kind: str, level: int) -> Iterator[str]:
        printed = f"{label}." if label[-1:].isalnum() else label
        words = self.inline(paragraph.content)
        if printed:
            words = f'<span class="label">{escape(printed)}</span> {words}'
        yield f'<p class="{"labelled" if printed else kind}">{words}</p>'
        if paragraph.children:
            yield '<div class="sub">'
            labels = child_labels(paragraph.children, level + 1)
            for child, each in zip(paragraph.children, labels, strict=True):
                yield from self.family(child, each, kind, level + 1)
            yield "</div>"
        if paragraph.closing:
            yield f'<p class="{kind}">{self.inline(paragraph.closing)}</p>'

    def annex(self, annex: Annex) -> Iterator[str]:
        title = f"<br>{self.inline(annex.title)}" if annex.title else ""
        yield f"<h1>{escape(annex.label)}{title}</h1>"
        yield from self.items(annex.items, "annexed")

    def table(self, table: Table) -> Iterator[str]:
        head, *rows = table.rows
        yield f"<table><thead><tr>{self.cells(head, 'th')}</tr></thead><tbody>"
        for row in rows:
            yield f"<tr>{self.cells(row, 'td')}</tr>"
        yield "</tbody></table>"

    def cells(self, row: tuple[Inlines, ...], tag: str) -> str:
        return "".join(f"<{tag}>{self.inline(cell)}</{tag}>" for cell in row)

    def inline(self, content: Inlines) -> str:
        out = ""
        for inline in content:
            if isinstance(inline, Text):
                words = escape(inline.text, quote=False)
                words = f"<em>{words}</em>" if inline.italic else words
                out += f"<strong>{words}</strong>" if inline.bold else words
            elif isinstance(inline, Call):
                out += self.call(inline.label)
            else:
                by = f"{escape(inline.by, quote=False)}: " if inline.by else ""
                positions = "".join(f" ({escape(p, quote=False)})" for p in inline.positions)
                inner = self.inline(inline.content)
                out += f'<span class="bracket">[{by}{inner}]{positions}</span>'
        return out

    def call(self, label: str) -> str:
        if label not in self.notes:
            return f"<sup>{escape(label)}</sup>"
        target = f"{self.name}n{self.notes[label]}"
        place = "" if label in self.called else f' id="{target}c"'
        self.called.add(label)
        return f'<sup><a{place} href="#{target}">{escape(label)}</a></sup>'


def _masthead(masthead: Masthead, fixed: Wording) -> Iterator[str]:
    from drafter.grammar import dates

    item = masthead.agenda_item
    left = [masthead.organ, masthead.session, masthead.place, masthead.committee]
    left += [wording.agenda_item(item.number, fixed), item.title]
    right = [wording.distribution(masthead.distribution, fixed)]
    right += [dates.printed(masthead.date, fixed.dates) or masthead.date, masthead.language]
    symbol = masthead.symbol or masthead.number
    if symbol or any(left) or any(right):
        yield "<header>"
        yield f'<div class="symbol">{escape(symbol)}</div>'
        yield f"<div>{_lines(left)}</div>"
        yield f'<div class="right">{_lines(right)}</div>'
        yield "</header>"
    for words in (masthead.adopted, masthead.report):
        if words:
            yield f'<p class="sponsors">{escape(words)}</p>'
    if line := sponsor_line(masthead, fixed):
        yield f'<p class="sponsors">{escape(line)}</p>'
    for note in masthead.sponsor_notes:
        yield f'<p class="note-to-sponsors">* {escape(note)}</p>'


def _lines(lines: list[str]) -> str:
    return "<br>".join(escape(line) for line in lines if line)
