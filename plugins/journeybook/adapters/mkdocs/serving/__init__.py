"""A site while it is served: what is watched, and what a save changes of it."""
