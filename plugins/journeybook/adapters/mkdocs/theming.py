"""What a site leaves open about its theme, filled in so that its readers find their way.

Whatever the site says itself stays as it is.
"""

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from warnings import catch_warnings, simplefilter

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.localization import parse_locale
from mkdocs.theme import Theme

from journeybook.pages.parts.page import Page
from journeybook.pages.parts.writing import meta_of

_BOOST = 10
"""How much more a page of the handbook counts in the theme's search than what explains it."""
# Fonts and a highlighter of code: each reader's browser would ask another site for them.
_FROM_ELSEWHERE = ("font", "highlightjs")
_FEATURES = "features"
_NAVIGATION = "navigation."
_TABS = "navigation.tabs"
# A section that is named leads to the page in front of it, on a phone too.
_WAYS = (_TABS, "navigation.indexes")


def complete_theme(config: MkDocsConfig, language: str) -> None:
    """Give the theme our language, a navigation on every page and nothing from elsewhere."""
    said = _said_by_site(config)
    _speak(config.theme, language, said)
    for loaded in _FROM_ELSEWHERE:
        if loaded in config.theme and loaded not in {*said, *_needed_by(config.theme)}:
            config.theme[loaded] = False
    if not is_material(config.theme):
        return
    features = list(config.theme.get(_FEATURES) or ())
    if not any(feature.startswith(_NAVIGATION) for feature in features):
        config.theme[_FEATURES] = [*features, *_WAYS]


def is_material(theme: Theme) -> bool:
    """Tell whether a theme is Material, or made from it, and so has its settings."""
    return "language" in theme and _FEATURES in theme


def language_of_theme(theme: Theme) -> str:
    """Name the language that a theme says its pages are in, without its country."""
    said = theme.get("language") if is_material(theme) else theme.get("locale")
    return re.split("[-_]", str(said or "en"))[0]


def has_tabs(config: MkDocsConfig) -> bool:
    """Tell whether the entries of the navigation stand above each page."""
    return _TABS in (config.theme.get(_FEATURES) or ())


def meta_for(page: Page, config: MkDocsConfig) -> Mapping[str, object]:
    """Give what the theme of a site should know of a page of ours."""
    meta = meta_of(page, tags="material/tags" in config.plugins)
    return {**meta, "search": {"boost": _BOOST}}


def _said_by_site(config: MkDocsConfig) -> Collection[str]:
    # The engine mixes what a theme brings with what the site says; here they are still apart.
    with catch_warnings():
        # The engine means to drop this some day, and would say so in every build.
        simplefilter("ignore", DeprecationWarning)
        written = [settings.get("theme") for settings in config.user_configs]
    return {key for theme in written if isinstance(theme, dict) for key in theme}


def _needed_by(theme: Theme) -> Collection[str]:
    # The dark colours of the theme `mkdocs` come on with those of its highlighter, or not at all.
    is_dark = theme.get("color_mode", "light") != "light" or theme.get("user_color_mode_toggle")
    return ("highlightjs",) if is_dark else ()


def _speak(theme: Theme, language: str, said: Collection[str]) -> None:
    if is_material(theme):
        if "language" not in said and _has_words(theme, language):
            theme["language"] = language
    elif "locale" not in said:
        theme["locale"] = parse_locale(language)


def _has_words(theme: Theme, language: str) -> bool:
    words = Path("partials", "languages", f"{language}.html")
    return any((Path(folder) / words).is_file() for folder in theme.dirs)
