"""Everything that comes out of three small handbooks, as texts that are read in review."""
