"""Exports that tell how much content is used."""
