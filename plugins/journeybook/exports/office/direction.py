"""Which way a text runs, which programs of an office do not find out by themselves."""

from unicodedata import bidirectional

_TO_THE_LEFT = frozenset(("R", "AL"))


def runs_to_the_left(text: str) -> bool:
    """Tell whether the first letter of a text is of a script such as Arabic or Hebrew."""
    if text.isascii():
        return False
    ways = (bidirectional(sign) for sign in text)
    return next((way in _TO_THE_LEFT for way in ways if way == "L" or way in _TO_THE_LEFT), False)
