"""What strangers wrote keeps what Markdown makes, and loses whatever could do something."""

import re

import pytest

from journeybook.adapters.mkdocs.pages import untrusted
from journeybook.adapters.mkdocs.pages.untrusted import harmless, need_cleaner
from journeybook.pages.parts.writing import as_text


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="a"><a class="headerlink" href="#a" rel="noopener noreferrer">#</a></h2>',
        '<div class="admonition note"><p class="admonition-title">Note</p></div>',
        '<ul class="task-list"><li><input type="checkbox" disabled=""></li></ul>',
        '<div class="highlight"><pre><code><span class="n">x</span></code></pre></div>',
        '<img alt="A map" src="../map.png">',
        '<a href="../personas/cfo/" rel="noopener noreferrer">CFO</a>',
        "<table><thead><tr><th>A</th></tr></thead></table>",
        '<input id="__tabbed_1_1" name="__tabbed_1" type="radio">',
    ],
)  # fmt: skip
def test_what_markdown_makes_stays(html: str) -> None:
    assert harmless(html, ()) == html


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("a<script>alert(1)</script>b", "ab"),
        ("<b onclick='alert(1)' style='position:fixed'>x</b>", "<b>x</b>"),
        ("<iframe src='https://evil.example'></iframe>x", "x"),
        ("<form action='https://evil.example'><button>x</button></form>", "x"),
        ("<img src='https://evil.example/x.png' alt='x'>", '<img alt="x">'),
        ("<img src='//evil.example/x.png'>", "<img>"),
        ("<img src='\\\\evil.example/x.png'>", "<img>"),
        ("<img src=' data:image/svg+xml,x'>", "<img>"),
        ("<a href='javascript:alert(1)'>x</a>", '<a rel="noopener noreferrer">x</a>'),
        ("<a href='java\tscript:alert(1)'>x</a>", '<a rel="noopener noreferrer">x</a>'),
        ("<p class='md-overlay jb jb-card kept'>x</p>", '<p class="kept">x</p>'),
        ("<p id='__search'>x</p>", "<p>x</p>"),
        ("<input type='password'>", '<input type="checkbox">'),
        ("<p title='&lt;img&gt;'>x</p>", '<p title="&amp;lt;img&amp;gt;">x</p>'),
    ],
)  # fmt: skip
def test_what_does_something_goes(html: str, left: str) -> None:
    assert harmless(html, ()) == left


@pytest.mark.parametrize(
    "html",
    [
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<textarea></textarea><img src=x onerror=alert(1)>",
    ],
)
def test_no_handler_is_left_however_it_is_wrapped(html: str) -> None:
    assert not re.search(r"<[^>]*onerror", harmless(html, ()))


def test_what_is_left_open_ends_before_a_part_of_ours() -> None:
    marker = "<!-- jb:block gaps -->"
    html = f"<details><summary>x</summary><textarea>{marker}</details><p>y</p>"
    assert harmless(html, (marker,)) == (f"<details><summary>x</summary></details>{marker}<p>y</p>")


def test_a_marker_that_begins_like_another_is_taken_whole() -> None:
    markers = ("<!-- jb:block a -->", "<!-- jb:block a -->b")
    assert harmless("".join(markers), markers) == "".join(markers)


def test_words_are_escaped_once_however_they_came() -> None:
    assert as_text("R&D <b>") == as_text("R&amp;D &lt;b&gt;") == "R&amp;D &lt;b&gt;"


def test_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    need_cleaner()
    monkeypatch.setattr(untrusted, "nh3", None)
    with pytest.raises(Exception, match="pip install nh3"):
        need_cleaner()
