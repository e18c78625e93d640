"""The read API, after the Dutch API design rules: what is open to everybody, and nothing else."""
