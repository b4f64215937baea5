"""Runs the fast tests on every supported Python, and on the lowest versions of what we need."""
