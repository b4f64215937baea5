"""The shells around the core: a MkDocs plugin and a command line."""
