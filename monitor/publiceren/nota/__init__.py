"""The cover note: its sections, what fills itself, and its files."""
