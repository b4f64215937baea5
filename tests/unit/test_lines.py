"""A finding is one line wherever it is printed, and every sign in it can be seen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from journeybook.adapters.cli import main
from journeybook.findings import one_line
from journeybook.wording import Wording
from tests.unit.handbooks import told

ORDER = "::error title=pwn::hello"
TWO_LINES = f"What does it cost?\\n{ORDER}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain – text “é”", "plain – text “é”"),
        ("two\nlines\r\nand\ttabs", "two lines  and tabs"),
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("\u202eevil\u2028line\ufffe", "\\u202eevil line\\ufffe"),
        ("lone \ud800", "lone \\ud800"),
        ("👩\u200d💼 CFO\n", "👩\u200d💼 CFO "),
        ("می\u200cبینم", "می\u200cبینم"),
        ("ad\u200dmin", "ad\\u200dmin"),
    ],
)
def test_a_line_is_a_line(text: str, line: str) -> None:
    assert one_line(text) == line


def test_a_statement_of_two_lines_is_one_finding_of_one_line() -> None:
    files = {
        "journeys/a/index.md": "---\npersona: p\n---\n",
        "personas/p.md": "# P\n",
        "phases/b.md": "# B\n",
        "journeys/a/b.md": f'---\nquestions: ["{TWO_LINES}"]\n---\n',
    }
    lines = told(files)
    assert any(ORDER in line for line in lines)
    assert all(line.count("\n") == 0 for line in lines)


def test_check_prints_no_order_to_a_runner(tmp_path: Path) -> None:
    for path, text in {
        "mkdocs.yml": "docs_dir: content\n",
        "content/personas/p.md": f'---\ngoals: ["{TWO_LINES}"]\n---\n',
        "site_config/waivers.yml": f'- {{code: assumption, reason: "a\\n{ORDER}", by: us}}\n',
    }.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    printed = CliRunner().invoke(main, ["check", str(tmp_path), "--all"]).output
    assert ORDER in printed
    assert not [line for line in printed.splitlines() if line.startswith("::")]


def test_a_code_page_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "content" / "personas").mkdir(parents=True)
    (tmp_path / "content" / "personas" / "p.md").write_text("---\ngoals: [→ 中]\n---\n", "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "journeybook", "check", ".", "--all"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert "“? ?”".encode("cp1252") in run.stdout


@pytest.mark.parametrize("value", [1e25, 10**28, -1e300, 1e21])
def test_a_number_of_any_length_is_written(value: float) -> None:
    assert "e+" in Wording(language="nl").number(value)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_is_below_zero_has_a_minus_and_no_hyphen(language: str) -> None:
    say = Wording(language=language)
    written = (say.number(-10), say.number(-1e25), say.percent(-0.1), say.measured(-4, "days"))
    assert [(one[0], "-" in one) for one in written] == [("−", False)] * 4
