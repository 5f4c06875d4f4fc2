"""Every text beside a developer's checkout as plain text: what nothing may be lost from."""

import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


def sources(shared: Path) -> Iterator[tuple[str, str]]:
    """The name and the text of each source: scans, flat pages, pairs, amendments, corpora."""
    corpus = shared / "corpus"
    for path in (
        *sorted((shared / "seeds").glob("*.txt")),
        *sorted((corpus / "parse_gold").glob("*.raw.txt")),
        *sorted((corpus / "pairs").rglob("*.txt")),
    ):
        yield str(path.relative_to(shared)), path.read_text("utf-8", errors="replace")
    for line in (corpus / "amendments.jsonl").read_text("utf-8").splitlines():
        amendment = json.loads(line)
        yield f"amendment {amendment['symbol']}", amendment["text"]
    for path in sorted((corpus / "texts").glob("*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
        tell = _segments if "aligned" in path.name else _paragraphs
        for name, text in tell(records):
            yield f"{path.name} {name}", text


def _paragraphs(records: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for record in records:
        yield record["symbol"], "\n\n".join(_printed(p) for p in record["paragraphs"])


def _printed(paragraph: dict[str, Any]) -> str:
    number, text = paragraph.get("number") or "", paragraph["text"]
    if number.isdigit():
        return f"{number}. {text}"
    return f"{number} {text}".strip()


def _segments(records: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    documents: dict[tuple[str, str], list[str]] = {}
    for record in records:
        for language in LANGUAGES:
            documents.setdefault((record["doc"], language), []).append(record[language])
    for (name, language), segments in documents.items():
        yield f"{name} {language}", "\n\n".join(segments)
