"""A quote is asked for of every persona.

A persona has no `quote`.

Our readers remember a persona by what it says.

Write one sentence from an interview under `quote`.
"""

from collections.abc import Iterator

from journeybook.codes import Severity
from journeybook.exports.formats import Export
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.pages.parts.area import Area
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.pipeline import Judged
from journeybook.rules.engine.scope import Place
from journeybook.rules.engine.settings import Settings

CODE = "persona-without-quote"
SEVERITY = Severity.LOW


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the personas without a quote."""
    for persona in handbook.personas.values():
        if persona.quote is None:
            yield settings.gap(
                CODE,
                settings.wording.text("{persona} says nothing", persona=persona.title),
                settings.wording.text("write a quote"),
                persona.span,
                place=Place(personas=(persona.id,)),
                persona=persona.id,
            )


def _pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    block = renderer.block("quotes", "house/quotes.html", tuple(site.handbook.personas.values()))
    yield Page(uri="quotes.md", title="Quotes", markdown=f"{block.marker}\n", blocks=(block,))


QUOTES = Area(
    pages=_pages,
    templates={
        "house/quotes.html": "<ul>{% for one in view %}<li>{{ one.title }}</li>{% endfor %}</ul>"
    },
)


def _names(judged: Judged) -> bytes:
    return "".join(f"{one.title}\n" for one in judged.handbook.personas.values()).encode()


NAMES = Export(write=_names)
