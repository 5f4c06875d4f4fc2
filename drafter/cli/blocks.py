"""List, show and fill templated blocks.

  drafter blocks list                      every block, by part and family
  drafter blocks show NAME                 what a block is for, its fields, an example
  drafter blocks fill NAME key=value…      the block with its fields filled, as draft Markdown

Your own blocks are read from the templates folder of your configuration, and from --templates DIR;
one with the name of a shipped block takes its place.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli import bank_options, console
from drafter.errors import DrafterError, ExitCode

if TYPE_CHECKING:
    from drafter.blocks.catalogue import Template


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("job", choices=("list", "show", "fill"), help="what to do")
    parser.add_argument("name", nargs="?", help="the block (show, fill)")
    parser.add_argument(
        "values", nargs="*", metavar="key=value", help="values of its fields (fill)"
    )
    parser.add_argument("--body", default="", help="for which body: ga, ga-c3, hrc, cosp, …")
    parser.add_argument(
        "--part", choices=("preambular", "operative"), help="only blocks of this part (list)"
    )
    bank_options.add_bank(parser)
    parser.add_argument("--blanks", action="store_true", help="put open fields in brackets (fill)")
    parser.add_argument(
        "--templates",
        action="append",
        default=[],
        type=Path,
        metavar="DIR",
        help="another folder of templates; may be repeated",
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "markdown"),
        default="text",
        help="default: text; markdown is a table (list)",
    )


def run(options: argparse.Namespace) -> ExitCode:
    """List, show or fill."""
    for folder in options.templates:
        if not folder.is_dir():
            raise DrafterError(f"{folder}: no such folder")
    if options.job == "list":
        if options.name:
            raise DrafterError(f"list takes no name: {options.name}", hint="use blocks show NAME")
        _list(options)
    elif not options.name:
        raise DrafterError(f"{options.job}: which block?", hint="see drafter blocks list")
    elif options.job == "show":
        _show(options)
    else:
        _fill(options)
    return ExitCode.SAME


def _list(options: argparse.Namespace) -> None:
    from drafter.blocks import catalogue

    found = [
        t
        for t in (*catalogue.catalogue(options.templates), *catalogue.skeletons(options.templates))
        if t.suits(options.body) and (not options.part or (t.part == options.part and not t.uses))
    ]
    if options.format == "json":
        console.print_json([_entry(t) for t in found])
        return
    print(table(found) if options.format == "markdown" else _listed(found), end="")


def _listed(found: list[Template]) -> str:
    width = max((len(t.name) for t in found), default=0)
    lines: list[str] = []
    group = ""
    for each in found:
        if (here := _group(each)) != group:
            lines += ["", here]
            group = here
        lines.append(f"  {each.name:<{width}}  {each.title}")
    return "".join(f"{line}\n" for line in lines[1:])


def _group(template: Template) -> str:
    if template.is_skeleton:
        return "skeletons"
    return f"{template.part}, {template.family or 'other'}"


def table(found: list[Template]) -> str:
    """The templates `found` as Markdown tables, a heading for each group."""
    lines: list[str] = []
    group = ""
    for each in found:
        if (here := _group(each)) != group:
            head = here[:1].upper() + here[1:]
            lines += ["", f"### {head}", "", "| Name | Title | Fields | Bodies |", "|-|-|-|-|"]
            group = here
        fields = ", ".join(field.name for field in each.fields)
        row = (f"`{each.name}`", f"{each.title}. {each.about}", fields, ", ".join(each.bodies))
        lines.append("| " + " | ".join(row) + " |")
    return "".join(f"{line}\n" for line in lines[1:])


def _show(options: argparse.Namespace) -> None:
    from drafter.blocks import catalogue

    template = catalogue.template(options.name, options.templates)
    if options.format == "json":
        console.print_json({**_entry(template), "source": template.source})
        return
    what = "skeleton" if template.is_skeleton else f"{template.part} paragraph"
    print(f"{template.name}: {template.title} ({what})")
    if template.about:
        print(f"{template.about}")
    if template.bodies:
        print(f"For: {', '.join(template.bodies)}")
    if template.fields:
        print("\nFields")
        width = max(len(f.name) for f in template.fields)
        for field in template.fields:
            more = f"; one of: {', '.join(field.choices)}" if field.choices else ""
            default = f"; default: {field.default}" if field.default else ""
            print(f"  {field.name:<{width}}  {field.label} ({field.type}{more}{default})")
    if template.uses:
        print("\nBlocks\n  " + "\n  ".join(use.block for use in template.uses))
    else:
        print(f"\nExample\n{_indented(_example(template, options))}", end="")


def _example(template: Template, options: argparse.Namespace) -> str:
    from drafter.blocks import fill

    values = {f.name: f.example for f in template.fields if f.example}
    return fill(template, values, body=options.body, blanks=True)


def _indented(words: str) -> str:
    return "".join(f"  {line}\n" if line else "\n" for line in words.splitlines())


def _fill(options: argparse.Namespace) -> None:
    from drafter.blocks import catalogue, fill
    from drafter.cli import cited_fields

    template = catalogue.template(options.name, options.templates)
    if template.is_skeleton:
        raise DrafterError(
            f"{template.name}: is a skeleton", hint=f"use drafter new --skeleton {template.name}"
        )
    given = pairs(options.values)
    values = cited_fields.completed(template.fields, given, options.body, options)
    words = fill(template, values, body=options.body, blanks=options.blanks)
    if options.format == "json":
        console.print_json({"name": template.name, "part": template.part, "text": words})
    else:
        print(words, end="")


def pairs(values: list[str]) -> dict[str, str]:
    """The values given as `key=value`; raises DrafterError for one without "="."""
    out: dict[str, str] = {}
    for value in values:
        key, sign, words = value.partition("=")
        if not sign or not key.strip():
            raise DrafterError(f"{value}: not key=value", hint='write topic="river safety"')
        out[key.strip()] = words
    return out


def _entry(template: Template) -> dict[str, object]:
    return {
        "name": template.name,
        "title": template.title,
        "kind": "skeleton" if template.is_skeleton else "block",
        "part": None if template.is_skeleton else template.part,
        "family": template.family or None,
        "bodies": list(template.bodies),
        "about": template.about,
        "fields": [
            {
                "name": f.name,
                "type": f.type,
                "prompt": f.label,
                "default": f.default or None,
                "example": f.example or None,
                "choices": list(f.choices),
            }
            for f in template.fields
        ],
        "blocks": [use.block for use in template.uses],
    }
