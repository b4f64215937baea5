"""What makes the pages of one subject."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site

if TYPE_CHECKING:
    # Who only judges a handbook fills no templates, and need not wait for what does.
    from journeybook.pages.parts.filling.renderer import Renderer


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Makes the pages of one subject, from a site that has been judged.

    Where that is sooner, `page` makes the one at a path without those before it.
    """

    pages: Callable[[Site, "Renderer"], Iterator[Page]]
    page: Callable[[Site, "Renderer", str], Iterator[Page]] | None = None
    templates: Mapping[str, str] = field(default_factory=dict)
