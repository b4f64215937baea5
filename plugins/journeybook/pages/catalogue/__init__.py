"""All content in one table."""
