"""The handbook as plain Markdown."""
