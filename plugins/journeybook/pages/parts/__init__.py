"""What the pages of several areas are made of."""
