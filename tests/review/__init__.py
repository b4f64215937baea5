"""What a change means for personas, told in a review."""
