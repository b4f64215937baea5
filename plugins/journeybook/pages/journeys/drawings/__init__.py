"""A journey in drawings."""
