"""Briefs: what a writer must know to close a gap, as a file, as text and as a page."""
