"""Packages of the office formats, the same from one run to the next."""

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

CREATED = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - the formats know no time zones
"""A document says when it was made; a fixed day keeps two runs the same."""


def same_each_time(data: BytesIO, mended: Callable[[bytes], bytes] = bytes) -> bytes:
    """Write a package anew, its files `mended`, without the times at which they were written."""
    fixed = BytesIO()
    with ZipFile(data) as old, ZipFile(fixed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name), mended(old.read(name)), ZIP_DEFLATED)
    return fixed.getvalue()
