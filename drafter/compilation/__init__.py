"""Several delegations' proposals in one bracketed text."""
