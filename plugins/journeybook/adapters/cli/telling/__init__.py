"""Commands that tell what is there, what is missing and what to do."""
