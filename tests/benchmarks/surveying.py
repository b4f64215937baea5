"""How long a survey of a hundred thousand responses takes, and how much memory."""

import random
import resource
import time

from tests.unit.surveys.files import google_forms, judged, people

MEGABYTE = 1024


def measured(responses: int) -> str:
    """Judge a small handbook with so many responses, in seconds of this process."""
    data = google_forms(people(1_000, seed=1))
    head, *rows = data.splitlines(keepends=True)
    chance = random.Random(1)  # noqa: S311 - the same each time
    data = head + b"".join(chance.choices(rows, k=responses))
    judged("answers.csv", google_forms(people(50)))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    judged("answers.csv", data)
    took = time.process_time() - began
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / MEGABYTE
    return f"{took:.2f} s, {grown:.0f} MB"
