"""What is wrong in the files of a handbook, for readers who wonder why something is not there."""
