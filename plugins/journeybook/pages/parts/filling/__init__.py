"""Templates, and how they are filled."""
