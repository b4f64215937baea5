"""What words mean, for the people who point at them in an author's text."""

import re
from collections.abc import Mapping
from html import escape

EXTENSION = "abbr"
"""The extension of Markdown that reads the definitions."""


def with_definitions(markdown: str, definitions: Mapping[str, str]) -> str:
    """Add the definitions of the words on a page, but for those that its author explains."""
    found = [word for word in definitions if _stands_in(markdown, word)]
    lines = [
        f"*[{word}]: {_harmless(definitions[word])}"
        for word in found
        if f"*[{word}]:" not in markdown
    ]
    return "\n\n".join((markdown, *lines, "")) if lines else markdown


def _harmless(text: str) -> str:
    # Markdown takes entities as they are, and the theme shows a tooltip as HTML once more.
    return escape(escape(" ".join(text.split()), quote=False), quote=False)


def _stands_in(markdown: str, word: str) -> bool:
    # Looking for the letters first is many times faster, and most words are not there.
    return word in markdown and re.search(rf"\b{re.escape(word)}\b", markdown) is not None
