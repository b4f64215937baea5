"""A site as plain Markdown, for engines that run no plugin."""
