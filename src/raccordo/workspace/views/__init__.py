"""Pages, one module for each topic."""
