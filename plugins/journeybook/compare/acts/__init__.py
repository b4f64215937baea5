"""What somebody did between two states of a handbook, act by act."""
