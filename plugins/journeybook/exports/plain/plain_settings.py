"""The configuration of a site whose pages are made already, for engines that run no plugin."""

from collections.abc import Mapping, Sequence


def settings_without_us(
    settings: Mapping[str, object],
    *,
    nav: Sequence[object] | None,
    language: str,
    styles: Sequence[str],
    script: str,
    theme: str,
    hooks: Sequence[str],
) -> dict[str, object]:
    """Give the configuration of a site whose pages are made already.

    What the site says of files that are left out, of other folders and of editing counts no more:
    they are gone, and what is made stands in no repository.
    """
    made = {key: value for key, value in settings.items() if key not in _GONE}
    made["docs_dir"] = "docs"
    made["edit_uri"] = ""
    if settings.get("theme"):
        # Without one, every engine has its own.
        made["theme"] = _theme(settings["theme"], language, theme)
    made["plugins"] = [one for one in plugins_of(settings) if name_of(one) != "journeybook"]
    extensions = settings.get("markdown_extensions") or []
    named = _listed(extensions)
    known = {name_of(one) for one in named}
    made["markdown_extensions"] = [*named, *(one for one in _NEEDED if one not in known)]
    made["extra_css"] = [*styles, *_listed(settings.get("extra_css"))]
    made["extra_javascript"] = [
        *_listed(settings.get("extra_javascript")),
        {"path": script, "defer": True},
    ]
    made["hooks"] = list(hooks)
    if nav is not None:
        made["nav"] = list(nav)
    return made


_GONE = ("INHERIT", "docs_dir", "site_dir", "exclude_docs", "draft_docs", "watch", "nav")
_NEEDED = ("attr_list", "abbr")


def name_of(entry: object) -> str:
    """Name an entry of a list of plugins or extensions."""
    return str(next(iter(entry), "")) if isinstance(entry, Mapping) else str(entry)


def plugins_of(settings: Mapping[str, object]) -> list[object]:
    """List the plugins of a configuration."""
    return _listed(settings.get("plugins", ["search"]))


def _listed(value: object) -> list[object]:
    if isinstance(value, Mapping):
        return [{key: options} if options else key for key, options in value.items()]
    return list(value) if isinstance(value, list) else []


def theme_of(settings: Mapping[str, object]) -> dict[str, object]:
    """Give what a configuration says of the theme."""
    theme = settings.get("theme") or "mkdocs"
    return dict(theme) if isinstance(theme, Mapping) else {"name": str(theme)}


def features_of(settings: Mapping[str, object]) -> list[object]:
    """Give the features of the theme, ours if the site says nothing of the navigation."""
    features = _listed(theme_of(settings).get("features"))
    is_said = any(str(one).startswith("navigation.") for one in features)
    return features if is_said else [*features, "navigation.tabs", "navigation.indexes"]


def _theme(said: object, language: str, folder: str) -> dict[str, object]:
    theme = theme_of({"theme": said})
    theme.pop("custom_dir", None)
    if theme.get("name") == "material":
        theme = {"language": language, "font": False, **theme}
        theme["features"] = features_of({"theme": theme})
    return {**theme, "custom_dir": folder} if folder else theme
