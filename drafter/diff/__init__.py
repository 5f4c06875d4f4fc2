"""The comparison: blocks in, changes out.

Aligns by content, marks words, finds moves, splits and merges. Knows only `drafter.spans`: never
Markdown, Word or a resolution.
"""
