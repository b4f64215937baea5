"""Handbooks made of what a team has: a sheet, a map, a document, votes, an edited export."""
