"""What a team can do in a month, and what it leaves open is as usual."""

from journeybook.handbook.planning import Planning
from tests.unit.handbooks import handbook
from tests.unit.held import hold


def test_what_is_left_open_is_as_usual() -> None:
    efforts = (
        *("{}", "{small: {days: 2}}", "{large: {within: 1 week}}"),
        "{medium: {days: 0.5, within: 2 days}, large: {days: 20}}",
    )
    told = [f"{Planning()}"]
    for effort in efforts:
        text = f"effort: {effort}\ncapacity: {{Desk: 4, Web team: 2.5}}\ncoordinator: Ann\n"
        planning = handbook({"site_config/journeybook.yml": text}).planning
        told += [f"== {effort}", f"{planning}"]
        told += [f"{name}: {planning.capacity_of(name)}" for name in ("desk", "WEB TEAM", "Bob")]
    hold("planning", told)
