"""On a page that tells several steps, each keeps what it names."""

import pytest

from journeybook.sources.shared_page import as_part, with_targets

SEO = '<abbr title="For &quot;search&quot; &amp; co">SEO</abbr>'


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("A[^1], B[^2].\n\n[^1]: One.", "A[^buy-1], B[^2].\n\n[^buy-1]: One."),
        (
            "[The page][p], [P][], [p]; [q].\n\n[p]: x.md",
            "[The page][buy-p], [P][buy-P], [p][buy-p]; [q].\n\n[buy-p]: x.md",
        ),
        (
            "![x][p] [![y][p]][p]\n\n[P]: x.png 'X'",
            "![x][buy-p] [![y][buy-p]][buy-p]\n\n[buy-P]: x.png 'X'",
        ),
        ("[p] [^1] [x] [p]\n\n[p]: x.md", "[p][buy-p] [^1] [x] [buy-p]\n\n[buy-p]: x.md"),
        ("`[^1]` [^1]\n\n[^1]: One.", "`[^1]` [^buy-1]\n\n[^buy-1]: One."),
        ("[^1]\n\n[^1]: A\n\n~~~\n[^1]: B\n~~~", "[^buy-1]\n\n[^buy-1]: A\n\n~~~\n[^1]: B\n~~~"),
        (
            'SEO and [SEO](SEO.md), `SEO`, <b title="SEO">SEOS</b>\n\n*[SEO]: For "search" & co',
            f'{SEO} and [{SEO}](SEO.md), `SEO`, <b title="SEO">SEOS</b>\n\n',
        ),
        (
            "SEO and SEO tool\n\n*[SEO]: S\n*[SEO tool]: T",
            '<abbr title="S">SEO</abbr> and <abbr title="T">SEO tool</abbr>\n\n\n',
        ),
        (
            "B and AB and BA\n\n*[B] : 1\n*[AB] : 2\n*[BA] : 3",
            (
                '<abbr title="1">B</abbr> and <abbr title="2">AB</abbr> and '
                '<abbr title="3">BA</abbr>\n\n\n\n'
            ),
        ),
        (
            "Z and Z a\n\n*[Z a]: two\n*[Z]: one",
            '<abbr title="one">Z</abbr> and <abbr title="two">Z a</abbr>\n\n\n',
        ),
        ("` and ``[^1]`` [^1]\n\n[^1]: One.", "` and ``[^1]`` [^buy-1]\n\n[^buy-1]: One."),
        ("[Note]: this is no definition", "[Note]: this is no definition"),
        ("Nothing [named](x.md).", "Nothing [named](x.md)."),
    ],
)
def test_names_are_those_of_the_part(written: str, told: str) -> None:
    assert as_part(written, "buy") == told


def test_links_lead_on_from_another_folder() -> None:
    written = "[a](b.md) ![c](../d.png) <https://x.org> [e](/f.md) [g](#h) [i](https://x.org)"
    told = "[a](way/b.md) ![c](way/../d.png) <https://x.org> [e](/f.md) [g](#h) [i](https://x.org)"
    assert as_part(written, "buy", "way/") == told
    assert as_part("[j]\n\n[j]: k.md", "buy", "way/") == "[j][buy-j]\n\n[buy-j]: way/k.md"


@pytest.mark.parametrize("written", ["[a](b.md)", "[a]\n\n[a]: b.md", "Nothing.", "`[a](b.md)`"])
def test_each_address_is_led_elsewhere(written: str) -> None:
    told = written if "`" in written else written.replace("b.md", "c/b.md")
    assert with_targets(written, "c/{}".format) == told
