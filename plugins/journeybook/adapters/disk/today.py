"""Which day it is for whoever runs a command or builds a site."""

import os
from datetime import UTC, date, datetime

from journeybook.adapters.disk.refusal import CannotRunError


def today_of_machine() -> date:
    """Give the day of SOURCE_DATE_EPOCH, or else today where the command runs.

    Raises:
        CannotRunError: when SOURCE_DATE_EPOCH is no number of seconds.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        # A handbook's dates are calendar days; the day of whoever runs the command is meant.
        return date.today()  # noqa: DTZ011
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise CannotRunError(
            "SOURCE_DATE_EPOCH is no number of seconds: {seconds}", seconds=seconds
        ) from error
