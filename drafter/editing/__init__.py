"""The draft under the pen: one state, one history, recovery. No screen, no Textual."""
