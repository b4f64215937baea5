"""The journey of a persona, and all journeys together."""
