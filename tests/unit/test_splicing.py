"""A name is added to a statement, and every other byte of the file stays as it is."""

import pytest

from journeybook.sources.edits.splicing import Addition, with_name

QUESTION = Addition(lane="questions", at=0, text="text", key="answered_by", name="guides/price")

CASES = {
    "a plain line": (
        "questions:\n  - What does it cost?  # asked often\n  - Who?\n",
        (
            "questions:\n  - text: What does it cost?  # asked often\n"
            "    answered_by: guides/price\n  - Who?\n"
        ),
    ),
    "quotes": (
        'questions:\n- "Is it: late?"\nneeds: [a]\n',
        'questions:\n- text: "Is it: late?"\n  answered_by: guides/price\nneeds: [a]\n',
    ),
    "a row": (
        "questions: [What?, Who?]\n",
        "questions: [{text: What?, answered_by: guides/price}, Who?]\n",
    ),
    "one value": (
        "questions: What, then?\n",
        'questions: {text: "What, then?", answered_by: guides/price}\n',
    ),
    "keys": (
        "questions:\n  - text: What?  # ours\n    id: what\n",
        "questions:\n  - text: What?  # ours\n    id: what\n    answered_by: guides/price\n",
    ),
    "keys on a line": (
        "questions:\n  - {text: What?, id: what}\n",
        "questions:\n  - {text: What?, id: what, answered_by: guides/price}\n",
    ),
    "one name there": (
        "questions:\n  - text: What?\n    answered_by: faq\n",
        "questions:\n  - text: What?\n    answered_by: [faq, guides/price]\n",
    ),
    "names in a row": (
        "questions:\n  - text: What?\n    answered_by: [ faq ]\n",
        "questions:\n  - text: What?\n    answered_by: [ faq , guides/price]\n",
    ),
    "names in lines": (
        "questions:\n  - text: What?\n    answered_by:\n      - faq\n    id: what\n",
        (
            "questions:\n  - text: What?\n    answered_by:\n      - faq\n"
            "      - guides/price\n    id: what\n"
        ),
    ),
    "an empty key": (
        "questions:\n  - text: What?\n    answered_by:\n",
        "questions:\n  - text: What?\n    answered_by: guides/price\n",
    ),
    "an empty row": (
        "questions:\n  - {text: What?, answered_by: []}\n",
        "questions:\n  - {text: What?, answered_by: [guides/price]}\n",
    ),
    "a text of several lines": (
        "questions:\n  - text: >\n      What does\n      it cost?\n    id: what\n",
        (
            "questions:\n  - text: >\n      What does\n      it cost?\n"
            "    id: what\n    answered_by: guides/price\n"
        ),
    ),
    "signs of other alphabets": (
        "needs: [Ä, 🚲]\nquestions: [“Wat?” 🚲, Wie?]\n",
        "needs: [Ä, 🚲]\nquestions: [{text: “Wat?” 🚲, answered_by: guides/price}, Wie?]\n",
    ),
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_only_the_name_is_new(before: str, after: str, end: str) -> None:
    whole = "\ufeff---\n# Above: all\n{}\n---\n# Story\n\n  - What?   \n"
    old, new = (whole.format(text).replace("\n", end).encode() for text in (before, after))
    assert with_name(old, QUESTION) == new


REFUSED = {
    "an alias": "needs: [&what What?]\nquestions: [*what]\n",
    "no such list": "needs: [What?]\n",
    "not so many": "questions: []\n",
    "a line that goes on below": "questions:\n  - What\n   does it cost?\n",
    "broken": "questions: [What?\n",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_is_not_certain_is_left_alone(text: str) -> None:
    assert with_name(f"---\n{text}---\n".encode(), QUESTION) is None


@pytest.mark.parametrize("data", [b"---\nquestions: [\xff]\n---\n", b"---\rquestions: [a]\r---\r"])
def test_other_bytes_are_left_alone(data: bytes) -> None:
    assert with_name(data, QUESTION) is None
