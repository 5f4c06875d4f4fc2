"""Invented paragraphs and seeded edit scripts with their truth: the same seed, the same texts."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

OPENINGS = (
    "Recalling", "Reaffirming", "Noting with concern", "Welcoming", "Taking note of", "Stressing",
    "Urges", "Calls upon", "Requests", "Encourages", "Invites", "Decides", "Recognizes", "Welcomes",
)  # fmt: skip
STOCK = (
    "in accordance with its resolution 79/901 of 12 December 2024",
    "within existing resources", "at all levels", "including through technical assistance",
    "the report of the Secretary-General", "Member States", "all relevant stakeholders",
    "the 2030 Agenda for Sustainable Development", "upon request", "as appropriate", "inter alia",
    "developing countries, in particular the least developed among them", "as well as",
    "in line with national legislation", "the full implementation of the present resolution",
)  # fmt: skip
SYLLABLES = (
    "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "qui", "ro", "su",
    "ta", "ve", "wi", "xo", "za", "ber", "cal", "dor", "fin", "gal",
)  # fmt: skip
LINKS = (
    "of", "the", "and", "to", "in", "for", "with", "by", "on", "its", "that", "their", "from",
    "at", "a",
)  # fmt: skip


@dataclass(frozen=True)
class Script:
    """Two texts and what was done: for each new paragraph its old ones, for each move its index."""

    old: list[str]
    new: list[str]
    origins: list[tuple[int, ...]]  # () where inserted
    edited: frozenset[int]  # new indices
    moved: frozenset[int]  # new indices
    split: frozenset[int]  # old indices
    merged: frozenset[int]  # new indices


class Writer:
    """Paragraphs in the manner of a resolution, from a vocabulary that most often says little."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.rare = [
            "".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 4)))
            for _ in range(6000)
        ]

    def word(self) -> str:
        """One word: a link, a common one or a rare one."""
        chance = self.random.random()
        if chance < 0.4:
            return self.random.choice(LINKS)
        # Few words are common, many are rare.
        return self.rare[int(len(self.rare) * self.random.random() ** 3)]

    def paragraph(self, words: int | None = None) -> str:
        """A paragraph of about `words` words, by default as long as real ones."""
        length = words or min(250, max(6, int(self.random.lognormvariate(3.85, 0.5))))
        text = [self.random.choice(OPENINGS)]
        count = text[0].count(" ") + 1
        while count < length:
            if self.random.random() < 0.06:
                text.append(self.random.choice(STOCK))
            else:
                text.append(self.word() + ("," if self.random.random() < 0.07 else ""))
            count += text[-1].count(" ") + 1
        return " ".join(text).rstrip(",") + self.random.choice(",;.")

    def edited(self, text: str, share: float = 0.1) -> str:
        """`text` with some words replaced, left out or put in: at least one."""
        words = text.split(" ")
        for _ in range(max(1, int(len(words) * share * self.random.random() * 2))):
            place = self.random.randrange(1, len(words)) if len(words) > 1 else 0
            action = self.random.random()
            if action < 0.5:
                words[place] = self.word()
            elif action < 0.75 or len(words) < 4:
                words.insert(place, self.word())
            else:
                del words[place]
        changed = " ".join(words)
        return changed if changed != text else changed + " moreover"

    def script(
        self,
        old: list[str],
        *,
        edited: float = 0.1,
        moved: float = 0.05,
        inserted: float = 0.0,
        deleted: float = 0.0,
        split: float = 0.0,
        merged: float = 0.0,
        moved_and_edited: float = 0.0,
    ) -> Script:
        """What becomes of `old` when these shares of its paragraphs are worked on."""
        random = self.random
        count = len(old)
        rows: list[tuple[str, tuple[int, ...], bool]] = []
        splits: set[int] = set()
        index = 0
        while index < count:
            text = old[index]
            chance = random.random()
            if chance < deleted:
                index += 1
                continue
            chance -= deleted
            if chance < split and text.count(" ") > 20:
                words = text.split(" ")
                cut = random.randint(len(words) // 3, 2 * len(words) // 3)
                rows.append((" ".join(words[:cut]), (index,), False))
                rows.append((" ".join(words[cut:]), (index,), False))
                splits.add(index)
            elif chance < split + merged and index + 1 < count and text.count(" ") > 9:
                rows.append((text + " " + old[index + 1], (index, index + 1), False))
                index += 1
            elif random.random() < edited:
                rows.append((self.edited(text), (index,), True))
            else:
                rows.append((text, (index,), False))
            if random.random() < inserted:
                rows.append((self.paragraph(), (), False))
            index += 1
        return self._moved(old, rows, splits, moved, moved_and_edited)

    def _moved(
        self,
        old: list[str],
        rows: list[tuple[str, tuple[int, ...], bool]],
        splits: set[int],
        moved: float,
        moved_and_edited: float,
    ) -> Script:
        movable = [n for n, row in enumerate(rows) if len(row[1]) == 1 and row[1][0] not in splits]
        chosen = set(self.random.sample(movable, int(len(movable) * moved)))
        stay = [(row, False) for n, row in enumerate(rows) if n not in chosen]
        for n in sorted(chosen):
            text, origin, was = rows[n]
            if self.random.random() < moved_and_edited:
                text, was = self.edited(text), True
            stay.insert(self.random.randrange(len(stay) + 1), ((text, origin, was), True))
        final = [row for row, _ in stay]
        return Script(
            old,
            [row[0] for row in final],
            [row[1] for row in final],
            frozenset(n for n, row in enumerate(final) if row[2]),
            frozenset(n for n, (_, went) in enumerate(stay) if went),
            frozenset(splits),
            frozenset(n for n, row in enumerate(final) if len(row[1]) == 2),
        )
