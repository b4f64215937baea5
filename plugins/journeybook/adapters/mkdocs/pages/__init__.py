"""Pages on their way through the engine: read, written, searched, or kept from earlier."""
