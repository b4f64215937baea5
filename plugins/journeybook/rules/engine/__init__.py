"""How rules are set, run and waived."""
