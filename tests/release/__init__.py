"""Makes a release, after looking at everything that could be wrong with it."""
