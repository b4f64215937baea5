"""Templates that were compiled at the build before."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from journeybook.adapters.disk.keeping.shelf import Shelf
from journeybook.adapters.mkdocs.keeping.templates import KeptCode
from journeybook.pages.parts.filling.compiled import CompiledTemplates


def _filled(text: str, folder: Path, ground: bytes, monkeypatch: pytest.MonkeyPatch) -> int:
    # How many templates had to be compiled.
    templates = CompiledTemplates()
    code = KeptCode(shelf=Shelf(folder), name="t", ground=ground, templates=templates)
    code.load()
    compiled: list[str] = []
    compile_ = Environment.compile

    def counted(self: Environment, source: str, *more: object) -> object:
        compiled.append(source)
        return compile_(self, source, *more)  # type: ignore[call-overload]

    with monkeypatch.context() as patched:
        patched.setattr(Environment, "compile", counted)
        environment = Environment(
            autoescape=True, loader=DictLoader({"a.html": text}), bytecode_cache=templates
        )
        assert environment.get_template("a.html").render() == text
    code.save()
    return len(compiled)


def test_a_template_is_compiled_once_for_its_text_and_its_ground(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def filled(text: str, ground: bytes) -> int:
        return _filled(text, tmp_path, ground, monkeypatch)

    assert filled("one", b"1") == 1
    assert filled("one", b"1") == 0
    assert filled("two", b"1") == 1
    assert filled("two", b"2") == 1
    assert filled("two", b"2") == 0
