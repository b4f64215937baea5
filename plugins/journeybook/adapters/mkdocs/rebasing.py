"""Addresses in finished HTML, for a page that is published elsewhere than it was made for.

Posts of a blog, and pages of a site in several languages, are.
"""

import re
from urllib.parse import urljoin

from journeybook.pages.parts.hrefs import relative

# Not those that begin with a scheme, another host, a fragment or the root of a host.
_HREF = re.compile(r'(?<=[ :]href=")(?![a-zA-Z][a-zA-Z0-9+.-]*:|[#/])[^"]*')
_ROOT = "http://site/"


def rebased(html: str, there: str, here: str) -> str:
    """Give HTML that was made for the address `there` as it leads to the same places from `here`.

    Both are addresses inside the site.
    """
    if there == here:
        return html
    return _HREF.sub(lambda found: relative(here, _inside(there, found.group())), html)


def _inside(there: str, href: str) -> str:
    return urljoin(f"{_ROOT}{there}", href).removeprefix(_ROOT)
