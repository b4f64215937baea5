"""The reference pages of the manual, made from models, rules and words."""
