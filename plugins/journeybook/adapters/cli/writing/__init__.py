"""Commands that write files of a handbook."""
