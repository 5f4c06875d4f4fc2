"""Speed measured against what a user would run instead, in one interleaved run; never a test."""
