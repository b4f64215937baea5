"""Commands for code hosts and reviews."""
