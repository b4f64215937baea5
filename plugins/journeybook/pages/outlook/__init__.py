"""What if: the handbook as it would be after some work."""
