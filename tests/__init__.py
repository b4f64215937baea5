"""Every check of Journeybook that pytest runs."""
