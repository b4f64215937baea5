"""Fills templates: one environment per handbook, autoescaped, strict about what a view holds."""

from collections.abc import Mapping

from jinja2 import DictLoader, Environment, StrictUndefined

from journeybook.render.page import Block
from journeybook.wording import Wording


class Renderer:
    """Makes blocks of HTML from views, with the templates given by name."""

    def __init__(self, templates: Mapping[str, str], wording: Wording) -> None:
        """Take the templates' texts by name, such as `journey/map.html`."""
        self._environment = Environment(
            loader=DictLoader(dict(templates)),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals["_"] = wording.text

    def block(self, name: str, template: str, view: object, *, searchable: bool = False) -> Block:
        """Fill a template, which sees the view as `view`, and name the result."""
        html = self._environment.get_template(template).render(view=view)
        return Block(name=name, html=html.strip(), searchable=searchable)
