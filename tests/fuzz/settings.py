"""Writes configurations of a site, good ones and mangled ones, for handbooks that lie on a disk."""

from collections.abc import Callable
from random import Random
from typing import Any

import yaml

from tests.fuzz.nasty import BYTES, NASTY

Settings = dict[str, Any]

_FOLDERS = ("content/", "./content", "content/../content", ".", "content/personas", "docs", "/etc")
_DECISIONS = ("site_config/", "./site_config", "content", "..", "/etc", "nowhere", ".", "")
_PATTERNS = ("*.md", "personas/", "!index.md", "/journeys/*/x.md", "[", "\\", "**", "a\n#b\n!")
_TELLING: dict[str, tuple[object, ...]] = {
    "enabled": (True, True, False),
    "content": (None, "", ".", "personas", "journeys/..", "../content", "./", "nowhere", "/"),
    "config": _DECISIONS,
    "handbooks": (
        *([{"content": "personas"}, {"content": "journeys", "title": "X <b>"}], [], [None]),
        *([{"content": "."}], [{"content": "assets"}, {"content": "./assets"}], {"a": "b"}),
        [{"content": "phases", "config": "../x"}, {"content": "phases/x", "titel": 1}],
    ),
    "fail_on": ("error", "warning", "gap", "never", "never", "never"),
    "compare_to": (None, "HEAD", "--output=x", "HEAD@{1}", "\0"),
    "history": (False, True),
    "discuss": (None, False, True, "github", "gitlab", "https://x/{title}?{body}", "https://x/{x"),
    "data": (True, False),
    "untrusted": (False, True),
    "today": (None, "2026-11-21", "0001-01-01", "9999-12-31", "20261121", "2026-W48-1", 7),
}
_AROUND: dict[str, tuple[object, ...]] = {
    "docs_dir": _FOLDERS,
    "site_url": ("https://example.com/x", "http://[::1", "x", ""),
    "repo_url": ("https://github.com/a/b", "https://gitea.x", "git@x:y", "//x", "http://[::1"),
    "edit_uri": ("edit/main/content/", "?x=", "", "#", "../x", "javascript:alert(1)"),
    "edit_uri_template": ("edit/{path}", "{path!q}", "{x}"),
    "use_directory_urls": (True, False),
    "exclude_docs": _PATTERNS,
    "draft_docs": _PATTERNS,
    "not_in_nav": _PATTERNS,
    "nav": ([], ["index.md"], [{"X": "personas"}], [{"X": [{"Y": "nowhere.md"}]}], [None]),
    "strict": (False, True),
    "extra": ({}, {"alternate": []}),
    "validation": ({"links": {"anchors": "warn"}}, {"nav": "x"}),
    "markdown_extensions": (["attr_list"], ["abbr", "toc"], [{"toc": {"permalink": True}}]),
    "INHERIT": ("mkdocs.yml", "nowhere.yml", "content/index.md"),
}


def settings_file(random: Random) -> bytes:
    """Write an mkdocs.yml."""
    options = _some(_TELLING, random)
    plugins: list[object] = [{"journeybook": {"fail_on": "never", **options}}]
    settings: Settings = {"site_name": "A site", "docs_dir": "content", "theme": {"name": "mkdocs"}}
    settings |= {"plugins": plugins, **_some(_AROUND, random)}
    if random.random() < 0.2:
        random.choice(_SHAPES)(settings)
    data = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False).encode()
    if random.random() > 0.1:
        return data
    at = random.randrange(len(data))
    return data[:at] + random.choice(BYTES) + data[at + random.choice((0, 1, 9)) :]


def _some(known: dict[str, tuple[object, ...]], random: Random) -> Settings:
    chosen = random.sample(sorted(known), random.choice((0, 1, 1, 2, 3)))
    values = {key: random.choice(known[key]) for key in chosen}
    if chosen and random.random() < 0.3:
        values[chosen[0]] = random.choice(NASTY)
    return values


def _by_name(settings: Settings) -> None:
    settings["plugins"] = ["journeybook"]


def _without_options(settings: Settings) -> None:
    settings["plugins"] = [{"journeybook": None}]


def _as_mapping(settings: Settings) -> None:
    settings["plugins"] = settings["plugins"][0]


def _twice(settings: Settings) -> None:
    settings["plugins"] = ["journeybook", *settings["plugins"]]


def _not_at_all(settings: Settings) -> None:
    settings["plugins"] = []


def _unknown_option(settings: Settings) -> None:
    settings["plugins"] = [{"journeybook": {"titel": "x"}}]


_SHAPES: tuple[Callable[[Settings], None], ...] = (
    *(_by_name, _without_options, _as_mapping, _twice, _not_at_all, _unknown_option),
)
