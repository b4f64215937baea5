"""Values written the way an author would write them in YAML, for files that people go on with."""

import json
import re
from collections.abc import Iterable

_PLAIN = re.compile(r"[A-Za-zÀ-ɏ0-9/][\w À-ɏ/.,'()€%+&-]*", re.ASCII)
_OTHERWISE_READ = re.compile(
    r"(true|false|null|yes|no|on|off|y|n|~)|[-+.\d_,:]+([eE][-+]?\d+)?|0[xob][\da-fA-F_]+",
    re.IGNORECASE,
)


def scalar(text: str) -> str:
    """Write a text so that it is read back as the same text, without quotes where it can be."""
    plain = _PLAIN.fullmatch(text) and not _OTHERWISE_READ.fullmatch(text) and text == text.strip()
    return text if plain else _quoted(text)


def flow(values: Iterable[str]) -> str:
    """Write a short list on one line."""
    written = (_quoted(one) if "," in one else scalar(one) for one in values)
    return f"[{', '.join(written)}]"


def _quoted(text: str) -> str:
    # JSON's strings are YAML's too, but YAML breaks lines at a few more signs.
    return re.sub(
        "[\x7f-\x9f\u2028\u2029\ufeff]",
        lambda found: f"\\u{ord(found.group()):04x}",
        json.dumps(text, ensure_ascii=False),
    )
