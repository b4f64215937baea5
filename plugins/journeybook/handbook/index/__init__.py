"""What the handbook holds, looked up from every side: coverage, scores, cells, mentions."""
