"""Edits by chance of a small handbook on a disk: what its authors and the team do all day."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

HANDBOOK = {
    "mkdocs.yml": (
        "site_name: A small handbook\ndocs_dir: content\nsite_url: https://book.example.com/\n"
        "edit_uri: https://git.example.com/handbook/edit/main/content/\n"
        "theme:\n  name: material\n  font: false\n  custom_dir: own\n"
        "  features: [navigation.prune]\n"
        "markdown_extensions:\n  - toc: {permalink: true}\n  - footnotes\n"
        "validation: {links: {anchors: warn}}\n"
        "plugins:\n  - search\n  - journeybook: {today: 2026-11-21, fail_on: never}\n"
    ),
    "own/main.html": '{% extends "base.html" %}\n',
    "site_config/journeybook.yml": "language: en\n",
    "content/index.md": "# A small handbook\n\nSee [prices](assets/price-page.md#why).\n",
    "content/about.md": "# About\n\nThe [step](journeys/buyer/awareness.md) and NPS.\n",
    "content/personas/buyer.md": "---\nrole: buyer\nhide: [toc]\n---\n# The buyer\n\nWho pays.\n",
    "content/personas/user.md": "---\nrole: user\n---\n# The user\n\nAt [work](work.md).\n",
    "content/phases/awareness.md": "---\norder: 1\nstage: buyer\n---\n# Awareness\n",
    "content/phases/purchase.md": "---\norder: 2\nstage: buyer\n---\n# Purchase\n",
    "content/channels/search.md": "---\ntype: earned\n---\n# Search\n",
    "content/journeys/buyer/index.md": "---\npersona: buyer\n---\n# Their journey\n\nAn intro.\n",
    "content/journeys/buyer/awareness.md": (
        "---\nquestions:\n  - {text: What does it cost?, id: price}\nemotion: {score: -1}\n---\n"
        "It starts on a Monday.[^1]\n\n## Then this\n\nMore of it.\n\n[^1]: Or a Tuesday.\n"
    ),
    "content/assets/price-page.md": (
        "---\ntype: blog\nstatus: draft\nanswers: [price]\n---\n# Prices\n\n## Why\n\nIt costs.\n"
    ),
    "content/assets/guide.md": (
        "---\ntype: blog\nstatus: published\nchannels: [search]\npersonas: [buyer]\n"
        "phases: [awareness]\n---\n# Guide\n\nBeside [prices](price-page.md).\n"
    ),
}

_TEXTS = (
    "It takes a while.\n",
    "NPS is a number.\n",
    "## Another part\n",
    "*Well* said.\n",
    "[TODO: say more]\n",
    "What does it cost? It is worth its price.\n",
    "<!-- journeybook/questions -->\n",
)
_KEYS = (
    ("status: draft", "status: published"),
    ("score: -1", "score: 2"),
    ("What does it cost?", "What is it worth?"),
    ("persona: buyer", "persona: user"),
    ("order: 1", "order: 3"),
    ("type: earned", "type: owned"),
    ("hide: [toc]", "icon: material/account"),
    ("role: user", "icon: material/there-is-none\nrole: user"),
)
_SETTINGS = (
    ("site_name: A small handbook", "site_name: Another name"),
    ("[navigation.prune]", "[navigation.tabs, navigation.indexes]"),
    ("{permalink: true}", "{permalink: false}"),
    ("fail_on: never", "fail_on: never, data: false"),
    ("2026-11-21", "2027-03-02"),
    ("- footnotes", "- attr_list"),
    ("docs_dir: content\n", "docs_dir: content\nuse_directory_urls: false\n"),
    (
        "docs_dir: content\n",
        "docs_dir: content\nnav: [Some: [about.md, gaps/index.md], journeybook]\n",
    ),
    ("name: material\n", "name: material\n  language: de\n"),
    ("docs_dir: content\n", "docs_dir: content\nnot_in_nav: about.md\n"),
    ("docs_dir: content\n", "docs_dir: content\nexclude_docs: about.md\n"),
)
_TEAM = (
    "language: nl\n",
    "language: en\n",
    "language: en\nvocabulary:\n  terms: {NPS: How many would recommend us}\n",
    "language: en\nstandards: {freshness: {months: 3}}\n",
)
_LOOKS = (
    '{% extends "base.html" %}\n{% block footer %}<p>Ours</p>{% endblock %}\n',
    '{% extends "base.html" %}\n{% block announce %}{{ nav.items | length }}{% endblock %}\n',
    '{% extends "base.html" %}\n',
)
_LEADS = ("about.md", "/about.md", "../index.md", "nowhere.md", "../assets/guide.md#none", "#here")


def write(folder: Path) -> None:
    """Write the handbook into a folder."""
    for path, text in HANDBOOK.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def edit(root: Path, random: Random) -> str:
    """Change one thing of a handbook, and say what."""
    chosen = random.choice(_EDITS)
    return f"{chosen.__name__.strip('_')}: {chosen(root, random)}"


def _pages(root: Path) -> list[Path]:
    return sorted((root / "content").rglob("*.md"))


def _written(file: Path, text: str) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file.name


def _text(root: Path, random: Random) -> str:
    file = random.choice(_pages(root))
    return _written(file, f"{file.read_text('utf-8')}\n{random.choice(_TEXTS)}")


def _story(root: Path, random: Random) -> str:
    # What a brief tells of a step is its first paragraph.
    steps = [one for one in _pages(root) if one.match("journeys/*/*.md") and one.stem != "index"]
    if not steps:
        return "none"
    file = random.choice(steps)
    said, fence, told = file.read_text("utf-8").rpartition("\n---\n")
    return _written(file, f"{said}{fence}\nOne of {random.randrange(9)} tells.\n\n{told}")


def _link(root: Path, random: Random) -> str:
    file, target = random.choice(_pages(root)), random.choice(_LEADS)
    return _written(file, f"{file.read_text('utf-8')}\n[A link]({target}).\n")


def _title(root: Path, random: Random) -> str:
    file = random.choice(_pages(root))
    return _written(file, file.read_text("utf-8").replace("\n# ", "\n# The ", 1))


def _key(root: Path, random: Random) -> str:
    pairs = [pair if random.random() < 0.5 else pair[::-1] for pair in _KEYS]
    fitting = [
        (file, pair)
        for file in _pages(root)
        for pair in pairs
        if pair[0] in file.read_text("utf-8")
    ]
    file, (old, new) = random.choice(fitting or [(_pages(root)[0], ("", ""))])
    return _written(file, file.read_text("utf-8").replace(old, new)) if old else "nothing"


def _setting(root: Path, random: Random) -> str:
    file, (old, new) = root / "mkdocs.yml", random.choice(_SETTINGS)
    text = file.read_text("utf-8")
    return _written(file, text.replace(new, old) if new in text else text.replace(old, new))


def _team(root: Path, random: Random) -> str:
    return _written(root / "site_config/journeybook.yml", random.choice(_TEAM))


def _look(root: Path, random: Random) -> str:
    return _written(root / "own/main.html", random.choice(_LOOKS))


def _new(root: Path, random: Random) -> str:
    number = random.randrange(100)
    folder = random.choice(("assets", "notes", "channels"))
    front = {"assets": "type: blog\nstatus: planned", "channels": "type: paid"}.get(folder, "a: b")
    return _written(
        root / f"content/{folder}/new-{number}.md", f"---\n{front}\n---\n# New {number}\n\nText.\n"
    )


def _rename(root: Path, random: Random) -> str:
    file = random.choice(_pages(root))
    return str(file.rename(file.with_name(f"{file.stem}-{random.randrange(9)}.md")).name)


def _rename_folder(root: Path, random: Random) -> str:
    journeys = sorted(one for one in (root / "content/journeys").iterdir() if one.is_dir())
    folder = random.choice(journeys)
    target = folder.with_name(f"j{random.randrange(99)}")
    return folder.name if target.exists() else str(folder.rename(target).name)


def _delete(root: Path, random: Random) -> str:
    file = random.choice(_pages(root))
    file.unlink()
    return file.name


def _mend(root: Path, _: Random) -> str:
    shutil.rmtree(root / "content")
    write(root)
    return "all"


def _break(root: Path, random: Random) -> str:
    return _written(random.choice(_pages(root)), "---\nrole: [\n---\n# Broken {{ {% <b\n")


_EDITS: tuple[Callable[[Path, Random], str], ...] = (
    *(_text, _text, _story, _link, _title, _title, _key, _key, _setting, _setting, _team, _look),
    *(_new, _rename, _rename_folder, _delete, _mend, _break),
)
