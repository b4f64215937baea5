"""Sites made of Markdown pages."""
