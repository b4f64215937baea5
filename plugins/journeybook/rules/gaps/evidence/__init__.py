"""What a map is known by, and what nobody has found out."""
