"""What a team decides once."""
