"""The front matter of other people's pages, in YAML, TOML or JSON."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from journeybook.findings import Mistake
from journeybook.sources.prose import first_heading, split_front_matter
from journeybook.sources.records.sites.key_lines import (
    KeyLines,
    lines_of_json,
    lines_of_toml,
    lines_of_yaml,
)
from journeybook.sources.yaml.parsing import read_tree

_OTHER = re.compile(
    r"(?:\+\+\+|---[ \t]*(?P<named>json|toml|ya?ml|js|javascript))[ \t]*\n", re.IGNORECASE
)
_UNFENCED = re.compile(r"(?=(?:.+\n)*?title[ \t]*:)(?:[a-z][\w-]*[ \t]*:.*\n)+(?:\n|\Z)", re.I)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TOML_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: the values of its front matter, and its first heading; `wrong` is an unread line.

    `lines` are those of its keys.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    lines: KeyLines = field(default_factory=dict)
    heading: str = ""
    fence: str = ""
    wrong: int = 0


def read_page(text: str) -> Page:
    """Read a page, whatever its front matter is written in; a comment is no value."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    try:
        if text.startswith("{"):
            return _json(text)
        if found := _OTHER.match(text):
            return _between(text, found)
        return _yaml(text)
    except RecursionError:
        return Page(wrong=1)


def without_comments(value: Any) -> Any:  # noqa: ANN401 - any value there is
    """Give a value without the comments that keep its place."""
    if isinstance(value, str):
        return _COMMENT.sub("", value).strip() if "<!--" in value else value
    if isinstance(value, list):
        return [without_comments(one) for one in value]
    if isinstance(value, dict):
        return {key: without_comments(one) for key, one in value.items()}
    return value


def _yaml(text: str) -> Page:
    if found := _UNFENCED.match(text):
        return _told(text, found)
    parts = split_front_matter(text)
    heading = first_heading(parts.body) or ""
    if parts.unclosed:
        # A ruler above a page that has no front matter.
        return Page(heading=heading)
    if not parts.yaml.strip():
        return Page(heading=heading)
    tree = read_tree(parts.yaml, "", 2)
    if isinstance(tree, Mistake):
        return Page(heading=heading, fence="yaml", wrong=tree.span.line)
    return _page(tree.value(), heading, "yaml", lines_of_yaml(tree.root, 2))


def _told(text: str, found: re.Match[str]) -> Page:
    # Pelican begins with lines such as `Title: x`, up to an empty one.
    lines = [line.partition(":") for line in found[0].rstrip("\n").split("\n")]
    values = {key.strip().casefold(): value.strip() for key, _, value in lines}
    places = {key: at for at, key in enumerate(values, start=1)}
    return _page(values, first_heading(text[found.end() :]) or "", "told", places)


def _between(text: str, found: re.Match[str]) -> Page:
    closing = "---" if found["named"] else "+++"
    head, fence, body = text[found.end() :].partition(f"\n{closing}")
    heading = first_heading(body) or ""
    if not fence:
        return Page(heading=heading, wrong=1)
    named = (found["named"] or "toml").casefold()
    if named == "json":
        return _loaded(head, heading, 1)
    if named in ("js", "javascript"):
        # A program, which only its own generator can run.
        return Page(heading=heading, fence=named, wrong=1)
    if named != "toml":
        return _yaml(f"---\n{head}{fence}{body}")
    try:
        return _page(tomllib.loads(head), heading, "toml", lines_of_toml(head, 2))
    except (tomllib.TOMLDecodeError, ValueError) as error:
        line = _TOML_LINE.search(str(error))
        return Page(heading=heading, fence="toml", wrong=int(line[1]) + 1 if line else 2)


def _json(text: str) -> Page:
    # The mapping ends where its last bracket closes.
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except ValueError as error:
        return Page(fence="json", wrong=getattr(error, "lineno", 1))
    heading = first_heading(text[end:]) or ""
    return _page(value, heading, "json", lines_of_json(text, 1))


def _loaded(text: str, heading: str, above: int) -> Page:
    try:
        return _page(json.loads(text), heading, "json", lines_of_json(text, above + 1))
    except ValueError as error:
        line = getattr(error, "lineno", 1) + above
        return Page(heading=heading, fence="json", wrong=line)


def _page(value: object, heading: str, fence: str, lines: KeyLines) -> Page:
    values = without_comments(value) if isinstance(value, dict) else {}
    return Page(values=values, lines=lines if values else {}, heading=heading, fence=fence)
