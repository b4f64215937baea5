"""A heading of plain text shows it as it is, and costs no more than its letters."""

import pytest
from markdown import Markdown

from journeybook.adapters.mkdocs.pages.extension import HandbookExtension
from journeybook.adapters.mkdocs.placing import Placing
from journeybook.pages.parts.page import heading

TEXTS = ("[a](b) \\*c* `d`", "((([[[{{{x}}}]]])))", "### & < > ~~ ^^ || __", "a * b_c [1] [2]: d")


@pytest.mark.parametrize("text", TEXTS)
def test_signs_that_stand_together_read_as_those_that_stand_alone(text: str) -> None:
    written = heading(2, text)
    plain, ours = Markdown(extensions=["toc"]), _with_ours()
    assert ours.convert(written) == plain.convert(written)
    assert vars(ours)["toc_tokens"] == vars(plain)["toc_tokens"]


def test_very_many_brackets_are_put_aside_together() -> None:
    ours = _with_ours()
    shown = ours.convert(heading(2, "[" * 4_000 + "]" * 4_000))
    assert shown.count("&#91;") == shown.count("&#93;") == 4_000
    assert len(ours.htmlStash.rawHtmlBlocks) == 8


def _with_ours() -> Markdown:
    return Markdown(extensions=["toc", HandbookExtension(Placing)])
