"""Our own Word file, printed by LibreOffice and read from the PDF: the same draft again."""

import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from drafter.formats import docx, markdown, pdf
from drafter.model import Document, Resolution
from tests.formats.delegation_files import FILES
from tests.formats.drafts_in_languages import FRENCH, SPANISH

DATE = datetime(2025, 11, 4, tzinfo=UTC)
WORDS = (
    "the contribution of small river ports to the livelihoods of riparian communities, and noting"
    " that repairs to landing stages, moorings and ferries remain costly for municipalities,"
    " inter alia in the delta"
)
DRAFT = f"""---
body: ga-c2
organ: General Assembly
symbol: A/C.2/80/L.909/Rev.1
distribution: Limited
date: 2025-11-04
language: "Original: English"
session: Eightieth session
committee: Second Committee
agenda_item:
  number: 19 (b)
  title: "Sustainable rivers: safe crossings and the follow-up to the outcome of the conference on
    small river ports of the delta"
sponsors: [Fiji, Guyana, Togo]
sponsor_notes: ["Guyana: On behalf of the States of the delta."]
status: revised draft resolution
title: "Safe river crossings and the International Decade for River Safety, 2026–2035: first review"
---

*The General Assembly*,

*Recalling* its resolution 79/901 of 12 December 2024,[^1] {WORDS},

*Guided* by:

(a) The delta declaration, {WORDS};

(b) The purposes of the Charter,

*Deeply concerned* at the number of small craft lost in 2024, {WORDS},[^2]

# I. Ports

1. *Urges* Member States to maintain landing stages, {WORDS}:

    (a) By training pilots, {WORDS};

    (b) By keeping registers:

        (i) Of moorings, {WORDS};

        (ii) Of ferries;

    (c) By paying $200,000 for gauges of 3 m2;

2. *Also requests* the Secretary-General to report {WORDS}, and in this regard;[^3]

## Self-governing crossings

3. *Decides* that:

    (a) Ferries shall run {WORDS};

    (b) Boats shall not;

4. *Takes note with appreciation* of {WORDS}, and so on {WORDS} {WORDS} {WORDS} {WORDS};

# II. Ferries

5. *Requests* the Secretary-General to report {WORDS}.

# Annex

# Guidelines for the keeping of ferries

## A. Pilots

1. Pilots keep to the right, {WORDS}.

2. They use:

(a) Lamps;

(b) Bells.

[^1]: A/80/912 and A/80/912/Add.1, annex.

[^2]: See *Official Records of the General Assembly, Eightieth Session, Supplement No. 9* (A/80/9),
  chap. II, {WORDS}.

[^3]: United Nations, *Treaty Series*, vol. 9999, No. 99999.
"""
ADOPTED = f"""---
body: ga
organ: General Assembly
symbol: A/RES/79/901
number: 79/901
distribution: General
date: 2024-12-12
session: Seventy-ninth session
agenda_item: {{number: 19 (b), title: "Sustainable rivers"}}
status: adopted resolution
adopted: Resolution adopted by the General Assembly on 9 December 2024
report: "[on the report of the Second Committee (A/79/912, para. 30)]"
meeting: 50th plenary meeting, 9 December 2024
title: "United Nations Decade for River Safety, 2026–2035: safe crossings, ports and ferries"
---

*The General Assembly*,

*Recalling* its resolution 78/901, {WORDS},[^1]

1. *Urges* Member States {WORDS};

2. *Requests* the Secretary-General to report {WORDS}.

| Port | Ferries | Cost |
| --- | --- | --- |
| Alpha | 12 | 1,000 |
| Beta | 9 | 2,000 |

[^1]: A/80/912.
"""


@pytest.mark.parametrize(
    "source",
    [DRAFT, ADOPTED, FRENCH, SPANISH],
    ids=["draft", "adopted", "French", "Spanish"],
)
def test_what_is_printed_is_read_as_it_was(source: str, tmp_path: Path, soffice: str) -> None:
    draft = markdown.parse(source).value
    found = pdf.read(printed(draft, tmp_path, soffice), "draft.pdf")
    (again,) = found.value.resolutions
    assert markdown.format(again) == markdown.format(draft)
    assert replace(again, footnotes=()) == replace(draft, footnotes=())
    assert again.footnotes == draft.footnotes
    assert not found.value.rest
    assert not found.notes


def test_what_others_typed_in_word_is_read_from_their_pdf_as_from_their_file(
    tmp_path: Path, soffice: str
) -> None:
    # Left out: bold all through, which a PDF cannot tell from headings; a table above the title;
    # content controls and endnotes, whose calls LibreOffice prints elsewhere.
    others = {"bold", "sponsor_table", "controls", "endnotes"}
    typed = [each for each in FILES if each.__name__ not in others]
    for make in typed:
        (tmp_path / f"{make.__name__}.docx").write_bytes(make())
    to_pdf([tmp_path / f"{make.__name__}.docx" for make in typed], tmp_path, soffice)
    for make in typed:
        found = pdf.read((tmp_path / f"{make.__name__}.pdf").read_bytes(), "draft.pdf")
        assert found.value == docx.read(make(), "draft.docx").value, make.__name__


def printed(draft: Resolution, folder: Path, soffice: str) -> bytes:
    source = folder / "draft.docx"
    source.write_bytes(docx.write(Document((draft,)), date=DATE))
    to_pdf([source], folder, soffice)
    return (folder / "draft.pdf").read_bytes()


def to_pdf(sources: list[Path], folder: Path, soffice: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, sources)], check=True, capture_output=True, timeout=180)
