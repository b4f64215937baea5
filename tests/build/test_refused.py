"""What is refused is refused: no page, no search entry, no crash, and one finding."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from journeybook.adapters.disk.folder import MOST_BYTES
from tests.sites import run_engine

SITE = """\
site_name: T
docs_dir: content
theme: {name: mkdocs}
plugins: [search, {journeybook: {fail_on: never}}]
"""
PHRASE = "Unmistakable secret"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "handbook"
    personas = root / "content" / "personas"
    personas.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    (root / "content" / "index.md").write_text("# Home\n", encoding="utf-8")
    (personas / "buyer.md").write_text("---\nowner: A\n---\n# Buyer\n", encoding="utf-8")
    return root


def built(root: Path) -> tuple[str, list[str]]:
    """What a build printed, and every text that it published."""
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    run = run_engine(["mkdocs", "build"], root, settings)
    printed = run.stdout + run.stderr
    assert run.returncode == 0, printed
    assert "Traceback" not in printed
    texts = (file for file in (root / "site").rglob("*") if file.suffix in {".html", ".json"})
    return printed, [file.read_text(encoding="utf-8") for file in texts]


def link_to_a_file(root: Path) -> str:
    secret = root.parent / "secret.md"
    secret.write_text(f"# {PHRASE}\n", encoding="utf-8")
    (root / "content" / "personas" / "pw.md").symlink_to(secret)
    return "link-outside"


def link_to_a_folder(root: Path) -> str:
    folder = root.parent / "secrets"
    folder.mkdir()
    (folder / "pw.md").write_text(f"# {PHRASE}\n", encoding="utf-8")
    (root / "content" / "personas" / "more").symlink_to(folder)
    return "link-outside"


def another_encoding(root: Path) -> str:
    (root / "content" / "personas" / "x.md").write_bytes(f"# {PHRASE} é\n".encode("latin-1"))
    return "not-utf-8"


def too_much(root: Path) -> str:
    text = f"# {PHRASE}\n" + "x " * MOST_BYTES
    (root / "content" / "personas" / "x.md").write_text(text, encoding="utf-8")
    return "file-too-large"


def a_folder_twice(root: Path) -> str:
    text = f"# {PHRASE}\n"
    (root / "content" / "personas" / "x.md").write_text(text, encoding="utf-8")
    (root / "content" / "a-link").symlink_to(root / "content" / "personas")
    return "linked-twice"


def a_name_that_is_no_utf_8(root: Path) -> str:
    name = os.fsencode(root / "content" / "personas") + b"/inv\xff.md"
    Path(os.fsdecode(name)).write_text(f"# {PHRASE}\n", encoding="utf-8")
    return "unreadable-file"


@pytest.mark.parametrize(
    "spoil",
    [link_to_a_file, link_to_a_folder, another_encoding, too_much, a_name_that_is_no_utf_8],
)
def test_nothing_of_it_is_published(root: Path, spoil: Callable[[Path], str]) -> None:
    code = spoil(root)
    printed, texts = built(root)
    assert printed.count(f"[{code}]") == 1
    assert not [text for text in texts if PHRASE in text]


def test_a_picture_from_outside_is_not_published(root: Path) -> None:
    secret = root.parent / "secret.png"
    secret.write_text(PHRASE, encoding="utf-8")
    (root / "content" / "picture.png").symlink_to(secret)
    printed, _ = built(root)
    assert printed.count("[link-outside]") == 1
    assert not (root / "site" / "picture.png").exists()


def test_names_that_are_long_or_differ_in_little_are_told_and_published(root: Path) -> None:
    personas = root / "content" / "personas"
    for name in ("x" * 240, "Buyer", "e\u0301t", "\u00e9t"):
        (personas / f"{name}.md").write_text("# Another\n", encoding="utf-8")
    printed, texts = built(root)
    assert printed.count("[duplicate-address]") == 1
    assert printed.count("[duplicate-id]") == 1
    assert len(texts) > 5


def test_what_the_theme_does_not_have_is_told_and_left_out(root: Path) -> None:
    text = "---\ntemplate: nowhere.html\nowner: A\n---\n# X\n"
    (root / "content" / "personas" / "x.md").write_text(text, encoding="utf-8")
    printed, _ = built(root)
    assert "personas/x.md: the theme has no template nowhere.html" in printed
    assert (root / "site" / "personas" / "x" / "index.html").is_file()


def test_pages_that_another_plugin_takes_away_are_told(root: Path) -> None:
    (root / "mkdocs.yml").write_text(f"{SITE}hooks: [away.py]\n", encoding="utf-8")
    (root / "away.py").write_text(
        "def on_files(files, config):\n"
        "    for file in [one for one in files if one.src_uri.startswith('gaps/')]:\n"
        "        files.remove(file)\n",
        encoding="utf-8",
    )
    printed, _ = built(root)
    assert re.search(r"\d+ pages of the handbook are taken off the site .*gaps/index\.md", printed)
    assert not (root / "site" / "gaps").exists()


def test_a_folder_that_is_linked_is_published_once(root: Path) -> None:
    code = a_folder_twice(root)
    printed, _ = built(root)
    assert printed.count(f"[{code}]") == 1
    assert (root / "site" / "personas" / "x" / "index.html").is_file()
    assert not (root / "site" / "a-link").exists()
