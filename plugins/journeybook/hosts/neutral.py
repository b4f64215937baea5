"""Makes an author's words harmless where a code host would read more into them.

The content of a pull request is a stranger's. In a comment it must not mention people, close
issues, hide behind a comment or break out of its line; in a log it must not give orders.
"""

import re
import unicodedata

from journeybook.pages.parts.page import escaped

_BREAK = "\u200b"
_CALLING = re.compile(r"([@#!~%$&]|\bGH-)(?=[\w\"])")
_ADDRESS = re.compile(r"(?i)(://|\bwww\.|\bmailto:)")
_COMMAND = re.compile(r"##(?=\[)|::")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_LONGEST = 300


def line(text: str, longest: int = _LONGEST) -> str:
    """Write a text as one short line without anything unseen, such as marks that turn it round."""
    seen = (" " if letter in "\n\t\r" else letter for letter in text)
    kept = "".join(letter for letter in seen if unicodedata.category(letter) not in _UNSEEN)
    plain = " ".join(kept.split())
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"


def printed(text: str) -> str:
    """Write a text for a terminal or a log, where no runner takes it for a command."""
    return _COMMAND.sub(lambda found: _BREAK.join(found.group()), line(text))


def markdown(text: str) -> str:
    """Write a text as Markdown that shows it, whatever it holds, on a code host."""
    # References are looked for in the text as shown, so that escaping alone does not stop them.
    calm = _CALLING.sub(rf"\1{_BREAK}", line(text))
    calm = _COMMAND.sub(lambda found: _BREAK.join(found.group()), calm)
    calm = _ADDRESS.sub(lambda found: f"{found.group()[0]}{_BREAK}{found.group()[1:]}", calm)
    return escaped(calm).replace("$", "&#36;").replace("@", "&#64;").replace(":", "&#58;")
