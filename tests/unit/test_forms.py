"""A form has a field where all files write a key in one way, and leaves all others alone."""

from collections.abc import Iterator
from typing import Any

import pytest

from journeybook.editors.forms import forms_for
from tests.unit.handbooks import judged
from tests.unit.held import hold

BASE = {"personas/buyer.md": "# Buyer\n", "phases/buy.md": "# Buy\n"}


def fields(kind: str, *front_matters: str) -> dict[str, dict[str, object]]:
    """The fields of a form for files of a kind that say these things."""
    folder = {"asset": "assets", "persona": "personas", "step": "journeys/j"}[kind]
    files = {f"{folder}/{at}.md": f"---\n{text}\n---\n" for at, text in enumerate(front_matters)}
    found = judged({**BASE, **files})
    forms = forms_for(found.site, found.documents, "")
    (form,) = (one for one in forms.collections if one["name"] == kind)
    return {one["name"]: one for one in form["fields"]}


def test_the_page_in_front_of_the_personas_cannot_be_chosen_as_one() -> None:
    front = {"personas/README.md": "# All personas\n", "assets/a.md": "---\ntype: blog\n---\n"}
    found = judged({**BASE, **front})
    collections = forms_for(found.site, found.documents, "").collections
    (form,) = (one for one in collections if one["name"] == "asset")
    named = {one["name"]: one.get("filters") for one in form["fields"]}
    assert named["personas"] == [{"field": "slug", "values": ["README"], "exclude": True}]
    assert named["phases"] is None


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
        ("asset", "gated", ["gated: true", "gated: false"], "boolean"),
        ("asset", "gated", ["gated: true", "gated: soon"], None),
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


@pytest.mark.parametrize(
    ("texts", "is_required"),
    [
        (("---\ntitle: Seen\n---\n",), True),
        (("---\ntitle: Seen\n---\n", "---\nowner: Sales\n---\n# Below\n"), False),
        (("---\ntitle: Seen\n---\n", "# Below\n"), False),
    ],
)
def test_a_heading_is_title_enough_to_save_a_file(
    texts: tuple[str, ...], is_required: bool
) -> None:
    found = judged({f"assets/{at}.md": text for at, text in enumerate(texts)})
    forms = forms_for(found.site, found.documents, "")
    (form,) = (one for one in forms.collections if one["name"] == "asset")
    (title,) = (one for one in form["fields"] if one["name"] == "title")
    assert title["required"] is is_required
    # It is called by its title or that heading where no summary says otherwise.
    assert "summary" not in form


def test_the_page_in_front_of_a_kind_has_no_keys_to_fill_in() -> None:
    pages = {
        "personas/index.md": "# All\n",
        "phases/README.md": "# All\n",
        "journeys/index.md": "# J",
    }
    found = judged({**BASE, **pages})
    forms = forms_for(found.site, found.documents, "")
    fronts = {one["name"]: one["index_file"] for one in forms.collections if "index_file" in one}
    assert {name: one["name"] for name, one in fronts.items()} == {
        "persona": "index",
        "phase": "README",
    }
    assert [field["name"] for one in fronts.values() for field in one["fields"]] == ["body"] * 2


def test_a_word_that_is_written_can_be_chosen() -> None:
    options = fields("asset", "type: pricelist")["type"]["options"]
    assert isinstance(options, list)
    assert {"pricelist", "price-page"} <= set(options)


WAYS = {
    "persona": (
        ("channels: a\ngoals: one\nquote: 'a'\nrole: buyer\nweight: 1.5\nprivate: no",),
        ("channels: [a]\ngoals: [one, {text: two}]\nrole: [buyer, user]\nweight: 2\nphases: buy",),
        ("channels: {primary: a, secondary: [a, b]}\ngoals: [{text: a, evidence: x}]",),
        ("channels: {primary: a}", 'channels: [b]\nsegment: "a\\nb"\nphases: [buy, x]'),
    ),
    "asset": (
        ("use: [{month: 2026-01, views: 3}]\npublished: 2026-01-02\ngated: yes\neffort: small",),
        ("use: {month: 2026-01, views: 3}\npublished: soon\ngate: {reason: a}\ntype: blog",),
        ("personas: all\nanswers: [a]\ngated: maybe", "personas: buyer\nanswers: b\ngated: yes"),
        ("cta: {text: a, url: b}\nprivate: true\nstatus: published\ntags: [a, {b: c}]",),
        ("cta: {text: [a, b]}\naliases: [[a]]\ntitle: {a: b}\nowner: 3\npersonas: [buyer]",),
    ),
    "step": (
        ("emotion: {score: 1, label: happy}\nneeds: none\npicture: {file: a.png, alt: b}",),
        ("emotion: [{score: 1}, {score: 2, persona: buyer}]\nneeds: {text: a}\norder: 2",),
        ("emotion: [{score: 1}]", "emotion: {score: 1}\nkpis: [{name: a, target: 3.5}]"),
        ("touchpoints: [{title: a, importance: 3, others: [{name: b, satisfaction: 2}]}]",),
        ("touchpoints: [{title: a, importance: much, assets: [x]}, {title: b, others: c}]",),
        ("drop_offs: [a]\nkpis: {name: a, readings: [{date: 2026-01-01}]}", "drop_offs: [b]"),
    ),
}


def test_every_field_in_every_way_to_write() -> None:
    hold("fields", _told())


def _told() -> Iterator[str]:
    for collection in forms_for(judged(BASE).site, (), "book/").collections:
        shown = collection.pop("fields")
        yield f"== {collection}"
        yield from map(_field, shown)
    for kind, ways in WAYS.items():
        plain = fields(kind)
        for texts in ways:
            yield from _otherwise(kind, texts, plain)


def _otherwise(
    kind: str, texts: tuple[str, ...], plain: dict[str, dict[str, object]]
) -> Iterator[str]:
    found = fields(kind, *texts)
    yield f"== {kind} {texts}"
    yield from (_field(one) for name, one in found.items() if one != plain.get(name))
    yield from (f"no {name}" for name in plain if name not in found)


def _field(made: dict[str, Any]) -> str:
    return str(_without_words(made))


def _without_words(made: dict[str, Any]) -> dict[str, Any]:
    shown = {name: value for name, value in made.items() if name not in ("hint", "label")}
    if "fields" in shown:
        shown["fields"] = [_without_words(one) for one in shown["fields"]]
    return shown
