"""What a site's configuration says of its handbooks."""
