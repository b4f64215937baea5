"""What can be wrong with a file: one function per code, whose documentation is the manual's."""
