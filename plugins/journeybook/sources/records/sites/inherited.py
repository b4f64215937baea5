"""What a page takes from its folder or its site, in the generators that know such a thing."""

import json
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from posixpath import basename, dirname
from typing import Any

from journeybook.findings import Mistake
from journeybook.sources.document import SourceFile
from journeybook.sources.records.sites.address import Values
from journeybook.sources.records.sites.front_matter import Page
from journeybook.sources.tables.tables import read_text
from journeybook.sources.yaml.parsing import read_tree

_DATA = (".json", ".11tydata.json")


class Inherited:
    """What the files beside the pages say for those below them."""

    def __init__(self, files: Sequence[SourceFile], pages: Mapping[str, Page]) -> None:
        """Take all files of a site, and the pages among them that were read."""
        self._cascades = {
            dirname(path): page.values["cascade"]
            for path, page in pages.items()
            if basename(path).startswith("_index.") and page.values.get("cascade")
        }
        self._data = dict(_folder_data(files))
        self._defaults = tuple(_defaults(files))

    def of(self, path: str) -> Values:
        """Give what a page has without saying it; what stands closest to it counts."""
        found: dict[str, Any] = {}
        for folder in _folders(path):
            for values in (*self._cascaded(folder, path), self._data.get(folder, {})):
                found = {**values, **found}
        for scope, values in self._defaults:
            if _is_within(path, scope):
                found = {**values, **found}
        return found

    def _cascaded(self, folder: str, path: str) -> Iterator[Values]:
        cascade = self._cascades.get(folder)
        for values in cascade if isinstance(cascade, list) else [cascade]:
            if not isinstance(values, dict):
                continue
            target = values.get("_target") or values.get("target") or {}
            if isinstance(target, dict) and _is_target(target, path):
                kept = {key: values[key] for key in values if key not in ("_target", "target")}
                inner = kept.pop("params", {})
                yield {**kept, **(inner if isinstance(inner, dict) else {})}


def _is_target(target: Values, path: str) -> bool:
    wanted = target.get("path")
    kind = target.get("kind")
    is_section = basename(path).startswith("_index.")
    if kind in ("page", "section") and (kind == "section") != is_section:
        return False
    if not isinstance(wanted, str):
        return True
    plain = "/" + path.rpartition(".")[0]
    return fnmatchcase(plain, f"*{wanted.replace('**', '*')}")


def _folders(path: str) -> Iterator[str]:
    # The folder of a page, and those around it.
    folder = dirname(path)
    while folder:
        yield folder
        folder = dirname(folder)
    yield ""


def _folder_data(files: Sequence[SourceFile]) -> Iterator[tuple[str, Values]]:
    # Eleventy: `posts/posts.json` speaks for the folder `posts`.
    for file in files:
        folder = dirname(file.path)
        if basename(file.path) in tuple(f"{basename(folder)}{ending}" for ending in _DATA):
            try:
                value = json.loads(read_text(file.data)[0])
            except (ValueError, RecursionError):
                continue
            if isinstance(value, dict):
                yield folder, value


def _defaults(files: Sequence[SourceFile]) -> Iterator[tuple[str, Values]]:
    # Jekyll: `defaults` in `_config.yml`, of which the longest path counts.
    for file in files:
        if basename(file.path) != "_config.yml":
            continue
        tree = read_tree(read_text(file.data)[0], file.path)
        value = None if isinstance(tree, Mistake) else tree.value()
        given = value.get("defaults") if isinstance(value, dict) else None
        found = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
        scopes = [(_scope(one, dirname(file.path)), one.get("values")) for one in found]
        for scope, values in sorted(scopes, key=lambda one: -len(one[0])):
            if isinstance(values, dict):
                yield scope, values


def _scope(default: Values, folder: str) -> str:
    scope = default.get("scope")
    path = scope.get("path") if isinstance(scope, dict) else ""
    kind = scope.get("type") if isinstance(scope, dict) else ""
    own = f"_{kind}" if isinstance(kind, str) and kind and kind != "pages" else ""
    parts = (folder, path.strip("/") if isinstance(path, str) else "", own)
    return "/".join(part for part in parts if part)


def _is_within(path: str, scope: str) -> bool:
    return not scope or path.startswith(f"{scope}/") or fnmatchcase(path, scope)
