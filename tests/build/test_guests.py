"""Beside the plugins that others use: each does its work on our pages, and strict builds pass."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.build.test_engines import ENGINES, HANDBOOK, html, write
from tests.build.test_navigation import navigation
from tests.crawling import faults_of
from tests.repositories import start
from tests.sites import build_site

# They want newer versions of what we need than the lowest that we accept.
pytest.importorskip("mkdocs_rss_plugin", reason="the extra `guests` is not installed")

MORE = {
    **HANDBOOK,
    "content/guide/start.md": (
        "# How we work\n\nSee [the step](../journeys/buyer/awareness.md), [its part][then] and "
        "[a flat one](../journeys/flat/awareness.md).\n\n"
        "[then]: ../journeys/buyer/awareness.md#then-this\n"
    ),
    "content/journeys/buyer/choose.md": (
        "---\nphase: awareness\norder: 2\nneeds: [It]\n---\nChoosing.[^1] "
        "[Back](awareness.md)\n\n[^1]: A note on choosing.\n"
    ),
    "content/journeys/buyer/weigh.md": (
        "---\nphase: awareness\norder: 3\nneeds: [It]\n---\nWeighing.[^1]\n\n"
        "[^1]: A note on weighing.\n"
    ),
    "content/journeys/flat.md": "---\npersona: buyer\n---\n# Told in a file\n",
    "content/journeys/flat/awareness.md": "---\nneeds: [x]\n---\n[Who](../../personas/buyer.md)\n",
}

POST = """\
---
date: 2026-11-01
---
# Post

[The step](../../journeys/buyer/awareness.md)

<!-- journeybook/map journey=buyer -->

<!-- more -->

<!-- journeybook/gaps -->
"""

SCRIPT = """\
import mkdocs_gen_files
def write(name, text, how="w"):
    with mkdocs_gen_files.open(name, how) as file:
        file.write(text)
write("personas/made.md", "---\\nrole: user\\n---\\n# A made persona\\n")
write("extra/page.md", "# A made page\\n\\n[persona](../personas/made.md)\\n")
write("phases/awareness.md", "\\nAdded by a script.\\n", "a")
"""

HOOK = """\
from mkdocs.structure.files import File
def on_files(files, config):
    for file in list(files):
        if "secret" in file.src_uri:
            files.remove(file)
    files.append(File.generated(config, "hooked.md", content="# A hooked page"))
    return files
"""

SITE = """\
site_name: Among others
site_url: https://handbook.example.com/
docs_dir: content
theme: {name: material, font: false}
markdown_extensions: [footnotes, abbr]
"""

# They read what is there.
READERS = {
    **MORE,
    "mkdocs.yml": f"""\
{SITE}
plugins:
  - search
  - journeybook: {{today: 2026-11-21}}
  - git-revision-date-localized: {{enable_creation_date: true}}
  - git-authors
  - document-dates
  - rss
  - ezlinks
  - redirects:
      redirect_maps:
        old.md: journeys/buyer/index.md
        older.md: journeys/buyer/awareness.md
        oldest.md: journeys/buyer/awareness.md#then-this
  - macros
  - minify: {{minify_html: true}}
  - llmstxt: {{sections: {{Gaps: [gaps/*.md]}}}}
  - print-site
""",
}

# They make and take away.
MAKERS = {
    **MORE,
    "mkdocs.yml": f"""\
{SITE}
hooks: [hook.py]
plugins:
  - search
  - tags
  - meta
  - journeybook: {{today: 2026-11-21}}
  - gen-files: {{scripts: [script.py]}}
  - blog: {{post_date_format: yyyy}}
""",
    "hook.py": HOOK,
    "script.py": SCRIPT,
    "content/personas/.meta.yml": "subtitle: Somebody\n",
    "content/blog/posts/post.md": POST,
    "content/blog/index.md": "# Blog\n",
    "content/research/secret.md": "---\nfindings: [Wants to leave us]\n---\n# Secret talk\n",
    "content/assets/secret-deal.md": (
        "---\ntype: blog\nstatus: published\nanswers: [price]\nchannels: search\n---\n"
        "# Secret deal\n"
    ),
}


def built(folder: Path, files: Mapping[str, str], engine: str = "mkdocs") -> Path:
    """Build a handbook that lies in a git repository."""
    start(folder, files)
    return build_site(folder / "mkdocs.yml", folder / "site", engine=engine, crawled=False)


@pytest.fixture(scope="module", params=ENGINES)
def beside(request: pytest.FixtureRequest) -> str:
    """Each of the engines."""
    return str(request.param)


@pytest.fixture(scope="module")
def read(beside: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook built beside eleven plugins that read it."""
    return built(tmp_path_factory.mktemp("read"), READERS, beside)


@pytest.fixture(scope="module")
def made(beside: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook built beside plugins and a hook that make, edit and remove files."""
    return built(tmp_path_factory.mktemp("made"), MAKERS, beside)


def test_every_link_leads_somewhere_among_them(read: Path, made: Path) -> None:
    # The page to print holds the pages of the navigation alone, and leads to others in itself.
    faults = (*faults_of(read), *faults_of(made))
    assert [fault for fault in faults if not fault.startswith("print_page/")] == []


def test_the_page_to_print_and_the_page_for_machines_hold_our_blocks(read: Path) -> None:
    whole = html(read, "print_page")
    assert "jb-map" in whole
    assert "jb:block" not in whole
    told = (read / "gaps" / "awareness" / "index.md").read_text("utf-8")
    assert "What does it cost?" in told


def test_what_others_make_is_read_and_what_they_remove_is_nowhere(made: Path) -> None:
    assert "A made persona" in html(made, "matrix/made")
    assert "Added by a script." in html(made, "phases/awareness")
    handbook = json.loads((made / "journeybook.json").read_text("utf-8"))
    assert "made" in {persona["id"] for persona in handbook["personas"]}
    texts = (file.read_text("utf-8", "replace") for file in made.rglob("*") if file.is_file())
    assert not [text for text in texts if "Secret" in text or "Wants to leave us" in text]


def test_pages_of_others_stand_in_the_navigation(made: Path) -> None:
    titles = navigation(made)
    wanted = {"A made page", "A hooked page", "A made persona", "What to write", "Blog"}
    assert wanted <= set(titles)


def test_a_page_that_we_make_has_no_age_and_a_written_one_keeps_its(read: Path) -> None:
    age = "git-revision-date-localized-plugin-date"
    assert age in html(read, "personas/buyer")
    assert age not in html(read, "gaps/awareness")
    assert "document-dates" not in re.sub(r"<(link|script)[^>]*>", "", html(read, "gaps"))


def test_defaults_of_a_folder_reach_the_theme(made: Path) -> None:
    index = json.loads((made / "search" / "search_index.json").read_text("utf-8"))
    assert [one for one in index["docs"] if one["location"] == "personas/buyer/"]
    assert "Somebody" in html(made, "")


def test_views_stand_in_posts_and_in_their_excerpts(made: Path) -> None:
    post, excerpts = html(made, "blog/2026/11/01/post"), html(made, "blog")
    assert 'href="../../../../../journeys/buyer/' in post
    assert "jb-map" in excerpts
    assert 'href="../journeys/buyer/' in excerpts
    assert "journey.css" in excerpts


def test_links_to_a_step_lead_to_its_place(read: Path) -> None:
    page = html(read, "guide/start")
    for link in ("buyer/#awareness", "buyer/#then-this", "flat/#awareness"):
        assert re.search(rf'href="?\.\./\.\./journeys/{link}[" >]', page), link
    assert re.search(r'href="?#awareness', html(read, "journeys/buyer"))


def test_what_is_sent_to_a_step_leads_to_its_place(read: Path) -> None:
    for page, place in (("older", "awareness"), ("oldest", "then-this")):
        assert f"../journeys/buyer/#{place}" in html(read, page)


def test_steps_keep_their_footnotes(read: Path) -> None:
    page = html(read, "journeys/buyer")
    assert page.count("A note on choosing.") == 1
    assert page.count("A note on weighing.") == 1


def test_a_build_leaves_nothing_for_git_to_see(read: Path) -> None:
    asked = ("git", "status", "--porcelain")
    seen = subprocess.run(asked, cwd=read.parent, capture_output=True, text=True, check=True)
    # The other plugins see to themselves.
    assert ".cache/journeybook" not in seen.stdout
    assert (read.parent / ".cache/journeybook/mkdocs.yml/gaps/awareness.md").is_file()


def test_what_is_encrypted_is_so_with_its_blocks(tmp_path: Path) -> None:
    site = (
        MORE["mkdocs.yml"]
        + "  - search\n  - encryptcontent: {global_password: 'Many-words-4-one-long-key'}\n"
    )
    folder = built(tmp_path, {**MORE, "mkdocs.yml": site})
    page = html(folder, "gaps/awareness")
    assert "encryptcontent" in page
    assert "jb-" not in re.sub(r"<(link|script)[^>]*>", "", page)
    sealed = max(re.findall(r"[A-Za-z0-9+/=;]{100,}", page), key=len)
    assert len(sealed) > len("What does it cost?") * 100


@pytest.mark.parametrize("arranger", ["awesome-nav", "literate-nav"])
def test_whoever_arranges_the_navigation_has_its_way(tmp_path: Path, arranger: str) -> None:
    files = {
        **MORE,
        "mkdocs.yml": f"{MORE['mkdocs.yml']}  - {arranger}\n",
        "content/.nav.yml": "nav: [Start: guide/start.md, Who: personas]\n",
        "content/SUMMARY.md": "* [Start](guide/start.md)\n* [Who](personas/)\n",
    }
    site = build_site(write(tmp_path, files), tmp_path / "site", crawled=False)
    titles = navigation(site)
    assert titles.index("Start") < titles.index("Who")
    assert "What to write" not in titles


def test_what_a_site_keeps_out_of_its_navigation_stays_out(tmp_path: Path) -> None:
    site = MORE["mkdocs.yml"] + "not_in_nav: |\n  /matrix/\n  guide/\n"
    folder = build_site(write(tmp_path, {**MORE, "mkdocs.yml": site}), tmp_path / "site")
    titles = navigation(folder)
    assert "What to write" in titles
    assert not {"How we work", "Channel matrix"} & set(titles)
    assert (folder / "matrix" / "index.html").is_file()


def test_a_site_may_go_without_data(tmp_path: Path) -> None:
    site = MORE["mkdocs.yml"].replace("today: 2026-11-21", "today: 2026-11-21, data: false")
    folder = build_site(write(tmp_path, {**MORE, "mkdocs.yml": site}), tmp_path / "site")
    endings = {file.suffix for file in folder.rglob("*") if "search" not in file.parts}
    assert not {".csv", ".ics", ".json"} & endings
    assert ".csv" not in html(folder, "gaps/awareness")


SECRET = {
    "content/assets/merger.md": (
        "---\nprivate: yes\ntype: case\nstatus: published\npublished: 2026-11-01\n"
        "reviewed: 2026-11-01\nowner: Board of Xandia\nanswers: [price]\npersonas: buyer\n"
        "phases: awareness\nchannels: search\ncta: Buy Xandia\nurl: https://xandia.example/\n"
        "tags: [xandia]\nsummary: About Xandia\naliases: [Xandia]\n---\n# The Xandia merger\n\n"
        "We buy Xandia. [todo: tell Xandia]\n"
    ),
    "content/research/xandia-talks.md": (
        "---\nprivate: true\ndate: 2026-10-01\nfindings: [Xandia wants to leave]\n---\n# Xandia\n"
    ),
    "content/actions/xandia.md": (
        "---\nprivate: true\njourney: buyer\nkpi: {name: Xandia}\nlesson: Xandia\n---\n# Xandia!\n"
    ),
    "content/journeys/buyer/awareness.md": (
        "---\nquestions:\n  - {text: What does it cost?, id: price, evidence: [xandia-talks]}\n"
        "touchpoints: [{title: Looks, channel: search, assets: merger}]\n---\n## Then this\n"
    ),
}


def _tells(file: Path, *secrets: str) -> bool:
    endings = {".csv", ".html", ".ics", ".json", ".xml"}
    text = file.read_text("utf-8") if file.suffix in endings else ""
    return any(secret in f"{file}{text}".casefold() for secret in secrets)


def test_what_is_private_counts_and_is_nowhere(tmp_path: Path) -> None:
    site = MORE["mkdocs.yml"].replace("  - journeybook", "  - search\n  - journeybook")
    files = {**MORE, **SECRET, "mkdocs.yml": site}
    folder = build_site(write(tmp_path, files), tmp_path / "site")
    assert not {file.name for file in folder.rglob("*") if _tells(file, "xandia", "merger")}
    handbook = json.loads((folder / "journeybook.json").read_text("utf-8"))
    titles = [asset["title"] for asset in handbook["assets"]]
    assert titles == ["Confidential", "Prices"]
    answers = [asset for answer in handbook["answers"] for asset in answer["assets"]]
    assert handbook["assets"][0]["id"] in answers
