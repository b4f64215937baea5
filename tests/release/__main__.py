"""Releases the version that pyproject.toml names; without --tag, only says what it would do.

python -m tests.release [--tag]

Looks whether the working tree is clean, the version has a section with a day in the changelog and
no tag yet, builds both distributions into dist/, installs the wheel in an empty environment, and
builds and checks a site of five lines there. Then it tags. Pushing the tag and sending dist/ to a
registry stay with you.
"""

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tests.release.distribution import build_distributions, try_wheel
from tests.release.releasing import obstacles, put_tag, read_version
from tests.sites import ROOT


def main() -> int:
    """Say what is in the way, what would be done or what was done."""
    parser = argparse.ArgumentParser(prog="python -m tests.release", description=__doc__)
    parser.add_argument("--tag", action="store_true", help="put the tag if nothing is in the way")
    options = parser.parse_args()
    version = read_version(ROOT)
    today = datetime.now(tz=UTC).date()
    found = tuple(obstacles(ROOT, version, today, distribute))
    for obstacle in found:
        print(f"In the way: {obstacle}")
    if found:
        return 1
    if not options.tag:
        print(f"Nothing is in the way. Would tag {version.tag} with:\n\n{version.notes}")
        return 0
    put_tag(ROOT, version)
    print(
        f"Tagged {version.tag}; dist/ holds its distributions. Next: git push origin {version.tag}"
    )
    return 0


def distribute(root: Path) -> None:
    """Build the distributions into dist/ and try the wheel."""
    target = root / "dist"
    target.mkdir(exist_ok=True)
    for old in target.iterdir():
        old.unlink()
    _, wheel = build_distributions(target, root)
    with tempfile.TemporaryDirectory() as folder:
        try_wheel(wheel, Path(folder))


if __name__ == "__main__":
    sys.exit(main())
