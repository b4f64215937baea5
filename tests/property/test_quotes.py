"""A text says the same with quotes and without, as forms in the browser write it again."""

import json

import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.handbooks import judged

TEXTS = st.text("ab1 ,:#'\"-[]{}&*!|>%@`~?.0", min_size=1).map(str.strip).filter(bool)
WORDS = st.sampled_from(["no", "0123", "1.5", "true", "null", "2026-13-45", "a, b", "1:30", "=1"])


@given(st.lists(TEXTS | WORDS, min_size=1, max_size=4, unique=True))
def test_a_tag_is_the_same_with_quotes_and_without(tags: list[str]) -> None:
    plain = yaml.dump({"tags": tags}, Dumper=yaml.CSafeDumper, allow_unicode=True, width=9999)
    assert _tags(f"tags: {json.dumps(tags)}\n") == _tags(plain) == tuple(tags)


def _tags(front_matter: str) -> tuple[str, ...]:
    book = judged({"personas/buyer.md": f"---\n{front_matter}---\n# Buyer\n"}).handbook
    return book.personas["buyer"].tags
