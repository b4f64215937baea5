"""What content systems export: XML and JSON."""
