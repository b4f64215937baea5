"""Surveys, linked: what customers answered, told at what it is about."""
