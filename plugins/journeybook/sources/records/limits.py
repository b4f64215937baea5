"""How much of a file is read; what goes beyond ends in a reason."""

MOST_ROWS = 250_000
MOST_UNPACKED = 150_000_000
"""No file becomes larger, in bytes, when it is unpacked."""
MOST_MEMBERS = 20_000
