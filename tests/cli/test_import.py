"""`journeybook import` and the exports that are brought back or watched, on folders on disk."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.adapters.cli import main
from journeybook.adapters.cli.giving import export
from journeybook.adapters.disk.keeping.saves import saves

MAP = """\
Persona:;Inkoper
Fase;Bewustwording;Keuze
Behoeften;Weten wat het kost;Een offerte
Vragen;Wat kost het?;Wie levert het?
Emoties;bezorgd;hoopvol
Contactmomenten;Zoekt op het web;Belt
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments), "--today", "2026-11-21"])


@pytest.fixture
def map_file(tmp_path: Path) -> Path:
    file = tmp_path / "klantreis.csv"
    file.write_bytes(MAP.encode("cp1252"))
    return file


def test_a_handbook_from_one_sheet(map_file: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    book.mkdir()
    shown = run("import", map_file, book)
    assert shown.exit_code == 0, shown.output
    assert "content/journeys/inkoper/keuze.md" in shown.output
    assert "nieuw: mkdocs.yml" in shown.output
    assert "er is nog niets geschreven" in shown.output
    assert list(book.iterdir()) == []
    done = run("import", map_file, book, "--write")
    assert done.exit_code == 0, done.output
    assert (book / "site_config/journeybook.yml").read_text() == "language: nl\n"
    checked = run("check", book)
    assert checked.output.splitlines()[-1].startswith("0 problemen")
    again = run("import", map_file, book, "--write")
    assert "0 files written" in again.output or "0 bestanden" in again.output


def test_one_file_is_told_as_one(tmp_path: Path) -> None:
    sheet = tmp_path / "other.csv"
    sheet.write_text("Nobody,knows\nwhat,this is\n", encoding="utf-8")
    (tmp_path / "content/personas").mkdir(parents=True)
    (tmp_path / "content/personas/buyer.md").write_text("# Buyer\n", encoding="utf-8")
    assert "--write writes 1 new file\n" in run("import", sheet, tmp_path).output
    assert "1 file written\n" in run("import", sheet, tmp_path, "--write").output


def test_the_headings_of_what_goes_into_the_prose_are_named(tmp_path: Path) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text("Title,Owner,Hits,Anna\nGuide,Ann,3,x\nFilm,Ann,4,\n", encoding="utf-8")
    told = run("import", sheet, tmp_path).output
    assert "3 texts that no key has a place for" in told
    assert "what stands under 'Hits', 'Anna', so it goes into the prose" in told


def test_what_is_wrong_afterwards_is_told_as_the_check_tells_it(tmp_path: Path) -> None:
    sheet = tmp_path / "content.csv"
    sheet.write_text("Title,Type,Gated\nA,blog,maybe so\nB,case,no\n", encoding="utf-8")
    (tmp_path / "content/personas").mkdir(parents=True)
    (tmp_path / "content/personas/buyer.md").write_text("# Buyer\n", encoding="utf-8")
    told = "content/assets/a.md:4:8: 'gated' must be true or false, not 'maybe so' [wrong-type]\n"
    assert told in run("import", sheet, tmp_path).output


def test_who_stops_reading_what_is_shown_has_all_of_it_written(
    map_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_said: object, **_how: object) -> None:
        raise BrokenPipeError

    book = tmp_path / "book"
    book.mkdir()
    (book / "README.md").write_text("Ours.\n", encoding="utf-8")
    monkeypatch.setattr("click.echo", closed)
    begun = ["init", str(book), "--language", "nl", "--phases", "5", "--persona", "Inkoper"]
    CliRunner().invoke(main, begun)
    assert (book / "content/personas/inkoper.md").is_file()
    run("import", map_file, book, "--write")
    assert (book / "content/journeys/inkoper/keuze.md").is_file()
    run("new", "persona", "Verkoper", "--path", book)
    run("new", "journey", "Verkoper", "--path", book)
    assert len([*book.glob("content/journeys/verkoper/*.md")]) > 1
    map_file.write_bytes(MAP.replace("Een offerte", "Een snelle offerte").encode())
    run("import", map_file, book, "--take", "all")
    assert "Een snelle offerte" in (book / "content/journeys/inkoper/keuze.md").read_text("utf-8")


def test_a_file_that_exists_is_changed_only_where_it_is_chosen(
    map_file: Path, tmp_path: Path
) -> None:
    book = tmp_path / "book"
    book.mkdir()
    run("import", map_file, book, "--write")
    step = book / "content/journeys/inkoper/keuze.md"
    before = step.read_bytes()
    map_file.write_bytes(MAP.replace("Een offerte", "Een snelle offerte").encode())
    shown = run("import", map_file, book)
    sign = next(line for line in shown.output.splitlines() if line.startswith("["))[1:6]
    assert step.read_bytes() == before
    assert run("import", map_file, book, "--take", "nope").exit_code == 2
    run("import", map_file, book, "--write")
    assert step.read_bytes() == before
    taken = run("import", map_file, book, "--take", sign)
    assert taken.exit_code == 0, taken.output
    assert step.read_bytes() == before.replace(b"Een offerte", b"Een snelle offerte")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xlsx", b"PK\x03\x04nothing", "a.xlsx"),
        ("a.csv", b"", "a.csv"),
        ("a.docx", b"PK\x03\x04", "a.docx"),
        ("a.md", b"# Nothing\n\nat all\n", "a.md"),
    ],
)
def test_what_cannot_be_read_is_said(
    name: str, data: bytes, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / name
    file.write_bytes(data)
    done = run("import", file, tmp_path)
    assert done.exit_code == 2
    assert said in done.output
    assert [one.name for one in tmp_path.iterdir()] == [name]
    assert "Fout: " in run("import", file, tmp_path, "--language=nl").output


def test_a_template_begins_a_map_and_is_never_written_over(tmp_path: Path) -> None:
    book, target = tmp_path / "book", tmp_path / "map.xlsx"
    book.mkdir()
    done = run("import", book, "--template", "nl", "--output", target)
    assert done.exit_code == 0, done.output
    assert run("import", book, "--template", "nl", "--output", target).exit_code == 2
    assert run("import", "--template", "xx", "--output", tmp_path / "x.xlsx").exit_code == 2
    assert run("import", book, "--template", "nl").exit_code == 2
    assert run("import").exit_code == 2
    assert run("import", target, book).exit_code == 0


@pytest.mark.parametrize("shape", ["csv", "markdown"])
def test_a_folder_holds_what_was_exported_and_nothing_that_is_gone(
    shape: str, map_file: Path, tmp_path: Path
) -> None:
    book, out = tmp_path / "book", tmp_path / "out"
    book.mkdir()
    run("import", map_file, book, "--write")
    with next((book / "content/personas").glob("*.md")).open("a") as persona:
        persona.write("\n![Somebody](face.png)\n")
    (book / "content/personas/face.png").write_text("x")
    assert run("export", book, "--format", shape).exit_code == 2
    assert run("export", book, "--format", shape, "--output", out).exit_code == 0
    first = {file: file.read_bytes() for file in out.rglob("*") if file.is_file()}
    assert len(first) > 3
    assert (out / "files/personas/face.png").exists() == (shape == "markdown")
    (out / "mine.txt").write_text("of somebody else")
    assert " 0 " in run("export", book, "--format", shape, "--output", out).output
    for file in (book / "content/journeys").rglob("*.md"):
        file.unlink()
    assert run("export", book, "--format", shape, "--output", out).exit_code == 0
    assert (out / "mine.txt").exists()
    assert len([file for file in out.rglob("*") if file.is_file()]) < len(first) + 1


@pytest.mark.parametrize(
    "output", ["content/personas/inkoper.md", "content/wiki", "site_config", "../audit.csv"]
)
def test_nothing_is_exported_over_the_files_it_is_made_of(
    output: str, map_file: Path, tmp_path: Path
) -> None:
    book, source = tmp_path / "book", tmp_path / "audit.csv"
    book.mkdir()
    run("import", map_file, book, "--write")
    source.write_text("URL,Title\nhttps://example.org/a,A\n")
    (book / "site_config/inventory.yml").write_text("sources:\n  - file: ../audit.csv\n")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    for shape in ("json", "markdown"):
        told = run("export", book, "--format", shape, "--output", book / output)
        assert told.exit_code == 2
        assert output in told.output
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize("shape", ["mermaid", "pptx"])
def test_a_drawing_of_no_journey_is_none(shape: str, tmp_path: Path) -> None:
    (tmp_path / "content/personas").mkdir(parents=True)
    (tmp_path / "content/personas/buyer.md").write_text("# Buyer\n")
    told = run("export", tmp_path, "--format", shape, "--output", tmp_path / "a.mmd")
    assert told.exit_code == 2
    assert f"holds nothing yet that {shape} can tell" in told.output
    assert not (tmp_path / "a.mmd").exists()


def test_saves_are_told_once_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book, out, elsewhere = tmp_path / "book", tmp_path / "book/out", tmp_path / "audit.csv"
    source, built = book / "content/assets/site/a.md", book / "site/index.html"
    for file in (source, built, book / "site_config/inventory.yml", out / "x", elsewhere):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("sources: [{file: ../audit.csv}]")
    pauses = iter([out / "x", built, source, elsewhere])

    def pause(_seconds: float) -> None:
        next(pauses).write_text("ab")

    monkeypatch.setattr("time.sleep", pause)
    told = saves(book, out)
    # The first is the beginning; what was built or exported is no save.
    for _ in range(3):
        next(told)
    with pytest.raises(StopIteration):
        next(pauses)


@pytest.mark.parametrize("how", [[], ["--watch"]])
def test_who_exports_is_told_of_a_file_that_cannot_be_read(
    how: list[str], map_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book, out = tmp_path / "book", tmp_path / "book.json"
    book.mkdir()
    run("import", map_file, book, "--write")
    (book / "content/personas/inkoper.md").write_text("---\ntitle: [Inkoper\n---\n")
    monkeypatch.setattr(export, "saves", lambda _place, leaving_out: [leaving_out])
    told = run("export", book, "--output", out, *how)
    written = out.stat().st_mtime_ns
    run("export", book, "--output", out)
    assert out.stat().st_mtime_ns == written
    assert "content/personas/inkoper.md:" in told.output
    assert "[broken-front-matter]" in told.output
