"""Keys that are written in several ways come into one, and the handbook still says the same."""

from pathlib import Path

import pytest

from journeybook.adapters.disk.workspace import read_at
from journeybook.editors.forms import forms_for
from journeybook.exports.json_export import handbook_json
from tests.cli.test_init import journeybook
from tests.golden.case import TODAY

FULL = {
    "step": """\
needs: [{text: rest, id: rest}]
questions:
  - {text: Why?, id: why}
emotion: {label: worried}
touchpoints: [{title: Calls, personas: [buyer]}]
""",
    "asset": "cta: {text: Call us}\npersonas: [buyer]\n",
    "persona": "channels: {primary: [site]}\nrole: [buyer]\n+goals: [{text: Sleep}]\n",
}
CASES = [
    ("step", "needs: calm # now\n", "needs:\n  - text: calm # now\n"),
    ("step", "needs:\n  calm\n", "needs:\n  - text: calm\n"),
    ("step", "needs: [calm, 'a, b']\n", "needs: [{text: calm}, {text: 'a, b'}]\n"),
    (
        "step",
        'needs:\n# Both.\n- calm\n-  {text: x}\n-   "y: z"\n',
        'needs:\n# Both.\n- text: calm\n-  {text: x}\n-   text: "y: z"\n',
    ),
    ("step", "questions: How then?\n", "questions:\n  - text: How then?\n"),
    ("step", "emotion: -1\n", "emotion:\n  score: -1\n"),
    ("step", "emotion:   happy\n", "emotion:\n  label: happy\n"),
    (
        "step",
        "touchpoints:\n  - title: Rings\n    personas: buyer\n  - Visits\n",
        "touchpoints:\n  - title: Rings\n    personas:\n      - buyer\n  - title: Visits\n",
    ),
    (
        "step",
        "touchpoints: [{title: A, personas: buyer}]\n",
        "touchpoints: [{title: A, personas: [buyer]}]\n",
    ),
    (
        "step",
        "questions:\n  text: How?\n\n  # So.\n  id: how\n",
        "questions:\n  - text: How?\n\n    # So.\n    id: how\n",
    ),
    ("step", "questions: {text: How?}\n", "questions: [{text: How?}]\n"),
    ("asset", "cta: 'Call: us'\n", "cta:\n  text: 'Call: us'\n"),
    ("asset", "personas: all\n", "personas:\n  - all\n"),
    ("persona", "channels: [site]\n", "channels:\n  primary: [site]\n"),
    ("persona", "channels:\n  - site\n", "channels:\n  primary:\n  - site\n"),
    ("persona", "channels: site\n", "channels:\n  primary:\n    - site\n"),
    ("persona", "role: decider\n", "role:\n  - decider\n"),
    ("persona", "+goals: Rest\n", "+goals:\n  - text: Rest\n"),
]
PATHS = {
    "step": "journeys/buyer/{}.md",
    "asset": "assets/{}.md",
    "persona": "personas/{}.md",
}


def book(root: Path, kind: str, text: str) -> Path:
    """A handbook with a file that says everything in full, and one that does not."""
    files = {
        "personas/buyer.md": "---\ntitle: Buyer\n---\n",
        "channels/site.md": "---\ntitle: Site\n---\n",
        "phases/look.md": "---\ntitle: Look\n---\n",
        "journeys/buyer/index.md": "---\npersona: buyer\n---\n",
        PATHS[kind].format("look"): f"---\n{FULL[kind]}---\n",
        PATHS[kind].format("other"): f"---\ntitle: Other\n{text}phases: look\n---\n\nneeds: x\n"
        if kind != "step"
        else f"---\ntitle: Other\n{text}phase: look\n---\n\nneeds: x\n",
    }
    for path, said in files.items():
        file = root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(said, "utf-8")
    return root / "content" / PATHS[kind].format("other")


def said(root: Path) -> str:
    """What the handbook says, but for the lines where it says it."""
    lines = handbook_json(read_at(root, TODAY).site).decode().splitlines()
    return "\n".join(one for one in lines if 'line": ' not in one and '"column": ' not in one)


@pytest.mark.parametrize(("kind", "typed", "wanted"), CASES)
def test_a_key_is_written_as_elsewhere(tmp_path: Path, kind: str, typed: str, wanted: str) -> None:
    file = book(tmp_path, kind, typed)
    before, text = said(tmp_path), file.read_text("utf-8")
    done = journeybook("fix", "--alike", "--write", str(tmp_path))
    assert done.exit_code == 0, done.output
    assert file.read_text("utf-8") == text.replace(typed, wanted)
    assert said(tmp_path) == before


def test_line_ends_of_other_systems_stay(tmp_path: Path) -> None:
    file = book(tmp_path, "step", "needs: calm\nquestions: Why?\n")
    lines = file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(b"\xef\xbb\xbf" + lines)
    journeybook("fix", "--alike", "--write", str(tmp_path))
    wanted = lines.replace(b"needs: calm", b"needs:\r\n  - text: calm")
    wanted = wanted.replace(b"questions: Why?", b"questions:\r\n  - text: Why?")
    assert file.read_bytes() == b"\xef\xbb\xbf" + wanted


@pytest.mark.parametrize(("old", "new"), [(b"calm\n", b"calm\r\n"), (b"\n", b"\r")])
def test_a_file_with_odd_line_ends_stays_and_is_named(
    tmp_path: Path, old: bytes, new: bytes
) -> None:
    file = book(tmp_path, "step", "needs: calm\n")
    file.write_bytes(odd := file.read_bytes().replace(old, new))
    told = journeybook("fix", "--alike", "--write", str(tmp_path)).output
    assert file.read_bytes() == odd
    assert "journeys/buyer/other.md" in told


@pytest.mark.parametrize("typed", ["needs: |\n  calm\n", "needs:\n- two\n  lines\n- x\n"])
def test_what_is_not_certain_stays_and_is_named(tmp_path: Path, typed: str) -> None:
    file = book(tmp_path, "step", typed)
    before, text = said(tmp_path), file.read_text("utf-8")
    told = journeybook("fix", "--alike", "--write", str(tmp_path)).output
    assert file.read_text("utf-8") == text
    assert said(tmp_path) == before
    assert "journeys/buyer/other.md" in told


def test_keys_that_cannot_be_read_stay_and_stop_nothing(tmp_path: Path) -> None:
    file = book(tmp_path, "step", "needs: calm\n")
    broken = file.with_name("broken.md")
    for typed in ('---\nneeds: "\\x"\n---\n', f"---\nneeds: {'[' * 60}\n---\n"):
        broken.write_text(typed, "utf-8")
        done = journeybook("fix", "--alike", "--write", str(tmp_path))
        assert done.exit_code == 0, done.output
        assert broken.read_text("utf-8") == typed
    assert "needs:\n  - text: calm" in file.read_text("utf-8")


def test_a_form_has_a_field_for_what_is_written_alike(tmp_path: Path) -> None:
    book(tmp_path, "step", "needs: [calm]\nemotion: 1\nquestions: Why not?\n")

    def left_out() -> set[str]:
        found = read_at(tmp_path, TODAY)
        return {*forms_for(found.site, found.documents, "").left_out}

    mixed = {"step: needs", "step: questions", "step: emotion"}
    assert mixed <= left_out()
    journeybook("fix", "--alike", "--write", str(tmp_path))
    assert not mixed & left_out()
