"""The renderer: what stands in views is shown as it is, and keys are shown as code."""

from journeybook.pages.parts.renderer import Renderer, with_code
from journeybook.wording import Wording


def test_what_a_view_holds_is_escaped() -> None:
    renderer = Renderer({"a.html": "<p>{{ view.text }}</p>"}, Wording())
    block = renderer.block("a", "a.html", {"text": "<script>&"})
    assert block.html == "<p>&lt;script&gt;&amp;</p>"


def test_keys_between_backticks_are_code() -> None:
    assert with_code("Name it under `answers`.") == "Name it under <code>answers</code>."


def test_code_cannot_carry_markup() -> None:
    assert with_code("a <b> `<script>`") == "a &lt;b&gt; <code>&lt;script&gt;</code>"
