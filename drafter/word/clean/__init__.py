"""A clean copy of a Word file: what is shown, and nothing else of what the file carries.

What stays is listed, part by part and setting by setting (`parts`, `settings`); whatever is not on
a list goes, so that a kind of trace nobody has thought of goes too. The result is proved before
anyone gets it: a raw search for every trace found in the file (`traces`), and the words shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.errors import DrafterBug
from drafter.word.clean import proof, traces
from drafter.word.clean.copying import Copy
from drafter.word.package import Package

__all__ = ["Cleaned", "clean"]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The clean file and the proof: how many traces of each kind stood in the file, and now do."""

    data: bytes
    removed: tuple[proof.Count, ...]
    characters: int  # of the words shown, the same before and after


def clean(data: bytes, name: str = "", *, descriptions: bool = False) -> Cleaned:
    """The clean copy of the Word file in `data`, with its proof.

    Tracked changes are accepted. `descriptions` keeps the descriptions of pictures, which are read
    out to those who do not see them. Raises DrafterBug when the copy does not stand the proof.
    """
    package = Package.open(data, name)
    found = traces.of(package, descriptions=descriptions)
    copy = Copy(package, descriptions=descriptions)
    made = copy.package()
    result = made.save()
    again = Package.open(result, name)
    characters = proof.same_words(package, again, copy.names)
    counts = proof.counted(found, again)
    if left := [count.what for count in counts if count.left]:
        raise DrafterBug(f"{name}: the clean copy still holds traces ({', '.join(left)})")
    return Cleaned(result, counts, characters)
