"""The handbook as pages for a wiki: links lead where things are told, and texts are as typed."""

import re
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest

from journeybook.exports.plain.wiki import wiki_copies, wiki_files
from journeybook.pipeline import Judged
from tests.recount.test_recount import HANDBOOKS
from tests.recount.test_recount import judged as judged_at
from tests.unit.handbooks import judged
from tests.unit.held import hold

NFD = "Cafe\u0301"
ALL = """
[step](<../journeys/p 1/choose.md>), [phase](../phases/b%26c.md#part-two) and [none](../guide/x.md),
[![shot](<a pic.png>)](a%20pic.png) ![gone](../guide/x.png "so"), `[code](../x.md)` and [site][s];
[person](p%3F.md) [café](CAFE.md) [asset](../assets/C%23.md) [bare](../assets/d.md) [web](https://x.org)
[journey](../journeys/p%201/index.md) [home](../index.md) [gaps](../gaps/index.md) [list](index.md)

[s]: ../research/r.md

```
[kept](../x.md)
```
""".replace("CAFE", NFD)
FILES = {
    "index.md": "# Home\n\n[All](personas/index.md)\n\n<!-- journeybook/map journey=p -->\n",
    "personas/index.md": "# People\n\nWho buys.\n",
    "personas/p?.md": f"---\ntitle: Who *buys*?\n---\n# It\n{ALL}\n## More\n",
    f"personas/{NFD}.md": "---\ntitle: Café\n---\n",
    "personas/a pic.png": "",
    "personas/nobody.png": "",
    "phases/b&c.md": "---\ntitle: B & c | d\n---\n# B\n\n# Part two\n",
    "assets/C#.md": f"# C#\n{re.sub('a(?=[ %2]+0?pic)', '../personas/a', ALL)}",
    "assets/d.md": "---\ntitle: D\n---\n",
    "research/r.md": "# R\n",
    "journeys/p 1/index.md": "---\npersona: p?\n---\n# Buying: it; [x]\n\n[Choose](choose.md)\n",
    "journeys/p 1/choose.md": (
        "---\nphase: b&c\nneeds: ['*a* _b_ `c` <b>d</b> [e](f) h_i 2 * 3']\n---\n"
        "# Choose\n\nText.\n\n## Below\n"
    ),
}  # fmt: skip
_LINK = re.compile(r"\]\(([^()\s]+)\)|^\[\w+\]: (\S+)", re.MULTILINE)


def faults(book: Judged) -> list[tuple[str, str]]:
    """Every link of a wiki that leads to no page, heading or file of it."""
    pages = {path: re.sub(r"(`+)[^`]*\1", "", data.decode())
             for path, data in wiki_files(book).items()}  # fmt: skip
    there = {*pages, *wiki_copies(book)}
    found = []
    for page, text in pages.items():
        for link in (one or other for one, other in _LINK.findall(text)):
            to = urlsplit(link)
            path = normpath(join(dirname(page), unquote(to.path)))
            is_there = path in there and unquote(to.fragment) in {"", *heads(pages.get(path, ""))}
            if not to.scheme and not is_there:
                found.append((page, link))
    return found


def heads(text: str) -> set[str]:
    """The anchors that a code host makes of the headings of a page."""
    titles = (re.sub(r"&#\d+;", "", one) for one in re.findall(r"^#+ (.*)$", text, re.MULTILINE))
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in titles}


def test_links_lead_to_where_a_file_is_told() -> None:
    book = judged(FILES)
    wiki = {path: data.decode() for path, data in wiki_files(book).items()}
    assert faults(book) == []
    text = wiki["personas.md"]
    for led in (
        *("[step](journeys/p%201.md#choose)", "[phase](phases.md#part-two)", " and none,"),
        *(
            "[![shot](files/personas/a%20pic.png)](files/personas/a%20pic.png) gone,",
            "[gaps](gaps.md)",
        ),
        *("`[code](../x.md)`", "[s]: research.md#r", "\n[kept](../x.md)", "[home](index.md)"),
        *("[asset](content.md#c)", "[bare](content.md)", "[web](https://x.org)", "### More"),
        *("[list](personas.md)", "Who buys.", "[café](personas.md#caf"),
    ):
        assert led in text, led
    assert "[step](journeys/p%201.md#choose)" in wiki["content.md"]
    assert wiki_copies(book) == {"files/personas/a pic.png": "content/personas/a pic.png"}
    assert "journeybook/map" not in wiki["index.md"]
    journey = wiki["journeys/p 1.md"]
    assert "## Choose\n\nText.\n\n### Below" in journey
    assert "B & c \\| d" in journey
    assert "• &#42;a&#42; &#95;b&#95; &#96;c&#96; &lt;b>d&lt;/b> [e]&#40;f)" in journey
    assert "h_i" in journey
    assert "2 * 3" in journey


KEYS = {
    "index.md": "",
    "personas/ann.md": """\
        ---
        title: Ann
        goals: [Rest, "Quick, and good", {text: Sure, evidence: [talks, {name: x, at: [1, 2]}]}]
        pains: [One | two, three]
        tags: ["a, b"]
        channels: {primary: web, secondary: [web, mail]}
        summary: |
          Two
          lines
        ---
        """,
    "personas/bob.md": "---\ntitle: Bob\nrole: [buyer, user]\ntags: []\n---\nA *text*.\n",
    "phases/buy.md": "---\ntitle: Buy\norder: 1\n---\n",
    "journeys/way/index.md": "---\ntitle: Way\npersonas: [ann, bob]\nsummary: How *it* goes\n---\n",
    "journeys/way/buy.md": """\
        ---
        title: A step
        needs: [Rest, {text: Speed, personas: ann, evidence: [talks, visits]}]
        questions: {text: What?, importance: 3, answered_by: [a, b], why: {x: 1}}
        emotion: {score: -1, label: worried}
        touchpoints:
          - {title: Calls, channel: web, importance: 4, others: [{name: North, satisfaction: 2}]}
          - Waits
        drop_offs: [{text: Leaves, why: slow}]
        ---
        """,
    "actions/desk.md": """\
        ---
        title: Desk
        kpi: {name: Calls, target: 9, readings: [{date: 2026-01-01, value: 1}]}
        ---
        """,
    "research/talks.md": """\
        ---
        findings: [{text: So it is, supports: [Rest]}, They wait]
        ---
        # Talks
        """,
    "assets/a.md": "---\ntitle: A | b\npersonas: [ann]\n---\n",
}  # fmt: skip


def test_every_page_of_a_wiki() -> None:
    lines: list[str] = []
    for files in (FILES, KEYS, {}):
        book = judged(files)
        for path, data in wiki_files(book).items():
            # Others hold what the figures and the gaps are.
            shown = data.decode().partition("\n## Figures")[0].splitlines()
            lines += [f"=== {path}", *(shown[:5] if path == "gaps.md" else shown), ""]
        lines += [f"copied: {copy} {path}" for copy, path in wiki_copies(book).items()]
    hold("wiki", "\n".join(lines))


def test_words_of_ours_are_those_of_the_language() -> None:
    files = {
        "site_config/journeybook.yml": "language: nl\n",
        "personas/bob.md": "---\ntitle: Bob\nrole: [buyer, user]\nsegment: user\n---\n",
        "phases/buy.md": "---\ntitle: Buy\nexpects: {cta: required, gated: niet}\n---\n",
    }
    pages = wiki_files(judged(files))
    personas, phases = (pages[f"{name}.md"].decode() for name in ("personas", "phases"))
    assert "- **Rol**: koper, gebruiker\n- **Segment**: user\n" in personas
    assert "- **Call-to-action**: vereist\n    - **Achter een formulier**: niet\n" in phases


def test_keys_and_days_are_in_the_language() -> None:
    files = {
        "site_config/journeybook.yml": "language: nl\n",
        "actions/desk.md": (
            "---\ntitle: Desk\ndue: 2026-12-15\njourney: way\n"
            "kpi: {name: Calls, target: 9, readings: [{date: 2026-01-01, value: 1}]}\n---\n"
        ),
        "research/talks.md": "---\ndate: 2025-02\ndepartments: {owner: 2}\n---\n# Talks\n",
        "assets/a.md": "---\ntitle: A\nstatus: published\npublished: 2026-03-01\n---\n",
    }
    pages = {path: data.decode() for path, data in wiki_files(judged(files)).items()}
    assert "- **Gepland voor**: 15 december 2026\n- **Klantreis**: way\n" in pages["actions.md"]
    assert (
        "    - **Metingen**:\n        - 1 januari 2026\n            - **Waarde**: 1\n"
        in (pages["actions.md"])
    )
    # What a team calls its departments is no key.
    assert "- **Datum**: februari 2025\n" in pages["research.md"]
    assert "    - **owner**: 2\n" in pages["research.md"]
    assert "| 1 maart 2026 |" in pages["content.md"]


@pytest.mark.parametrize("name", HANDBOOKS)
def test_no_link_of_a_whole_handbook_is_dead(name: str) -> None:
    book = judged_at(HANDBOOKS[name])
    assert faults(book) == []
    # The home page is for readers; figures of every part are data.
    assert len(wiki_files(book)["index.md"]) < 5_000
