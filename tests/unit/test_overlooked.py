"""What a team does not count as a lack, everywhere or for some alone."""

from tests.unit.handbooks import found, judged

TWO = ("baker", "cook")
QUESTION = "---\nquestions: [{text: What does it cost?, id: cost}]\n---\n"
FILES = {
    "phases/buy.md": "# Buy",
    **{f"personas/{one}.md": f"# {one}" for one in (*TWO, "waiter")},
    **{f"journeys/{one}/index.md": f"---\npersona: {one}\n---\n" for one in TWO},
    **{f"journeys/{one}/buy.md": QUESTION for one in TWO},
    "assets/prices.md": "---\nstatus: published\npersonas: waiter\nanswers: [baker/buy#cost, "
    "cook/buy#cost]\n---\n",
    "site_config/rules.yml": """
        answer-with-a-lack:
          where:
            - {persona: baker, other_persona: "off"}
        """,
}


def test_a_lack_that_does_not_count_for_one_persona_counts_for_the_other() -> None:
    assert {one.persona for one in found(FILES, "answer-with-a-lack")} == {"cook"}
    coverage = judged(FILES).handbook.coverage
    lacking = {one: [bool(of.lacks) for of in coverage.answered[f"{one}/buy#cost"]] for one in TWO}
    assert lacking == {"baker": [False], "cook": [True]}
