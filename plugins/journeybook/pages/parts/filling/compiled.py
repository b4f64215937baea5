"""Templates in compiled form."""

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """The compiled form of templates, each by its name and the text that it was compiled from.

    It has `grown` when one was compiled that was not known.
    """

    def __init__(self) -> None:
        """Start with none."""
        self.codes: dict[str, tuple[str, CodeType]] = {}
        self.grown = False

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template whose text is the same."""
        checksum, code = self.codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember the code of a template."""
        if bucket.code:
            self.codes[bucket.key] = (bucket.checksum, bucket.code)
            self.grown = True


OURS = CompiledTemplates()
"""The templates of our blocks, for as long as the process lives.

While somebody writes, the handbook is compiled at every change, and its templates stay the same.
"""
