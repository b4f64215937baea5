"""What a comparison says first, and line by line, whatever the format."""
