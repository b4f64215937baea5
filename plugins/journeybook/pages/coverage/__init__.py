"""Questions and places against the content that serves them."""
