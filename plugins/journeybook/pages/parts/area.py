"""An area of the site: what makes its pages, and the templates that only it fills."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from journeybook.pages.parts.page import Page
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Makes the pages of one subject, from a site that has been judged."""

    pages: Callable[[Site, Renderer], Iterator[Page]]
    templates: Mapping[str, str] = field(default_factory=dict)
