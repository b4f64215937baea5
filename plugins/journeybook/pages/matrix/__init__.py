"""Channels by phases."""
