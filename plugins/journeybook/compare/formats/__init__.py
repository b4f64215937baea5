"""A comparison as text, page or JSON."""
