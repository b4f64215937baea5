"""Touchpoint in the company's voice.

The title of a touchpoint tells what we do or names a piece of content or a channel, in place of
what the customer does. This rule is off until it is switched on.

A map in our own words shows our processes. In the customer's words it shows where they are led
astray.

Write what the customer does, as a short sentence: “Asks for the price list” in place of “Price
list e-mail” or “We send the price list”.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.linking.directory import Fold
from journeybook.rules.engine.about import Said, gap_of_statement
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings

CODE = Code.COMPANY_VOICE
SEVERITY = Severity.OFF
FIX = FixKind.UPDATE

_SHORT = 3


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find touchpoints that are told from the company's side."""
    say = settings.wording.text
    names, ours = _names(handbook), frozenset(handbook.vocabulary.phrases.get("ours", ()))
    for journey, step, one in handbook.touchpoints:
        if _is_ours(one.text, names, ours, handbook.vocabulary.fold):
            yield gap_of_statement(
                settings,
                CODE,
                Said(journey=journey, step=step, statement=one),
                say("“{touchpoint}” is not told in the customer's voice", touchpoint=one.text),
                say("tell what the customer does, such as “Asks for the price list”"),
            )


def _is_ours(title: str, names: frozenset[str], ours: frozenset[str], fold: Fold) -> bool:
    # A short title that ends in a type of content or a channel names a thing, and no deed.
    words = title.split()
    names_a_thing = fold(title) in names or (len(words) <= _SHORT and fold(words[-1]) in names)
    return words[0].casefold() in ours or names_a_thing


def _names(handbook: Handbook) -> frozenset[str]:
    fold = handbook.vocabulary.fold
    channels = {fold(one.title) for one in handbook.channels.values()}
    return frozenset(handbook.vocabulary.type_names) | channels
