"""Plants faults in a copy of Journeybook and tells which of them the tests see."""
