"""The handbook in other formats, for other programs."""
