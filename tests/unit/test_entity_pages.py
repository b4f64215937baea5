"""What a page of ours keeps of the file it is about, however it is put together."""

from journeybook.adapters.disk.resources import shipped
from journeybook.pages.parts.page import Page
from journeybook.rendering import render_handbook
from tests.unit.handbooks import SETTINGS, judged

FILES = {
    "personas/cfo.md": "---\ntitle: CFO\n---\n",
    "channels/mail.md": "---\ntitle: Mail\n---\n",
    "actions/call-back.md": "---\ntitle: Call back\ntags: [sales]\nlesson: Ask first.\n---\n",
}


def page(uri: str) -> Page:
    assert SETTINGS.resources is shipped()
    return next(one for one in render_handbook(judged(FILES)).pages if one.uri == uri)


def test_an_action_with_a_lesson_keeps_its_tags() -> None:
    action = page("actions/call-back.md")
    assert action.tags == ("sales",)
    assert action.markdown.endswith("## What was learned\n\nAsk first.\n")


def test_gap_reports_lead_to_the_file_they_are_about() -> None:
    assert page("gaps/personas/cfo.md").source == "personas/cfo.md"
    assert page("gaps/channels/mail.md").source == "channels/mail.md"
