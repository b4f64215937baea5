"""What the settings of a site are called, and those of our plugin in it."""

from collections.abc import Mapping, Sequence

from journeybook.wording import Wording, marked

SITE: Mapping[str, str] = {
    "site_name": marked("Name of the site"),
    "site_url": marked("Address of the site"),
    "site_description": marked("Description of the site"),
    "site_author": marked("Author of the site"),
    "site_dir": marked("Folder of the built site"),
    "copyright": marked("Copyright"),
    "repo_url": marked("Address of the repository"),
    "repo_name": marked("Name of the repository"),
    "edit_uri": marked("Where pages are edited"),
    "edit_uri_template": marked("Where pages are edited"),
    "docs_dir": marked("Folder of the pages"),
    "use_directory_urls": marked("Addresses of pages end with a folder"),
    "exclude_docs": marked("Files left out of the site"),
    "draft_docs": marked("Files kept back as drafts"),
    "not_in_nav": marked("Pages outside of the navigation"),
    "strict": marked("Warnings stop a build"),
    "extra_css": marked("Style sheets"),
    "extra_javascript": marked("Scripts"),
    "hooks": marked("Programs that run along"),
    "watch": marked("Folders that are watched"),
    "INHERIT": marked("Settings are taken over from"),
    "theme": marked("Theme"),
    "theme.name": marked("Theme"),
    "theme.language": marked("Language of the theme"),
    "theme.custom_dir": marked("Folder of changes of the theme"),
    "theme.logo": marked("Logo"),
    "theme.icon.logo": marked("Logo"),
    "theme.favicon": marked("Icon of the site"),
    "theme.font": marked("Typeface"),
    "theme.font.text": marked("Typeface"),
    "theme.font.code": marked("Typeface of code"),
    "theme.features": marked("Features of the theme"),
    "theme.palette": marked("Colours of the theme"),
    "theme.palette.primary": marked("Main colour"),
    "theme.palette.accent": marked("Colour of links and buttons"),
    "theme.palette.scheme": marked("Light or dark"),
    "plugins.journeybook.enabled": marked("Journeybook takes part"),
    "plugins.journeybook.content": marked("Folder of the handbook"),
    "plugins.journeybook.config": marked("Folder of the decisions"),
    "plugins.journeybook.handbooks": marked("Handbooks of the site"),
    "plugins.journeybook.fail_on": marked("What stops a build"),
    "plugins.journeybook.compare_to": marked("State that the site is compared with"),
    "plugins.journeybook.history": marked("Trends are shown"),
    "plugins.journeybook.discuss": marked("Links to discuss a place"),
    "plugins.journeybook.data": marked("Tables and calendars are published"),
    "plugins.journeybook.untrusted": marked("The text is that of strangers"),
    "plugins.journeybook.noindex": marked("Search engines are asked to stay out"),
    "plugins.journeybook.today": marked("Judged as of a day"),
}

HIDING = frozenset(
    {
        "docs_dir",
        "exclude_docs",
        "draft_docs",
        *(
            f"plugins.journeybook.{key}"
            for key in ("enabled", "content", "config", "handbooks", "fail_on", "today")
        ),
    }
)
"""What decides which files count, and how: it may hide others."""

_PALETTE = ("theme", "palette")
_BY_KEY = marked("the setting {key}")
_PLUGINS = {
    "plugins": marked("Plugin {name}"),
    "markdown_extensions": marked("Markdown extension {name}"),
}


def key_of(path: Sequence[str]) -> str:
    """Give the key of a setting; of several palettes none has a name of its own."""
    is_colour = tuple(path[:2]) == _PALETTE and path[2:]
    return ".".join((*path[:2], path[-1]) if is_colour else path)


def setting_name(path: Sequence[str], wording: Wording) -> str:
    """Name a setting in words; one that nobody knows by its key."""
    key = key_of(path)
    if key in SITE:
        name = wording.text(SITE[key])
        return f"{name} · {path[2]}" if key != ".".join(path) else name
    if path[0] in _PLUGINS and len(path) > 1:
        own = wording.text(_PLUGINS[path[0]], name=path[1])
        option = ".".join(path[2:])
        return f"{own} · {wording.text(_BY_KEY, key=option)}" if option else own
    return wording.text(_BY_KEY, key=".".join(path))
