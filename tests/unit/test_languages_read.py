"""Whether somebody reads the language of any of some answers."""

import pytest

from journeybook.rules.gaps.places.language_gap import reads_none
from tests.unit.handbooks import judged

FILES = {
    "personas/buyer.md": "---\nlanguages: [nl]\n---\n",
    "personas/anybody.md": "# Anybody\n",
    **{
        f"assets/{language}.md": f"---\nstatus: published\nlanguage: {language}\n---\n"
        for language in ("nl-BE", "en", "de")
    },
    "assets/unsaid.md": "---\nstatus: published\n---\n",
}


@pytest.mark.parametrize(
    ("persona", "answers", "none"),
    [
        ("buyer", ["en", "de"], True),
        ("buyer", ["en", "nl-BE"], False),
        ("buyer", ["en", "unsaid"], False),
        ("anybody", ["en"], False),
        (None, ["en"], False),
    ],
)
def test_one_language_that_is_read_is_enough(
    persona: str | None, answers: list[str], none: bool
) -> None:
    book = judged(FILES).handbook
    told = {one.path.split("/")[-1].removesuffix(".md"): one for one in book.assets.values()}
    assert reads_none(persona, [told[one] for one in answers], book) is none
