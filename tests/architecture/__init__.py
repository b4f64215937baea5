"""The shape that the package must keep."""
