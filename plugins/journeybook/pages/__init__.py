"""What readers see: one folder per area, with what it shows and how it is drawn."""
