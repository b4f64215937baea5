"""Text to schema objects, with the place of every value."""
