"""Links that open an issue: where they lead, and what they fill in."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.hosting import discussion_pattern, edit_start
from journeybook.findings import Span
from journeybook.pages.parts.discussion import Concern, discussion_link
from journeybook.pages.parts.site import Site
from tests.unit.gaps.cold_store import cold_store

PATTERN = "https://git.example.com/book/issues/new?title={title}&body={body}"
SPAN = Span(path="content/journeys/cfo/über & uit.md", line=4, column=5)


def site(pattern: str | None) -> Site:
    """A handbook whose readers talk at the address of a pattern."""
    found = cold_store().site
    return replace(found, shape=replace(found.shape, discuss=pattern))


def filled(about: str, fingerprint: str = "") -> dict[str, list[str]]:
    """What the host's form is filled in with."""
    link = discussion_link(site(PATTERN), SPAN, about, fingerprint)
    return parse_qs(urlsplit(link or "").query, strict_parsing=True)


def test_the_issue_names_the_statement_the_line_and_the_gap() -> None:
    assert filled("What does it cost?", "1a2b") == {
        "title": ["What does it cost?"],
        "body": ["About content/journeys/cfo/über & uit.md:4, gap 1a2b"],
    }
    assert filled("What?")["body"] == ["About content/journeys/cfo/über & uit.md:4"]


def test_the_issue_names_whom_it_concerns_and_when() -> None:
    concern = Concern(personas=("cfo", "operations"), phases=("purchase",))
    found = site("https://x.example/?body={body}&personas={persona}&phases={phase}")
    link = discussion_link(found, SPAN, "x", concern=concern) or ""
    query = parse_qs(urlsplit(link).query, strict_parsing=True)
    assert (query["personas"], query["phases"]) == (["CFO, Operations manager"], ["Purchase"])
    assert query["body"][0].startswith(
        "For whom: CFO, Operations manager\nIn which phase: Purchase\nAbout "
    )


@pytest.mark.parametrize(
    "about", ["100% & more #1?", "a=b&body=evil", "“<b>quoted</b>”", "{body} {line}", 'say "hi"']
)
def test_words_of_an_author_stay_in_the_title(about: str) -> None:
    found = filled(about)
    assert (found["title"], sorted(found)) == ([about], ["body", "title"])


def test_a_long_title_is_shortened() -> None:
    (title,) = filled("word " * 60)["title"]
    assert len(title) <= 100
    assert title.endswith("word…")


def test_path_and_line_may_stand_in_the_address_by_themselves() -> None:
    link = discussion_link(site("https://talk.example.com/{path}?at={line}"), SPAN, "x")
    path = "content/journeys/cfo/%C3%BCber%20%26%20uit.md"
    assert link == f"https://talk.example.com/{path}?at=4"


def test_without_a_pattern_there_is_no_link() -> None:
    assert discussion_link(site(None), SPAN, "x") is None


@pytest.mark.parametrize(
    ("asked", "repository", "pattern"),
    [
        (None, None, None),
        (None, "https://git.example.com/team/book", None),
        (None, "https://github.com/team/book/", "https://github.com/team/book/issues/new?"),
        (None, "https://gitlab.example.com/a/b", "https://gitlab.example.com/a/b/-/issues/new?"),
        (None, "https://codeberg.org/team/book", "https://codeberg.org/team/book/issues/new?"),
        ("gitea", "https://git.example.com/a/b", "https://git.example.com/a/b/issues/new?"),
        (False, "https://github.com/team/book", None),
        (PATTERN, None, PATTERN),
    ],
)
def test_the_option_or_the_host_decides(
    asked: object, repository: str | None, pattern: str | None
) -> None:
    found = discussion_pattern(asked, repository)
    assert (found or "").startswith(pattern or "")
    assert (found is None) is (pattern is None)


@pytest.mark.parametrize(
    ("asked", "complaint"),
    [
        ("github", "'github' needs repo_url as well"),
        ("trac", "'trac' is no address and none of github, gitlab, gitea"),
        ("javascript:alert(1)", "is no address"),
        ("https://git.example.com/?t={subject}", "unknown '{subject}' in the address"),
    ],
)
def test_what_the_option_cannot_be_is_told(asked: str, complaint: str) -> None:
    with pytest.raises(CannotRunError) as told:
        discussion_pattern(asked, None)
    assert complaint in str(told.value)


@pytest.mark.parametrize(
    ("edit", "template", "start"),
    [
        (None, None, None),
        ("edit/main/content/", None, "edit/main/content/"),
        ("edit/master/docs/", "edit/main/content/{path}", "edit/main/content/"),
        (None, "https://git.example.com/edit/{path}", "https://git.example.com/edit/"),
        ("edit/master/docs/", "edit/main/content/{path}?plain=1", None),
        ("edit/master/docs/", "edit?file={path!q}", None),
        ("edit/master/docs/", "{path_noext}/{path}", None),
    ],
)
def test_statements_are_edited_where_pages_are(
    edit: str | None, template: str | None, start: str | None
) -> None:
    assert edit_start(edit, template) == start
