"""Lists made at random count as LibreOffice counts them in its text export.

LibreOffice knows neither `w:lvlRestart` nor `w:isLgl`; tests of their own hold these.
"""

import subprocess
from pathlib import Path
from random import Random

from drafter.word.numbering import Numbering
from drafter.word.package import Package
from drafter.word.styles import Styles
from drafter.word.xml import w
from tests.word.specimens import STYLES, W, docx
from tests.word.test_numbering import abstract, level, num, p, restart

FORMS = ("decimal", "lowerLetter", "lowerRoman", "upperRoman", "upperLetter")
STYLED = (
    '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/><w:basedOn w:val="{1}"/>'
    "<w:pPr><w:numPr>{2}</w:numPr></w:pPr></w:style>"
)
SEEDS = range(6)


def test_random_lists_count_as_libreoffice_counts_them(soffice: str, tmp_path: Path) -> None:
    ours = {}
    for seed in SEEDS:
        data = document(Random(seed))
        (tmp_path / f"{seed}.docx").write_bytes(data)
        ours[seed] = shown(data)
    command = [soffice, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    files = [str(tmp_path / f"{seed}.docx") for seed in SEEDS]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=180)
    for seed in SEEDS:
        theirs = (tmp_path / f"{seed}.txt").read_text("utf-8-sig").splitlines()
        assert ours[seed] == [" ".join(line.split()) for line in theirs], seed


def shown(data: bytes) -> list[str]:
    package = Package.open(data)
    numbering = Numbering.of(package, Styles.of(package))
    found = []
    for paragraph in package.part(package.main).iter(w("p")):
        number = numbering.next(paragraph)
        words = "".join(t.text or "" for t in paragraph.iter(w("t")))
        found.append(f"{number.text if number else ''} {words}".strip())
    return found


def document(random: Random) -> bytes:
    lists = ""
    ids: list[int] = []
    for key in range(3):
        lists += abstract(key, *(_level(random, index) for index in range(4)))
    for key in range(3):
        for copy in range(random.choice((1, 2, 3))):
            ids.append(len(ids) + 1)
            lists += num(ids[-1], key, _override(random) if copy else "")
    styles = STYLED.format("A", "Normal", '<w:numId w:val="1"/>')
    styles += STYLED.format("B", "A", '<w:ilvl w:val="1"/>')  # the list is the base style's
    styles += STYLED.format("C", "B", "") + STYLED.format("D", "A", '<w:numId w:val="0"/>')
    # Every list begins at its top: where it does not, programs differ.
    body = "".join(p(key).replace("</w:p>", "<w:r><w:t>top</w:t></w:r></w:p>") for key in ids)
    body += "".join(_paragraph(random, number, ids) for number in range(60))
    return docx(
        body,
        parts={
            "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{lists}</w:numbering>'.encode(),
            "word/styles.xml": STYLES.replace("</w:styles>", f"{styles}</w:styles>").encode(),
        },
        others=("numbering",),
    )


def _level(random: Random, index: int) -> str:
    nested = "".join(f"%{above + 1}." for above in range(index + 1))
    text = random.choice((f"%{index + 1}.", f"(%{index + 1})", nested))
    more = '<w:suff w:val="space"/>' if random.random() < 0.2 else ""
    return level(index, random.choice(FORMS), text, more, start=random.choice((1, 1, 3)))


def _override(random: Random) -> str:
    if random.random() < 0.6:
        return restart(0, random.choice((1, 4)))
    other = level(1, random.choice(FORMS), "[%2]")
    return f'<w:lvlOverride w:ilvl="1">{other}</w:lvlOverride>'


def _paragraph(random: Random, number: int, ids: list[int]) -> str:
    style = f'<w:pStyle w:val="{random.choice("AABCD")}"/>' if random.random() < 0.4 else ""
    numbered = ""
    if not style and random.random() < 0.9:
        depth = random.choice((0, 0, 1, 1, 2, 3))
        numbered = f'<w:ilvl w:val="{depth}"/><w:numId w:val="{random.choice(ids)}"/>'
    elif style and random.random() < 0.2:
        numbered = random.choice(('<w:numId w:val="0"/>', '<w:ilvl w:val="2"/>'))
    properties = f"{style}<w:numPr>{numbered}</w:numPr>" if numbered else style
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>word{number}</w:t></w:r></w:p>"
