"""What an action lacks: a day, a figure, a result."""
