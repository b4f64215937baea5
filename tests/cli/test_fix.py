"""`journeybook fix` mends what is certain and leaves every other byte alone."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.adapters.cli import main
from journeybook.codes import Code
from journeybook.findings import Mistake, Span
from journeybook.sources.document import SourceFile
from journeybook.starting.mending import mended

FILE = "content/assets/new.md"
BASE = {
    "mkdocs.yml": "site_name: Book\ndocs_dir: content\n",
    "content/personas/buyer.md": "# Buyer\n",
    "content/personas/head-of-tech.md": "# Head of tech\n",
}
GOOD = "title: New\nowner: Team\n"


def book(root: Path, text: bytes, file: str = FILE) -> Path:
    """Write a handbook with one file to mend."""
    for path, data in {**{name: one.encode() for name, one in BASE.items()}, file: text}.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return root


def fix(root: Path, *options: str) -> Result:
    """Run the command."""
    done = CliRunner().invoke(main, ["fix", str(root), *options])
    assert done.exit_code == 0, done.output
    return done


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("title:Prices", "title: Prices"),
        ("title = Prices", "title: Prices"),
        ("title :Prices", "title: Prices"),
        ("title\uff1aPrices", "title: Prices"),
        ("title: P\ntags:\n+ price\n+ unit", "title: P\ntags:\n- price\n- unit"),
        ("title:\u00a0Prices", "title: Prices"),
        ("title: “Prices: all”", 'title: "Prices: all"'),
        ("title: 't Is free", 'title: "\'t Is free"'),
        ("title: A post #sustainable", 'title: "A post #sustainable"'),
        ("titel: Prices", "title: Prices"),
        ("tilte: Prices", "title: Prices"),
        ("title: P\npersonas: buyer, head-of-tech", "title: P\npersonas: [buyer, head-of-tech]"),
        ("title: P\npersonas: [buyer; head-of-tech]", "title: P\npersonas: [buyer, head-of-tech]"),
        ("title: P\npersonas:\n  - buyer; head-of-tech",) * 2,
        ("title: P\npersonas: (buyer, head-of-tech)", "title: P\npersonas: [buyer, head-of-tech]"),
        ("title: P\npersonas: byer", "title: P\npersonas: buyer"),
        ("title: P\npersonas: xyz", "title: P\npersonas: xyz"),
        ("title: P\ntags: price, unit", "title: P\ntags: [price, unit]"),
        ("title: P\ntags:\n  • price\n  • unit", "title: P\ntags:\n  - price\n  - unit"),
        ("title: P\npublished: 30-09-2025", "title: P\npublished: 2025-09-30"),
        ("title: P\neigenaar: Els", "title: P\nowner: Els"),
        ("title: P\nsoort: blog", "title: P\nsoort: blog"),
        ("title: Cafe\u0301", "title: Caf\u00e9"),
        ("title: P\ntags: price | unit", "title: P\ntags: [price, unit]"),
        ("title: P\npublished: 03-09-2025", "title: P\npublished: 03-09-2025"),
        ("title: P\ncta: Te duur, vinden ze", "title: P\ncta: Te duur, vinden ze"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_it_mends_what_is_certain(tmp_path: Path, typed: str, right: str, end: str) -> None:
    rest = "owner:   Team   # who keeps it\n---\n\n  Text:with “quotes”  \n"
    text = f"\ufeff---\n{typed}\n{rest}".replace("\n", end).encode()
    root = book(tmp_path, text)
    shown = fix(root).output
    assert (root / FILE).read_bytes() == text
    fix(root, "--write")
    assert (root / FILE).read_bytes() == f"\ufeff---\n{right}\n{rest}".replace("\n", end).encode()
    assert (FILE in shown) == (typed != right)
    assert fix(root, "--write").output == "nothing here can be mended for certain\n"


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        (f"\n---\n{GOOD}---\n", f"---\n{GOOD}---\n"),
        (f"–––\n{GOOD}–––\n", f"---\n{GOOD}---\n"),
        (f"# New\n---\n{GOOD}---\n", f"# New\n---\n{GOOD}---\n"),
    ],
)
def test_front_matter_gets_its_dashes(tmp_path: Path, typed: str, right: str) -> None:
    root = book(tmp_path, typed.encode())
    fix(root, "--write")
    assert (root / FILE).read_text("utf-8") == right


def test_several_slips_of_one_file_are_mended_one_after_the_other(tmp_path: Path) -> None:
    root = book(tmp_path, "---\ntitle:A\nowner:B\ntags: “x: y”\n---\n".encode())
    assert fix(root, "--write").output.endswith("1 file mended\n")
    assert (root / FILE).read_text("utf-8") == '---\ntitle: A\nowner: B\ntags: "x: y"\n---\n'


def test_a_file_gets_its_name_where_no_other_has_it(tmp_path: Path) -> None:
    root = book(tmp_path, b"---\ntitle: A\n---\n", "content/assets/a.markdown")
    (root / "content/assets/b.md").write_text("# B\n")
    (root / "content/assets/b.md.txt").write_text("# Another B\n")
    assert "content/assets/a.markdown -> content/assets/a.md" in fix(root).output
    fix(root, "--write")
    assert sorted(one.name for one in (root / "content/assets").iterdir()) == [
        "a.md",
        "b.md",
        "b.md.txt",
    ]


def test_a_mistake_that_is_not_where_it_is_said_to_be_changes_nothing() -> None:
    file = SourceFile(path="a.md", data=b"---\ntitle: A\n---\n")
    mistake = Mistake(
        code=Code.BROKEN_FRONT_MATTER,
        span=Span(path="a.md", line=99, column=1),
        values={"problem": "glued", "text": "title"},
    )
    assert mended((file,), (mistake,)) == {}


def test_line_ends_of_several_kinds_are_told(tmp_path: Path) -> None:
    text = b"---\r\ntitle:New\rtype: blog\n---\n"
    done = fix(book(tmp_path, text), "--write")
    assert f"{FILE} ends its lines in several ways" in done.output
    assert (tmp_path / FILE).read_bytes() == text


def test_nothing_is_mended_where_one_file_is_protected(tmp_path: Path) -> None:
    slip = "---\ntitle:Slip\n---\n"
    files = [tmp_path / "content/personas" / name for name in ("a.md", "b.md")]
    files[0].parent.mkdir(parents=True)
    for file in files:
        file.write_text(slip)
    files[1].chmod(0o444)
    done = CliRunner().invoke(main, ["fix", str(tmp_path), "--write"])
    assert (done.exit_code, "b.md is protected against writing" in done.output) == (2, True)
    assert [file.read_text() for file in files] == [slip, slip]
