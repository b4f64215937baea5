"""Gives a mangled handbook a past in git, in odd states, and tries what is told from it."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

from journeybook.sources.document import SourceFile
from tests.fuzz.disk import FaultError, run
from tests.fuzz.mangling import Case
from tests.fuzz.nasty import BYTES

_DAYS = (
    *("1780000000 +0000", "0 +0000", "-1 -1200", "4102444800 +1400", "1700000000 +9999"),
    *("253402300799 +1400", "99999999999999 +0000", "1780000001 -0000"),
)
_NAMES = (
    *(
        b"a b",
        b"\xff",
        b'"x"',
        b"a\tb",
        b"a\nb",
        b"-x",
        b":(top)x",
        b"*",
        b"\xc3\xa9",
        b"e\xcc\x81",
    ),
    *(b"x" * 250, b"...", b" ", b"\\", b"~", b"#", b"CON", b"\xed\xa0\x80", b"\xe2\x80\xae"),
)
_TAGS = ("v1", "é", "v1,2", "tag: x", "a)b", "HEAD", "-x", "x\u202ey")
_REFS = (
    *("HEAD", "HEAD~1", "main", "v1", "HEAD@{1}", "-x", "--output=x", "HEAD^{tree}", ":/a", ""),
    *("nowhere", "HEAD:content", "a..b", "x" * 5000, "é", "@", "HEAD~99", "\n", "main\nHEAD"),
)
# What would run something, were it obeyed; the name of what is run stands in `{}`.
_ORDERS = (
    *("core.fsmonitor={}", "core.pager={}", "diff.external={}", "core.sshCommand={}"),
    *("alias.log=!{}", "gpg.program={}", "filter.x.smudge={}", "filter.x.clean={}"),
    *("diff.x.textconv={}", "core.editor={}", "log.showSignature=true", "pager.log={}"),
    *("color.ui=always", "core.quotePath=false", "log.date=relative", "log.follow=true"),
    *("i18n.logOutputEncoding=utf-16", "log.decorate=short", "core.abbrev=4", "log.mailmap=true"),
    *("diff.renames=copies", "core.precomposeUnicode=true", "log.excludeDecoration=refs/tags/*"),
    *("extensions.partialClone=x", "remote.x.url=ext::{}", "remote.x.promisor=true"),
)
_AROUND = {
    "GIT_DIR": "/nowhere", "GIT_WORK_TREE": "/", "GIT_INDEX_FILE": "/nowhere",
    "GIT_EXTERNAL_DIFF": "{}", "GIT_PAGER": "{}", "GIT_SSH_COMMAND": "{}", "GIT_TRACE": "1",
    "GIT_OBJECT_DIRECTORY": "/nowhere", "GIT_NAMESPACE": "x", "GIT_CEILING_DIRECTORIES": "/",
    "GIT_LITERAL_PATHSPECS": "0", "GIT_ASKPASS": "{}", "LC_ALL": "nl_NL.UTF-8",
}  # fmt: skip
_ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "LC_ALL": "C"}
_SHAPES = ("text", "markdown", "json", "html")


def tried_past(root: Path, case: Case) -> list[str]:
    """Commit a handbook as it was and as it is, and tell twice what git knows of it."""
    random = Random(case.chance)
    order = _order(root)
    _commit(root, case, random)
    _spoil(root, order, random)
    commands = random.sample(list(_commands(root, random)), 3)
    with _surroundings(order, random):
        told, again = ([run(*one).output for one in commands] for _ in range(2))
    if (root.parent / "ran").exists():
        raise FaultError("ran: git runs what a repository names")
    if told != again:
        raise FaultError("again: the same commits are told otherwise when asked again")
    return told


def _commands(root: Path, random: Random) -> Iterator[Sequence[str]]:
    place = ("--path", str(root))
    first, second = random.choice(_REFS), random.choice(_REFS)
    yield ("diff", "HEAD~1", "HEAD", "--format", random.choice(_SHAPES), *place)
    yield ("diff", "--format", random.choice(_SHAPES), *place, "--", "HEAD")
    yield ("diff", *place, "--", first, second)
    yield ("history", "--format", random.choice(("table", "csv", "svg", "json")), *place)
    yield ("export", "--at", first or "HEAD", str(root))
    shape = random.choice(("github", "gitlab", "sarif", "rdjson"))
    yield ("check", "--format", shape, "--base", random.choice(("HEAD~1", second)), str(root))


def _order(root: Path) -> Path:
    file = root.parent / "order"
    file.write_text(f"#!/bin/sh\ntouch {root.parent}/ran\ncat\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def _commit(root: Path, case: Case, random: Random) -> None:
    _git(root, "init", "--quiet", "--initial-branch=main")
    for files in (case.before, case.files):
        _import(root, b"deleteall\n", *(_entry(file, random) for file in files), chance=random)
    for _ in range(random.choice((0, 1, 2))):
        _import(root, _odd(random), chance=random)
    for tag in random.sample(_TAGS, 2):
        _git(root, "tag", "--", tag, "main")


def _import(root: Path, *changes: bytes, chance: Random) -> None:
    # What git refuses ends an import, so each commit has its own.
    start = (
        b"from refs/heads/main^0\n"
        if _git(root, "rev-parse", "--verify", "--quiet", "main")
        else b""
    )
    head = f"commit refs/heads/main\ncommitter T <t@e> {_day(chance)}\ndata 1\na\n".encode()
    import_ = ("fast-import", "--quiet", "--force", "--date-format=raw-permissive")
    _git(root, *import_, given=(head, start, *changes))


def _day(random: Random) -> str:
    return random.choice((*_DAYS, *_DAYS[:1] * 8))


def _entry(file: SourceFile, random: Random) -> bytes:
    data = file.data if not file.refused else random.choice((b"/etc/passwd", b"../x", b".", b"x"))
    mode = b"120000" if file.refused else random.choice((b"100644",) * 9 + (b"100755",))
    return _inline(mode, file.path.encode(errors="surrogatepass"), data)


def _inline(mode: bytes, path: bytes, data: bytes) -> bytes:
    quoted = b"".join(b"\\%03o" % letter for letter in path)
    return b'M %s inline "%s"\ndata %d\n%s\n' % (mode, quoted, len(data), data)


def _odd(random: Random) -> bytes:
    folder = random.choice((b"content/personas/", b"content/assets/", b"content/", b"site_config/"))
    path = folder + random.choice(_NAMES) + random.choice((b".md", b".yml", b""))
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
    match random.choice(("module", "link", "text", "pointer")):
        case "module":
            return b"M 160000 %s %s\n" % (b"1" * 40, folder + b"module")
        case "link":
            return _inline(b"120000", path, random.choice((b"\0", b"..", path, b"a\nb", b"/")))
        case "pointer":
            return _inline(b"100644", path, pointer)
        case _:
            return _inline(b"100644", path, random.choice(BYTES))


def _spoil(root: Path, order: Path, random: Random) -> None:
    for setting in random.sample(_ORDERS, random.choice((0, 1, 3))):
        name, _, value = setting.partition("=")
        _git(root, "config", name, value.format(order))
    (root / ".gitattributes").write_text("* filter=x diff=x\n", encoding="utf-8")
    (root / ".git" / "hooks").mkdir(exist_ok=True)
    (root / ".git" / "hooks" / "post-index-change").symlink_to(order)
    random.choice(_STATES)(root / ".git", random)


def _leave(_git_folder: Path, _random: Random) -> None:
    """Leave a repository as it is."""


def _merge(git: Path, _random: Random) -> None:
    (git / "MERGE_HEAD").write_bytes(_git(git.parent, "rev-parse", "main"))
    for file in sorted(git.parent.rglob("*.md"))[:1]:
        if file.is_file() and not file.is_symlink():
            file.write_bytes(b"<<<<<<< HEAD\n" + file.read_bytes() + b"=======\n>>>>>>> x\n")


def _cut_off(git: Path, random: Random) -> None:
    (git / "shallow").write_bytes(_some_commit(git, random))


def _go_back(git: Path, random: Random) -> None:
    (git / "HEAD").write_bytes(_some_commit(git, random))


def _some_commit(git: Path, random: Random) -> bytes:
    return random.choice(_git(git.parent, "rev-list", "main").split() or [b"x"]) + b"\n"


def _begin_anew(git: Path, _random: Random) -> None:
    (git / "HEAD").write_bytes(b"ref: refs/heads/other\n")


def _remember(git: Path, random: Random) -> None:
    (git / "journeybook").mkdir()
    (git / "journeybook" / "history.json").write_bytes(random.choice((*BYTES, b"{}")))


def _hurt(git: Path, random: Random) -> None:
    # What a hook runs is a link, and stays.
    files = [one for one in sorted(git.rglob("*")) if one.is_file() and not one.is_symlink()]
    file = random.choice(files)
    file.chmod(0o644)
    data = file.read_bytes()
    at = random.randint(0, len(data))
    file.write_bytes(random.choice((b"", data[:at], data[:at] + random.choice(BYTES) + data[at:])))


_STATES = (*(_leave, _merge, _cut_off, _go_back, _begin_anew, _remember, _hurt), _leave)


@contextmanager
def _surroundings(order: Path, random: Random) -> Iterator[None]:
    chosen = random.sample(sorted(_AROUND), random.choice((0, 1, 2)))
    before = dict(os.environ)
    os.environ.update(_ALONE)
    os.environ.update({name: _AROUND[name].format(order) for name in chosen})
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _git(root: Path, *arguments: str, given: Sequence[bytes] = ()) -> bytes:
    command = ["git", *arguments]
    surroundings = {**os.environ, **_ALONE}
    done = subprocess.run(
        command,
        cwd=root,
        input=b"".join(given),
        capture_output=True,
        check=False,
        env=surroundings,
    )
    return done.stdout
