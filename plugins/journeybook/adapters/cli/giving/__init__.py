"""Commands that make something for readers and other programs."""
