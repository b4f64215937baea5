"""The pages in front of the sections of personas, phases and channels."""
