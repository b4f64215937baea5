"""Files among the pages of a site that its generator makes no page of."""

from journeybook.sources.names import is_to_copy
from journeybook.sources.records.record import Reason, Shape
from journeybook.sources.records.sites.front_matter import Page

_ABOUT_THE_CODE = frozenset(
    ("readme", "contributing", "changelog", "license", "code_of_conduct", "security")
)
_HELPERS = ("_includes", "_layouts", "_data", "_sass", "_plugins")


def why_no_page(inside: str, page: Page, shape: Shape, *, is_outside: bool) -> Reason | None:
    """Tell why a file is no page, by its place in the site and what it begins with.

    `is_outside` where it lies beside the folder of the pages.
    """
    *folders, name = inside.split("/")
    stem = name.partition(".")[0].casefold()
    if is_to_copy(name):
        return Reason.TYPE
    if is_outside or (not folders and not page.fence and _is_about_the_code(stem, shape)):
        return Reason.TYPE
    if shape == "jekyll":
        # What has no front matter is handed out as it is.
        is_helper = any(part in _HELPERS for part in folders)
        return Reason.TYPE if is_helper or not page.fence else None
    if shape == "docusaurus":
        return _docusaurus(folders, name)
    if shape == "astro" and any(part.startswith("_") for part in (*folders, name)):
        return Reason.TYPE
    is_helper = shape == "eleventy" and any(part in _HELPERS for part in folders)
    return Reason.TYPE if is_helper else None


def _is_about_the_code(stem: str, shape: Shape) -> bool:
    return shape != "plain" and stem in _ABOUT_THE_CODE


def _docusaurus(folders: list[str], name: str) -> Reason | None:
    if any(part.endswith("versioned_docs") or part.startswith("version-") for part in folders):
        return Reason.REVISION
    if any(part.startswith("_") for part in (*folders, name)):
        return Reason.TYPE
    is_code = folders[:1] in (["src"], ["static"]) and folders[:2] != ["src", "pages"]
    return Reason.TYPE if is_code else None
