"""Nobody is found: whatever is added and subtracted of what is shown, no small group comes out."""

import random
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from journeybook.compare.values import Values
from journeybook.handbook.surveys.hiding import Crossing, shown_groups
from journeybook.handbook.surveys.results import GroupKind, SurveyResult
from tests.unit.surveys import files

LEAST = 5
PERSONAS = ("cfo", "it", None)
SEGMENTS = ("food", "steel", None)
PEOPLE = st.lists(st.integers(0, 12), min_size=9, max_size=9)


@given(PEOPLE)
@settings(max_examples=150, deadline=None)
def test_no_sum_or_difference_of_what_is_shown_is_a_small_group(sizes: list[int]) -> None:
    crossings = dict(zip(product(PERSONAS, SEGMENTS), sizes, strict=True))
    people = {key: n for key, n in crossings.items() if n}
    assert small_groups_in(people) == []


def small_groups_in(people: dict[Crossing, int]) -> list[list[int]]:
    """Give every small set of people that some combination of the shown groups makes up."""
    shown = shown_groups(people, LEAST)
    cells = list(people)
    groups = [[1 for _ in cells]] if shown.everybody else []
    groups += [[int(key[0] == name) for key in cells] for name in shown.personas]
    groups += [[int(key[1] == name) for key in cells] for name in shown.segments]
    basis = [list(step) for step in reduced(groups)]
    found = []
    for chosen in product((0, 1), repeat=len(cells)):
        sizes = [n for n, is_in in zip(people.values(), chosen, strict=True) if is_in]
        if 0 < sum(sizes) < LEAST and len(reduced([*basis, list(chosen)])) == len(basis):
            found.append(sizes)
    return found


def reduced(rows: Sequence[Sequence[int | Fraction]]) -> list[list[Fraction]]:
    """Bring rows into steps, so that one that follows from those before it is left out."""
    steps: list[list[Fraction]] = []
    for row in rows:
        left = [Fraction(one) for one in row]
        for step in steps:
            at = next(at for at, one in enumerate(step) if one)
            left = [
                one - left[at] / step[at] * other for one, other in zip(left, step, strict=True)
            ]
        if any(left):
            steps.append(left)
    return steps


def test_a_difference_of_two_groups_hides_both() -> None:
    people: dict[Crossing, int] = {("cfo", None): 20, ("it", None): 9, ("coo", None): 3}
    assert shown_groups(people, LEAST).personas == {"cfo"}
    people = {("cfo", None): 20, ("coo", None): 3}
    assert shown_groups(people, LEAST).personas == frozenset()
    assert shown_groups(people, LEAST).everybody


def test_a_segment_that_is_nearly_a_persona_is_hidden() -> None:
    people: dict[Crossing, int] = {("cfo", "food"): 20, ("it", "food"): 2, ("it", "steel"): 18}
    shown = shown_groups(people, LEAST)
    assert shown.personas == {"cfo", "it"}
    assert shown.segments == frozenset()


def test_few_people_are_shown_nowhere() -> None:
    data = files.table([["Role", f"How important is this? [{files.PRICE}]"], *[["CFO", 4]] * 4])
    judged = files.judged("answers.csv", data.encode())
    result = judged.handbook.research["survey"].survey
    assert result
    assert (result.responses, result.marks) == (None, {})
    shown = Values(wording=judged.site.wording, languages=judged.bench.languages).shown
    assert shown(result) == result.file
    assert shown(replace(result, responses=5)) == f"{result.file} (5 responses)"
    assert [one.answers for one in result.topics] == [()]


def test_a_group_of_five_is_shown_and_one_of_four_goes_with_another() -> None:
    head = ["Role", f"How important is this? [{files.PRICE}]"]
    rows = [["CFO", 4]] * 5 + [["IT manager", 5]] * 5
    data = files.table([head, *rows * 4]).encode()
    assert groups_of(files.read("answers.csv", data)) == {"", "cfo", "it"}
    data = files.table([head, *[["CFO", 5]] * 30, *[["IT manager", 5]] * 4]).encode()
    assert groups_of(files.read("answers.csv", data)) == {""}


TWO_COLUMNS = f"""
  file: answers.csv
  persona: Role
  asked:
    - {{touchpoint: {files.PRICE}, importance: One}}
    - {{touchpoint: {files.PRICE_ID}, importance: Two}}"""
TWO_NAMES = f"""
  file: answers.csv
  response: Id
  persona: Role
  touchpoint: Moment
  importance: One
  scales: {{importance: 1-5}}
  touchpoints: {{Prices: {files.PRICE}, Price list: {files.PRICE}}}"""


def test_nobody_counts_twice_for_what_is_asked_in_two_columns() -> None:
    head = ["Role", "One", "Two"]
    rows = [*[["CFO", 1, 2]] * 3, *[["IT manager", 5, 4]] * 3]
    judged = files.judged(TWO_COLUMNS, files.table([head, *rows]).encode())
    assert judged.handbook.research["survey"].survey is None
    assert "missing-column" in {one.code for one in judged.findings}


def test_nobody_counts_twice_for_what_is_called_by_two_names() -> None:
    people = [(at, "CFO" if at < 3 else "IT manager") for at in range(20)]
    alike = [[at, role, name, 4] for at, role in people for name in ("Prices", "Price list")]
    otherwise = [[at, role, name, 2] for at, role in people for name in ("Prices", files.PRICE)]
    head = ["Id", "Role", "Moment", "One"]
    for rows, n in ((alike, 20), ([*alike, *otherwise[:2]], 19)):
        data = files.table([head, *rows]).encode()
        result = files.judged(TWO_NAMES, data).handbook.research["survey"].survey
        assert result
        (topic,) = result.topics
        assert [(one.group.name, one.figure.n) for one in topic.answers] == [("", n)]


def groups_of(result: SurveyResult) -> set[str]:
    answers = [one for topic in result.topics for one in topic.answers]
    return {"" if one.group.kind is GroupKind.ALL else one.group.name for one in answers}


@given(st.integers(0, 10_000))
@settings(max_examples=12, deadline=None)
def test_the_order_of_rows_matters_nothing(seed: int) -> None:
    ones = files.people(60)
    first = files.judged("lime.csv", files.limesurvey_dutch(ones), "lime.csv")
    random.Random(seed).shuffle(ones)  # noqa: S311 - the same each time
    second = files.judged("lime.csv", files.limesurvey_dutch(ones), "lime.csv")
    results = [one.handbook.research["survey"].survey for one in (first, second)]
    assert results[0] == results[1]


@given(
    st.lists(st.sampled_from(("1", "3,5", "5", "6", "n.v.t.", "", "10", "4 - goed")), min_size=5)
)
@settings(max_examples=60, deadline=None)
def test_a_mean_lies_within_the_scale(cells: list[str]) -> None:
    rows = [["CFO", cell] for cell in cells]
    data = files.table([["Role", f"How important is this? [{files.PRICE}]"], *rows], ";").encode()
    result = files.judged("answers.csv", data).handbook.research["survey"].survey
    answers = [one for topic in result.topics for one in topic.answers] if result else []
    assert all(1 <= one.figure.mean <= 5 and one.figure.spread <= 2 for one in answers)
    assert all(one.figure.n >= LEAST for one in answers)
