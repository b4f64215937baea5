"""What if: the handbook as it would be, read and judged again."""
