"""The sign of a channel: its own icon, or that of its type, always with its name in words."""

from markupsafe import Markup

from journeybook.handbook.entities import Channel
from journeybook.pages.parts.drawing.svg import element
from journeybook.pages.parts.site import Site

_OF_TYPES = {
    "owned": "material/web",
    "earned": "material/star-outline",
    "paid": "material/bullhorn-outline",
    "personal": "material/account-group-outline",
}
_OTHERWISE = "material/message-outline"


def channel_sign(channel: Channel, site: Site) -> Markup:
    """Draw the sign of a channel, which is read as its name; nothing where no icons are known."""
    size, drawing = site.shape.icon(channel.icon or "")
    if not drawing:
        size, drawing = site.shape.icon(_OF_TYPES.get(channel.type or "", _OTHERWISE))
    if not drawing:
        return Markup("")
    path = Markup(drawing)  # noqa: S704 - ships with the theme
    return element(
        "svg", path, class_="jb-mark jb-icon", viewBox=size, role="img", aria_label=channel.title
    )
