"""A handbook as git keeps it, and how it did before."""
