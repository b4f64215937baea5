"""A brief as a letter: an address that opens the reader's own mail program."""

from urllib.parse import quote

from journeybook.pages.briefs.brief import Brief
from journeybook.wording import Wording

_LONGEST = 1900
"""Mail programs and browsers on Windows take addresses of about 2,000 signs."""
_TITLE = 100


def mail_of(brief: Brief, wording: Wording) -> str:
    """Give the address of a letter with the words of a brief, cut and said so where it is long."""
    title = brief.title if len(brief.title) <= _TITLE else f"{brief.title[:_TITLE]}…"
    start = f"mailto:?subject={_quoted(title)}&body="
    lines = [_quoted(line) + "%0D%0A" for line in brief.words.splitlines()]
    whole = start + "".join(lines)
    if len(whole) <= _LONGEST:
        return whole
    note = _quoted(
        wording.text("[Cut off here: a letter takes no more. The handbook has the whole brief.]")
    )
    return start + "".join(_fitting(lines, _LONGEST - len(start) - len(note))) + note


def _fitting(lines: list[str], room: int) -> list[str]:
    kept: list[str] = []
    for line in lines:
        room -= len(line)
        if room < 0:
            break
        kept.append(line)
    return kept


def _quoted(text: str) -> str:
    # What has no letter of its own in Unicode cannot be written in an address.
    return quote(text.encode("utf-8", "replace"), safe="")
