"""The research section: all rounds, what rests on them, and what to ask next."""
