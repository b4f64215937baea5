"""The built handbooks as a reader meets them, in a real browser."""
