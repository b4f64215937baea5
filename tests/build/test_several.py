"""Several handbooks in one site, each with its own sections, and the page that compares them."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.adapters.cli import main
from tests.build.test_engines import html, run, write
from tests.build.test_navigation import navigation
from tests.fuzz.keeping import built, nothing_remembered, quiet, serving
from tests.repositories import commit, git, start
from tests.sites import build_site

SITE = """\
site_name: Brands
docs_dir: docs
edit_uri: https://git.example.com/docs/edit/main/docs/
theme: {name: material, font: false, features: [content.action.edit]}
plugins:
  - search
  - journeybook:
      today: 2026-11-21
      history: true
      handbooks:
        - {content: north, title: North & <Co>}
        - {content: countries/zuid}
"""


def handbook(folder: str, persona: str, journey: str, definition: str) -> Mapping[str, str]:
    """The files of a small handbook."""
    files = {
        "personas/buyer.md": f"---\nrole: buyer\nowner: A\n---\n# {persona}\n\nA blog reader.\n",
        "phases/awareness.md": "---\norder: 1\nstage: buyer\nowner: A\n---\n# Awareness\n",
        "channels/web.md": "---\ntype: owned\nowner: A\n---\n# Web\n",
        f"journeys/{journey}/index.md": "---\npersona: buyer\nowner: A\n---\n# The way\n",
        f"journeys/{journey}/awareness.md": (
            "---\nquestions: [What is it?, How much?]\n---\nThey read a Blog.\n"
            f"\n*[way]: {definition}\n"
        ),
    }
    return {f"docs/{folder}/{path}": text for path, text in files.items()}


FILES = {
    "mkdocs.yml": SITE,
    "docs/index.md": (
        "# Brands\n\n[A step](north/journeys/way/awareness.md) and "
        "[another](countries/zuid/journeys/weg/awareness.md)\n"
    ),
    "docs/about/us.md": "# About us\n",
    "site_config/rules.yml": "assumption: off\n",
    "site_config/countries/zuid/journeybook.yml": "language: nl\n",
    **handbook("north", "The buyer", "way", "north"),
    **handbook("countries/zuid", "the Buyer", "weg", "south"),
    "docs/north/personas/user.md": "---\nrole: user\nowner: A\n---\n# The user\n",
}
ANSWER = (
    "---\ntype: blog\nstatus: published\npublished: 2026-10-01\nreviewed: 2026-11-01\n"
    "answers: [What is it?, How much?]\nowner: A\n---\n# The answer\n"
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built strictly with every link followed."""
    root = tmp_path_factory.mktemp("several")
    start(root, FILES, day="2026-09-01")
    commit(root, {"docs/north/assets/answer.md": ANSWER}, day="2026-11-01")
    build_site(root / "mkdocs.yml", root / "site")
    return root


def journeybook(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_after_a_save_the_page_about_all_is_as_a_build_makes_it(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, "mkdocs.yml": SITE.replace("history: true", "history: false")})
    with quiet(), serving(tmp_path) as served:
        step = tmp_path / "docs/north/journeys/way/awareness.md"
        step.write_text(step.read_text("utf-8").replace("How much?", "How long?"), "utf-8")
        shown = served.after_save()
        assert served.builds == 1
        with nothing_remembered():
            anew = built(tmp_path, served=True)
    assert shown["portfolio/index.html"] == anew["portfolio/index.html"]


def test_each_stands_in_its_own_folder_and_language(root: Path) -> None:
    north, south = html(root / "site", "north/gaps"), html(root / "site", "countries/zuid/gaps")
    assert "Open gaps" in north
    assert "Open witte vlekken" in south
    published = json.loads((root / "site/countries/zuid/journeybook.json").read_text("utf-8"))
    assert [one["id"] for one in published["journeys"]] == ["weg"]
    assert not (root / "site/journeybook.json").exists()
    assert not (root / "site/gaps").exists()
    edit = "https://git.example.com/docs/edit/main/docs/countries/zuid/journeys/weg/awareness.md#L2"
    assert edit in html(root / "site", "countries/zuid/journeys/weg")


def test_each_is_an_entry_of_the_navigation(root: Path) -> None:
    titles = navigation(root / "site")
    order = ("Handbooks side by side", "About", "North &amp; &lt;Co&gt;", "Journeys", "Zuid")
    assert [title for title in dict.fromkeys(titles) if title in order] == list(order)
    assert "Klantreizen" in titles


def test_words_mean_what_their_own_handbook_says(root: Path) -> None:
    north = html(root / "site", "north/journeys/way")
    south = html(root / "site", "countries/zuid/journeys/weg")
    assert "An article on our own site" in north
    assert "An article on our own site" not in south


def test_links_to_steps_lead_into_each(root: Path) -> None:
    front = html(root / "site", ".")
    assert 'href="north/journeys/way/#awareness"' in front
    assert 'href="countries/zuid/journeys/weg/#awareness"' in front


def test_the_portfolio_compares_them_and_personas_of_the_same_name(root: Path) -> None:
    page = html(root / "site", "portfolio")
    table, people, past = page.split("<table")[1:4]
    assert "2 of 2 questions answered" in table
    assert "0 of 2 questions answered" in table
    assert 'href="../north/"' in table
    assert 'href="../countries/zuid/gaps/all/?severity=high&amp;state=open#' in table
    assert people.index("The buyer") < people.index("North &amp; &lt;Co&gt;") < people.index("Zuid")
    assert 'href="../countries/zuid/personas/buyer/"' in people
    assert "The user" not in people
    assert past.index("North") < past.index("Zuid")
    assert past.count("1 September 2026") == past.count("1 November 2026") == 2


def test_the_command_tells_of_all_or_of_one(root: Path) -> None:
    every = journeybook("check", str(root), "--format", "json")
    alone = journeybook("check", str(root), "--format", "json", "--handbook", "Zuid")
    told, fewer = (json.loads(one.stdout)["findings"] for one in (every, alone))
    assert {one["path"].split("/")[1] for one in told} == {"north", "countries"}
    assert [one for one in told if one["path"].startswith("docs/countries/")] == fewer
    assert not [one for one in told if one["code"] == "assumption"]
    text = journeybook("check", str(root)).stdout
    assert "North & <Co> (docs/north/)" in text
    assert "Zuid (docs/countries/zuid/)" in text
    report = json.loads(journeybook("check", str(root), "--format", "gitlab").stdout)
    assert len({one["fingerprint"] for one in report}) == len(report)


def test_what_only_one_handbook_knows_is_told_of_that_one(root: Path) -> None:
    text = journeybook("check", str(root), "--persona", "the user")
    assert "docs/north/personas/user.md" in text.stdout
    assert "Zuid" not in text.stdout
    nobody = journeybook("check", str(root), "--persona", "nobody")
    assert nobody.exit_code == 2


def test_what_is_made_of_one_wants_its_name(root: Path) -> None:
    for command in (["export", str(root)], ["history", "--path", str(root)]):
        assert "there are several handbooks here: north, countries/zuid" in (
            journeybook(*command).output
        )
    assert journeybook("export", str(root), "--handbook", "other").exit_code == 2
    book = json.loads(journeybook("export", str(root), "--handbook", "countries/zuid").stdout)
    assert book["language"] == "nl"
    past = journeybook("history", "--path", str(root), "--handbook", "north", "--format", "json")
    answered = [point["measures"][0]["answered"] for point in json.loads(past.stdout)]
    assert answered == [[0, 2], [2, 2]]


def test_a_change_is_told_of_each(root: Path) -> None:
    path = ("--path", str(root))
    text = journeybook("diff", "HEAD~1", "HEAD", *path).stdout
    north, south = text.split("Zuid (docs/countries/zuid/)")
    assert "North & <Co> (docs/north/)" in north
    assert "How much?" in north
    assert "Geen wijziging." in south
    comment = journeybook("diff", "HEAD~1", "HEAD", "--format", "markdown", *path).stdout
    assert comment.count("## ") >= 2
    assert "## Zuid: " in comment
    assert journeybook("diff", "HEAD~1", "--format", "html", *path).exit_code == 2
    one = journeybook("diff", "HEAD~1", "--format", "html", *path, "--handbook", "north")
    assert one.exit_code == 0
    assert one.stdout.count(">North &amp; &lt;Co&gt;: What changes for personas</") == 1 + 1


def test_a_folder_that_is_renamed_is_of_the_same_handbook(tmp_path: Path) -> None:
    start(tmp_path, FILES)
    git(tmp_path, "tag", "before")
    gone = {path: None for path in FILES if path.startswith("docs/north/")}
    moved = {path.replace("/north/", "/northern/"): FILES[path] for path in gone}
    moved["docs/index.md"] = "# Brands\n"
    renamed = {"mkdocs.yml": SITE.replace("content: north", "content: northern")}
    commit(tmp_path, {**gone, **moved, **renamed})
    path = ("--path", str(tmp_path))
    for head in ((), ("HEAD",)):
        text = journeybook("diff", "HEAD~1", *head, *path).stdout
        north = text.split("Zuid (docs/countries/zuid/)")[0]
        assert "North & <Co> (docs/northern/)" in north
        assert "Handbooks of the site" in north
        assert "New" not in north
        assert "gone" not in text
    past = journeybook("history", *path, "--handbook", "northern", "--every", "tag")
    assert "no handbook" not in past.stdout


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("content: countries/zuid", "content: nowhere", "names the folder docs/nowhere/"),
        ("content: countries/zuid", "content: north/journeys", "share files"),
        ("content: countries/zuid", "content: ../elsewhere", "lies outside of docs/"),
        ("today: 2026-11-21", "content: north", "each of them names its own"),
        ("{content: countries/zuid}", "{content: about, config: site_config/north}", "share"),
    ],
)
def test_what_cannot_be_is_told(tmp_path: Path, before: str, after: str, told: str) -> None:
    write(tmp_path, {**FILES, "mkdocs.yml": SITE.replace(before, after)})
    done = journeybook("check", str(tmp_path))
    assert done.exit_code == 2
    assert told in done.stderr


def test_the_site_tells_it_too(tmp_path: Path) -> None:
    site = SITE.replace("content: countries/zuid", "content: north/journeys")
    done = run(write(tmp_path, {**FILES, "mkdocs.yml": site}), "mkdocs")
    assert done.returncode == 1
    assert "journeybook: handbooks: docs/north/ and docs/north/journeys/ share files" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_author_arranges_them_and_writes_on_the_page_that_compares(tmp_path: Path) -> None:
    nav = (
        "nav:\n  - index.md\n  - journeybook/countries/zuid\n"
        "  - Ours:\n    - portfolio/index.md\n    - People: journeybook/north/personas\n"
    )
    files = {
        **FILES,
        "mkdocs.yml": SITE.replace("      history: true\n", "") + nav,
        "docs/portfolio/index.md": "# Our brands\n\nRead this first.\n",
    }
    site = build_site(write(tmp_path, files), tmp_path / "site")
    titles = list(dict.fromkeys(navigation(site)))
    order = ("Zuid", "Klantreizen", "Ours", "People", "The buyer", "The user")
    assert [title for title in titles if title in order] == list(order)
    page = html(site, "portfolio")
    assert "Read this first." in page
    assert page.count("<h1") == 1
    assert "0 of 2 questions answered" in page
    assert "How the handbooks did" not in page
