"""What a site needs of its handbooks as plain values, and back."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from journeybook.adapters.disk.keeping.shelf import digest
from journeybook.adapters.mkdocs.outcome import Described, Outcome, Told, Whole
from journeybook.adapters.mkdocs.placing import Placing
from journeybook.pages.parts.page import Block, Page
from journeybook.pages.parts.ways.section import Section


def plain(value: object) -> Any:  # noqa: ANN401 - plain values, nested
    """Give a value without any kind of ours.

    Raises:
        ValueError: when there is something in it that is not plain.
    """
    match value:
        case None | bool() | int() | float() | bytes():
            return value
        case str():
            return str(value)
        case Mapping():
            return {plain(key): plain(inner) for key, inner in value.items()}
        case tuple() | list():
            return tuple(map(plain, value)) if isinstance(value, tuple) else list(map(plain, value))
        case frozenset():
            return frozenset(map(plain, value))
    if not is_dataclass(value):
        raise ValueError(type(value).__qualname__)
    return tuple(plain(getattr(value, one.name)) for one in fields(value))


def without_blocks(whole: Whole, sums: Mapping[str, bytes]) -> Whole:
    """Leave out the blocks of pages that are kept as they are finished; `sums` stand for them.

    A page of all handbooks is small, and keeps its own.
    """
    return replace(whole, handbooks=tuple(_without_blocks(one, sums) for one in whole.handbooks))


def _without_blocks(outcome: Outcome, sums: Mapping[str, bytes]) -> Outcome:
    return replace(
        outcome,
        pages=tuple(
            replace(page, blocks=(), trail=None) if page.uri in sums else page
            for page in outcome.pages
        ),
        sums={page.uri: sums[page.uri] for page in outcome.pages if page.uri in sums},
    )


def sum_of_page(page: Page) -> bytes:
    """Sum up all that a page of ours brings to the finished page."""
    blocks = (
        part
        for block in page.all_blocks
        for part in (block.name, block.html, block.comment, str(block.searchable))
    )
    said = repr((page.title, page.description, page.wide, page.tags, page.lang))
    return digest([said, page.markdown, *blocks])


def sum_at(placing: Placing, uri: str) -> bytes | None:
    """Sum up a page of ours by its path, also where its blocks are left out."""
    page = placing.pages.get(uri)
    return placing.sums.get(uri) or (sum_of_page(page) if page else None)


def whole_of(kept: Any) -> Whole:  # noqa: ANN401 - as it was read
    """Take the plain values of all handbooks of a site."""
    values = _named(Whole, kept)
    page = values["page"]
    values["handbooks"] = tuple(map(_outcome, values["handbooks"]))
    return Whole(**{**values, "page": page_of(page) if page else None})


def _outcome(kept: Any) -> Outcome:  # noqa: ANN401 - as above
    values = _named(Outcome, kept)
    documents = values["documents"].items()
    values["documents"] = {uri: Described(**_named(Described, one)) for uri, one in documents}
    values["pages"] = tuple(map(page_of, values["pages"]))
    values["sections"] = tuple(map(_section, values["sections"]))
    values["findings"] = tuple(Told(**_named(Told, one)) for one in values["findings"])
    return Outcome(**values)


def page_of(kept: Any) -> Page:  # noqa: ANN401 - as it was read
    """Take the plain values of a page of ours."""
    values = _named(Page, kept)
    values["blocks"] = tuple(map(_block, values["blocks"]))
    return Page(**{**values, "trail": _block(values["trail"]) if values["trail"] else None})


def _block(kept: Any) -> Block:  # noqa: ANN401 - as above
    return Block(**_named(Block, kept))


def _section(kept: Any) -> Section:  # noqa: ANN401 - as above
    values = _named(Section, kept)
    return Section(**{**values, "inner": tuple(map(_section, values["inner"]))})


def _named(kind: Any, kept: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    names = [one.name for one in fields(kind)]
    return dict(zip(names, kept, strict=True))
