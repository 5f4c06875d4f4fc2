"""A comparison made visible: terminal, HTML, JSON, a table, or revisions in a Word file.

Nothing here decides what changed; that is `drafter.diff`.
"""
