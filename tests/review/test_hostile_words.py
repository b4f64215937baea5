"""Words of a stranger in a comment or a log: shown, and nothing more."""

import re

import pytest
from markdown_it import MarkdownIt

from journeybook.compare.formats.comment import MARKER, MOST_CHARACTERS, comment, plain_text
from journeybook.hosts.annotations import line, markdown, printed
from tests.repositories import HANDBOOK
from tests.review.comparing import PURCHASE, changed, edited

ATTACKS = (
    "`code` and ``more``",
    "a | b | c",
    "<img src=x onerror=alert(1)>",
    "<!-- hidden --> and <!-- open",
    "</details></details># Heading",
    "@everyone and @octo-org/team",
    "closes #12, GH-13, !14, ~bug, %v1, $5, &6",
    "[click](https://evil.example) ![x](//evil.example/x.png)",
    "https://evil.example and www.evil.example and mailto:a@evil.example",
    "::error file=x::boom",
    "##[add-mask]x",
    "**bold** _it_ ~~gone~~ ***",
    "\u202etxet denrut\u202c",
    "&lt;b&gt; &#64;me",
    "\\` \\@ \\<b>",
)


def github(text: str) -> str:
    """Render Markdown the way a code host does, HTML and bare addresses included."""
    return str(MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(text))


@pytest.mark.parametrize("attack", ATTACKS)
def test_it_is_shown_as_it_is_and_does_nothing(attack: str) -> None:
    html = github(f"- **New question**: {markdown(attack)}\n")
    tags = set(re.findall(r"<(/?\w+)", html))
    assert tags <= {"ul", "/ul", "li", "/li", "strong", "/strong", "p", "/p"}
    assert not re.search(r"(?<![\w])[@#!~%$](?=\w)|GH-\d|://|www\.|::", html.replace("&#", ""))
    shown = re.sub(r"<[^>]+>", "", html).replace("\u200b", "")
    for name, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        shown = shown.replace(name, letter)
    assert line(attack) in shown


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_line_of_a_log_is_an_order(attack: str) -> None:
    assert not re.search(r"::|##\[|[\u202a-\u202e]", printed(attack))


def test_a_whole_comment_holds_together() -> None:
    quoted = "".join(f"  - {{text: {attack!r}, id: a{at}}}\n" for at, attack in enumerate(ATTACKS))
    found = changed(edited(PURCHASE, "questions:\n", f"questions:\n{quoted}"))
    text = comment(found)
    assert text.startswith(f"{MARKER}\n")
    assert text.count("<!--") == 1
    assert text.count("<details") == text.count("</details>") > len(found.groups)
    html = github(text)
    assert set(re.findall(r"<(\w+)", html)) <= {
        "h2", "h4", "p", "table", "thead", "tbody", "tr", "th", "td", "details", "summary",
        "strong", "ul", "li", "br", "sub",
    }  # fmt: skip
    for row in plain_text(found).splitlines():
        assert not row.strip().startswith("::")


def test_a_huge_change_stays_within_a_comment_and_counts_the_rest() -> None:
    many = {
        f"content/assets/piece-{number}.md": f"---\nstatus: draft\n---\n# {'Long ' * 40}{number}\n"
        for number in range(900)
    }
    # Longer than all of them, so that there is no room for it either.
    need = HANDBOOK[PURCHASE].replace("[A price", f"[{'Longer ' * 60}, A price")
    found = changed({**many, PURCHASE: need})
    text = comment(found)
    assert len(text) < MOST_CHARACTERS
    shown = text.count("\n- ")
    left, kinds = re.findall(r"([\d,]+) more changes do not fit in this comment&#58; (.*)", text)[0]
    assert shown + int(left.replace(",", "")) == len(found.acts)
    assert kinds == f"{int(left) - 1} × New content, 1 × New need"
    assert text.count("<details") == text.count("</details>")


def test_nothing_changed_is_said_in_one_sentence() -> None:
    assert "\n**No change.**\n" in comment(changed({}))


def test_a_line_is_cut_only_where_it_is_too_long() -> None:
    assert line("four", 4) == "four"
    assert line("fives", 4) == "fiv…"
