"""What the pages show: frozen view data with every label and link decided."""
