"""One module a rule; its docstring is its manual page, with examples that the tests run."""
