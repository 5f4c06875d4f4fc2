"""Formats: one module each, `read` beside `write`.

A reader never refuses a draft and returns what it could not keep as notes. Nothing here compares,
checks or prints.
"""
