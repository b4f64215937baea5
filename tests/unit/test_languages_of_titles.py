"""A title in another language than the page says which, so that it is read out as it should be."""

from dataclasses import replace

from journeybook.pages.parts.ways.links import Here, as_link
from journeybook.pages.parts.writing import titled, whole
from journeybook.rendering import render_handbook
from tests.unit.handbooks import judged

FILES = {
    "assets/night.md": "---\nlanguage: de\n---\n# Die Nachtschicht\n",
    "assets/day.md": "---\nlanguage: en\n---\n# The day shift\n",
    "assets/any.md": "# Any shift\n",
}


def test_a_link_tells_the_language_of_a_foreign_title_and_no_other() -> None:
    site = judged(FILES).site
    here = Here(site=site, uri="index.md")
    written = {one.id: as_link(here.asset(one)) for one in site.handbook.assets.values()}
    assert written == {
        "night": '<a href="assets/night/" lang="de">Die Nachtschicht</a>',
        "day": '<a href="assets/day/">The day shift</a>',
        "any": '<a href="assets/any/">Any shift</a>',
    }


def test_the_heading_of_a_foreign_page_tells_its_language_and_no_other() -> None:
    pages = {page.uri: page for page in render_handbook(judged(FILES)).pages}
    bare = replace(pages["assets/night.md"], markdown="text")
    assert titled(bare).startswith("# Die Nachtschicht { lang=de }\n")
    written = {
        "night": ("# Die Nacht #\n\nText", "# Die Nacht { lang=de }\n"),
        "day": ("# The day\n\nText", "# The day\n"),
        "any": ("# Any { .shift }\n\nText", "# Any { .shift }\n"),
    }
    for name, (markdown, first) in written.items():
        assert whole(markdown, pages[f"assets/{name}.md"]).startswith(first)
