"""Surveys: what the rows of a file of responses say, added up so that nobody can be found."""
