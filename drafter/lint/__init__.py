"""Checks against the conventions: rules yield findings, fixes return a new draft.

Nothing here prints, and no rule edits.
"""
