"""What tests of every folder share."""

from hypothesis import settings

# The same examples on every machine, and no failure because a machine was busy for a moment.
settings.register_profile("journeybook", deadline=None, derandomize=True)
settings.load_profile("journeybook")
