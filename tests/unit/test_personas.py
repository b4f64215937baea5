"""A persona takes from the one it extends what it does not say itself."""

from tests.unit.handbooks import handbook

MANAGER = """
    ---
    title: Operations manager
    role: decider
    quote: Every minute counts.
    goals: [No long stops, One figure for the board]
    pains: [Hears of a stop last]
    owner: Content team
    channels: {primary: [search, peers], secondary: [website]}
    languages: [en, nl]
    ---
    """
CHANNELS = {f"channels/{name}.md": f"# {name}" for name in ("search", "peers", "website", "portal")}


def test_lists_are_replaced_unless_written_with_a_plus() -> None:
    book = handbook(
        {
            **CHANNELS,
            "personas/manager.md": MANAGER,
            "personas/supervisor.md": """
                ---
                title: Shift supervisor
                extends: manager
                role: user
                +goals: [Scanners that work with gloves]
                pains: [Training is by day]
                ---
                """,
        }
    )
    found = book.personas["supervisor"]
    assert [one.text for one in found.goals] == [
        *("No long stops", "One figure for the board", "Scanners that work with gloves")
    ]
    assert [one.text for one in found.pains] == ["Training is by day"]
    assert [one.inherited_from for one in found.goals] == ["manager", "manager", None]
    assert found.roles == ("user",)
    assert found.quote == "Every minute counts."
    assert found.owner == "Content team"
    assert found.languages == ("en", "nl")
    assert found.channels.primary == ("search", "peers")
    assert set(found.inherited) == {"goals", "quote", "owner", "languages", "channels"}


def test_channel_ranked_anew_does_not_keep_its_old_rank() -> None:
    book = handbook(
        {
            **CHANNELS,
            "personas/manager.md": MANAGER,
            "personas/supervisor.md": """
                ---
                title: Shift supervisor
                extends: manager
                channels: {primary: [portal], tertiary: [website]}
                ---
                """,
            "personas/planner.md": """
                ---
                title: Planner
                extends: manager
                channels: {+primary: [portal]}
                ---
                """,
        }
    )
    supervisor, planner = book.personas["supervisor"].channels, book.personas["planner"].channels
    assert (supervisor.primary, supervisor.secondary, supervisor.tertiary) == (
        *(("portal",), (), ("website",)),
    )
    assert planner.primary == ("search", "peers", "portal")


def test_inheritance_goes_on_from_persona_to_persona() -> None:
    book = handbook(
        {
            **CHANNELS,
            "personas/manager.md": MANAGER,
            "personas/night.md": "---\ntitle: Night\nextends: supervisor\n+goals: [Sleep]\n---",
            "personas/supervisor.md": "---\ntitle: Supervisor\nextends: manager\n---",
        }
    )
    assert [(one.text, one.inherited_from) for one in book.personas["night"].goals] == [
        ("No long stops", "manager"),
        ("One figure for the board", "manager"),
        ("Sleep", None),
    ]


def test_none_is_no_goal_and_keeps_out_those_of_another_persona() -> None:
    book = handbook(
        {
            "personas/manager.md": MANAGER,
            "personas/clerk.md": "---\nextends: manager\ngoals: none\npains: [none]\n---\n",
            "personas/buyer.md": "---\nextends: manager\n+goals: geen\n---\n",
        }
    )
    goals = {name: [one.text for one in one.goals] for name, one in book.personas.items()}
    assert goals["clerk"] == []
    assert goals["buyer"] == goals["manager"] == ["No long stops", "One figure for the board"]
    assert [len(one.pains) for one in book.personas.values()] == [1, 0, 1]
