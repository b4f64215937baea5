"""What other tools export, as records: rows with cells, whatever the file is like."""
