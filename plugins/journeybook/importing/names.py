"""Names as they stand in titles, on sheets and in headings."""

from journeybook.schema.phrases import Phrases

# What programs and people call a sheet that is named after nobody.
_GENERIC = r"{sheets}\s*\d*"
_ABOUT = (
    r"\b{whose}?\s*-?\s*{maps}\b(?:\s+{of})?(?:\s+{articles}\b)?"
    r"|^{whose}?\s*-?\s*{personas}\b\s*:?|\s+{personas}$"
)
_NUMBERED = r"^(?:{numbered}\s*)?\d{1,2}\s*[.):–—-]\s+"


def without_number(text: str, phrases: Phrases) -> str:
    """Give a name without the number before it and the colon behind: `1. Awareness:`."""
    return phrases.pattern(_NUMBERED).sub("", text.strip()).rstrip(" :") or text


def name_in(text: str, phrases: Phrases, *, whole: bool = False) -> str:
    """Give the persona that a title names, such as `Customer journey of the CFO`.

    A `whole` text may be the name alone, but for those that programs give to sheets.
    """
    plain = without_number(text, phrases)
    if phrases.pattern(_GENERIC).fullmatch(plain.strip()):
        return ""
    rest = phrases.pattern(_ABOUT).sub(" ", plain)
    name = " ".join(rest.split()).strip(" :–—-")
    return name if whole or rest != plain else ""
