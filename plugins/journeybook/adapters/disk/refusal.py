"""What ends a command or a build that cannot do its work."""


class CannotRunError(Exception):
    """What was asked cannot be done; the message is a sentence for people."""
