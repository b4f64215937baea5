"""What fits what: which content answers which question, for whom, and how sure that is."""
