"""The icons that Material ships, each read when a page shows it."""

import re
from functools import cache
from importlib.resources import files

_NAME = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)+")
_DRAWING = re.compile(r'<svg[^>]*viewBox="0 0 (\d+) (\d+)"[^>]*>(.*)</svg>', re.DOTALL)


@cache
def icon_named(name: str) -> tuple[str, str]:
    """Give the size and the drawing of an icon, such as `material/web`; nothing for no icon."""
    if not _NAME.fullmatch(name):
        return "", ""
    file = files("material") / "templates" / ".icons" / f"{name}.svg"
    found = _DRAWING.search(file.read_text("utf-8")) if file.is_file() else None
    return (f"0 0 {found[1]} {found[2]}", found[3]) if found else ("", "")
