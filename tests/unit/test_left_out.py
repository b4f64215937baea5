"""What every site leaves out of its pages is the same whether patterns are read for it or not."""

from pathlib import Path

import pytest

from journeybook.adapters.disk.sites.handbook_folders import handbooks_of


@pytest.mark.parametrize(
    ("path", "is_out"),
    [
        ("a.md", False),
        (".a.md", True),
        ("b/.c/d.md", True),
        ("b/c.d/e.md", False),
        ("templates/a.md", True),
        ("templates", False),
        ("b/templates/a.md", False),
        ("templates.md", False),
    ],
)
def test_what_is_always_left_out(path: str, is_out: bool, tmp_path: Path) -> None:
    for settings in ({}, {"exclude_docs": "nothing.md"}):
        (folders,) = handbooks_of(settings, tmp_path)
        assert folders.left_out(path) is is_out
