"""Parts of the editor's screens."""
