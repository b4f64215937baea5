"""Maps of departments beside each other: what is said by one alone, and what by both."""

import pytest

from journeybook.handbook.index.alignment import Matter, differences
from journeybook.handbook.journeys import Emotion
from tests.unit.handbooks import judged

LONG = "Asks whether the delivery could wait until the works council of the second site agreed"


def files(sales: str, service: str) -> dict[str, str]:
    maps = {"sales": sales, "service": service}
    return {
        "personas/cfo.md": "# CFO",
        "phases/buy.md": "# Buy",
        **{
            f"journeys/{name}/index.md": f"---\npersona: cfo\ndepartment: {name}\n---\n# {name}\n"
            for name in maps
        },
        **{
            f"journeys/{name}/buy.md": f"---\ntouchpoints: [{{title: {title}}}]\n---\n"
            for name, title in maps.items()
        },
    }


@pytest.mark.parametrize(
    ("sales", "service", "alone"),
    [
        ("Asks for a price", "Asked for prices", 0),
        (LONG, "Asks whether it could wait", 2),
        ("Asks whether it could wait", LONG, 2),
    ],
)
def test_two_say_the_same_in_half_of_all_their_words(sales: str, service: str, alone: int) -> None:
    found = list(differences(judged(files(sales, service)).handbook, "cfo"))
    assert [one.matter for one in found] == [Matter.ONLY_ONE] * alone


def test_of_each_map_what_feels_worst_is_set_beside_the_others() -> None:
    book = files("Asks", "Asks")
    book["journeys/sales/buy.md"] = "---\nemotion: [{score: 2}, {score: -1}]\n---\n"
    book["journeys/service/buy.md"] = "---\nemotion: 1\n---\n"
    [found] = differences(judged(book).handbook, "cfo")
    assert found.matter is Matter.FEELING
    felt = [one.said.score for one in found.accounts if isinstance(one.said, Emotion)]
    assert felt == [-1, 1]
