"""What a bank holds: entries, one a paragraph, and the source each one stands in.

Nothing here is generated or mended: an entry's text is the source's, character by character.
"""

from typing import Literal, NamedTuple

Part = Literal["preambular", "operative", "annex"]
Status = Literal["adopted", "draft", ""]

_ROMAN = frozenset("IVXLC")
_PREFIX = {"preambular": "PP", "operative": "OP", "annex": ""}


class Source(NamedTuple):
    """One resolution or decision as the bank knows it."""

    name: str  # of the file it was read from, without its folder
    symbol: str = ""  # "A/RES/79/901"
    number: str = ""  # of an adopted text without a symbol: "7/1"; of a draft in a report: "II"
    organ: str = ""  # "General Assembly"
    body: str = ""  # "ga", "ga-c3", "hrc"
    session: str = ""  # as printed: "Eightieth session"
    date: str = ""  # ISO 8601, "" where none could be told
    status: Status = ""
    title: str = ""
    kind: str = "resolution"  # or "decision"

    @property
    def reference(self) -> str:
        """What a delegate would cite: "A/RES/79/901", "decision 7/1", "A/77/464 II", else the file.

        A report bears one symbol for all its drafts, so their numbers tell them apart.
        """
        number = f"decision {self.number}" if self.kind == "decision" else self.number
        if self.symbol and self.number and _ROMAN.issuperset(self.number):
            return f"{self.symbol} {number}"
        return self.symbol or (number if self.number else self.name)


class Entry(NamedTuple):
    """One paragraph or subparagraph of a source."""

    part: Part
    number: str  # "3", "3 (a)"; of a preambular paragraph its place in the preamble
    text: str  # verbatim, without number or label and without footnote calls
    opening: str = ""  # "Also urges"
    verb: str = ""  # "urges"
    addressee: str = ""  # "member states"

    @property
    def place(self) -> str:
        """Where it stands, as a delegate says it: "OP3 (a)"."""
        return _PREFIX[self.part] + self.number

    @property
    def hash(self) -> str:
        """The hash of the text: alike exactly when the texts are."""
        import hashlib  # for adding, not for asking

        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class Record(NamedTuple):
    """A source and its entries in reading order: what is added to a bank, or removed, as one."""

    source: Source
    entries: tuple[Entry, ...]

    @property
    def hash(self) -> str:
        """The hash of the content, whatever file it came in: what makes adding idempotent."""
        import hashlib

        s = self.source
        digest = hashlib.sha256()
        fields = [s.kind, s.symbol, s.number, s.organ, s.session, s.date, s.status, s.title]
        for entry in self.entries:
            fields += (entry.part, entry.number, entry.text)
        digest.update("\x1f".join(fields).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:32]


class Found(NamedTuple):
    """An entry, with the source that vouches for it."""

    entry: Entry
    source: Source
