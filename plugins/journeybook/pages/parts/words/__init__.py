"""Words and signs that the pages of several areas share."""
