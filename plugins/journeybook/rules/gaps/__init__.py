"""One module per kind of missing content."""
