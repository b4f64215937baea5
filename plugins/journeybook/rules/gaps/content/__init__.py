"""What content itself lacks, and how it answers."""
