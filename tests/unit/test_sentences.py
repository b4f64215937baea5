"""What a reader of small handbooks meets: one of a thing, nothing of it, the same told twice."""

import re
from collections.abc import Mapping

import pytest

from journeybook.adapters.disk.language import wording_in
from journeybook.adapters.mkdocs.outlining import told as told_by_a_build
from journeybook.pages.gaps.fix_words import phases_of
from journeybook.rendering import render_handbook
from tests.snapshots.printing import html_text
from tests.unit.handbooks import found, judged

BOOK = {
    "personas/buyer.md": "---\ntitle: Buyer\nowner: Shop\nchannels: {primary: [mail]}\n---\n",
    "phases/look.md": "---\ntitle: Look\norder: 1\nexpects: {assets: 1, formats: 1}\n---\n",
    "phases/buy.md": "---\ntitle: Buy\norder: 2\nexpects: {assets: 2, formats: 2}\n---\n",
    "channels/mail.md": "---\ntitle: Mail\n---\n",
    "channels/site.md": "---\ntitle: Site\n---\n",
    "journeys/buyer/index.md": "---\ntitle: The way\npersona: buyer\nowner: Shop\n---\n",
    "journeys/buyer/look.md": "---\nquestions: [What does it cost?]\n---\n",
}
DUTCH = {**BOOK, "site_config/journeybook.yml": "language: nl\n"}


def read(files: Mapping[str, str], uri: str, part: str = "") -> str:
    """Give what is drawn on a page, or in one part of it, with one space between its words."""
    page = next(one for one in render_handbook(judged(dict(files))).pages if one.uri == uri)
    drawn = (html_text(block.html) for block in page.blocks if block.name.startswith(part))
    return re.sub(r"\s+", " ", " ".join(drawn))


@pytest.mark.parametrize(
    ("files", "one", "many"),
    [
        (BOOK, ("0 of 1 asset within reach", "0 of 1 format"), ("0 of 2 assets", "0 of 2 formats")),
        (DUTCH, ("0 van 1 stuk binnen bereik", "0 van 1 vorm"), ("0 van 2 stukken", "2 vormen")),
    ],
)
def test_what_a_phase_needs_is_counted(
    files: dict[str, str], one: tuple[str, ...], many: tuple[str, ...]
) -> None:
    look, buy = (re.sub("<[^>]+>", "", read(files, f"phases/{at}.md")) for at in ("look", "buy"))
    assert [words for words in one if not re.search(rf"{words}\b", look)] == []
    assert [words for words in many if words not in buy] == []


def test_a_build_that_is_stopped_counts_what_stops_it() -> None:
    wrong = found({**BOOK, "channels/site.md": "---\ntitle: Site\ntipe: owned\n---\n"})
    for language, words in (("en", "1 finding at"), ("nl", "1 bevinding op")):
        assert words in told_by_a_build(wrong, "warning", wording_in(language))[1]
    assert "findings at or above" in told_by_a_build(wrong, "gap", wording_in("en"))[1]


EMPTY = {
    **BOOK,
    "personas/guest.md": "---\ntitle: Guest\npains: [No time]\n---\n",
    "channels/fair.md": "---\ntitle: Fair\n---\n",
}


def test_a_page_of_somebody_nobody_was_asked_about_says_so() -> None:
    words = read(EMPTY, "personas/guest.md")
    goals, pains = words.index("Goals"), words.index("Pains")
    assert goals < words.index("Nobody named any yet.") < pains < words.index("No time")
    assert "Nobody said yet where they look" in words
    assert '<th scope="col"> Channel' not in words
    assert "Nobody named any yet." in read(EMPTY, "personas/buyer.md")[pains:]


def test_a_channel_of_nobody_shows_no_empty_table() -> None:
    words = read(EMPTY, "channels/fair.md")
    assert "Nobody looks here, is met here or finds anything here yet." in words
    assert "<table" not in words


def test_what_nobody_asked_is_told_once() -> None:
    guest, buyer = (read(EMPTY, f"personas/{one}.md").casefold() for one in ("guest", "buyer"))
    assert guest.count("nothing asked yet") == 2
    assert "not asked yet" not in guest
    assert buyer.count("not asked yet: ") == 1
    assert "nothing asked yet" in read(EMPTY, "coverage/index.md")


def test_a_gap_that_is_placed_is_told_once() -> None:
    placed = {**BOOK, "index.md": "# Us\n\n<!-- journeybook/gaps persona=buyer -->\n"}
    words = read(placed, "index.md", part="placed")
    listed = {one.message for one in found(placed) if one.message in words}
    assert len(listed) > 1
    assert [one for one in listed if words.count(one) > 1] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# It begins\n\nBy mail.\n\n## Then\n", ["### It begins", "#### Then"]),
        ("A word before.\n\n# It begins\n\nBy mail.\n", ["### It begins"]),
        ("# It begins { .big }\n\nBy mail.\n", ["### It begins", "#### It begins { .big }"]),
        ("## Then\n\n# It begins\n\nBy mail.\n", ["### It begins", "##### Then", "#### It begins"]),
    ],
)
def test_the_heading_of_a_step_is_told_once(text: str, told: list[str]) -> None:
    files = {**BOOK, "journeys/buyer/look.md": f"---\nneeds: [To know]\n---\n{text}"}
    journey = next(
        one for one in render_handbook(judged(files)).pages if one.uri == "journeys/buyer/index.md"
    )
    headings = re.findall(r"^###+ .*$", journey.markdown, re.MULTILINE)
    shown = [re.sub(r" \{ ?#[^}]*\}", "", one) for one in headings]
    assert shown == told
    assert "By mail." in journey.markdown


@pytest.mark.parametrize(("emotion", "times"), [("-1", 0), ("{score: -1, target: 1}", 1)])
def test_a_line_of_the_future_is_explained_where_it_is_drawn(emotion: str, times: int) -> None:
    step = f"---\nneeds: [To know]\nemotion: {emotion}\n---\n"
    files = {**BOOK, "journeys/buyer/look.md": step}
    for part in ("glance", "map"):
        drawn = read(files, "journeys/buyer/index.md", part=part)
        assert (drawn.count('class="jb-later jb-line-0" d="M0 4'), drawn.count("future state")) == (
            times,
            times,
        )


MIXED = {
    **DUTCH,
    "journeys/buyer/look.md": """\
        ---
        needs: [To know]
        questions: [What does it cost?, Who else has it?]
        touchpoints:
          - title: Calls us
            channel: mail
            importance: 5
            satisfaction: 1
            moment_of_truth: true
            emotion: -2
            process: true
        ---
        """,
    "assets/late.md": """\
        ---
        title: Late
        status: draft
        due: 2026-12-10
        personas: buyer
        phases: buy
        channels: mail
        owner: Shop
        ---
        """,
}


def test_a_fix_has_one_rank_on_all_pages() -> None:
    shown = read(MIXED, "gaps/index.md").split("jb-next-number")[1:]
    first = [
        found.groups()
        for one in shown
        if (found := re.match(r'[^>]*>(\d+)<.*?jb-next-title"> <a href="[^"#]*#gap-(\w+)', one))
    ]
    table = re.findall(
        r'<tr data-jb-gap.*?<td class="jb-num">(\d+)<.*?#gap-(\w+)', read(MIXED, "gaps/all.md")
    )
    assert len(first) > 2
    assert [one for one in first if one not in table] == []


def test_a_fix_has_one_number_in_a_list_and_in_the_drawing() -> None:
    words = read(MIXED, "gaps/index.md")
    drawn = dict(re.findall(r'aria-label="(\d+): ([^"]*)"', words))
    listed = dict(re.findall(r'<li value="(\d+)"> ?<a [^>]*>([^<]*)<', words))
    first = re.findall(r'jb-next-number[^>]*>(\d+)<.*?jb-next-title">(.*?)</p>', words)
    ranked = {number: re.sub("<[^>]+>", "", title).strip() for number, title in first}
    assert len(ranked) > 4
    assert drawn == listed == ranked
    assert list(listed) != sorted(listed)


def test_a_fix_has_one_name_on_all_pages() -> None:
    files = {
        **BOOK,
        "assets/cost.md": "---\ntitle: What it costs\nstatus: idea\nowner: Shop\n"
        "personas: buyer\nphases: look\nchannels: mail\n---\n",
    }
    name = "Finish “What it costs”, and link it to what it probably answers"
    row = re.search(rf"<tr data-jb-gap=.*?{name}</a>(.*?)</th>", read(files, "gaps/all.md"))
    assert name in read(files, "gaps/index.md")
    assert row
    assert "Nothing published answers “What does it cost?” · link" in row.group(1)


def test_points_and_days_are_written_as_elsewhere() -> None:
    table = read(MIXED, "gaps/all.md")
    assert 'data-jb-sort="58.8">58,8</td>' in table
    assert "Late, 10 december 2026" in table


def test_the_phases_of_a_fix_stand_in_their_order() -> None:
    step = "---\nneeds: [To know]\nquestions: [What does it cost?]\n---\n"
    phase = "---\ntitle: {title}\norder: {order}\nstage: buyer\n---\n"
    files = {
        **BOOK,
        "phases/look.md": phase.format(title="Look", order=1),
        "phases/buy.md": phase.format(title="Buy", order=2),
        "journeys/buyer/look.md": step,
        "journeys/buyer/buy.md": step,
    }
    site = judged(files).site
    (fix,) = (one for one in site.fixes.all if len(one.questions) > 1)
    assert fix.phases == ("buy", "look")
    assert phases_of(fix, site) == ("Look", "Buy")
    assert '<td data-jb-sort="0">Look, Buy</td>' in read(files, "gaps/all.md")


@pytest.mark.parametrize("why", ["No price is told", "No price is told."])
def test_why_they_leave_is_a_sentence(why: str) -> None:
    step = f"---\ndrop_offs: [{{text: Too dear, why: {why}}}]\n---\n"
    words = read({**BOOK, "journeys/buyer/look.md": step}, "gaps/index.md")
    assert re.search(r"Why they leave: No price is told\.(?!\.)", words)


def test_a_comparison_says_why_a_place_is_empty() -> None:
    files = {
        **BOOK,
        "journeys/buyer/look.md": "---\nneeds: none\nemotion: {label: zigzag}\n"
        "touchpoints: [Hears of us]\n---\n",
        "journeys/late/index.md": "---\ntitle: Later\npersona: buyer\nscope: buy\n---\n",
    }
    words = read(files, "journeys/compare.md")
    look, buy = re.findall(r"<tbody>(.*?)</tbody>", words)
    lanes = [re.findall(r"<td[^>]*>(.*?)</td>", row)[0] for row in look.split("data-jb-lane")[1:]]
    told = [re.sub(r"<svg.*?</svg>|<[^>]+>|in both", "", one).strip() for one in lanes]
    assert told == ["zigzag", "none", "not asked yet", "no channel named", "not asked yet"]
    assert (look.count("not in its scope"), buy.count("not in its scope")) == (5, 0)
    assert buy.count("not asked yet") == 10


def test_the_phases_of_a_persona_are_called_as_people_call_them() -> None:
    persona = "---\ntitle: Buyer\nphases: [02-pay, look]\n---\n"
    files = {
        **BOOK,
        "personas/buyer.md": persona,
        "phases/02-pay.md": "---\ntitle: Pays us\norder: 9\n---\n",
    }
    head = read(files, "personas/buyer.md", part="head")
    assert '<a href="../../phases/02-pay/">Pays us</a>' in head
    assert re.search(r"Takes part in.*Look.*Pays us", head)


@pytest.mark.parametrize("files", [BOOK, DUTCH])
def test_no_heading_of_the_test_plan_is_a_status(files: dict[str, str]) -> None:
    made = render_handbook(judged(files))
    plan = next(one for one in made.pages if one.uri == "research/test-plan.md")
    headings = re.findall(r"^#+ (.*)$", plan.markdown, re.MULTILINE)
    labels = {one.label for one in made.handbook.vocabulary.statuses.values()}
    assert len(headings) > 1
    assert [one for one in headings if labels & set(one.split())] == []


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1 piece counts in all"), (2, "2 pieces count in all")]
)
def test_a_matrix_tells_of_what_its_totals_hold_and_no_row(number: int, words: str) -> None:
    asset = "---\ntitle: Piece\nstatus: idea\npersonas: buyer\nphases: look\n{more}---\n"
    files = {
        **BOOK,
        "assets/placed.md": asset.format(more="channels: mail\n"),
        "assets/gone.md": asset.format(more="").replace("idea", "retired"),
    }
    assert "in no row" not in read(files, "matrix/index.md")
    loose = {f"assets/loose-{at}.md": asset.format(more="") for at in range(number)}
    assert words in read({**files, **loose}, "matrix/index.md")
