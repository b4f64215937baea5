"""Content that stands elsewhere: rows of other files become assets, and nothing of them is lost."""
