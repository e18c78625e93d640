"""From a file, a form or a grid to figures: reading, checking, applying.

`lezer` reads a file within bounds, `soorten` knows what kinds of files there are, `aanleveren` takes
a delivery in and applies it whole or not at all, and `toepassen` is the only writer of figures.
"""
