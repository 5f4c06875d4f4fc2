"""The phrase bank: agreed language, always with its source.

Nothing is generated: every text that leaves this package stands verbatim in a cited source.
"""
