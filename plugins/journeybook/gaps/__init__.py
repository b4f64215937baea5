"""Gaps with what they bear on and how much they weigh."""
