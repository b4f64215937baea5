"""The gap reports, and what they lead to."""
