"""Where something is missed, it is told how much content there is of which nobody said for whom."""

import pytest

from journeybook.fixes.tags import suggested_tags
from journeybook.pages.gaps.words import why_words
from tests.unit.handbooks import judged

FILES = {
    "personas/cto.md": "# CTO\n",
    "phases/buy.md": "# Buy\n",
    "journeys/cto/index.md": "---\npersona: cto\n---\n# Buying\n",
    "journeys/cto/buy.md": "---\nphase: buy\nquestions: Why?\n---\n",
    "site_config/inventory.yml": (
        "sources:\n  - {file: content/a.csv, columns: {title: Title, phases: Phase}, "
        "status: published}\n"
    ),
}


@pytest.mark.parametrize(
    ("phase", "said"),
    [
        ("Buy", "2 pieces of this phase are for nobody yet."),
        ("", "2 pieces are for nobody yet."),
    ],
)
def test_what_is_for_nobody_may_be_what_is_missed(phase: str, said: str) -> None:
    site = judged({**FILES, "a.csv": f"Title,Phase\nA,{phase}\nB,{phase}\n"}).site
    why = {one.finding.code: why_words(one, site) for one in site.ledger.entries}
    assert why["phase-without-content"].endswith(f"in the phase Buy. {said}")
    # Somebody asks this: what nobody said whom it is for is no answer.
    assert "for nobody" not in why["unanswered-question"]


def test_a_phase_is_known_by_the_words_of_many_teams_for_its_stage() -> None:
    phases = {"phases/one.md": "# Aankoop\n", "phases/two.md": "# Gebruik\n"}
    phases["phases/three.md"] = "# Zomer\n"
    titles = (
        "Alles over bestellen",
        "How to order",
        "Aankoop",
        "Onboarding",
        "In de zomer",
        "Other",
    )
    rows = "".join(f"{title},\n" for title in titles)
    files = {**FILES, **phases, "a.csv": f"Title,Phase\n{rows}"}
    tags = suggested_tags(judged(files).site.fixes.finder)
    # Buy and Aankoop are words for one stage, Gebruik for another.
    assert {one.asset.title: one.phases for one in tags} == {
        **dict.fromkeys(("Aankoop", "Alles over bestellen", "How to order"), ("buy", "one")),
        "Onboarding": ("two",),
        "In de zomer": ("three",),
        "Other": (),
    }


def test_a_person_is_known_by_the_other_words_for_them() -> None:
    people = {
        "personas/cto.md": "---\naliases: [Head of engineering]\n---\n# CTO\n",
        "personas/cfo.md": "# CFO\n",
    }
    rows = "Engineering heads choose,Buy\nWhat a CFO asks,Buy\nHeads up,Buy\n"
    files = {**FILES, **people, "a.csv": f"Title,Phase\n{rows}"}
    tags = suggested_tags(judged(files).site.fixes.finder)
    assert {one.asset.title: one.personas for one in tags} == {
        "Engineering heads choose": ("cto",),
        "What a CFO asks": ("cfo",),
    }


def test_nothing_is_suggested_of_content_of_which_all_is_told() -> None:
    source = "sources:\n  - {file: content/a.csv, status: published}\n"
    step = (
        "---\nphase: buy\nquestions: [What does leasing cost?, How long do batteries last?]\n---\n"
    )
    told, open_ = "cto,buy,What does leasing cost?", "cto,buy,"
    rows = (
        f"title,type,personas,phases,answers\nLeasing: the cost,blog,{told}\n"
        f"Leasing costs,blog,{open_}\nWhitepaper on how long batteries last,,{told}\n"
    )
    files = {
        **FILES,
        "site_config/inventory.yml": source,
        "journeys/cto/buy.md": step,
        "a.csv": rows,
    }
    tags = suggested_tags(judged(files).site.fixes.finder)
    assert [(one.asset.title, one.type, len(one.answers)) for one in tags] == [
        ("Leasing costs", None, 1),
        ("Whitepaper on how long batteries last", "whitepaper", 0),
    ]
