"""The whole monitor as one printed document, drawn from a snapshot alone."""
