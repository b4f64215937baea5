"""Links that lead to what is gone or renamed are counted, in whichever way they are written."""

import pytest

from journeybook.compare.comparison import compare
from journeybook.compare.consequences.remnants import STILL_NAMED
from tests.repositories import HANDBOOK
from tests.review.comparing import PRICES, Texts, judge, told

OTHER = "content/assets/prices.md"
TEAM = "content/team.md"
SITE = (
    "site_name: A\nsite_url: !ENV [SITE_URL, 'https://h.example.com/book/']\ndocs_dir: content\n"
    "nav:\n  - index.md\n"
)
ABOUT_US = "# The team\nWe are five people who do this.\nWrite to us at any time.\n"
BEFORE = {**HANDBOOK, "mkdocs.yml": SITE, TEAM: ABOUT_US}


def places(edit: Texts, link: str) -> list[str]:
    texts = {**BEFORE, "content/notes/one.md": f"# One\n\nSee {link} there.\n"}
    comparison = compare(judge(texts), judge({**texts, **edit}))
    return [
        f"{span.path}:{span.line}"
        for one in comparison.changes
        if one.label == STILL_NAMED
        for span in one.spans
        if not span.path.startswith("content/journeys/")
    ]


@pytest.mark.parametrize(
    "link",
    [
        "[it](/assets/price-list/)",
        "[it](/book/assets/price-list/#how)",
        "[it](https://h.example.com/book/assets/price-list/?a=1)",
        "<https://h.example.com/book/assets/price-list/>",
        "[it](../assets/price-list.md)",
        "[it](../../assets/price-list/)",
        '<a href="/assets/price-list/">it</a>',
    ],
)
def test_a_link_to_what_is_gone_or_renamed_is_counted(link: str) -> None:
    gone = {PRICES: None}
    renamed = {PRICES: None, OTHER: HANDBOOK[PRICES]}
    assert places(gone, link) == places(renamed, link) == ["content/notes/one.md:3"]


@pytest.mark.parametrize(
    "link",
    [
        "[it](https://other.example.com/book/assets/price-list/)",
        "[it](https://h.example.com/bookassets/price-list/)",
        "`[it](/assets/price-list/)`",
        "[it](/assets/prices/)",
        "[it](assets/price-list.md)",
    ],
)
def test_a_link_to_elsewhere_is_not(link: str) -> None:
    assert places({PRICES: None}, link) == []


@pytest.mark.parametrize("site", [SITE.replace("https", "ftp"), None], ids=["ftp", "no settings"])
def test_where_nobody_knows_the_address_of_the_site_a_whole_one_leads_elsewhere(
    site: str | None,
) -> None:
    texts = {
        **HANDBOOK,
        "content/one.md": "[a](//h.org/assets/price-list/)\n[b](/assets/price-list/)\n",
    }
    before = {**texts, **({"mkdocs.yml": site} if site else {})}
    comparison = compare(judge(before), judge({**before, PRICES: None}))
    (line,) = (one for one in comparison.changes if one.label == STILL_NAMED)
    assert [str(one) for one in line.spans] == ["content/one.md:2:1"]


def test_an_entry_of_the_navigation_is_a_link() -> None:
    texts = {**BEFORE, "mkdocs.yml": f"{SITE}  - team.md\n"}
    comparison = compare(judge(texts), judge({**texts, TEAM: None}))
    assert "Still named: 1 place | The team | " in told(comparison)


def test_a_page_of_the_authors_own_can_be_renamed() -> None:
    edit = {TEAM: None, "content/us.md": ABOUT_US.replace("five", "six")}
    lines = set(told(compare(judge(BEFORE), judge({**BEFORE, **edit}))))
    rewritten = ABOUT_US.splitlines()[1]
    assert lines == {
        "File renamed: The team | team.md | us.md",
        f"Text rewritten: The team | {rewritten} | {rewritten.replace('five', 'six')}",
    }
