"""The handbook in other formats: for other programs, in and out."""
