"""Every word that Word shows is in a text, a note, the rest, or the dropped furniture."""

from pathlib import Path
from typing import Literal

import pytest

from drafter.formats import docx
from tests.formats.official.accounting import missing
from tests.formats.word_words import shown

Changes = Literal["accept", "reject", "all"]


@pytest.mark.parametrize("changes", ["accept", "reject", "all"])
def test_no_word_of_a_real_file_is_lost(shared: Path, changes: Changes) -> None:
    worst = []
    for path in sorted((shared / "docx").rglob("*.docx")):
        data = path.read_bytes()
        gone = missing(shown(data, changes), docx.read(data, path.name, changes=changes))
        worst.append((gone.total(), path.name, gone.most_common(6)))
    worst.sort(reverse=True, key=lambda each: each[0])
    print("\n".join(map(str, worst[:5])))
    assert not worst[0][0], worst[:5]
