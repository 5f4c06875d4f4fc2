"""Official documents as text: scanned Markdown and plain copies, read into the model.

The way is `lines` and `markup` (spelling), `furniture` and `footnotes` (what stands between the
lines), `sections` and `walk` (paragraphs), `calls`, `masthead`, `assemble`. Everything after
`furniture` works on lines with attributes and knows no Markdown, so other readers can join there.
"""
