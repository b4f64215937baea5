"""Every line of a review leads to a line that is there, at the commit that holds it."""

import re
from dataclasses import replace

import pytest

from journeybook.adapters.disk.workspace import judged
from journeybook.compare.comparison import compare
from journeybook.compare.summary.context import Context
from journeybook.compare.summary.lines import Line
from journeybook.compare.summary.report import make_report
from journeybook.sources.document import SourceFile
from tests.repositories import HANDBOOK
from tests.review.comparing import AWARENESS, FOLDERS, PRICES, PURCHASE, TODAY, Texts, edited, judge

BUYER = "content/personas/buyer.md"
INDEX = "content/journeys/buyer/index.md"
OWNED = HANDBOOK[BUYER].replace("role: buyer", "role: buyer\nowner: Sales")
BEFORE: dict[str, str] = {
    **HANDBOOK,
    BUYER: OWNED.replace("---\n#", "goals: [Less fuss]\nchannels: {primary: [search]}\n---\n#"),
    "content/team.md": "# The team\nSee [prices](/assets/price-list/).\n",
    "site_config/waivers.yml": "- {code: missing-owner, reason: Later}\n",
    "site_config/journeybook.yml": "settings_owner: Boss\n",
}
CONTEXT = Context(files="https://h/head", earlier_files="https://h/base", preview="https://p/7")
EDITS: dict[str, Texts] = {
    "persona gone": {BUYER: None},
    "journey gone": {INDEX: None, AWARENESS: None, PURCHASE: None},
    "step gone": {PURCHASE: None},
    "channel gone": {"content/channels/search.md": None},
    "phase gone": {"content/phases/purchase.md": None},
    "content gone": {PRICES: None},
    "research gone": {"content/research/talks.md": None},
    "page gone": {"content/team.md": None},
    "waiver gone": {"site_config/waivers.yml": ""},
    "renamed": {PRICES: None, "content/assets/prices.md": HANDBOOK[PRICES]},
    "retired": edited(PRICES, "status: published", "status: retired"),
    "question gone": edited(PURCHASE, "  - {text: What does it cost?, id: cost}\n", "  []\n"),
    "touchpoint": edited(PURCHASE, "importance: 3", "importance: 5"),
    "drop-off gone": edited(
        PURCHASE, "drop_offs:\n  - {text: Finds no price, why: It is behind a form}\n", ""
    ),
    "goal gone": {BUYER: BEFORE[BUYER].replace("goals: [Less fuss]\n", "")},
    "feeling gone": edited(PURCHASE, "emotion: {score: 0}\n", ""),
    "unknown name": edited(PURCHASE, "channel: search", "channel: serch"),
    "broken": edited(PURCHASE, "needs: [", "needs: [["),
    "rule off": {"site_config/rules.yml": "unanswered-question: off\n"},
    "new content": {"content/assets/faq.md": "---\nanswers: [stops]\n---\n# Faq\n"},
    "story": edited(AWARENESS, "The first story.", "Another story."),
}


def lines_of(edit: Texts) -> list[Line]:
    report = make_report(compare(judge(BEFORE), judge({**BEFORE, **edit})), CONTEXT)
    acts = [act for section in report.sections for act in section.acts]
    return [line for act in acts for line in (act.act, *act.effects) if line.places]


@pytest.mark.parametrize("name", EDITS)
def test_it_leads_to_a_line_that_is_there(name: str) -> None:
    texts: dict[str, Texts] = {"base": BEFORE, "head": {**BEFORE, **EDITS[name]}}
    lines = lines_of(EDITS[name])
    assert lines
    for place in (place for line in lines for place in line.places):
        found = re.fullmatch(r"https://h/(base|head)/(.+)#L(\d+)", place.href)
        assert found, place
        text = texts[found[1]][found[2]] or ""
        assert int(found[3]) <= max(1, len(text.splitlines()))


@pytest.mark.parametrize("name", EDITS)
def test_it_says_whose_it_is_and_who_keeps_them(name: str) -> None:
    act, *effects = lines_of(EDITS[name])
    if name in {"page gone", "broken"}:
        return
    owner = "Boss" if name in {"waiver gone", "rule off"} else "Sales"
    if name not in {"content gone", "research gone", "new content"}:
        assert f"owner: {owner}" in act.where
    # Who keeps those whom an act is about is said once.
    assert not any("owner: Sales" in line.where for line in effects if "Sales" in act.where)


def test_a_statement_says_what_it_is_and_in_which_step() -> None:
    titled = {PURCHASE: HANDBOOK[PURCHASE].replace("---\nThe", "---\n# Looks around\nThe")}
    before = {**BEFORE, **titled}
    after = {**before, PURCHASE: titled[PURCHASE].replace("importance: 3", "importance: 5")}
    report = make_report(compare(judge(before), judge(after)), CONTEXT)
    (act,) = report.sections[0].acts
    where = "Touchpoint · “Looks around” · Purchase · The buyer (owner: Sales)"
    assert act.act.where == where


@pytest.mark.parametrize(
    ("directories", "preview", "address"),
    [
        (True, "https://p/7", "https://p/7/assets/price-list/"),
        (False, "https://p/7", "https://p/7/assets/price-list.html"),
        (True, "https://p/7/index.html", "https://p/7/assets/price-list/index.html"),
        (False, "https://p/7/index.html", "https://p/7/assets/price-list.html"),
    ],
)
def test_it_leads_to_the_page_in_the_preview(directories: bool, preview: str, address: str) -> None:
    folders = replace(FOLDERS, directory_urls=directories)
    states = [
        judged([SourceFile(path=path, data=text.encode()) for path, text in texts.items()],
               folders, TODAY)
        for texts in (HANDBOOK, {**HANDBOOK, PRICES: HANDBOOK[PRICES].replace("Order", "Buy")})
    ]  # fmt: skip
    comparison = compare(states[0], states[1])
    report = make_report(comparison, replace(CONTEXT, preview=preview))
    assert report.sections[0].acts[0].act.shown == address
