"""Handbooks mangled by chance, the same for the same seed and number.

`mangling` makes them, `trying` looks for faults in what comes of them, `shrinking` makes those that
have one small, and `python -m tests.fuzz` runs as many as there is time for. Most are read as they
are; some lie on a `disk` under mangled `settings`, or have a `past` in git.
"""
