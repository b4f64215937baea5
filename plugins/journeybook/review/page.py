"""A comparison as one HTML page that needs nothing beside it."""

from collections.abc import Mapping

from journeybook.render.renderer import Renderer
from journeybook.review.comparison import Comparison
from journeybook.review.map import review

_TEMPLATE = "review/page.html"


def comparison_page(comparison: Comparison, templates: Mapping[str, str]) -> bytes:
    """Draw the changed cells of every journey's map, with what was before."""
    renderer = Renderer(templates, comparison.wording)
    block = renderer.block("review", _TEMPLATE, review(comparison))
    return block.html.encode("utf-8", "replace") + b"\n"
