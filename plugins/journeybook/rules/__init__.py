"""One module per finding: what it finds, why that matters, and how to close it."""
