"""What steps of journeys lack."""
