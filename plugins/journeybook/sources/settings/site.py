"""The configuration of a site as it is written, with the files that it takes over from."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from posixpath import dirname, join, normpath

from journeybook.findings import Mistake, Span
from journeybook.sources.document import SourceFile
from journeybook.sources.names import CONFIGURATIONS
from journeybook.sources.texts import decoded, keys_of, tree_of
from journeybook.sources.yaml.nodes import Tree, Value

_PARENT = "INHERIT"
_MOST_PARENTS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """What a configuration and those above it say together, and the `paths` of all of them."""

    values: Mapping[str, Value]
    tree: Tree
    paths: tuple[str, ...]

    def span(self, *keys: str) -> Span:
        """Find the line of a setting."""
        return self.tree.span(*keys)


def read_site(files: Mapping[str, SourceFile]) -> SiteSettings | None:
    """Read the settings of a site; None where it has none, or not all of them can be read."""
    path = next((name for name in CONFIGURATIONS if name in files), "")
    values: dict[str, Value] = {}
    trees: list[Tree] = []
    while path in files and len(trees) < _MOST_PARENTS:
        text = decoded(files[path])
        mistakes: list[Mistake] = []
        if not isinstance(text, str):
            return None
        tree = tree_of(text, path, mistakes)
        own = keys_of(tree, mistakes)
        if any(one for one in mistakes if one not in tree.duplicates):
            return None
        values = _over(values, own)
        trees.append(tree)
        path = parent_of(files[path])
    if not trees:
        return None
    tree = replace(trees[0], below=tuple(trees[1:]))
    return SiteSettings(values=values, tree=tree, paths=tuple(one.path for one in trees))


def parent_of(file: SourceFile) -> str:
    """Give the path of the configuration that one takes over from; nothing where there is none."""
    text = decoded(file)
    own = keys_of(tree_of(text, file.path, []), []) if isinstance(text, str) else {}
    parent = own.get(_PARENT)
    path = normpath(join(dirname(file.path), parent)) if isinstance(parent, str) else ""
    return "" if path.startswith(("..", "/")) else path


def _over(own: Mapping[str, Value], inherited: Mapping[str, Value]) -> dict[str, Value]:
    # Mappings join, and of all else what stands nearest counts.
    joined = {**inherited, **own}
    for key, value in own.items():
        below = inherited.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            joined[key] = _over(value, below)
    return joined
