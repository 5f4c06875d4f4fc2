"""A comparison of two Word files written as tracked changes onto the old one.

The result is checked before anybody sees it: rejecting all gives the old file, accepting all the
new one. A redline that fails its check is never returned; see docs/redline.md.
"""

from drafter.render.redline.draft import redline_draft
from drafter.render.redline.write import redline

__all__ = ["redline", "redline_draft"]
