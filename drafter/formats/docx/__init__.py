"""Word drafts: the circulation file, and any Word file that holds a draft.

`write` lays a draft out as the Secretariat lays out an L. document; `read` reads such a file back
to the same draft, and files by anybody else as far as they can be understood. Never refuses a
readable Word file, never repairs one.
"""

from drafter.formats.docx.reading import read
from drafter.formats.docx.writing import write

__all__ = ["read", "write"]
