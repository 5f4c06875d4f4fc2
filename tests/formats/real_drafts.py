"""Every real text beside a checkout as documents: read by our readers, or built at its word.

The corpus holds labelled paragraphs. Joined by blank lines they are a scan, which our reader reads;
taken at their word they are drafts with all that real texts print, on which no reader of ours has
decided anything.
"""

import json
import lzma
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from drafter.errors import ReadError
from drafter.formats import docx, pdf, text
from drafter.formats.printed import without_derived, without_derived_numbers
from drafter.formats.reading import Reading
from drafter.model import (
    Annex,
    Call,
    Document,
    Footnote,
    Heading,
    Inline,
    Item,
    Masthead,
    Paragraph,
    Resolution,
    Text,
    normal,
)

Record = dict[str, Any]
Named = tuple[str, Callable[[], Document]]
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


def every(shared: Path) -> Iterator[Named]:
    """Every real text, named, as something that gives its document when it is called."""
    corpus = shared / "corpus"
    for path in sorted((corpus / "texts").glob("*.jsonl.xz")):
        if path.name.startswith("aligned"):
            yield from _aligned(path)
            continue
        for number, record in enumerate(records(path)):
            name = f"{path.name.partition('.')[0]} {number} {record['symbol']}"
            yield f"{name}, read", partial(_read, record)
            yield f"{name}, built", partial(_built, record)
    for path in sorted((corpus / "parse_gold").glob("*.gold.json")):
        record = json.loads(path.read_text("utf-8"))
        yield path.name, partial(_built, record)
    for pattern in ("corpus/parse_gold/*.raw.txt", "corpus/pairs/*/*/*.txt", "seeds/*.txt"):
        for path in sorted(shared.glob(pattern)):
            yield _name(path, shared), partial(_opened, text.read, path)
    for path in sorted((corpus / "pdf").glob("*.pdf")):
        yield _name(path, shared), partial(_opened, pdf.read, path)
    for path in sorted((shared / "docx").rglob("*.docx")):
        yield _name(path, shared), partial(_word, path)


def _name(path: Path, shared: Path) -> str:
    return path.relative_to(shared).as_posix()


def _read(record: Record) -> Document:
    return text.parse(printed(record)).value


def _built(record: Record) -> Document:
    return Document((built(record),))


def _opened(read: Callable[[bytes, str], Reading[Document]], path: Path) -> Document:
    return read(path.read_bytes(), path.name).value


def _word(path: Path) -> Document:
    try:
        return docx.read(path.read_bytes(), path.name, changes="all").value
    except ReadError:
        return Document()


def records(path: Path) -> Iterator[Record]:
    """The texts in a file of the corpus."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def printed(record: Record) -> str:
    """`record` as it might have been copied from a page: a paragraph, a blank line, the next."""
    return "\n\n".join(" ".join(filter(None, (_typed(p), p["text"]))) for p in record["paragraphs"])


def _typed(paragraph: Record) -> str:
    number = paragraph["number"] or ""
    return f"{number}." if number.isdigit() else str(number)


def built(record: Record) -> Resolution:
    """`record` as a draft of its labelled paragraphs, with the calls at their ends."""
    preamble: list[Item] = []
    operative: list[Item] = []
    annexes: list[Annex] = []
    enacting = ""
    for each in record["paragraphs"]:
        role = each.get("role", "")
        if role == "annex" or annexes:
            label = re.match(r"(?:Annex|Appendix)(?: [IVX]+)?$", each["text"])
            if label or not annexes:
                annexes.append(Annex(label[0] if label else "Annex"))
            if not label:
                last = annexes[-1]
                made = _paragraph(each)
                annexes[-1] = replace(last, items=(*last.items, made))
        elif role == "opener":
            enacting = enacting or _spaced(each["text"])
        elif role == "heading":
            (operative or preamble).append(Heading(normal((Text(each["text"]),))))
        elif each["kind"] == "preambular" and not operative:
            preamble.append(_paragraph(each))
        elif each["kind"] == "operative" or (operative and role == "other"):
            _operative(operative, _paragraph(each), each.get("level") or 1)
    notes = record.get("footnotes") or {
        n: "" for each in record["paragraphs"] for n in _calls(each)
    }
    return Resolution(
        Masthead(symbol=record["symbol"] or "", date=record["date"] or ""),
        normal((Text(record["title"] or ""),)),
        enacting,
        tuple(preamble),
        without_derived_numbers(tuple(map(_derived, operative))),
        tuple(annexes),
        tuple(Footnote(n, normal((Text(words),))) for n, words in notes.items()),
    )


def _operative(items: list[Item], paragraph: Paragraph, level: int) -> None:
    """Put `paragraph` at the end; a letter goes under the paragraph before it."""
    over = items[-1] if items else None
    lettered = level > 1 or (paragraph.label or "").startswith("(")
    if lettered and isinstance(over, Paragraph):
        items[-1] = replace(over, children=(*over.children, paragraph))
    else:
        items.append(paragraph)


def _derived(item: Item) -> Item:
    if not isinstance(item, Paragraph):
        return item
    return replace(item, children=without_derived(item.children, 1))


def _paragraph(each: Record) -> Paragraph:
    words, lead = each["text"], each.get("lead") or ""
    content: list[Inline] = [Text(words)]
    if lead and words.startswith(lead):
        content = [Text(lead, italic=True), Text(words[len(lead) :])]
    content += map(Call, _calls(each))
    label = _spaced(each["number"] or "")
    return Paragraph(normal(content), label=label or ("" if each["kind"] == "operative" else None))


def _calls(each: Record) -> list[str]:
    return each.get("fn") or []


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _aligned(path: Path) -> Iterator[Named]:
    """The aligned segments of each document as the preamble of a draft, in each language."""
    found: dict[str, list[Record]] = {}
    for record in records(path):
        found.setdefault(record["doc"], []).append(record)
    for name, segments in found.items():
        for language in LANGUAGES:
            items = tuple(
                Paragraph(normal((Text(segment[language]),)))
                for segment in segments
                if segment.get(language)
            )
            yield f"{name}, {language}", partial(Document, (Resolution(preamble=items),))
