"""A handbook through time."""
