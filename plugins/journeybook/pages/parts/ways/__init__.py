"""Where pages stand, and how one leads to another."""
