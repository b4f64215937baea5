"""The linked, frozen handbook: who, when, where, what answers what, and what was measured."""
