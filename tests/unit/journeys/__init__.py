"""The pages of journeys, from their sources."""
