"""What people type by mistake about others, ways on, departments, forms and speed.

Each is told at its line with a way out, or read as it is meant; nothing is dropped.
"""

import pytest

from tests.unit.handbooks import judged

BASE = {
    "personas/cfo.md": "# CFO",
    "phases/a.md": "---\ntitle: A\norder: 1\n---\n",
    "phases/b.md": "---\ntitle: B\norder: 2\n---\n",
    "channels/site.md": "# Site",
    "research/talks.md": "---\ntitle: Talks\nmethod: interview\n---\n",
    "journeys/cfo/index.md": "---\npersona: cfo\n---\n",
}
STEP, TALKS, ASSET = "journeys/cfo/a.md", "research/talks.md", "assets/x.md"
JOURNEY, PHASE, CHANNEL = "journeys/cfo/index.md", "phases/a.md", "channels/site.md"
HEADS = {
    STEP: "questions: none",
    TALKS: "title: Talks",
    ASSET: "title: X",
    JOURNEY: "persona: cfo",
    PHASE: "title: A\norder: 1",
    CHANNEL: "title: Site",
}


def _file(path: str, line: str) -> dict[str, str]:
    if path == "site_config/journeybook.yml":
        return {**BASE, path: f"{line}\n"}
    return {**BASE, path: f"---\n{HEADS[path]}\n{line}\n---\n"}


@pytest.mark.parametrize(
    ("path", "line", "codes"),
    [
        (STEP, "others: {satisfaction: 4}", "missing-value"),
        (STEP, "others: {naam: North}", "unknown-key"),
        (STEP, "others: {name: North, tevredenheid: 4}", "unknown-key"),
        (STEP, "others: {name: North, satisfaction: 7}", "out-of-range"),
        (STEP, "others: {name: North, satisfaction: good}", "wrong-type"),
        (STEP, "others: {name: North, satisfaction: 4/5}", "wrong-type"),
        (STEP, "others: {name: North, satisfaction: 40%}", "wrong-type"),
        (STEP, "others: {name: North, satisfaction: 3.5}", "wrong-type"),
        (STEP, "others: {name: North, evidence: figures}", "unknown-research"),
        (STEP, "others: {North: 4}", "wrong-type"),
        (STEP, "others: {name: [North, South]}", "wrong-type"),
        (STEP, "others: North, South", "list-as-text"),
        (STEP, "others: tbd", "placeholder"),
        (STEP, "concurrent: North", "unknown-key"),
        (STEP, "moves_on: many", "wrong-type"),
        (STEP, "moves_on: 140", "contradiction"),
        (STEP, "moves_on: {actual: -3}", "contradiction"),
        (STEP, "moves_on: {actual: 31%}", "wrong-type"),
        (STEP, "moves_on: {actual: 1.500}", "unclear-number"),
        (STEP, "moves_on: {unit: [days], actual: 12}", "wrong-type"),
        (STEP, "moves_on: {readings: [20, 30]}", "wrong-type"),
        (STEP, "moves_on: {readings: {2026-06-30: veel}}", "wrong-type"),
        (STEP, "moves_on: {readings: moves.csv}", "unread-readings"),
        (STEP, "moves_on: true", "wrong-type"),
        (STEP, "moves_on: {to: b, actual: 3}", "unknown-key"),
        (STEP, "moves_on: {better: faster, actual: 3}", "unknown-value"),
        (STEP, "doorstroom: 31", "unknown-key"),
        (STEP, "asks_back: true", "wrong-type"),
        (STEP, "asks_back: [A, B]", "wrong-type"),
        (STEP, "asks_back: {when: later}", "missing-value"),
        (CHANNEL, "asks_back: {how: A call, dan: Bellen}", "unknown-key"),
        (JOURNEY, "department: [Sales, Service]", "wrong-type"),
        (JOURNEY, "department: tbd", "placeholder"),
        (JOURNEY, "afdeling: Verkoop", "unknown-key"),
        (JOURNEY, "across: Sales, Service", "list-as-text"),
        (JOURNEY, "across: {Sales: 2}", "wrong-type"),
        (JOURNEY, "kpis: [{name: N, kind: nps}]", "unknown-value"),
        (TALKS, "departments: [Sales, Service]", "wrong-type"),
        (TALKS, "departments: {Sales: four}", "wrong-type"),
        (TALKS, "departments: {Sales: -1}", "out-of-range"),
        (TALKS, "participants: {Sales: 4}", "wrong-type"),
        (ASSET, "gate: true", "wrong-type"),
        (ASSET, "gate: 3", "wrong-type"),
        (ASSET, "gate: {field: [name]}", "unknown-key"),
        (ASSET, "speed: fast", "wrong-type"),
        (ASSET, "speed: 3400", "out-of-range"),
        (ASSET, "speed: {lcp: 3.4}", "unknown-key"),
        (ASSET, "speed: {seconds: 3, date: 2027-05-01}", "contradiction"),
        (PHASE, "expects: {gate_fields: two}", "wrong-type"),
        (PHASE, "expects: {gate_fields: -1}", "out-of-range"),
        (PHASE, "gate_fields: 2", "unknown-key"),
        ("site_config/journeybook.yml", "coordinator: [Anna, Ben]", "wrong-type"),
        ("site_config/journeybook.yml", "coordinater: Anna", "unknown-key"),
        ("site_config/journeybook.yml", "speed: snel.csv", "unread-speeds"),
    ],
)
def test_a_slip_is_told_at_its_line(path: str, line: str, codes: str) -> None:
    at = 1 if path.startswith("site_config") else HEADS[path].count("\n") + 3
    found = [
        one
        for one in judged(_file(path, line)).findings
        if one.span.path.endswith(path) and one.span.line == at and one.code in codes.split()
    ]
    assert {one.code for one in found} == set(codes.split())
    assert all(one.hint for one in found if one.code != "out-of-range")


@pytest.mark.parametrize(
    ("line", "figure"),
    [
        ("31", (31, "%", None)),
        ("31 %", (31, "%", None)),
        ("'31,5 procent'", (31.5, "%", None)),
        ("{actual: 31,5}", (31.5, "%", None)),
        ("12 dagen", (12, "dagen", "lower")),
        ("{unit: hours, actual: 12, better: higher}", (12, "hours", "higher")),
        ("{readings: {2026-06-30: 20, 2026-01-31: 30}}", (20, "%", None)),
    ],
)
def test_a_way_on_is_read_as_it_is_meant(line: str, figure: tuple[object, ...]) -> None:
    ((_, step),) = judged(_file(STEP, f"moves_on: {line}")).handbook.all_steps
    assert [(one.actual, one.unit, one.better) for one in step.moves_on] == [figure]


def test_none_is_an_answer_and_no_rival() -> None:
    book = judged(_file(STEP, "others: none\nmoves_on: geen"))
    ((_, step),) = book.handbook.all_steps
    assert (step.others, step.is_alone, step.moves_on, step.is_end) == ((), True, (), True)
    assert not [one for one in book.findings if one.code == "wrong-type"]


def test_the_fields_of_a_form_may_stand_in_one_line_and_make_it_gated() -> None:
    asset = judged(_file(ASSET, "gate: name, email")).handbook.assets["x"]
    assert asset.gate is not None
    assert (asset.gate.fields, asset.gated) == (("name", "email"), True)


def test_a_score_from_nought_to_one_is_one_of_a_hundred() -> None:
    asset = judged(_file(ASSET, "speed: {seconds: 3,4, score: 0.41}")).handbook.assets["x"]
    assert asset.speed is not None
    assert (asset.speed.seconds, asset.speed.score) == (3.4, 41)
