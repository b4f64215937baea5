// Answers nobody: where the index is empty, nobody searches.
