"""Import of a programme: one table with rows of several kinds."""
