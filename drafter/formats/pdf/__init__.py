"""Reads issued PDFs: type and place tell what a scan forgets.

The way is `engine` (PDFium), `printed` (lines), `zones` (heads, feet, notes), `paragraphs`, then
the readers of official text. A file that cannot be read is one `ReadError`.
"""

from drafter.formats.pdf.reading import read

__all__ = ["read"]
