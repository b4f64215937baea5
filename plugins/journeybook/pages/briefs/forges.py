"""Links that open a repository's form for a new file, filled in as far as its host can."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from journeybook.pages.briefs.brief import Brief

_LONGEST = 7500
"""Hosts refuse addresses of about 8,000 signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forge:
    """A host's way from editing a file to making one; `None` for what its form cannot take."""

    edits: str
    makes: str
    name: str | None
    text: str | None
    only_at: str = ""


# Seen in this order: the first whose way of editing is in the address is the host.
_FORGES = (
    _Forge(edits=r"/-/(edit|blob|tree)/", makes="/-/new/", name="file_name", text=None),
    _Forge(edits=r"/_edit/|/src/branch/", makes="/_new/", name="filename", text="value"),
    _Forge(edits=r"/src/", makes="/create-file/", name=None, text=None, only_at=r"bitbucket\."),
    _Forge(
        edits=r"/(edit|blob|tree)/", makes="/-/new/", name="file_name", text=None, only_at="gitlab"
    ),
    _Forge(edits=r"/(edit|blob|tree)/", makes="/new/", name="filename", text="value"),
)


def new_file_link(edit_uri: str | None, brief: Brief) -> str | None:
    """Give the address of the form that makes the brief's file; None for an unknown host.

    GitHub and Gitea fill in name and text, GitLab the name; Bitbucket opens the form in place.
    """
    parts = urlsplit(edit_uri or "")
    for forge in _FORGES:
        place = re.search(forge.edits, parts.path)
        if place and parts.scheme in ("http", "https") and re.search(forge.only_at, parts.netloc):
            folder = parts.path[: place.start()] + forge.makes + parts.path[place.end() :]
            return _filled(forge, urlunsplit((parts.scheme, parts.netloc, folder, "", "")), brief)
    return None


def takes_text(edit_uri: str | None) -> bool:
    """Whether the host's form is opened with the brief already in it."""
    link = new_file_link(edit_uri, Brief(title="x", path="x.md", text="x"))
    return link is not None and "value=x" in link


def _filled(forge: _Forge, folder: str, brief: Brief) -> str:
    if forge.name is None:
        return folder + quote(brief.path)
    fields = {forge.name: brief.path}
    if forge.text:
        whole = f"{folder}?{urlencode({**fields, forge.text: brief.text}, quote_via=quote)}"
        if len(whole) <= _LONGEST:
            return whole
        fields[forge.text] = brief.head
    return f"{folder}?{urlencode(fields, quote_via=quote)}"
