"""Whatever the bytes, they give a document, soon, and no word vanishes."""

from random import Random
from time import process_time

import pytest

from drafter.formats import text
from drafter.model import Paragraph, plain
from tests.formats.official.accounting import missing

LINES = """The General Assembly,|Recalling its resolution 79/901,|1. Urges States to|(a) Funding;
(i) Sub;|Annex|# Draft resolution II|Resolution 7/1|¹ See A/80/1.|<sup>&</sup>lt;sup>10</sup> Ibid.
22-27149 **5/71**|Please recycle (|*|**|[|12.|and lower|A/C.3/80/L.9|Agenda item 5|III|__________
Fiji and Togo: draft resolution|82nd plenary meeting|3 May 2025|> quote|- 6 November 2015|(|3
Distr.: Limited|At its 13th meeting, on 4 May:|(b) Took note of it;|2. Requests the Board:|–|\""""
ABROAD = """L’Assemblée générale,|Rappelant sa résolution,|1. Prie les États de|a) Former ;
i) Sous ;|Annexe|Projet de résolution II|Point 5 de l’ordre du jour|54e séance plénière|« |»
La Asamblea General,|Recordando también,|2. Pide a los Estados que|Anexo|Tema 5 del programa
54ª sesión plenaria|Fiji y Togo: proyecto de resolución|À sa 3e séance, le 4 mai :|Distr. limitée"""
ODD = """
| a | b |
|---|---|
<table><tr><td>x</td></tr></table>
<table>
26/ See A/80/1.
, 26/
– item;
• item
con-
clusions
<!-- Page 2 -->
II Heading
25 Condemns it;
4 . Decides it;
* On behalf of them.
** Also on behalf of them.
<sup>2,3</sup>
&#8217;
[x](https://a.example/b)
PP1 Noting
OP2 Urges;
\ufffd
"""
VOCABULARY = [*f"{LINES}\n{ABROAD}".replace("\n", "|").split("|"), *ODD.strip().split("\n")]

SCAN = (
    """*The General Assembly,*

*Recalling* its resolution 79/901,<sup>1</sup> and noting the

<sup>1</sup> A/80/901.

25-09999 **3/7**

report,

1. *Urges* States to:

(a) License ferries;

(b) Train crews;

2. *Decides* to meet again.
"""
    * 3
)


@pytest.mark.parametrize("seed", range(300))
def test_any_mixture_is_a_document_with_every_word(seed: int) -> None:
    random = Random(seed)
    parts = (random.choice(VOCABULARY) + random.choice(["\n", "\n\n", " "]) for _ in range(40))
    mixture = "".join(parts)
    gone = missing(mixture, text.parse(mixture))
    # The labels of consultations become places, and are said.
    assert not {word for word in gone if word.isalpha()} - {"pp", "op"}, mixture


def test_a_text_cut_off_anywhere_is_a_document() -> None:
    data = SCAN.encode()
    for end in range(0, len(data), 50):
        source = data[:end].decode("utf-8", "replace")
        assert not missing(source, text.read(data[:end], "scan.md"))


def test_flipped_bytes_are_a_document() -> None:
    for seed in range(60):
        random = Random(seed)
        data = bytearray(SCAN.encode())
        for _ in range(20):
            data[random.randrange(len(data))] = random.randrange(256)
        text.read(bytes(data), "scan.md")


@pytest.mark.parametrize(
    "line",
    ["x\n", "(a) X;\n\n", "[", "*a ", "1 2 3 4 5 ", "Recalling ", "The General ", "word, \n\n",
     "<sup>", "2/3\nTitle here\n", "(a) X:\n\n(i) Y:\n\n", "Fiji, ", "At its x meeting, "],
)  # fmt: skip
def test_a_long_run_of_anything_comes_to_an_end(line: str) -> None:
    start = "The General Assembly,\n\nRecalling it,\n\n1. Urges:\n\n"
    text.parse(start + line * 5000)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_any_usual_encoding_reads_alike(encoding: str) -> None:
    source = "La Asamblea General,\n\nReafirmando su resolución,\n\n1. Decide reunirse aquí.\n"
    assert text.read(source.encode(encoding), "scan.txt") == text.parse(source)


def test_a_long_preamble_that_takes_note_is_read_once() -> None:
    taken = "".join(f"Takes note of the law on ferries of river {n},\n\n" for n in range(5_000))
    given = f"The Security Council,\n\nRecalling its rules,\n\n{taken}1. Decides to go on."
    start = process_time()
    found = text.parse(given).value.resolutions[0]
    # To look for number 1 anew from every paragraph took 40 s.
    assert process_time() - start < 15
    assert (len(found.preamble), len(found.operative)) == (5_001, 1)


def test_a_damaged_character_leaves_the_others() -> None:
    data = "The General Assembly,\n\nRecalling the naïve café,\n\nDecides to meet.\n".encode()
    (resolution,) = text.read(data.replace("ï".encode(), b"\xff"), "scan.txt").value.resolutions
    (paragraph,) = resolution.preamble
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.content) == "Recalling the na\ufffdve café,"
