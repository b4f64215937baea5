"""What takes away, moves, renames, silences or breaks is told as that, in the first lines."""

import pytest

from journeybook.adapters.disk.workspace import judged
from journeybook.compare.change import Tone
from journeybook.compare.comparison import compare
from journeybook.compare.summary.brought import brought_by
from journeybook.compare.summary.context import Context
from journeybook.compare.summary.headline import headline
from journeybook.compare.summary.lines import line_of_act
from journeybook.sources.document import SourceFile
from tests.repositories import HANDBOOK
from tests.review.comparing import (
    AWARENESS,
    FOLDERS,
    PRICES,
    PURCHASE,
    TODAY,
    Texts,
    changed,
    counted,
    edited,
    first_lines,
    judge,
    told,
)

RULES = "site_config/rules.yml"
WAIVERS = "site_config/waivers.yml"
SETTINGS = "site_config/journeybook.yml"
FAQ = "content/assets/faq.md"
GONE = dict.fromkeys(HANDBOOK)


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ({RULES: "unanswered-question: off\n"},
         "Rule switched off: Unanswered question (no longer counted: 1 gap)."),
        ({WAIVERS: "- {code: unanswered-question, reason: Later, by: Jo, until: 2027-05-01}\n"},
         "Accepted: Nothing published answers “Why does it stop so often?” (Later, by Jo, until "),
        ({SETTINGS: "language: nl\n"},
         "Een andere taal van het handboek: Het hele handboek (Engels → Nederlands)."),
        (edited(PURCHASE, "  - {text: What does it cost?, id: cost}\n", "  []\n"),
         "1 question is no longer asked."),
        ({path: None for path in HANDBOOK if "journeys/" in path},
         "Journey removed: The buyer's journey (2 steps, 2 questions)."),
        ({"content/channels/search.md": None},
         "Channel removed: Search. Nothing gets better. 1 place still names “Search”."),
        (edited(PRICES, "status: published", "status: retired"),
         "The buyer loses the answer to 1 question in Purchase."),
        ({PURCHASE: HANDBOOK[PURCHASE].replace("needs: [", "needs: [[", 1)},
         "Cannot be read, and nothing else is said of it: 1 file"),
        ({PRICES: ""}, "Emptied, and nothing else is said of it: 1 file"),
        ({FAQ: ""}, "Empty, and nothing else is said of it: 1 file"),
        (edited("content/personas/buyer.md", "# The buyer", "# The plumber\nMends taps."),
         "New title: The plumber (The buyer → The plumber)."),
        ({RULES: "a: [\n"},
         "Cannot be read, and nothing else is said of it: 1 file (site_config/rules.yml:"),
        ({"site_config/baseline.json": "{}"},
         "The gaps that a check lets pass were recorded anew: site_config/baseline.json."),
        (GONE, "The handbook is gone: its 11 files are no longer there."),
    ],
    ids=["rule", "waiver", "language", "question", "journey", "channel", "retired", "broken",
         "emptied", "empty", "somebody else", "broken rules", "baseline", "gone"],
)  # fmt: skip
def test_the_first_lines_name_it_and_praise_nothing(edit: Texts, said: str) -> None:
    comparison = compare(judge(HANDBOOK), judge({**HANDBOOK, **edit}))
    assert " ".join(headline(comparison, Context()).sentences).startswith(said)
    assert counted(comparison, Tone.BETTER) == 0


def test_what_was_wrong_with_decisions_is_told_in_the_later_language() -> None:
    before = {**HANDBOOK, SETTINGS: "language: nl\nwrong: x\n"}
    comparison = compare(judge(before), judge({**HANDBOOK, SETTINGS: "language: en\n"}))
    solved = {one.text for one in comparison.changes if one.label == "Problem solved"}
    assert solved == {"unknown key 'wrong'"}


def test_a_new_handbook_is_no_worse_than_none() -> None:
    comparison = compare(judge({}), judge(HANDBOOK))
    (line,) = headline(comparison, Context()).sentences
    assert line.startswith("New handbook: 1 persona, 2 questions, ")
    assert counted(comparison, Tone.WORSE) == 0
    assert {act.effects for act in comparison.acts} == {()}


def test_publishing_a_draft_makes_nothing_worse() -> None:
    draft = "---\ntype: faq\nstatus: {}\nanswers: [stops]\n---\n# Faq\n"
    before = {**HANDBOOK, FAQ: draft.format("draft")}
    comparison = compare(judge(before), judge({**before, FAQ: draft.format("published")}))
    assert counted(comparison, Tone.WORSE) == 0
    assert any(one.label == "Comes to light" for one in comparison.changes)
    lines = headline(comparison, Context()).sentences
    assert lines[0] == "The buyer gets an answer to 1 question in Awareness."
    assert lines[-1] == "Nothing gets worse."


def test_what_a_rule_hides_of_the_same_change_is_counted() -> None:
    edit = {
        RULES: "unanswered-question: off\n",
        **edited(PRICES, "status: published", "status: retired"),
    }
    assert "opened by this change, and not counted: 1 gap" in first_lines(edit)


def test_a_step_that_moves_is_one_act() -> None:
    other = {"content/phases/use.md": "---\norder: 3\n---\n# Use\n"}
    before = {**HANDBOOK, **other}
    moved = edited(PURCHASE, "needs: [", "phase: use\nneeds: [")
    comparison = compare(judge(before), judge({**before, **moved}))
    (act,) = comparison.acts
    assert act.change is not None
    assert (act.change.label, act.change.before, act.change.after) == (
        "Moved to another phase", "Purchase", "Use",
    )  # fmt: skip
    assert {one.tone for one in act.effects if one.finding} == {Tone.NEUTRAL}


def test_a_persona_that_is_gone_says_nothing_of_others() -> None:
    other = {
        "content/personas/user.md": "# The user\n",
        "content/journeys/buyer/index.md": "---\npersona: [buyer, user]\n---\n# Both\n",
        AWARENESS: (
            "---\nquestions: [{text: Who helps?, personas: [user]}]\n"
            "emotion: [{score: -1, persona: user}, {score: 1, persona: buyer}]\n---\n"
        ),
    }
    before = {**HANDBOOK, **other}
    comparison = compare(judge(before), judge({**before, "content/personas/user.md": None}))
    (act,) = comparison.acts
    assert [one.label for one in act.effects if one.tone is Tone.WORSE] == ["Still named"]


def test_two_personas_that_become_one_are_told_as_that() -> None:
    before = {**HANDBOOK, "content/personas/user.md": "# The user\n"}
    named = edited(PRICES, "personas: [buyer]", "personas: [user]")
    after = {**before, **named, "content/personas/buyer.md": None}
    after["content/journeys/buyer/index.md"] = "---\npersona: user\n---\n# The buyer's journey\n"
    comparison = compare(judge(before), judge(after))
    lines = headline(comparison, Context()).sentences
    assert lines[0] == "Merged into another: The buyer (into The user, 2 files)."
    assert not any("Personas" in act.change.label for act in comparison.acts if act.change)


def test_a_bar_that_is_lowered_is_named_and_praises_nothing() -> None:
    before = {
        **HANDBOOK,
        "content/phases/purchase.md": "---\norder: 2\nexpects: {assets: 3}\n---\n# Purchase\n",
    }
    less = {"content/phases/purchase.md": "---\norder: 2\nexpects: {assets: 1}\n---\n# Purchase\n"}
    comparison = compare(judge(before), judge({**before, **less}))
    lines = headline(comparison, Context()).sentences
    assert lines[0] == "Expects less: Purchase (3 pieces of content → 1 piece of content)."
    assert counted(comparison, Tone.BETTER) == 0
    assert "No longer counted" in {one.label for one in comparison.changes}


def test_a_renamed_file_with_an_alias_and_an_edit_is_the_same_file() -> None:
    text = (
        HANDBOOK[PRICES]
        .replace("# Price list", "# All prices of ours")
        .replace("cta: Order now", "cta: Order now\naliases: [price-list]")
    )
    renamed = {PRICES: None, "content/assets/prices.md": text}
    labels = {line.split(":")[0] for line in told(changed(renamed))}
    assert labels == {"File renamed", "New title", "Other names"}


def test_what_could_not_be_compared_is_no_lack_of_change() -> None:
    comparison = compare(judge(HANDBOOK), judge(HANDBOOK))
    left_out = Context(left_out=("content/personas/shared",))
    assert headline(comparison, left_out).sentences == ("No change in what could be compared.",)
    trouble = Context(troubles=("After: mkdocs.yml cannot be read.",))
    assert headline(comparison, trouble).sentences[0] == "After: mkdocs.yml cannot be read."


def test_a_picture_that_a_page_shows_is_told_with_the_page() -> None:
    shown = edited(PRICES, "# Price list", "# Price list\n![](prices.png)")
    before = {**HANDBOOK, **shown, "content/assets/prices.png": "a"}
    comparison = compare(judge(before), judge({**before, "content/assets/prices.png": None}))
    (line,) = headline(comparison, Context()).sentences[:1]
    assert line == "Picture removed: assets/prices.png (shown by Price list)."


LATE = "content/assets/late.md"
CALLS = "content/actions/call-back.md"
MISSED = "content/actions/missed.md"
DUTCH = "content/assets/dutch.md"
ASKED = {
    **HANDBOOK,
    "content/personas/reader.md": "---\nlanguages: [nl]\n---\n# The reader\n",
    LATE: "---\ntype: faq\nstatus: draft\ndue: 2026-10-01\nanswers: [stops]\n---\n# Late\n",
    DUTCH: (
        "---\nlanguage: en\nstatus: published\npersonas: [reader]\nphases: [purchase]\n---\n# D\n"
    ),
    MISSED: (
        "---\nstatus: done\nphase: purchase\n"
        "kpi: {name: Calls, target: 50, actual: 30}\n---\n# Missed\n"
    ),
    CALLS: ("---\nstatus: planned\ndue: 2026-10-02\nphase: purchase\n---\n# Call back\n"),
}


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("content/personas/buyer.md", "role: buyer", "role: buyer\nphases: [purchase]"),
        ("content/personas/buyer.md", "role: buyer", "role: user"),
        ("content/journeys/buyer/index.md", "persona: buyer", "persona: buyer\nstate: future"),
        ("content/journeys/buyer/index.md", "persona: buyer", "persona: buyer\nscope: [purchase]"),
        (PURCHASE, "importance: 3", "importance: 1"),
        (AWARENESS, "questions:", "needs: none\ntouchpoints: none\nquestions:"),
        (LATE, "2026-10-01", "2027-10-01"),
        (CALLS, "2026-10-02", "2027-10-01"),
        (MISSED, "target: 50", "target: 20"),
        (DUTCH, "language: en", "language: nl"),
        (PRICES, "phases: [purchase]", "phases: []"),
    ],
    ids=["takes part", "role", "future", "scope", "importance", "none", "content due",
         "work due", "target", "language", "phases"],
)  # fmt: skip
def test_who_asks_for_less_is_no_better_off(path: str, before: str, after: str) -> None:
    edit = {path: ASKED[path].replace(before, after)}
    # Nor does it help to write anything beside it.
    texts = {**ASKED, **edit}
    beside = {one: f"{texts[one]}\nMore words.\n" for one in (AWARENESS, PURCHASE, PRICES)}
    for edits in (edit, {**edit, **beside}):
        comparison = compare(judge(ASKED), judge({**ASKED, **edits}))
        assert comparison.rewritten
        assert counted(comparison, Tone.BETTER) == 0
        assert "for the better" not in " ".join(headline(comparison, Context()).sentences)


def test_a_renamed_file_that_others_still_name_is_not_told_as_harmless() -> None:
    renamed = {
        "content/channels/search.md": None,
        "content/channels/web-search.md": HANDBOOK["content/channels/search.md"],
    }
    before = {
        **HANDBOOK,
        PURCHASE: HANDBOOK[PURCHASE].replace("channel: search", "channel: search"),
    }
    lines = first_lines({**renamed, "content/channels/web-search.md": "# Looking around\n"}, before)
    assert "still name" in lines
    assert "or worse" not in lines


def test_an_owner_that_is_named_is_better() -> None:
    edit = edited("content/personas/buyer.md", "role: buyer", "role: buyer\nowner: Sales")
    (act,) = changed(edit).acts
    assert [one.label for one in act.effects if one.tone is Tone.BETTER] == ["Gap closed"]


def test_what_is_removed_explains_the_gaps_of_a_persona_with_a_new_title() -> None:
    renamed = edited("content/personas/buyer.md", "# The buyer", "# The purchaser")
    made = changed({**renamed, PRICES: None}).acts
    acts = {one.change.label: one for one in made if one.change}
    opened = "Nothing is published for The purchaser in the phase Purchase"
    assert opened in [one.text for one in acts["Content removed"].effects]
    assert acts["New title"].effects == ()


def test_research_explains_what_it_shows_beside_other_acts() -> None:
    talks = "---\nmethod: interview\ndate: 2026-11-01\nsupports: [cost]\n---\n# More talks\n"
    new = {"content/research/more.md": talks, "content/channels/fair.md": "# Fair\n"}
    acts = {one.change.label: one for one in changed(new).acts if one.change}
    shown = "Nothing shows yet that this is so: “What does it cost?”"
    assert shown in [one.text for one in acts["New research"].effects]


def test_a_step_that_nobody_filled_in_closes_nothing_and_opens_nothing() -> None:
    before = {**HANDBOOK, "content/phases/use.md": "---\norder: 3\nstage: customer\n---\n# Use\n"}
    step = {"content/journeys/buyer/use.md": "---\nneeds:\nquestions:\n---\n"}
    comparison = compare(judge(before), judge({**before, **step}))
    assert not [one for one in told(comparison) if "asked yet" in one.casefold()]
    assert brought_by(comparison).gaps == ()
    back = compare(judge({**before, **step}), judge(before))
    opened = "New gap: Nothing is asked yet of The buyer in the phase Use"
    assert [one for one in told(back) if one.startswith(opened)]


def test_who_stood_beside_another_can_become_one_with_it() -> None:
    before = {
        **HANDBOOK,
        "content/personas/user.md": "# The user\n",
        "content/assets/faq.md": "---\npersonas: [buyer, user]\n---\n# Faq\n",
        "content/assets/tips.md": "---\npersonas: [buyer, user]\n---\n# Tips\n",
        "content/assets/manual.md": "---\npersonas: [user]\n---\n# Manual\n",
    }
    after = {
        path: text.replace("buyer, user", "buyer").replace("[user]", "[buyer]")
        for path, text in before.items()
        if path != "content/personas/user.md"
    }
    lines = headline(compare(judge(before), judge(after)), Context()).sentences
    assert lines[0] == "Merged into another: The user (into The buyer, 1 file)."


def test_who_is_gone_became_nobody_that_content_is_for_without_saying_so() -> None:
    faq = "---\nstatus: published\npersonas: {}\nanswers: [buyer/purchase#cost]\n---\n# Faq\n"
    before = {**HANDBOOK, "content/personas/user.md": "# The user\n", FAQ: faq.format("[user]")}
    lines = first_lines({"content/personas/user.md": None, FAQ: faq.format("[]")}, before)
    assert "Persona removed: The user." in lines
    assert "Merged" not in lines


def test_of_a_waiver_only_what_changed_is_told() -> None:
    waiver = "- {code: unanswered-question, reason: Later, by: Jo, until: 2027-05-01}\n"
    lines = first_lines({WAIVERS: waiver.replace("Jo", "Al")}, {**HANDBOOK, WAIVERS: waiver})
    assert "(by Jo → by Al)" in lines


def test_what_a_waiver_is_about_is_told_by_its_title() -> None:
    waiver = "- {{code: missing-owner, subject: {}, reason: Later, by: Jo}}\n"
    before = {**HANDBOOK, WAIVERS: waiver.format("search")}
    assert "(Search → The buyer and The buyer's journey)" in first_lines(
        {WAIVERS: waiver.format("buyer")}, before
    )
    assert "(Search → “What does it cost?”)" in first_lines(
        {WAIVERS: waiver.format("cost")}, before
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (RULES, "asumption: low\n"),
        (WAIVERS, "- {code: asumption, reason: Later, by: Jo}\n"),
    ],
)
def test_a_mistake_in_what_is_decided_is_brought_and_solved(path: str, text: str) -> None:
    states = judge(HANDBOOK), judge({**HANDBOOK, path: text})
    (problem,) = brought_by(compare(*states)).problems
    assert (problem.span.path, "asumption" in problem.message) == (path, True)
    assert brought_by(compare(states[1], states[1])).problems == ()
    mended = judge({**HANDBOOK, path: text.replace("asum", "assum")})
    assert "Problem solved" in {one.label for one in compare(states[1], mended).changes}


def test_an_empty_file_that_is_filled_is_told_as_that() -> None:
    comparison = compare(judge({**HANDBOOK, PRICES: ""}), judge(HANDBOOK))
    assert "No longer empty" in {one.label for one in comparison.changes}


def test_a_page_that_can_be_read_again_is_no_new_one() -> None:
    sources = [SourceFile(path=path, data=text.encode()) for path, text in HANDBOOK.items()]
    states = [
        judged([*sources, SourceFile(path="content/team.md", data=data)], FOLDERS, TODAY)
        for data in (b"# The t\xff\xfeam\n", b"# The team\n")
    ]
    labels = {one.label for one in compare(states[0], states[1]).changes}
    assert labels == {"Can be read again", "Problem solved"}


def test_a_line_names_who_owns_the_persona_it_is_about() -> None:
    owned = edited("content/personas/buyer.md", "role: buyer", "role: buyer\nowner: Sales")
    before = {**HANDBOOK, **owned}
    retired = edited(PRICES, "status: published", "status: retired")
    comparison = compare(judge(before), judge({**before, **retired}))
    assert line_of_act(comparison.acts[0], comparison).where == "The buyer (owner: Sales)"


def test_a_large_change_says_three_sentences_first_and_the_rest_beneath() -> None:
    other = "content/personas/other.md"
    before = {**HANDBOOK, other: "# Another\n", FAQ: "---\nanswers: [stops]\n---\n# Faq\n"}
    edit = {
        **edited(PURCHASE, "  - {text: What does it cost?, id: cost}\n", "  []\n"),
        RULES: "assumption: off\n",
        WAIVERS: "- {code: missing-owner, reason: Later, by: Jo}\n",
        other: None,
        FAQ: "---\nstatus: published\nanswers: [stops]\n---\n# Faq\n",
        "content/channels/search.md": None,
        "content/personas/third.md": "# A third\n",
    }
    lines = headline(compare(judge(before), judge({**before, **edit})), Context())
    assert len(lines.first) == 3
    assert lines.first[0].startswith("Rule switched off")
    assert lines.first[1] == "1 question is no longer asked."
    assert lines.first[2] == "The buyer gets an answer to 1 question in Awareness."
    assert "Accepted" in lines.rest[0]
    assert {"Channel removed: Search.", "Persona removed: Another."} <= set(lines.rest)


SHELF = {
    **HANDBOOK,
    "content/phases/purchase.md": (
        "---\norder: 2\nstage: buyer\nexpects: {assets: 3, types: [video]}\n---\n# Purchase\n"
    ),
    FAQ: (
        "---\ntype: blog\nstatus: published\npersonas: [buyer]\nphases: [purchase]\n---\n# Faq\n"
        "It stops when it rains outside, and whenever nobody looks at it.\n"
    ),
}


def test_another_name_for_the_same_content_is_no_new_content() -> None:
    edit = {FAQ: SHELF[FAQ].replace("type: blog", "type: video")}
    comparison = compare(judge(SHELF), judge({**SHELF, **edit}))
    assert counted(comparison, Tone.BETTER) == 0
    labels = {one.label for one in comparison.changes}
    assert labels == {"Type", "Counts because it is called otherwise now"}


def test_a_copy_of_content_is_no_new_content() -> None:
    copied = {"content/assets/more.md": SHELF[FAQ].replace("# Faq", "# More")}
    comparison = compare(judge(SHELF), judge({**SHELF, **copied}))
    assert headline(comparison, Context()).first[0] == "Copied content: More (of Faq)."
    assert counted(comparison, Tone.BETTER) == 0
    assert "Counts because of a copy" in {one.label for one in comparison.changes}


def test_a_form_that_several_fill_in_is_no_copy() -> None:
    other = SHELF[FAQ].replace("# Faq", "# Other")
    before = {**SHELF, "content/assets/other.md": other}
    after = {**before, "content/assets/more.md": other.replace("# Other", "# More")}
    lines = headline(compare(judge(before), judge(after)), Context()).sentences
    assert lines[0] == "New content: More (Published)."


def test_a_waiver_for_more_places_is_one_decision() -> None:
    narrow = "- {code: unanswered-question, phase: awareness, reason: Later}\n"
    before = {**HANDBOOK, WAIVERS: narrow}
    wide = {WAIVERS: narrow.replace(" phase: awareness,", "")}
    comparison = compare(judge(before), judge({**before, **wide}))
    (act,) = comparison.acts
    assert headline(comparison, Context()).first[0].startswith("Accepted in other places: ")
    assert act.change
    assert (act.change.before, act.change.after) == ("Awareness", "everywhere")


@pytest.mark.parametrize("place", ["keys", "text"])
def test_a_merge_that_is_left_unfinished_is_named_first(place: str) -> None:
    marks = "<<<<<<< HEAD\nOurs.\n=======\nTheirs.\n>>>>>>> other\n"
    texts = {
        "keys": HANDBOOK[PURCHASE].replace("---\n", f"---\n{marks}", 1),
        "text": HANDBOOK[PURCHASE] + marks,
    }
    assert first_lines({PURCHASE: texts[place]}).startswith(
        "A merge is left unfinished, and nothing else is said of it: 1 file (content/journeys/"
    )
