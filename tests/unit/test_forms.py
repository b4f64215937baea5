"""A form has a field where all files write a key in one way, and leaves all others alone."""

import pytest

from journeybook.editors.forms import forms_for
from tests.unit.handbooks import judged

BASE = {"personas/buyer.md": "# Buyer\n", "phases/buy.md": "# Buy\n"}


def fields(kind: str, *front_matters: str) -> dict[str, dict[str, object]]:
    """The fields of a form for files of a kind that say these things."""
    folder = {"asset": "assets", "persona": "personas", "step": "journeys/j"}[kind]
    files = {f"{folder}/{at}.md": f"---\n{text}\n---\n" for at, text in enumerate(front_matters)}
    found = judged({**BASE, **files})
    forms = forms_for(found.site, found.documents, "")
    (form,) = (one for one in forms.collections if one["name"] == kind)
    return {one["name"]: one for one in form["fields"]}


@pytest.mark.parametrize(
    ("kind", "key", "written", "widget"),
    [
        ("step", "needs", ["needs: [rest]", "needs: [calm, peace]"], "list"),
        ("step", "needs", ["needs: [{text: rest}]"], "list"),
        ("step", "needs", ["needs: [rest]", "needs: [{text: calm}]"], None),
        ("step", "needs", ["needs: [rest]", "needs: none"], None),
        ("step", "emotion", ["emotion: 1", "emotion: -2"], "string"),
        ("asset", "personas", ["personas: buyer", "personas: [buyer]"], "relation"),
        ("asset", "personas", ["personas: [buyer, Somebody]"], "list"),
        ("asset", "cta", ["cta: Call us"], "string"),
        ("asset", "cta", ["cta: {text: Call us}"], "object"),
        ("asset", "cta", ["cta: Call us", "cta: {text: Call us}"], None),
        ("asset", "published", ["published: 2026-09-30"], "datetime"),
        ("asset", "published", ["published: september 2026"], "string"),
        ("asset", "cta", ["cta: Call us", 'cta: "Call\\nus"'], "text"),
        ("asset", "gated", ["gated: true"], "boolean"),
        ("asset", "gated", ["gated: true", "title: Other"], None),
        ("persona", "channels", ["channels: [a, b]"], "list"),
        ("persona", "channels", ["channels: {primary: [a]}"], "object"),
    ],
)
def test_a_field_fits_what_is_written(
    kind: str, key: str, written: list[str], widget: str | None
) -> None:
    found = fields(kind, *written)
    assert (found[key]["widget"] if key in found else None) == widget


def test_a_list_of_texts_and_one_of_mappings_are_not_mistaken() -> None:
    assert "field" in fields("step", "needs: [rest]")["needs"]
    assert "fields" in fields("step", "needs: [{text: rest}]")["needs"]


def test_a_word_that_is_written_can_be_chosen() -> None:
    options = fields("asset", "type: pricelist")["type"]["options"]
    assert isinstance(options, list)
    assert {"pricelist", "price-page"} <= set(options)
