"""What departments see of the same persona, side by side."""
