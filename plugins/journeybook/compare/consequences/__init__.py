"""What follows from an act: gaps and problems that come or go, and what names what is gone."""
