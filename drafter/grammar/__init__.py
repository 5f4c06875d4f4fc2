"""What makes a text a United Nations resolution: openings, numbers, endings, succession.

Data and plain functions over words and the model. Knows no file format, no diff, no Word.
"""
