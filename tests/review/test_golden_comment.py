"""A whole comment, word for word, for a change of every kind at once.

After a change on purpose: python -m tests.review.test_golden_comment
"""

import re
from pathlib import Path

from markdown_it import MarkdownIt

from journeybook.codes import Family
from journeybook.compare.comparison import compare
from journeybook.compare.formats.comment import comment
from journeybook.rules.registry import own_rules
from tests.repositories import HANDBOOK
from tests.review.comparing import Texts, judge
from tests.review.test_hostile_words import ATTACKS
from tests.review.test_sameness import EVERYTHING

GOLDEN = Path(__file__).with_suffix(".md")

# One kind of gap is enough to be looked at, and new rules then leave the comment as it is.
QUIET: Texts = {
    "site_config/rules.yml": "".join(
        f"{code}: off\n"
        for code, rule in own_rules().items()
        if rule.family is Family.GAP and code != "unanswered-question"
    )
}
PLAYFUL: Texts = {
    f"content/personas/stranger-{at}.md": f"---\ntitle: {attack!r}\n---\n"
    for at, attack in enumerate(ATTACKS[:4])
}


def written() -> str:
    """Write the comment."""
    before = judge({**HANDBOOK, **QUIET})
    return comment(compare(before, judge({**HANDBOOK, **QUIET, **EVERYTHING, **PLAYFUL})))


def test_the_comment_is_word_for_word_the_golden_one() -> None:
    assert written() == GOLDEN.read_text("utf-8")


def test_the_code_host_shows_every_change_as_one_point() -> None:
    html = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(written())
    acts = sum(int(number) for number in re.findall(r"</strong>: (\d+) changes?", html))
    assert html.count("<li>") == acts + written().count("\n  - ")
    assert html.count("<details") == html.count("</details>")


if __name__ == "__main__":
    GOLDEN.write_text(written(), "utf-8")
