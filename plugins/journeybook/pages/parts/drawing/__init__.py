"""How figures and ways are drawn."""
