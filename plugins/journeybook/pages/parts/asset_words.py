"""Assets in words: how far they are, and what was said about them."""

from journeybook.handbook.vocabulary import Status
from journeybook.pages.parts.site import Site


def status_kind(status: Status) -> str:
    """Give the mark of a status: published is served, retired is quiet, the rest is on its way."""
    if status is Status.PUBLISHED:
        return "served"
    return "unused" if status is Status.RETIRED else "thin"


def yes_or_no(site: Site, *, value: bool | None) -> str:
    """Say yes or no; nothing where nobody said."""
    if value is None:
        return ""
    return site.wording.text("yes") if value else site.wording.text("no")
