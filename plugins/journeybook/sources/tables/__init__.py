"""Rows as other programs save them."""
