"""Writes the finished pages of a compilation as a plain MkDocs site, without the plugin."""

import shutil
from pathlib import Path

from journeybook.adapters.disk.shown import static_files
from journeybook.exports.formats import site_files
from journeybook.pages.parts.page import PROSE, Page
from journeybook.rendering import Compilation
from journeybook.schema import Kind
from journeybook.sources.prose import split_title


def write_finished(handbook: Path, folder: Path, compilation: Compilation, *, blocks: bool) -> None:
    """Write every page as MkDocs would get it, with or without the blocks of HTML in it."""
    shutil.copytree(handbook / "content", folder / "docs")
    for uri, document in compilation.documents.items():
        if document.kind is Kind.STEP:
            (folder / "docs" / uri).unlink()
    for page in compilation.pages:
        file = folder / "docs" / page.uri
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_markdown(page, compilation, file, blocks=blocks), "utf-8")
    made = {f"assets/journeybook/{name}": data for name, data in static_files().items()}
    for name, data in {**made, **site_files(compilation)}.items():
        file = folder / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    (folder / "mkdocs.yml").write_text(_site(), "utf-8")


def _markdown(page: Page, compilation: Compilation, file: Path, *, blocks: bool) -> str:
    document = compilation.documents.get(page.uri)
    body = document.body if document else file.read_text("utf-8") if file.is_file() else ""
    title, prose = split_title(body)
    text = f"{title}\n\n{page.markdown.replace(PROSE, prose)}"
    for block in page.blocks:
        text = text.replace(block.marker, block.html if blocks else "")
    hide = "hide: [navigation, toc]\n" if page.wide else ""
    return f"---\ntitle: {page.title!r}\n{hide}---\n{text}"


def _site() -> str:
    # Asset pages stay out of the navigation here too; with them in it, plain MkDocs is far slower.
    styles = [f"assets/journeybook/{name}" for name in static_files() if name.endswith(".css")]
    scripts = [f"assets/journeybook/{name}" for name in static_files() if name.endswith(".js")]
    return (
        "site_name: A large handbook\n"
        "theme: {name: material, font: false, features: [navigation.prune]}\n"
        "markdown_extensions: [attr_list]\n"
        "not_in_nav: /assets/\n"
        f"extra_css: [{', '.join(styles)}]\n"
        f"extra_javascript: [{', '.join(scripts)}]\n"
        "plugins: [search]\n"
    )
