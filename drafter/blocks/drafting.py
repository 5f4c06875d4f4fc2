"""A whole draft from a skeleton: its blocks filled, put in order and made to agree.

What a block renders is parsed like any draft. Then the openings take Also and Further, the last
paragraph its full stop, and the footnotes their numbers. What nobody has decided stands in
brackets. Nothing here writes a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from drafter.blocks import catalogue
from drafter.blocks.catalogue import Template, Use
from drafter.blocks.fields import Field, blank, settled
from drafter.blocks.filling import fill
from drafter.errors import DrafterError
from drafter.formats import markdown
from drafter.grammar import bodies, ordinals
from drafter.grammar.bodies import Body
from drafter.grammar.endings import mark
from drafter.grammar.openings import find
from drafter.grammar.succession import Opened, Part, join, split, turns
from drafter.model import (
    AgendaItem,
    Bracket,
    Call,
    Footnote,
    Inline,
    Inlines,
    Item,
    Masthead,
    Paragraph,
    Resolution,
    Text,
    normal,
    plain,
    text,
)

# What a new draft's masthead takes besides the fields of its skeleton.
MASTHEAD = ("title", "this_session", "date", "agenda_item", "agenda_title", "sponsors", "place")


def new_draft(
    skeleton: Template,
    values: Mapping[str, str],
    *,
    body: str = "ga",
    folders: Iterable[Path] = (),
) -> Resolution:
    """The draft that `skeleton` gives for the body profile `body`, with `values` in its fields.

    `values` may also name what stands in the masthead (`MASTHEAD`). A field without a value stands
    in brackets.
    """
    profile = bodies.body(body)
    _refuse_unknown(skeleton, values)
    own = {f.name: given for f in skeleton.fields if (given := values.get(f.name, "") or f.default)}
    for each in skeleton.fields:
        settled(each, own.get(each.name, ""))
    folders = tuple(folders)
    prompts = {f.name: str(blank(replace(f, type="text"))) for f in skeleton.fields}
    parts = [_block(use, own, prompts, body, folders) for use in skeleton.uses]
    preamble: list[Item] = []
    operative: list[Item] = []
    notes: list[Footnote] = []
    for part in parts:
        items, its_notes = _distinct(part, len(notes))
        notes += its_notes
        for item in items.preamble:
            preamble.append(_unlabelled(item))
        for item in items.operative:
            operative.append(_unlabelled(item))
    head = _masthead(profile, values)
    title = values.get("title", "").strip() or (_title(values) if profile.titled else "")
    return agreeing(
        Resolution(
            masthead=head,
            title=text(title),
            enacting=profile.enacting if preamble else profile.enacting.rstrip(","),
            preamble=tuple(preamble),
            operative=tuple(operative),
            footnotes=tuple(notes),
        )
    )


def _refuse_unknown(skeleton: Template, values: Mapping[str, str]) -> None:
    known = {each.name for each in skeleton.fields} | set(MASTHEAD)
    for name in values:
        if name not in known:
            raise DrafterError(
                f"{skeleton.name}: there is no field {name}",
                hint="its fields are " + ", ".join(sorted(known)),
            )


def _title(values: Mapping[str, str]) -> str:
    # "the safety of river crossings" is a subject; the title says "Safety of river crossings".
    topic = re.sub(r"^(?:the|an?) ", "", values.get("topic", "").strip())
    return topic[:1].upper() + topic[1:] if topic else "[Title]"


_NAMED = re.compile(r"\{(\w+)\}")


def _block(
    use: Use,
    own: Mapping[str, str],
    prompts: Mapping[str, str],
    body: str,
    folders: tuple[Path, ...],
) -> Resolution:
    """The block of `use`, filled and parsed."""
    template = catalogue.template(use.block, folders)
    given: dict[str, str] = {}
    for each in template.fields:
        if each.name in use.values:
            words = _NAMED.sub(
                lambda m: own.get(m[1], prompts.get(m[1], m[0])), use.values[each.name]
            )
            given[each.name] = words
        elif each.name in own:
            given[each.name] = own[each.name]
        elif each.name in prompts and not each.default:
            given[each.name] = prompts[each.name]
    return markdown.parse(fill(template, _decided(template, given), body=body, blanks=True)).value


def _decided(template: Template, given: Mapping[str, str]) -> dict[str, str]:
    """`given` without what is still in brackets, which the block brackets itself."""
    typed = {each.name: each.type for each in template.fields}
    return {
        name: value
        for name, value in given.items()
        if typed[name] in {"text", "organ", "points"} or not value.startswith("[")
    }


def _masthead(profile: Body, values: Mapping[str, str]) -> Masthead:
    number = _this_session(values)
    year = values.get("date", "")[:4]
    line = ""
    if "{year}" in profile.session_line and year:
        line = profile.session_line.replace("{year}", year)
    elif number:
        line = profile.session_line.replace("{Session}", ordinals.words(number).capitalize())
    names = [name.strip() for name in values.get("sponsors", "").split(",")]
    return Masthead(
        body=profile.id,
        organ=profile.organ,
        distribution=profile.distribution,
        date=values.get("date", "").strip(),
        language="Original: English",
        session=line,
        place=values.get("place", "").strip(),
        committee=profile.committee,
        agenda_item=AgendaItem(
            values.get("agenda_item", "").strip(), values.get("agenda_title", "").strip()
        )
        if profile.agenda
        else AgendaItem(),
        sponsors=tuple(sorted(filter(None, names))),
    )


def _this_session(values: Mapping[str, str]) -> int:
    """The session of the draft: as given, else the one before that which takes it up again."""
    given = values.get("this_session", "").strip()
    if given:
        return ordinals.number(_in_words(given))
    following = ordinals.number(_in_words(values.get("session", "").strip()))
    return max(following - 1, 0)


def _in_words(session: str) -> str:
    return str(settled(Field("session", "session"), session))


def _distinct(part: Resolution, taken: int) -> tuple[Resolution, list[Footnote]]:
    """`part` with its notes numbered from `taken` on."""
    names = {note.label: str(taken + i) for i, note in enumerate(part.footnotes, start=1)}

    def call(each: Inline) -> Inline:
        if isinstance(each, Call):
            return Call(names.get(each.label, each.label))
        if isinstance(each, Bracket):
            return replace(each, content=tuple(map(call, each.content)))
        return each

    def item(each: Item) -> Item:
        return _mapped(each, call) if isinstance(each, Paragraph) else each

    moved = replace(
        part,
        preamble=tuple(map(item, part.preamble)),
        operative=tuple(map(item, part.operative)),
    )
    return moved, [replace(note, label=names[note.label]) for note in part.footnotes]


def _mapped(paragraph: Paragraph, change: Callable[[Inline], Inline]) -> Paragraph:
    return replace(
        paragraph,
        content=tuple(map(change, paragraph.content)),
        children=tuple(_mapped(child, change) for child in paragraph.children),
        closing=tuple(map(change, paragraph.closing)),
    )


def _unlabelled(item: Item) -> Item:
    return replace(item, label=None) if isinstance(item, Paragraph) else item


def agreeing(resolution: Resolution) -> Resolution:
    """`resolution` with Also and Further where they belong and its closing marks by place."""
    return replace(
        resolution,
        preamble=_ended(_succeeding(resolution.preamble, "preambular"), ",", ","),
        operative=_ended(_succeeding(resolution.operative, "operative"), ";", "."),
    )


def _succeeding(items: tuple[Item, ...], part: Part) -> tuple[Item, ...]:
    opened = []
    for item in items:
        words = plain(item.content) if isinstance(item, Paragraph) else ""
        found = find(words, part) if words else None
        opened.append(Opened(found.text, words[len(found.text) :]) if found else Opened(""))
    out = []
    for item, each, turn in zip(items, opened, turns(opened, part), strict=True):
        wanted = join(split(each.opening)[0], turn.expected, part) if each.opening else ""
        out.append(_reopened(item, each.opening, wanted))
    return tuple(out)


def _reopened(item: Item, opening: str, wanted: str) -> Item:
    """`item` with the opening `wanted` for the one that it sets in italics."""
    if not isinstance(item, Paragraph) or not item.content or wanted == opening:
        return item
    first = item.content[0]
    if not isinstance(first, Text) or not first.italic:
        return item
    words = replace(first, text=first.text.replace(opening, wanted, 1))
    return replace(item, content=normal((words, *item.content[1:])))


def _ended(items: tuple[Item, ...], between: str, last: str) -> tuple[Item, ...]:
    places = [i for i, item in enumerate(items) if isinstance(item, Paragraph)]
    out = list(items)
    for i in places:
        item = out[i]
        assert isinstance(item, Paragraph)  # noqa: S101 - chosen above
        out[i] = _end(item, last if i == places[-1] else between)
    return tuple(out)


def _end(paragraph: Paragraph, sign: str) -> Paragraph:
    """`paragraph` with `sign` for its closing mark, wherever its last words stand."""
    if paragraph.closing:
        return replace(paragraph, closing=_marked(paragraph.closing, sign))
    if paragraph.children:
        last = _end(paragraph.children[-1], sign)
        return replace(paragraph, children=(*paragraph.children[:-1], last))
    return replace(paragraph, content=_marked(paragraph.content, sign))


def _marked(content: Inlines, sign: str) -> Inlines:
    """`content` ending with `sign`; a call after the mark stays after it."""
    out = list(content)
    at = next((i for i in range(len(out) - 1, -1, -1) if not isinstance(out[i], Call)), -1)
    if at < 0:
        return content
    last = out[at]
    if isinstance(last, Text):
        words = last.text.rstrip()
        printed = mark(words)
        if printed in {",", ";", "."} and words.endswith(printed):
            words = words[:-1]
        elif printed:
            return content
        out[at : at + 1] = [replace(last, text=words), Text(sign)]
    else:
        out.insert(at + 1, Text(sign))
    return normal(out)
