"""Names as they stand in titles, on sheets and in headings."""

import re

# What programs and people call a sheet that is named after nobody.
_GENERIC = re.compile(
    r"(?:sheet|blad|tabelle|feuil|table|tabel|data|export|import|statements|uitspraken|overview|overzicht"
    r"|personas?|persona's)\s*\d*",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:customer|buyer|user|klant|klanten)?\s*-?\s*"
    r"(?:journeys?|reis|klantreis|klantreizen|journey\s*maps?|maps?)\b"
    r"(?:\s+(?:of|for|van|voor))?(?:\s+(?:the|de|het|een|a|an)\b)?"
    r"|^(?:buyer|user|marketing|customer)?\s*-?\s*persona\b\s*:?|\s+persona$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^(?:(?:phase|stage|step|fase|stap|persona)\s*)?\d{1,2}\s*[.):–—-]\s+", re.IGNORECASE
)


def without_number(text: str) -> str:
    """Give a name without the number before it and the colon behind: `1. Awareness:`."""
    return _NUMBERED.sub("", text.strip()).rstrip(" :") or text


def name_in(text: str, *, whole: bool = False) -> str:
    """Give the persona that a title names, such as `Customer journey of the CFO`.

    A `whole` text may be the name alone, but for those that programs give to sheets.
    """
    plain = without_number(text)
    if _GENERIC.fullmatch(plain.strip()):
        return ""
    rest = _ABOUT.sub(" ", plain)
    name = " ".join(rest.split()).strip(" :–—-")
    return name if whole or rest != plain else ""
