"""Finished pages that are kept from one build to the next, by all that they are made of."""
