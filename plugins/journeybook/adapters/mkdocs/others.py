"""What is known of other plugins, so that each has its way with the pages it is meant for."""

from collections.abc import Iterable, Iterator, Mapping
from glob import escape
from posixpath import normpath

from mkdocs.config.defaults import MkDocsConfig

from journeybook.pages.parts.ways.navigation import ARRANGERS

_ASK_GIT = ("git-authors", "git-revision-date-localized")


def is_arranged(config: MkDocsConfig) -> bool:
    """Tell whether another plugin makes the navigation, from what authors write for it."""
    return any(name in config.plugins for name in ARRANGERS)


def spare(config: MkDocsConfig, made: Iterable[str]) -> None:
    """Keep those who ask git about every page from asking about pages that we make."""
    pages = [escape(uri) for uri in made if uri.endswith(".md")]
    for name in _ASK_GIT:
        if name in config.plugins:
            options = config.plugins[name].config
            options["exclude"] = [*(options["exclude"] or ()), *pages]


def lead_redirects(config: MkDocsConfig, steps: Mapping[str, tuple[str, str]]) -> None:
    """Lead what is sent to the file of a step to where the step is told, as links to it are."""
    if "redirects" in config.plugins:
        # It may hold them by now.
        ways = config.plugins["redirects"].config["redirect_maps"]
        ways.update({old: _led(new, steps) for old, new in ways.items()})


def _led(target: str, steps: Mapping[str, tuple[str, str]]) -> str:
    file, _, anchor = str(target).partition("#")
    page, place = steps.get(file, ("", ""))
    return f"{page}#{anchor or place}" if page else target


def posts_of(config: MkDocsConfig, uris: Iterable[str]) -> Iterator[str]:
    """Give the posts of a blog, which its plugin takes out of the files until all are arranged."""
    options = [
        plugin.config
        for name, plugin in config.plugins.items()
        if name.partition(" ")[0] == "material/blog"
    ]
    folders = tuple(f"{normpath(one['post_dir'].format(blog=one['blog_dir']))}/" for one in options)
    return (uri for uri in uris if folders and uri.startswith(folders))
