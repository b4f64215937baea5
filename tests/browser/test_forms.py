"""Every form opens and saves in a browser, and what it saves says what was written before."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from playwright.sync_api import Browser, Page

from journeybook.adapters.cli.hosting.cms import PACKAGE
from journeybook.adapters.disk.workspace import read_at
from journeybook.exports.json_export import handbook_json
from journeybook.schema import Kind
from tests.browser.packages import npm_package
from tests.browser.serving import served
from tests.cli.test_init import journeybook
from tests.golden.case import TODAY
from tests.sites import DUTCH

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SOMEBODY = "Iemand anders"
MOVED = ("owner", "line", "column", "body_line")
FILL = """async files => {
  const top = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    const names = path.split("/"), last = names.pop();
    let folder = top;
    for (const name of names) folder = await folder.getDirectoryHandle(name, { create: true });
    const stream = await (await folder.getFileHandle(last, { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""
READ = """async path => {
  const names = path.split("/"), last = names.pop();
  let folder = await navigator.storage.getDirectory();
  for (const name of names) folder = await folder.getDirectoryHandle(name);
  try {
    return await (await (await folder.getFileHandle(last)).getFile()).text();
  } catch (error) {
    return "";  // It is being written.
  }
}"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as its registry gives it; without one the forms cannot be opened."""
    return npm_package(PACKAGE, tmp_path_factory.mktemp("sveltia"))


@pytest.fixture
def book(tmp_path: Path, package: Path) -> Path:
    """A handbook with forms."""
    shutil.copytree(DUTCH.parent, tmp_path, dirs_exist_ok=True)
    (tmp_path / "content" / "personas" / "index.md").write_text("# Alle persona's\n", "utf-8")
    script = package / "dist" / "sveltia-cms.js"
    done = journeybook("cms", str(tmp_path), "--script", str(script))
    assert done.exit_code == 0, done.output
    return tmp_path


@pytest.fixture
def forms(book: Path, browser: Browser) -> Iterator[Page]:
    """The forms, with the handbook's files in the browser's own file system."""
    files = {
        file.relative_to(book).as_posix(): file.read_text("utf-8")
        for file in (book / "content").rglob("*.md")
    }
    picker = "window.showDirectoryPicker = async () => navigator.storage.getDirectory()"
    with served(book / "admin") as numbered, browser.new_context() as context:
        address = numbered.replace("127.0.0.1", "localhost")
        context.add_init_script(picker)
        # What it asks of other hosts it does without.
        context.route(
            lambda url: not url.startswith(address),
            lambda route: route.abort(),
        )
        page = context.new_page()
        page.goto(f"{address}/index.html")
        page.evaluate(FILL, files | {".git/HEAD": "ref: refs/heads/main\n", ".git/config": "\n"})
        page.get_by_role("button", name="Work with Local Repository").click()
        page.get_by_role("button", name="Show Account Menu").wait_for()
        yield page


def test_forms_that_somebody_edited_stay(book: Path) -> None:
    settings = book / "admin" / "config.yml"
    assert journeybook("cms", str(book), "--backend", "gitlab").exit_code == 0
    assert '"gitlab"' in settings.read_text("utf-8")
    settings.write_text("backend: {name: ours}\n", "utf-8")
    done = journeybook("cms", str(book))
    assert done.exit_code == 2
    assert "is veranderd sinds het is geschreven" in done.output
    assert settings.read_text("utf-8") == "backend: {name: ours}\n"


def said(book: Path) -> str:
    """All that a handbook says, but for who keeps it."""

    def without(part: Any) -> Any:  # noqa: ANN401
        if isinstance(part, dict):
            kept = {key: without(one) for key, one in part.items()}
            return {key: one for key, one in kept.items() if key not in MOVED}
        return [without(one) for one in part] if isinstance(part, list) else part

    data = json.loads(handbook_json(read_at(book, TODAY).site))
    told = ("personas", "phases", "channels", "assets", "journeys", "research", "actions")
    return json.dumps({key: without(data[key]) for key in told}, indent=1)


def test_the_configuration_is_one_of_sveltia(book: Path, package: Path) -> None:
    schema = json.loads((package / "schema" / "sveltia-cms.json").read_text("utf-8"))
    config = json.loads((book / "admin" / "config.yml").read_text("utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(config)] == []


def test_every_kind_opens_and_saves_what_it_said(book: Path, forms: Page) -> None:
    before = said(book)
    base = forms.url.partition("#")[0]
    first = {one.kind: one for one in reversed(read_at(book, TODAY).documents)}
    for kind in Kind:
        document = first[kind]
        name = f"{document.id}/index" if kind is Kind.JOURNEY else document.id
        forms.goto(f"{base}#/collections/{kind.value}/entries/{name}")
        owner = forms.locator('[data-key-path="owner"] input').first
        owner.fill(SOMEBODY)
        forms.get_by_role("button", name="Save", exact=True).click()
        owner.wait_for(state="detached")
        forms.wait_for_function(
            f"async ([path, text]) => (await ({READ})(path)).includes(text)",
            arg=[document.path, f"owner: {SOMEBODY}"],
        )
        written = forms.evaluate(READ, document.path)
        (book / document.path).write_text(written, "utf-8")
        saved = {one.path: one for one in read_at(book, TODAY).documents}[document.path]
        assert saved.body.strip() == document.body.strip(), kind
        assert said(book).splitlines() == before.splitlines(), kind
