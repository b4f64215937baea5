"""The map of a journey, lane by lane."""
