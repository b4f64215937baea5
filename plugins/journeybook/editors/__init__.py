"""What editors and forms need: where somebody types, what may stand there, and what it means."""
