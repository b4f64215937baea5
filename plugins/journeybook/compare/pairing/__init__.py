"""Which entity and which statement of one state of a handbook is which of another."""
