// Starts `journeybook lsp` for the folder that is open; all else is done there.
const fs = require("fs");
const path = require("path");
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function command(folder) {
  const named = vscode.workspace.getConfiguration("journeybook").get("command");
  if (named) return named;
  const own = process.platform === "win32" ? [".venv", "Scripts", "journeybook.exe"] : [".venv", "bin", "journeybook"];
  const file = path.join(folder, ...own);
  return fs.existsSync(file) ? file : "journeybook";
}

function activate() {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  if (!folder) return;
  const server = { command: command(folder), args: ["lsp"], options: { cwd: folder } };
  const watched = vscode.workspace.createFileSystemWatcher("**/*.{md,yml}");
  client = new LanguageClient("journeybook", "Journeybook", server, {
    documentSelector: [
      { scheme: "file", language: "markdown" },
      { scheme: "file", language: "yaml" },
    ],
    synchronize: { fileEvents: watched },
  });
  return client.start();
}

function deactivate() {
  return client?.stop();
}

module.exports = { activate, deactivate };
