"""Languages of content and of personas, brought to a form to compare by."""


def plain_language(tag: str) -> str:
    """Give the language of a tag without its country: `nl-BE` is `nl`."""
    return tag.casefold().replace("_", "-").partition("-")[0]
