"""Where a site's sources are edited and talked about, from what its configuration says."""

import re
from urllib.parse import urljoin, urlsplit

from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.pages.parts.discussion import FIELDS
from journeybook.pages.parts.hrefs import quoted

_AT_END = "{path}"
_FORMS = {
    "github": "/issues/new?title={title}&body={body}",
    "gitlab": "/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}",
    "gitea": "/issues/new?title={title}&body={body}",
}
_HOSTS = {**{name: name for name in _FORMS}, "codeberg": "gitea", "forgejo": "gitea"}
_WEB = ("http://", "https://")


def discussion_pattern(asked: object, repository: str | None) -> str | None:
    """Give the pattern of the address that opens an issue; None where there is no such place.

    `asked` is a pattern, the name of a kind of host, or false. Without it, the host of the
    `repository` decides.

    Raises:
        CannotRunError: when the option says something else.
    """
    if asked is False:
        return None
    if isinstance(asked, str) and asked.startswith(_WEB):
        return _checked(asked)
    if isinstance(asked, str) and asked not in _FORMS:
        raise CannotRunError(
            "'{asked}' is no address and none of {known}", asked=asked, known=", ".join(_FORMS)
        )
    if not repository or not repository.startswith(_WEB):
        if isinstance(asked, str):
            raise CannotRunError("'{asked}' needs repo_url as well", asked=asked)
        return None
    kind = asked if isinstance(asked, str) else kind_of(repository)
    return f"{repository.rstrip('/')}{_FORMS[kind]}" if kind else None


def kind_of(repository: str) -> str | None:
    """Tell the kind of host of a repository by its address, as far as its name says."""
    host = urlsplit(repository).netloc or repository.partition(":")[0]
    return next((kind for name, kind in _HOSTS.items() if name in host), None)


def _checked(pattern: str) -> str:
    unknown = [one for one in re.findall(r"\{(.*?)\}", pattern) if one not in FIELDS]
    if unknown:
        raise CannotRunError(
            "unknown '{name}' in the address; it may hold {known}",
            name=f"{{{unknown[0]}}}",
            known=", ".join(f"{{{one}}}" for one in FIELDS),
        )
    return pattern


def edit_start(edit: str | None, template: object) -> str | None:
    """Give what stands before the path in the address of a file that is edited.

    A template goes before `edit_uri`, as in the engine. None where its path is not the end of it,
    since the line of a statement is named behind the path.
    """
    whole = str(template) if template else f"{edit}{_AT_END}" if edit else ""
    start = whole.removesuffix(_AT_END)
    return start if start != whole and "{" not in start else None


def edit_address(
    repository: str | None, edit: str | None, template: object, part: str
) -> str | None:
    """Give the address at which files of a folder among the pages are edited; None without one."""
    start = edit_start(edit, template)
    if not start:
        return None
    base = repository or ""
    whole = urljoin(base if base.endswith("/") or not base else f"{base}/", start)
    return f"{whole}{quoted(part)}"
