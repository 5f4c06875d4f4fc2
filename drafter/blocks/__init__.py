"""Templated blocks and skeletons, filled in a sandbox and parsed like any draft."""
