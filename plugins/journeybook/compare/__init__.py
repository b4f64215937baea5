"""What a change of files means for personas, and how a review is told of it."""
