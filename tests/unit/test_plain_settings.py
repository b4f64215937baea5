"""What the configuration of a plain site keeps of the author's, and what stands there instead."""

from collections.abc import Mapping

from journeybook.exports.plain.plain_settings import settings_without_us

SCRIPT = {"path": "jb.js", "defer": True}


def made(folder: str = "", **settings: object) -> Mapping[str, object]:
    return settings_without_us(
        settings,
        nav=["a.md"] if folder else None,
        language="nl",
        styles=["jb.css"],
        script="jb.js",
        theme=folder,
        hooks=["h.py"],
    )


def test_what_is_made_stands_beside_what_the_author_said() -> None:
    theme = {"name": "material", "features": ["search.suggest"], "custom_dir": "own"}
    assert made(
        "theme",
        **dict.fromkeys(("INHERIT", "site_dir", "exclude_docs", "draft_docs", "watch"), "x"),
        site_name="A",
        docs_dir="content",
        edit_uri="edit",
        nav=[],
        theme=theme,
        plugins=["search", {"journeybook": {"today": "2026-11-21"}}],
        markdown_extensions=[{"toc": {"permalink": True}}],
        extra_css=["own.css"],
        extra_javascript=["own.js"],
        hooks=["own.py"],
    ) == {
        "site_name": "A",
        "docs_dir": "docs",
        "edit_uri": "",
        "nav": ["a.md"],
        "theme": {
            "name": "material",
            "language": "nl",
            "font": False,
            "features": ["search.suggest", "navigation.tabs", "navigation.indexes"],
            "custom_dir": "theme",
        },
        "plugins": ["search"],
        "markdown_extensions": [{"toc": {"permalink": True}}, "attr_list", "abbr"],
        "extra_css": ["jb.css", "own.css"],
        "extra_javascript": ["own.js", SCRIPT],
        "hooks": ["h.py"],
    }


def test_a_site_that_says_little_gets_little() -> None:
    least = {
        "docs_dir": "docs",
        "edit_uri": "",
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", "abbr"],
        "extra_css": ["jb.css"],
        "extra_javascript": [SCRIPT],
        "hooks": ["h.py"],
    }
    assert made() == least
    plugins = {"journeybook": {}, "tags": {"tags": True}, "search": {}}
    assert made(plugins=plugins, theme="mkdocs", markdown_extensions=["abbr"]) == least | {
        "theme": {"name": "mkdocs"},
        "plugins": [{"tags": {"tags": True}}, "search"],
        "markdown_extensions": ["abbr", "attr_list"],
    }
    navigation = {"name": "material", "features": ["navigation.sections", "toc.follow"]}
    assert made(theme=navigation)["theme"] == {"language": "nl", "font": False, **navigation}
