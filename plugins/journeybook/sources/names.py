"""What files are called that mean something by their names alone."""

import re
from posixpath import dirname, join, normpath

CONFIGURATIONS = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
"""The configuration of a site, the first that is there."""

INVENTORY = "inventory.yml"
"""The file of site_config/ that names content that stands elsewhere."""

DEFAULTS = ("_defaults.yml", ".meta.yml")
"""What the files below a folder say alike; the second one is that of Material, and yields."""

_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
_TO_COPY = re.compile(r"(?:.*[_-])?TEMPLATE(?:[_-].*)?|_template(?:[_-].*)?")


def is_to_copy(name: str) -> bool:
    """Tell whether authors copy a file to begin one, as its name says: `TEMPLATE_post.md`."""
    return bool(_TO_COPY.fullmatch(name.partition(".")[0]))


def is_defaults(path: str) -> bool:
    """Tell whether a file holds the keys of a folder."""
    return path.rpartition("/")[2] in DEFAULTS


def is_picture(path: str) -> bool:
    """Tell whether a file, or what stands at an address, is a picture."""
    return path.lower().endswith(_PICTURES)


def is_utf_8(name: str) -> bool:
    """Tell whether a name on the disk can be part of an address."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def beside(path: str, name: str) -> str:
    """Give the path of a file by its way from another, which Windows writes with backslashes."""
    return normpath(join(dirname(path), name.replace("\\", "/")))
