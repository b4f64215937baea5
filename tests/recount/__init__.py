"""A second, deliberately plain recount of what the handbook counts."""
