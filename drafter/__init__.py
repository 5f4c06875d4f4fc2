"""drafter: assemble, check, compare and circulate draft resolutions."""

__version__ = "0.1.0"
