"""Gaps gathered into pieces of work: what to write, link, update, decide or change next."""
