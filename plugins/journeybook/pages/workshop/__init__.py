"""What a workshop needs on paper."""
