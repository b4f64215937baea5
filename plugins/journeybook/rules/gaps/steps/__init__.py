"""What steps of journeys lack, and what is done about it."""
