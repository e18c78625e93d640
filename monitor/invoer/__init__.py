"""From a file, a form or a grid to figures: reading, checking, applying.

`lezer` reads a file within bounds into blocks of columns (`blok`), `tabel` knows its columns, `soorten` what kinds
of files there are. `aanleveren` takes a delivery in and applies it whole or not at all, `achtergrond` does so by a
worker; `vergelijken` puts figures beside what is known, and `toepassen` is their only writer. `rooster` is the grid
of an edition, `rondgang` that grid as a workbook, `cockpit` who still owes what, `twijfels` what is odd about it.
"""
