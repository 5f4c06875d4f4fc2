"""Templated blocks and skeletons, filled in a sandbox and parsed like any draft."""

from drafter.blocks.catalogue import Template, skeletons, template
from drafter.blocks.drafting import new_draft
from drafter.blocks.fields import Field
from drafter.blocks.filling import fill
from drafter.blocks.follow_up import follow_up

__all__ = [
    "Field",
    "Template",
    "fill",
    "follow_up",
    "new_draft",
    "skeletons",
    "template",
]
