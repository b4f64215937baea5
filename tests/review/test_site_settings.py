"""What changes in mkdocs.yml is told in words, setting by setting, in the handbook's language."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from journeybook.adapters.cli import main
from journeybook.compare.comparison import Comparison, compare
from journeybook.compare.summary.context import Context
from journeybook.compare.summary.headline import headline
from tests.repositories import HANDBOOK, commit, start
from tests.review.comparing import judge, told

SITE = (
    "site_name: Ours\ndocs_dir: content\ntheme:\n  name: material\n"
    "  palette: {primary: teal}\n  features: [navigation.tabs, toc.follow]\n"
    "plugins: [search, {journeybook: {config: site_config}}]\n"
    "nav:\n  - index.md\n  - Journeys: journeybook/journeys\n  - Manual: [a.md, b.md]\n"
)

ORDER = "index.md, Journeys"


def with_site(old: str, new: str, **files: str) -> Comparison:
    assert old in SITE
    before = {**HANDBOOK, **files, "mkdocs.yml": SITE}
    return compare(judge(before), judge({**before, "mkdocs.yml": SITE.replace(old, new, 1)}))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Ours", "Theirs", "Setting of the site: Name of the site | Ours | Theirs"),
        ("teal", "red", "Setting of the site: Main colour | teal | red"),
        ("material", "mkdocs", "Setting of the site: Theme | material | mkdocs"),
        ("  name:", "  language: nl\n  name:",
         "Setting of the site: Language of the theme |  | Dutch"),
        ("toc.follow", "navigation.top, toc.follow",
         "Added to a setting of the site: Features of the theme |  | navigation.top"),
        (", toc.follow", "",
         "Taken out of a setting of the site: Features of the theme | toc.follow | "),
        ("docs_dir", "strict: true\ndocs_dir",
         "Setting of the site: Warnings stop a build |  | yes"),
        ("docs_dir", "extra: {analytics: {property: X-1}}\ndocs_dir",
         "Setting of the site: the setting extra.analytics.property |  | X-1"),
        ("{config: site_config}", "{config: site_config, history: true}",
         "Setting of the site: Trends are shown |  | yes"),
        ("site_config", "settings",
         "Setting of the site: Folder of the decisions | site_config | settings"),
        ("[search,", "[search, tags,", "Plugin added: tags"),
        ("[search,", "[{search: {lang: nl}},",
         "Setting of the site: Plugin search · the setting lang |  | nl"),
        (", {journeybook: {config: site_config}}", "",
         "The site shows no handbook any more: Plugin journeybook"),
        ("{config: site_config}", "{config: site_config, enabled: false}",
         "The site shows no handbook any more: Journeybook takes part |  | no"),
        ("{config: site_config}", "{config: site_config, enabled: true}",
         "Setting of the site: Journeybook takes part |  | yes"),
        ("nav:", "markdown_extensions: [toc]\nnav:", "Markdown extension added: toc"),
        ("a.md,", "c.md, a.md,", "New in the navigation: c.md |  | Manual"),
        ("a.md, ", "", "No longer in the navigation: a.md | Manual | "),
        ("- Journeys:", "- All of them:",
         "Called otherwise in the navigation: journeybook/journeys | Journeys | All of them"),
        ("  - index.md\n  - Journeys: journeybook/journeys\n  - Manual: [",
         "  - Journeys: journeybook/journeys\n  - Manual: [index.md, ",
         "Moved in the navigation: index.md | at the top | Manual"),
        ("a.md, b.md", "b.md, a.md",
         f"Another order: Navigation | {ORDER}, a.md, b.md | {ORDER}, b.md, a.md"),
        (SITE[SITE.index("nav:"):], "",
         "Setting of the site: Navigation | 4 entries | made by itself"),
    ],
)  # fmt: skip
def test_it_is_told_in_words(old: str, new: str, line: str) -> None:
    comparison = with_site(old, new)
    assert told(comparison) == [line]
    (change,) = comparison.changes
    assert change.span.path == "mkdocs.yml"
    dutch = with_site(old, new, **{"site_config/journeybook.yml": "language: nl\n"})
    (same,) = dutch.changes
    assert dutch.wording.text(same.label) != same.label


def test_all_colours_at_once_have_one_name() -> None:
    whole, main = told(with_site("{primary: teal}", "none"))
    assert whole == "Setting of the site: Colours of the theme |  | none"
    assert main == "Setting of the site: Main colour | teal | "


def test_what_may_hide_others_is_named_first() -> None:
    for old, new in (
        ("docs_dir", "exclude_docs: price*\ndocs_dir"),
        ("site_config}", "site_config, fail_on: never}"),
        (", {journeybook: {config: site_config}}", ""),
    ):
        act, *_ = with_site(old, new).acts
        assert act.change
        assert act.change.decided


def test_where_nobody_sees_the_handbook_any_more_it_is_not_said_that_nothing_gets_worse() -> None:
    for old, new in (
        (", {journeybook: {config: site_config}}", ""),
        ("site_config}", "site_config, enabled: no}"),
    ):
        (line,) = headline(with_site(old, new), Context()).sentences
        assert line.startswith("The site shows no handbook any more")


def test_a_remark_or_another_order_of_keys_is_only_how_it_is_written() -> None:
    for old, new in (("docs_dir", "# Here\ndocs_dir"), ("Ours", "'Ours'")):
        line = "Only how it is written changed; nobody will notice."
        assert headline(with_site(old, new), Context()).sentences == (line,)


def test_what_a_configuration_takes_over_counts_as_its_own(tmp_path: Path) -> None:
    base = {
        "mkdocs.yml": "INHERIT: base/site.yml\nsite_name: A\n",
        "base/site.yml": "docs_dir: content\n",
    }
    start(tmp_path, {**HANDBOOK, **base})
    commit(tmp_path, {"base/site.yml": "docs_dir: content\ncopyright: Us\n"})
    for head in ([], ["HEAD"]):
        arguments = ["review", "HEAD~1", *head, "--path", str(tmp_path)]
        output = CliRunner().invoke(main, arguments).output
        assert "Setting of the site: Copyright (nothing → Us) · base/site.yml:2" in output
