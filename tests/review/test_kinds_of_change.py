"""Each kind of change alone: what the comparison says of it, and where it puts it."""

import pytest

from journeybook.codes import Family
from journeybook.compare.comparison import compare
from journeybook.compare.summary.altered import altered_statements
from journeybook.compare.summary.lines import line_of_act
from journeybook.gaps.state import GapState, state_of
from tests.repositories import HANDBOOK
from tests.review.comparing import AWARENESS, PRICES, PURCHASE, changed, edited, judge, told

NEXT = "content/assets/"
ROUND = "content/research/talks.md"


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (
            edited(PURCHASE, "  - {text: What does it cost?, id: cost}\n",
                   "  - {text: What does it cost?, id: cost}\n  - Can we lease?\n"),
            "New question: Can we lease?",
        ),
        (
            edited(PURCHASE, "What does it cost?, id: cost", "What will it cost us?, id: cost"),
            "Question reworded: What will it cost us?",
        ),
        (
            edited(AWARENESS, "Why does it stop so often?, id: stops",
                   "Why does it stop so often with us?, id: halts"),
            "Question reworded: Why does it stop so often with us?",
        ),
        (
            edited(PURCHASE, "  - {text: What does it cost?, id: cost}\n", "  - Can we lease?\n"),
            "Question removed: What does it cost?",
        ),
        (
            edited(PRICES, "status: published", "status: retired"),
            "No longer answered: What does it cost? | Price list | Price list (Retired)",
        ),
        (
            {f"{NEXT}faq.md": "---\ntype: faq\nstatus: published\npublished: 2026-10-01\n"
             "answers: [stops]\n---\n# Frequent questions\n"},
            "Now answered: Why does it stop so often? |  | Frequent questions",
        ),
        (
            {f"{NEXT}faq.md": "---\ntype: faq\nstatus: draft\nanswers: [stops]\n---\n# Faq\n"},
            "An answer is on its way: Why does it stop so often? |  | Faq (Draft)",
        ),
        (
            edited(AWARENESS, "score: -1, label: worried", "score: 1, label: hopeful"),
            "Feels better: Awareness | −1 (worried) | +1 (hopeful)",
        ),
        (
            edited(PURCHASE, "emotion: {score: 0}", "emotion: {score: -2, target: 1}"),
            "Feels worse: Purchase | 0 | −2",
        ),
        (
            edited(PURCHASE, "channel: search", "channel: mail"),
            "Moved to another channel: Looks up the price | Search | Mail",
        ),
        (
            edited(PURCHASE, "importance: 3", "importance: 3, moment_of_truth: true"),
            "Becomes a moment of truth: Looks up the price | no | yes",
        ),
        (
            edited(PURCHASE, "importance: 3", "importance: 5"),
            "Importance: Looks up the price | 3 | 5",
        ),
        (
            edited(PURCHASE, "  - {title: Looks up", "  - Asks a colleague\n  - {title: Looks up"),
            "New touchpoint: Asks a colleague",
        ),
        (
            edited(PURCHASE, "  - An answer within a day",
                   "  - {text: An answer within a day, met_by: [price-list]}"),
            "Now met: An answer within a day |  | Price list",
        ),
        (
            edited(PURCHASE, "why: It is behind a form",
                   "why: It is behind a form, countermeasures: [call-back]"),
            "Now countered: Finds no price |  | Call back",
        ),
        (
            edited(PURCHASE, "why: It is behind a form", "why: It is nowhere"),
            "Another reason: Finds no price | It is behind a form | It is nowhere",
        ),
        (
            edited(PURCHASE, "cost?, id: cost", "cost?, id: cost, evidence: [talks]"),
            "Evidence gained: What does it cost? |  | Talks",
        ),
        (
            edited(AWARENESS, ", evidence: [talks]", ""),
            "Evidence lost, now an assumption: Why does it stop so often? | Talks | ",
        ),
        (
            edited(PRICES, "status: published", "status: review"),
            "Status: Price list | Published | In review",
        ),
        (
            edited(PRICES, "cta: Order now", "cta: Ask for a quote"),
            "Call to action: Price list | Order now | Ask for a quote",
        ),
        (
            edited(PRICES, "cta: Order now", "cta: Order now\ngated: true"),
            "Gated: Price list |  | yes",
        ),
        (
            edited(PRICES, "cta: Order now", "cta: Order now\nowner: Sales"),
            "Owner: Price list |  | Sales",
        ),
        (
            edited("content/personas/buyer.md", "role: buyer", "role: decider\ngoals: [Less fuss]"),
            "New goal: Less fuss",
        ),
        (
            edited("content/personas/buyer.md", "role: buyer", "role: decider"),
            "Role: The buyer | buyer | decider",
        ),
        (
            edited("content/phases/purchase.md", "order: 2", "order: 2\nexpects: {assets: 2}"),
            "Expects: Purchase |  | 2 pieces of content",
        ),
        (
            edited("content/actions/call-back.md", "status: planned", "status: done"),
            "Status: Call back | planned | done",
        ),
        (
            {"content/phases/loyalty.md": "---\norder: 3\n---\n# Loyalty\n"},
            "New phase: Loyalty",
        ),
        ({AWARENESS: None}, "Step removed: Awareness"),
        (
            edited(PURCHASE, "channel: search", "channel: serch"),
            "New problem: unknown channel 'serch' |  | ",
        ),
    ],
)  # fmt: skip
def test_it_is_told_in_the_words_of_the_journey(edit: dict[str, str | None], line: str) -> None:
    assert line in told(changed(edit))


def test_a_statement_that_moves_to_another_step_stays_the_same() -> None:
    edit = {
        **edited(PURCHASE, "needs: [A price on one page]\n", ""),
        **edited(AWARENESS, "---\nquestions:", "---\nneeds: [A price on one page]\nquestions:"),
    }
    (change,) = (one for one in changed(edit).changes if one.thing == "need")
    assert (change.what, change.before, change.after) == ("moved", "Purchase", "Awareness")


def test_changes_stand_at_their_journey_and_phase() -> None:
    comparison = changed(edited(AWARENESS, "score: -1", "score: -2"))
    (group,) = comparison.groups
    (act,) = group.acts
    assert (group.title, group.personas) == ("The buyer's journey", ("The buyer",))
    assert line_of_act(act, comparison).where == "Awareness · The buyer"


def test_the_most_important_change_of_a_phase_comes_first() -> None:
    edit = edited(PURCHASE, "importance: 3", "importance: 4, moment_of_truth: true")
    labels = [one.label for one in changed(edit).changes if one.thing == "touchpoint"]
    assert labels == ["Becomes a moment of truth", "Importance"]


def test_gaps_open_close_and_are_being_filled_or_waived() -> None:
    answer = "content/assets/faq.md"
    text = "---\ntype: faq\nstatus: {}\npublished: 2026-10-01\nanswers: [stops]\n---\n# Faq\n"
    waiver = "- {code: unanswered-question, subject: buyer/awareness#stops, reason: Later}\n"
    message = "Nothing published answers “Why does it stop so often?”"
    for files, line in (
        ({answer: text.format("published")}, f"Gap closed: {message} |  | "),
        ({answer: text.format("draft")}, f"Gap being filled: {message} |  | "),
        ({"site_config/waivers.yml": waiver}, f"Accepted: {message}"),
    ):
        assert line in told(changed(files))
    opened = told(changed(edited(PRICES, "status: published", "status: retired")))
    assert "New gap: Nothing published answers “What does it cost?” |  | " in opened


def test_scores_are_told_before_and_after() -> None:
    edit = edited(PRICES, "status: published", "status: retired")
    comparison = changed(edit)
    answered = [
        (one.scores.answered.part, one.scores.answered.whole)
        for one in (comparison.before, comparison.after)
    ]
    assert answered == [(1, 2), (0, 2)]
    waiting = [
        sum(one.family is Family.GAP and state_of(one) is GapState.OPEN for one in side.findings)
        for side in (judge(HANDBOOK), judge({**HANDBOOK, **edit}))
    ]
    assert [comparison.before.gaps, comparison.after.gaps] == waiting


def test_only_what_was_not_there_is_new_on_the_map() -> None:
    more = HANDBOOK[PURCHASE].replace("[A price on one page]", "[A price on one page, Rest]", 1)
    more = more.replace("importance: 3", "importance: 4, satisfaction: 2")
    altered = altered_statements(changed({PURCHASE: more}))
    told_of = {ref.kind.value: (one.sign, one.word) for ref, one in altered.items()}
    assert told_of == {"need": ("+", "new"), "touchpoint": ("~", "changed")}


STUB = "---\nstatus: draft\n{}---\n# {}\n"


def test_a_file_that_is_renamed_and_edited_is_not_gone() -> None:
    old, new = "content/assets/a.md", "content/assets/b.md"
    before = {**HANDBOOK, old: STUB.format("url: https://x.org/a\n", "Prices")}
    after = {old: None, new: STUB.format("url: https://x.org/a\n", "What it costs")}
    lines = told(compare(judge(before), judge({**before, **after})))
    assert "New title: What it costs | Prices | What it costs" in lines
    assert not any(line.startswith(("Content removed", "New content")) for line in lines)


def test_one_stub_in_the_place_of_another_is_another() -> None:
    old, new = "content/assets/a.md", "content/assets/b.md"
    stubs = {f"content/assets/stub-{at}.md": STUB.format("", f"Stub {at}") for at in range(2)}
    before = {**HANDBOOK, **stubs, old: STUB.format("", "Prices")}
    after = {old: None, new: STUB.format("", "Opening hours")}
    lines = told(compare(judge(before), judge({**before, **after})))
    assert any(line.startswith("Content removed: Prices") for line in lines)
    assert any(line.startswith("New content: Opening hours") for line in lines)


def test_every_setting_of_work_and_words_is_told() -> None:
    texts = {
        "site_config/journeybook.yml": (
            "capacity: {Ann: 4}\neffort: {small: {days: 2, within: 1 week}}\n"
            "audiences: {board: {lanes: [kpis], sections: [content], first: index.md}}\n"
            "vocabulary:\n  questions: {cost: {words: how dear, types: [blog]}}\n"
            "  action_kinds: {fair: {label: Trade fair, aliases: [stand]}}\n"
        ),
        "site_config/rules.yml": "value: {neutral: 4}\n",
    }
    assert [line for line in told(changed(texts)) if line.startswith("Settings: ")] == [
        "Settings: Audience · board · first page |  | index.md",
        "Settings: Audience · board · lanes it sees |  | kpis",
        "Settings: Audience · board · name |  | Board",
        "Settings: Audience · board · sections it sees |  | content",
        "Settings: Days of work a month · Ann |  | 4",
        "Settings: Effort · small · days of work |  | 2",
        "Settings: Effort · small · done within |  | 7 days",
        "Settings: Kinds of work · fair · name |  | Trade fair",
        "Settings: Kinds of work · fair · other names |  | stand",
        "Settings: Value of gaps · neutral | 3 | 4",
        "Settings: What people ask for · cost · types of content that suit it |  | blog",
        "Settings: What people ask for · cost · words of the question |  | how dear",
    ]


def test_an_answer_follows_from_the_content_and_not_from_the_text_beside_the_question() -> None:
    draft = "---\ntype: faq\nstatus: draft\nanswers: [stops]\n---\n# Faq\n"
    before = {**HANDBOOK, "content/assets/faq.md": draft}
    edit = {
        "content/assets/faq.md": draft.replace("draft", "published"),
        **edited(AWARENESS, "The first story.", "Another story."),
    }
    comparison = compare(judge(before), judge({**before, **edit}))
    (act,) = (
        act for act in comparison.acts if "Now answered" in {one.label for one in act.effects}
    )
    assert act.change is not None
    assert act.change.label == "Status"


def test_what_is_said_of_a_word_that_is_there_anyway_gives_it_no_name() -> None:
    said = "vocabulary: {asset_types: {blog: {definition: A short text.}}}\n"
    (line,) = told(changed({"site_config/journeybook.yml": said}))
    assert line == "Settings: Types of content · Blog · definition |  | A short text."


def test_a_remark_in_a_text_is_no_change_of_it() -> None:
    remark = HANDBOOK[PRICES] + "<!-- to do -->\n"
    assert told(changed({PRICES: remark})) == []
    view = HANDBOOK[PRICES] + "<!-- journeybook/gaps -->\n"
    assert told(changed({PRICES: view}))[0].startswith("Text added")


def test_a_question_that_moved_does_not_go_with_its_step() -> None:
    why = "  - {text: Why does it stop so often?, id: stops}\n"
    edit = {AWARENESS: None, **edited(PURCHASE, "emotion: ", f"{why}emotion: ")}
    assert "Step removed: Awareness" in told(changed(edit))


def test_a_mistake_that_follows_from_nothing_else_is_told_as_what_somebody_did() -> None:
    comparison = changed(edited(PRICES, "personas: [buyer]", "personas: [nobody]"))
    (act,) = comparison.acts
    assert act.change
    assert act.change.text == "unknown persona 'nobody'"
