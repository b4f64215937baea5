"""What other sites show of a handbook: a map, a matrix or a list for a frame, and drawings."""

import re
from collections.abc import Iterator

from markupsafe import escape

from journeybook.pages.parts.hrefs import quoted, relative
from journeybook.pages.parts.page import Frame, Page
from journeybook.pages.parts.site import Site

STYLES = "embed/embed.css"
"""The style sheet of everything that is shown in frames, beside it."""

# An image that is opened by itself is XML, which has no place for these.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def frame_files(site: Site, pages: tuple[Page, ...]) -> Iterator[tuple[str, bytes]]:
    """Give the files by their path inside the site."""
    for page in pages:
        for block in page.blocks:
            # Links to sources are for an engine to follow, and no engine reads a frame.
            frame = None if site.shape.to_sources else page.frame
            if frame and block.name == frame.block:
                yield frame.file, _frame(site, frame, page.title, block.html).encode()
        for name, drawing in page.drawings:
            yield name, _CONTROLS.sub("", str(drawing)).encode()


def _frame(site: Site, frame: Frame, title: str, html: str) -> str:
    # Its links are seen from its page, and open there and not inside the frame.
    address = site.shape.address(frame.page)
    home = escape(relative(quoted(frame.file), address))
    styles = escape(relative(address, quoted(STYLES)))
    itself = escape(address.rpartition("/")[2] or "./")
    return (
        f'<!doctype html>\n<html lang="{escape(site.wording.language)}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        '<meta name="robots" content="noindex">\n'
        f'<base href="{home}" target="_top">\n<title>{escape(title)}</title>\n'
        f'<link rel="stylesheet" href="{styles}">\n</head>\n<body class="jb-framed">\n{html}\n'
        f'<p class="jb"><a href="{itself}">{escape(title)}</a></p>\n</body>\n</html>\n'
    )
