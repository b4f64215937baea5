"""What is wrong and what is missing, and how it is told."""
