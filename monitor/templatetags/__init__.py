"""Template tags of the stations; each page names the library that it uses."""
