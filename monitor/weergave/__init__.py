"""What readers see: pages, charts, the printed document, open data. All of it drawn from a publication alone.

`publicaties` decides which publication somebody may read, `views` and `paginas` show it, `adressen` knows every address.
"""
