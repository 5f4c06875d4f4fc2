"""Drafts for the editor's tests: a small river resolution, and any draft at all (hypothesis)."""

from hypothesis import strategies as st

from drafter.editing.rows import rows
from drafter.model import (
    Annex,
    Bracket,
    Call,
    Footnote,
    Heading,
    Inlines,
    Paragraph,
    Resolution,
    Text,
    normal,
    plain,
    text,
)


def words(opening: str, rest: str, *more: object) -> Inlines:
    return normal((Text(opening, italic=True), Text(f" {rest}"), *more))  # type: ignore[arg-type]


RIVER = Resolution(
    title=text("Safe river crossings"),
    enacting="The General Assembly,",
    preamble=(
        Paragraph(words("Recalling", "its resolution 79/901 on river safety,", Call("1"))),
        Paragraph(words("Noting", "the report of the ferry experts,", Call("2"))),
    ),
    operative=(
        Paragraph(
            words("Urges", "Member States to license ferries, including by:"),
            (Paragraph(text("Funding schools;")), Paragraph(text("Publishing manuals;"))),
        ),
        Heading(text("Crews")),
        Paragraph(words("Invites", "States to train crews;")),
        Paragraph(words("Requests", "the Secretary-General to report.")),
    ),
    footnotes=(Footnote("1", text("Resolution 79/901.")), Footnote("2", text("A/80/912."))),
)

_WORDS = st.lists(
    st.sampled_from(["ferry", "crew", "river", "States", "train", "license"]), max_size=4
)


@st.composite
def contents(draw: st.DrawFn, labels: tuple[str, ...] = ()) -> Inlines:
    parts: list[object] = [Text(" ".join(draw(_WORDS)) + " boat")]
    if draw(st.booleans()):
        parts.insert(0, Text("Urges ", italic=True))
    if draw(st.booleans()):
        parts.append(Bracket((Text("new"),), by="EU"))
    if labels and draw(st.booleans()):
        parts.append(Call(draw(st.sampled_from(labels))))
    return normal(parts)  # type: ignore[arg-type]


@st.composite
def paragraphs(draw: st.DrawFn, labels: tuple[str, ...], depth: int = 0) -> Paragraph:
    children: list[Paragraph] = []
    if depth < 3 and draw(st.integers(0, 3)) == 0:
        children = draw(st.lists(paragraphs(labels, depth + 1), max_size=3))
    closing = draw(contents()) if children and draw(st.booleans()) else ()
    return Paragraph(draw(contents(labels)), tuple(children), closing)


@st.composite
def drafts(draw: st.DrawFn) -> Resolution:
    labels = tuple(str(n) for n in range(1, draw(st.integers(0, 3)) + 1))
    items = st.lists(
        st.one_of(paragraphs(labels), paragraphs(labels), contents().map(Heading)), max_size=5
    )
    annexes = draw(st.lists(items, max_size=1))
    return Resolution(
        title=draw(contents()),
        enacting="The General Assembly,",
        preamble=tuple(draw(items)),
        operative=tuple(draw(items)),
        annexes=tuple(Annex(items=tuple(each)) for each in annexes),
        footnotes=tuple(Footnote(label, text(f"Note {label}.")) for label in labels),
    )


def all_words(resolution: Resolution) -> list[str]:
    """Every letter of the draft but its footnotes, sorted."""
    shown = "".join(plain(row.content) for row in rows(resolution) if row.part != "notes")
    return sorted(shown.replace(" ", ""))
