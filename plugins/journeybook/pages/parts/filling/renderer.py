"""Fills templates: one environment per handbook, autoescaped, strict about what a view holds."""

from collections.abc import Mapping, MutableMapping
from traceback import extract_tb
from typing import Any, cast

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from markupsafe import Markup

from journeybook.pages.parts.escaping import WithKnownTexts, escaped
from journeybook.pages.parts.filling.compiled import OURS
from journeybook.pages.parts.page import Block
from journeybook.pages.parts.tallies import as_number, as_words
from journeybook.pages.parts.ways.links import as_link
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


TEMPLATE_NAMES = ("view", "_", "marks", "the filters code, counted, digits, link, number and tip")
"""What a template may use: what it shows, translation, the shapes of states, and filters."""


class TemplateFaultError(Exception):
    """A template cannot be filled; the message is a sentence with its name and line."""


def _named(name: str, templates: Mapping[str, str]) -> tuple[str, str, None] | None:
    # With a name of its own, a template can be found again in what goes wrong.
    return (templates[name], name, None) if name in templates else None


def _fault(template: str, error: Exception) -> TemplateFaultError:
    if isinstance(error, TemplateNotFound):
        return TemplateFaultError(f"the template {template} uses {error.name}, which is not there")
    place = _place(template, error)
    if isinstance(error, UndefinedError | AttributeError):
        names = ", ".join(TEMPLATE_NAMES)
        return TemplateFaultError(f"{place}: {error}; a template may use: {names}")
    return TemplateFaultError(f"{place}: {' '.join(str(error).split())}")


def _place(template: str, error: Exception) -> str:
    if isinstance(error, TemplateSyntaxError):
        return f"the template {error.name or template}, line {error.lineno}"
    frames = (
        frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(".html")
    )
    last = next(reversed(list(frames)), None)
    return (
        f"the template {last.filename}, line {last.lineno}" if last else f"the template {template}"
    )


def with_code(text: str) -> Markup:
    """Show what stands between backticks as code, the way rules and hints name keys."""
    parts = [escaped(part) for part in text.split("`")]
    shown = (f"<code>{part}</code>" if at % 2 else part for at, part in enumerate(parts))
    return Markup("".join(shown))  # noqa: S704 - every part is escaped


def for_tooltip(text: str) -> Markup:
    """Write a text for `title=`: the theme shows it as HTML, so that it is escaped twice."""
    return escaped(str(escaped(text)))


_PLACES = ("ones", "tens", "hundreds")


def in_digits(number: int) -> str:
    """Write a number as classes, a digit each; our style sheet puts it together again.

    A site that lets no style stand in its pages still shows how long a bar is.
    """
    shown = min(number, 10 ** len(_PLACES) - 1)
    digits = zip(_PLACES, reversed(str(shown)), strict=False)
    return " ".join(f"jb-{place}-{digit}" for place, digit in digits)


class _Environment(Environment):
    code_generator_class = WithKnownTexts
    read: dict[str, Template]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give what every template knows as it is; none here has names of its own beside that.

        Jinja would look through two layers of names, thousands of times for a page.
        """
        return super().make_globals(d) if d else self.globals

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as Jinja calls it
    ) -> Template:
        """Give a template; the text of one never changes here, so it is not looked at again."""
        found = self.read.get(name) if isinstance(name, str) else None
        if found is None:
            found = self.read[str(name)] = super().get_template(name, parent, globals)
        return found


class Renderer:
    """Makes blocks of HTML from views, with the templates given by name."""

    def __init__(self, templates: Mapping[str, str], wording: Wording) -> None:
        """Take the templates' texts by name, such as `journey/map.html`."""
        self._environment = _Environment(
            loader=FunctionLoader(lambda name: _named(name, templates)),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=OURS,
            auto_reload=False,
            cache_size=-1,
        )
        self._environment.read = {}
        self._environment.filters["code"] = with_code
        self._environment.filters["digits"] = in_digits
        self._environment.filters["tip"] = for_tooltip
        self._environment.filters["link"] = as_link
        self._environment.filters["number"] = as_number
        self._environment.filters["counted"] = as_words
        self._environment.globals["_"] = wording.text
        self.marks = Marks(self._environment)
        self._environment.globals["marks"] = self.marks

    def block(self, name: str, template: str, view: object, *, searchable: bool = False) -> Block:
        """Fill a template, which sees the view as `view`, and name the result.

        Raises:
            TemplateFaultError: when the template asks for what is not there, or is no template.
        """
        try:
            html = self._environment.get_template(template).render(view=view)
        except (TemplateError, AttributeError, TypeError, ValueError) as error:
            raise _fault(template, error) from error
        return Block(name=name, html=html.strip(), searchable=searchable)
