"""What a team or a site has set: read and checked like anything else that somebody wrote."""
