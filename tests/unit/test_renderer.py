"""The renderer: what stands in views is shown as it is, and keys are shown as code."""

from dataclasses import dataclass

import pytest
from jinja2 import Environment
from jinja2.meta import find_undeclared_variables
from markupsafe import Markup

from journeybook.adapters.disk.resources import shipped
from journeybook.pages.parts.filling.renderer import (
    Renderer,
    TemplateFaultError,
    for_tooltip,
    in_digits,
    with_code,
)
from journeybook.pages.parts.tallies import as_number, as_words
from journeybook.pages.parts.ways.links import as_link
from journeybook.wording import Wording


@dataclass(frozen=True, kw_only=True)
class Line:
    """What the templates of these tests show."""

    text: str


def test_what_a_view_holds_is_escaped() -> None:
    renderer = Renderer({"a.html": "<p>{{ view.text }}</p>"}, Wording())
    block = renderer.block("a", "a.html", {"text": "<script>&"})
    assert block.html == "<p>&lt;script&gt;&amp;</p>"


def test_texts_that_look_alike_are_escaped_each_by_what_it_is() -> None:
    renderer = Renderer({"a.html": "{% for one in view %}{{ one }} {% endfor %}"}, Wording())
    view = ["a&b", Markup("a&b"), "a&amp;b", Markup("a&amp;b"), 1, True, "a&b", Markup("a&b")]
    block = renderer.block("a", "a.html", view)
    assert block.html == "a&amp;b a&b a&amp;amp;b a&amp;b 1 True a&amp;b a&b"


def test_a_template_may_ask_for_keys_called_like_something_of_python() -> None:
    text = (
        "{{ view.items }} {{ view.class }}"
        "{% for key, word in view.words.items() %} {{ key }} {{ word }}{% endfor %}"
    )
    view = {"items": "x", "class": "y", "words": {"a": "<"}}
    assert Renderer({"a.html": text}, Wording()).block("a", "a.html", view).html == "x y a &lt;"


def test_keys_between_backticks_are_code() -> None:
    assert with_code("Name it under `answers`.") == "Name it under <code>answers</code>."


def test_code_cannot_carry_markup() -> None:
    assert with_code("a <b> `<script>`") == "a &lt;b&gt; <code>&lt;script&gt;</code>"


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("<p>\n{{ view.txet }}", "the template a.html, line 2: .* has no attribute 'txet'; a "),
        (
            "<p>\n\n{{ site.name }}",
            "the template a.html, line 3: 'site' is undefined; a template may",
        ),
        ("{% for %}", "the template a.html, line 1: "),
        ("{% if view %}", "the template a.html, line 1: "),
        ("{{ view.text | shout }}", "the template a.html, line 1: No filter named 'shout'"),
        ('{% include "b.html" %}', "the template a.html uses b.html, which is not there"),
        ("\n{{ view.text + 1 }}", "the template a.html, line 2: can only concatenate"),
    ],
)
def test_a_template_with_a_mistake_is_told_with_its_line(template: str, sentence: str) -> None:
    renderer = Renderer({"a.html": template}, Wording())
    with pytest.raises(TemplateFaultError, match=f"^{sentence}"):
        renderer.block("a", "a.html", Line(text="x"))


def test_a_mistake_in_a_template_that_another_uses_is_told_with_its_own_name() -> None:
    renderer = Renderer({"a.html": '{% include "b.html" %}', "b.html": "\n{% for %}"}, Wording())
    with pytest.raises(TemplateFaultError, match=r"^the template b\.html, line 2: "):
        renderer.block("a", "a.html", Line(text="x"))


@pytest.mark.parametrize("name", sorted(shipped().templates))
def test_templates_use_what_the_contract_names(name: str) -> None:
    environment = Environment(autoescape=True)
    environment.filters |= {
        "code": with_code,
        "counted": as_words,
        "digits": in_digits,
        "link": as_link,
        "number": as_number,
        "tip": for_tooltip,
    }
    tree = environment.parse(shipped().templates[name])
    assert find_undeclared_variables(tree) <= {"view", "_", "marks"}
