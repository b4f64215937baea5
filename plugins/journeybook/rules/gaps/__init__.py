"""One module per kind of missing content, found by being here."""
