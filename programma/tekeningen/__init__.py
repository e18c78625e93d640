"""Drawings of a programme: pure geometry from the snapshot; a template turns the shapes into SVG.

All numbers are text, so that no template writes them with a comma. Only presentation attributes are used: the policy
of the site allows no inline style. Each drawing has a table beside it, and no shape differs by colour alone.
"""
