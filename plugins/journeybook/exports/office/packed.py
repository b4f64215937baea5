"""Packages of the office formats, the same from one run to the next."""

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_WHEN = dt.time(10)
"""An hour of UTC at which it is the same day wherever people live."""


def made_on(today: dt.date) -> dt.datetime:
    """Give the time at which a document says it was made: the same for two runs of a day."""
    return dt.datetime.combine(today, _WHEN)


def same_each_time(data: BytesIO, mended: Callable[[bytes], bytes] = bytes) -> bytes:
    """Write a package anew, its files `mended`, without the times at which they were written."""
    fixed = BytesIO()
    with ZipFile(data) as old, ZipFile(fixed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name), mended(old.read(name)), ZIP_DEFLATED)
    return fixed.getvalue()
