"""Which content is offered for a question, by the words that both have, and how surely."""

from journeybook.fixes.offers import Offers
from tests.unit.handbooks import handbook
from tests.unit.held import hold

LONG = "More of it.\n" * 400
COVERED = "It covers damage and storage.\n"
FILES = {
    "personas/cfo.md": "---\nrole: decider\n---\n# CFO",
    "personas/user.md": "# User",
    "phases/buy.md": "# Buy",
    "assets/prices.md": "---\nsummary: What a lease costs\nstatus: published\n---\n# Prices\n",
    "assets/guide.md": "---\npersonas: user\nstatus: published\n---\n# How to charge the battery\n",
    "assets/draft.md": "---\nstatus: draft\n---\n# How to charge a battery at home\n",
    "assets/old.md": "---\nstatus: retired\n---\n# Charge the battery\n",
    "assets/other.md": "---\naliases: [Charging point]\nstatus: published\n---\n# Snow\n",
    "assets/long.md": f"---\nstatus: published\n---\n# Winter warranty\n{LONG}{COVERED}",
    "assets/short.md": f"---\nstatus: published\n---\n# Warranty in winter\n{COVERED}",
    "assets/later.md": "---\nphases: use\nstatus: published\n---\n# Warranty, storage, winter\n",
    "assets/sum.md": "---\nsummary: Storage damage\n---\n# Warranty cover in winter\n",
    "phases/use.md": "# Use",
    "assets/answer.md": "---\nanswers: [How far does it go?]\nstatus: published\n---\n# Range\n",
    "journeys/j/index.md": "---\npersonas: [cfo, user]\n---\n# J\n",
    "journeys/j/buy.md": """\
        ---
        questions:
          - What does the lease cost?
          - How do I charge the battery?
          - {text: "Charge the battery?", personas: cfo, answered_by: draft}
          - Where is a charging point?
          - Does the warranty cover damage by winter storage?
          - Is there a warranty?
          - How far does it go in snow?
          - How far does it go?
          - Battery?
          - Why not?
        expectations: [A van that is charged, It is cheap]
        touchpoints: [Charges the battery]
        ---
        """,
}  # fmt: skip


def test_what_is_offered() -> None:
    book = handbook(FILES)
    offers = Offers(handbook=book)
    (step,) = book.journeys["j"].steps
    lines = []
    for one in (*step.questions, *step.expectations, *step.touchpoints):
        lines.append(one.text)
        lines += [f"  {offer}" for offer in offers.of(one)]
    hold("offers", lines)


def test_three_are_offered_at_most_and_what_is_there_before_what_comes() -> None:
    states = ("draft", "published", "draft", "published")
    book = handbook(
        {
            "personas/cfo.md": "# CFO",
            "phases/buy.md": "# Buy",
            "journeys/j/index.md": "---\npersona: cfo\n---\n# J\n",
            "journeys/j/buy.md": "---\nquestions: [What does towing abroad cost?]\n---\n",
            **{
                f"assets/{at}.md": f"---\nstatus: {state}\n---\n# What towing abroad costs {at}\n"
                for at, state in enumerate(states)
            },
        }
    )
    (step,) = book.journeys["j"].steps
    assert [one.asset for one in Offers(handbook=book).of(step.questions[0])] == ["1", "3", "0"]
