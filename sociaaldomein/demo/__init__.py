"""The demo: files as staff deliver them, and what loads them through the same import."""
