"""Draws SVG: elements as escaped text, with numbers cut to what can be seen."""

from markupsafe import Markup, escape

Attribute = str | float | None

_AS_WRITTEN = frozenset(
    ("viewBox", "preserveAspectRatio", "refX", "refY", "markerWidth", "markerHeight")
)


def element(name: str, *children: str | Markup, **attributes: Attribute) -> Markup:
    """Write an element; `class_` and `stroke_width` become `class` and `stroke-width`.

    Plain text among the children is escaped; an attribute that is None is left out.
    """
    # Names are our own and all else is escaped here, so that no later step needs to look again.
    written = "".join(
        f' {_name(key)}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(escape(child) for child in children)
    end = f">{inside}</{name}>" if children else "/>"
    return Markup(f"<{name}{written}{end}")  # noqa: S704


def drawing(
    name: str,
    title: str,
    description: str,
    *children: Markup,
    role: str = "img",
    **attributes: Attribute,
) -> Markup:
    """Write a drawing with its title and description; `name` makes their ids.

    One with links in it is a `group`, so that they can be reached.
    """
    return element(
        "svg",
        element("title", title, id=f"{name}-title"),
        element("desc", description, id=f"{name}-desc"),
        *children,
        role=role,
        aria_labelledby=f"{name}-title {name}-desc",
        **attributes,
    )


def number(value: float) -> str:
    """Write a number with one decimal at most."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _name(key: str) -> str:
    if key in _AS_WRITTEN:
        return key
    return key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else number(value)
