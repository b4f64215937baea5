"""Real git repositories with small handbooks in them, for the tests of what reads git."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

Files = Mapping[str, str | bytes | None]

HANDBOOK: Mapping[str, str] = {
    "content/personas/buyer.md": "---\nrole: buyer\n---\n# The buyer\n",
    "content/phases/awareness.md": "---\norder: 1\nstage: buyer\n---\n# Awareness\n",
    "content/phases/purchase.md": "---\norder: 2\nstage: buyer\n---\n# Purchase\n",
    "content/channels/search.md": "---\ntype: earned\n---\n# Search\n",
    "content/channels/mail.md": "---\ntype: owned\n---\n# Mail\n",
    "content/research/talks.md": "---\nmethod: interview\ndate: 2026-05-01\n---\n# Talks\n",
    "content/actions/call-back.md": "---\nstatus: planned\n---\n# Call back\n",
    "content/assets/price-list.md": (
        "---\ntype: price-page\nstatus: published\npublished: 2026-01-10\n"
        "reviewed: 2026-10-01\ncta: Order now\n"
        "personas: [buyer]\nphases: [purchase]\nanswers: [buyer/purchase#cost]\n---\n# Price list\n"
    ),
    "content/journeys/buyer/index.md": "---\npersona: buyer\n---\n# The buyer's journey\n",
    "content/journeys/buyer/awareness.md": (
        "---\nquestions:\n  - {text: Why does it stop so often?, id: stops, evidence: [talks]}\n"
        "emotion: {score: -1, label: worried}\n---\nThe first story.\n"
    ),
    "content/journeys/buyer/purchase.md": (
        "---\n"
        "needs: [A price on one page]\n"
        "questions:\n"
        "  - {text: What does it cost?, id: cost}\n"
        "emotion: {score: 0}\n"
        "expectations:\n"
        "  - An answer within a day\n"
        "touchpoints:\n"
        "  - {title: Looks up the price, channel: search, importance: 3}\n"
        "drop_offs:\n"
        "  - {text: Finds no price, why: It is behind a form}\n"
        "---\nThe second story.\n"
    ),
}


def git(folder: Path, *arguments: str) -> str:
    """Run git as somebody without settings of their own."""
    names = {"GIT_AUTHOR_NAME": "T", "GIT_AUTHOR_EMAIL": "t@example.com"}
    others = {"GIT_COMMITTER_NAME": "T", "GIT_COMMITTER_EMAIL": "t@example.com"}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    run = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *arguments],
        cwd=folder,
        env={**os.environ, **names, **others, **alone},
        check=True,
        capture_output=True,
        text=True,
    )
    return run.stdout.strip()


def write(folder: Path, files: Files) -> None:
    """Write files by path; None removes one."""
    for path, text in files.items():
        file = folder / path
        if text is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)


def commit(folder: Path, files: Files, *, day: str = "") -> str:
    """Write files, commit everything and give the commit's id."""
    write(folder, files)
    git(folder, "add", "--all")
    when = [f"--date={day}T12:00:00+0000"] if day else []
    os.environ["GIT_COMMITTER_DATE"] = f"{day}T12:00:00+0000" if day else ""
    try:
        git(folder, "commit", "--quiet", "--allow-empty", "--message=A step", *when)
    finally:
        del os.environ["GIT_COMMITTER_DATE"]
    return git(folder, "rev-parse", "HEAD")


def start(folder: Path, files: Files = HANDBOOK, *, day: str = "") -> str:
    """Make a repository with a handbook in its first commit, and give that commit's id."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet")
    return commit(folder, files, day=day)
