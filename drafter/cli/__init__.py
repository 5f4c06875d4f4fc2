"""The command line: arguments in, results on stdout, words on stderr, a status out.

One module a command. Nothing is imported here that `drafter --help` does not need.
"""
