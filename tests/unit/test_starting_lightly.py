"""What is kept of a site is taken over before code for compiling is read, which takes longer."""

import subprocess
import sys

FOR_COMPILING = {"pydantic", "journeybook.schema", "journeybook.wording", "watchdog"}


def test_the_plugin_reads_no_code_for_compiling() -> None:
    code = "import sys, journeybook.adapters.mkdocs.plugin; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert sorted(FOR_COMPILING.intersection(ran.stdout.split())) == []
