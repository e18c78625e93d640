"""Django looks for the admin here; it lives in `monitor.beheer`, a file a family."""
