"""The extension for VS Code is one that VS Code takes, and starts our server."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import ROOT

EXTENSION = ROOT / "editors" / "vscode"
# What VS Code and its client of language servers are to an extension. The client asks the server
# that it was told of who it is, as the real one does first.
EDITOR = {
    "vscode": """
exports.workspace = {
  workspaceFolders: process.env.FOLDER ? [{ uri: { fsPath: process.env.FOLDER } }] : undefined,
  getConfiguration: name => ({ get: key => process.env[`${name}.${key}`] || "" }),
  createFileSystemWatcher: glob => ({ glob }),
};
""",
    "vscode-languageclient/node": """
const { spawn } = require("child_process");
exports.LanguageClient = class {
  constructor(id, name, server, client) { Object.assign(this, { id, name, server, client }); }
  start() {
    const { command, args, options } = this.server;
    console.log(JSON.stringify({ command, args, cwd: options.cwd, client: this.client }));
    if (process.env.ONLY_TOLD) return Promise.resolve();
    const running = spawn(command, args, options);
    const said = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize",
      params: { processId: null, rootUri: `file://${options.cwd}`, capabilities: {} } });
    running.stdin.write(`Content-Length: ${said.length}\\r\\n\\r\\n${said}`);
    return new Promise(done => running.stdout.once("data", answer => {
      console.log(String(answer).includes("jsonrpc"));
      running.kill();
      done();
    }));
  }
  stop() { return Promise.resolve(); }
};
""",
}
RUN = "const it = require('./extension.js'); Promise.resolve(it.activate()).then(it.deactivate);"


@pytest.fixture
def extension(tmp_path: Path) -> Path:
    """The extension beside what stands for the editor."""
    place = tmp_path / "extension"
    shutil.copytree(EXTENSION, place, ignore=shutil.ignore_patterns("node_modules"))
    for name, script in EDITOR.items():
        file = place / "node_modules" / f"{name}{'' if '/' in name else '/index'}.js"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(script, "utf-8")
    return place


def activated(extension: Path, folder: Path | None, **settings: str) -> list[str]:
    """What the client was told, and whether a server answered it."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node to run the extension with")
    surrounding = {"FOLDER": str(folder), "PATH": "/usr/bin:/bin"} if folder else {}
    run = subprocess.run(
        [node, "-e", RUN],
        cwd=extension,
        env=surrounding | settings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def test_it_starts_the_server_of_the_environment_in_the_folder(
    extension: Path, tmp_path: Path
) -> None:
    scripts = tmp_path / ".venv" / "bin"
    scripts.mkdir(parents=True)
    (scripts / "journeybook").symlink_to(Path(sys.executable).with_name("journeybook"))
    told, answered = activated(extension, tmp_path)
    said = json.loads(told)
    assert said["command"] == str(scripts / "journeybook")
    assert (said["args"], said["cwd"]) == (["lsp"], str(tmp_path))
    assert {one["language"] for one in said["client"]["documentSelector"]} == {"markdown", "yaml"}
    assert answered == "true"


def test_a_command_that_is_named_goes_first_and_the_path_is_last(
    extension: Path, tmp_path: Path
) -> None:
    for settings, command in (({"journeybook.command": "/x/jb"}, "/x/jb"), ({}, "journeybook")):
        (told,) = activated(extension, tmp_path, ONLY_TOLD="yes", **settings)
        assert json.loads(told)["command"] == command
    assert activated(extension, None) == []


def test_the_manifest_is_one_that_the_editor_takes() -> None:
    said = json.loads((EXTENSION / "package.json").read_text("utf-8"))
    assert {"name", "publisher", "version", "engines", "main", "contributes"} <= said.keys()
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", said["name"])
    assert re.fullmatch(r"\d+\.\d+\.\d+", said["version"])
    assert re.fullmatch(r"\^1\.\d+\.\d+", said["engines"]["vscode"])
    assert (EXTENSION / said["main"]).is_file()
    assert all(one.startswith("workspaceContains:") for one in said["activationEvents"])
    settings = said["contributes"]["configuration"]["properties"]
    script = (EXTENSION / said["main"]).read_text("utf-8")
    asked = re.findall(r'getConfiguration\("(\w+)"\)\.get\("(\w+)"\)', script)
    assert {".".join(one) for one in asked} == settings.keys()
    needed = set(re.findall(r'require\("([^"/]+)', script)) - {"fs", "path", "vscode"}
    assert needed == said["dependencies"].keys()
    guide = (EXTENSION / "README.md").read_text("utf-8")
    assert f"{said['name']}-{said['version']}.vsix" in guide
