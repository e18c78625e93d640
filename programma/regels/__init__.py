"""The pure rules of programmes: dates in words, status, slip, what is missing. No Django here."""
