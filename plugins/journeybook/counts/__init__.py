"""Every counted thing: its name, its sentence, and the one way to count it."""
