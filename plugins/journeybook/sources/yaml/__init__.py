"""YAML read by node, and what its authors meant."""
