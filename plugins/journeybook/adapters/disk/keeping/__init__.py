"""What is written beside a handbook, whole or not at all, and taken up again."""
