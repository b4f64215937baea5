"""What is known of code hosts: marks at lines, owners, forms."""
