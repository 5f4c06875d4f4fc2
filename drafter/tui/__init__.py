"""The editor's screens: messages up, state down. Widgets hold no truth."""
