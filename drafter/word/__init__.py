"""Office Open XML beyond python-docx: packages, stories, runs, notes, revisions.

Knows Word, not resolutions: no grammar, no diff, no format of ours.
"""
