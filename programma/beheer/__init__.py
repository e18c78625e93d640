"""The admin of the programmes."""
