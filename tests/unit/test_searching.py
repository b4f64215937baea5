"""The search of a site finds every word of our blocks, though it is given none of their tags."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from material.plugins.search.plugin import Parser

from journeybook.adapters.mkdocs.pages.searching import hidden_from_search, shown_again, words_of
from journeybook.pages.parts.page import Block
from journeybook.rendering import render_handbook
from tests.snapshots import handbook
from tests.unit.handbooks import judged


@pytest.fixture(scope="module", params=["whole", "odd"])
def blocks(request: pytest.FixtureRequest) -> list[Block]:
    files = handbook.read(request.param).items()
    written = {path.removeprefix("content/"): text for path, text in files if text is not None}
    pages = render_handbook(judged(written)).pages
    return [block for page in pages for block in page.all_blocks if block.html]


def test_the_theme_s_search_finds_every_word(blocks: list[Block]) -> None:
    searched = [block for block in blocks if block.searchable]
    assert searched
    for block in searched:
        assert _joined(_indexed(words_of(block.html))) == _joined(_indexed(block.html))


def test_lines_paragraphs_and_lists_are_shown_as_such(blocks: list[Block]) -> None:
    shown = re.compile(r"</?(?:p|code|li|ol|ul|sub|sup)\b")
    for block in blocks:
        if block.searchable and "data-search-exclude" not in block.html:
            assert shown.findall(words_of(block.html)) == shown.findall(block.html)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<dl><dt>Owner</dt><dd class="a">Ann</dd></dl>', " Owner Ann "),
        ("<table><tr><td>1</td><td>2</td></tr></table>", " 1 2 "),
        ('See <a href="x"><strong>on</strong>ce</a>\n  more<br>and', "See once more and"),
        ('<ul class="a">\n<li id="b">One</li></ul>', "<ul> <li>One</li></ul>"),
        ("a<span data-search-exclude><b>b</b>c</span>d", "ad"),
        ("<p>a</p><div class='x' data-search-exclude><b>b</b>", "<p>a</p>"),
        ("<details data-search-exclude><p>b</p></details>&lt;i&gt;", "&lt;i&gt;"),
        ("<p>x data-search-exclude</p>", "<p>x data-search-exclude</p>"),
        ("<picture>a</picture><spanner>b</spanner>", " a b "),
        ("<pre>a\n  <b>b</b></pre>", "<pre>a\n  <b>b</b></pre>"),
        ('<div><h3 id="a">b</h3></div>', '<div><h3 id="a">b</h3></div>'),
    ],
)  # fmt: skip
def test_words_stand_as_a_reader_sees_them(html: str, words: str) -> None:
    assert words_of(html) == words


def test_blocks_stand_again_as_they_were(blocks: list[Block]) -> None:
    placed = [(block, block.html) for block in blocks]
    page = "<p>Before</p>" + "<hr>".join(html for _, html in placed)
    hidden = hidden_from_search(page, placed)
    assert '<div class="jb' not in hidden
    assert len(hidden) < len(page) / 3
    # The theme's search takes what was for it out of the page.
    assert shown_again(re.sub(r'\s?data-search-\w+="[^"]+"', "", hidden), placed) == page


def test_what_is_not_to_be_searched_leaves_nothing() -> None:
    quiet = Block(name="quiet", html="<p>Quiet</p>")
    hidden = hidden_from_search("<h2>Then</h2><p>Quiet</p>", [(quiet, quiet.html)])
    assert "Quiet" not in hidden


def test_a_block_that_is_not_on_the_page_stays_away() -> None:
    away = Block(name="away", html="<p>Away</p>", searchable=True)
    hidden = hidden_from_search("<p>Here</p>", [(away, away.html)])
    assert shown_again(hidden, [(away, away.html)]) == "<p>Here</p>"


def _indexed(html: str) -> Iterator[str]:
    parser = Parser()
    parser.feed(html)
    parser.close()
    for section in parser.data:
        for text in section.text:
            yield unescape(re.sub(r"</?[a-z]+>", "", text))


def _joined(texts: Iterator[str]) -> str:
    return "".join("".join(texts).split())
