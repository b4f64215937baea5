"""Fills templates: one environment per handbook, autoescaped, strict about what a view holds."""

from collections.abc import Mapping
from typing import Any, cast

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from journeybook.render.page import Block
from journeybook.wording import Wording


class Marks(dict[str, Markup]):
    """The shapes of states by kind, each drawn once however often a table shows it."""

    def __init__(self, environment: Environment) -> None:
        """Take the environment that holds the template of the shapes."""
        super().__init__()
        self._environment = environment

    def __missing__(self, kind: str) -> Markup:
        """Draw a shape."""
        shapes = cast(Any, self._environment.get_template("parts/mark.html").module)
        self[kind] = Markup(shapes.mark(kind))  # noqa: S704 - our own drawing
        return self[kind]


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
        self._environment.globals["marks"] = Marks(self._environment)

    def block(self, name: str, template: str, view: object, *, searchable: bool = False) -> Block:
        """Fill a template, which sees the view as `view`, and name the result."""
        html = self._environment.get_template(template).render(view=view)
        return Block(name=name, html=html.strip(), searchable=searchable)
