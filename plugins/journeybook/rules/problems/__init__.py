"""One module per kind of mistake in a file."""
