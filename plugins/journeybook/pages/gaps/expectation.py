"""What a phase expects of the content for each persona, in words."""

from journeybook.handbook.entities import Expects
from journeybook.pages.parts.site import Site


def expectation_words(expects: Expects, site: Site) -> tuple[str, ...]:
    """Say what a phase expects for a persona, one phrase for each demand."""
    wording = site.wording
    found = [
        wording.count("{n} asset", "{n} assets", expects.assets) if expects.assets else "",
        wording.count("{n} format", "{n} formats", expects.formats) if expects.formats else "",
        *(site.handbook.vocabulary.type_label(one) for one in expects.types),
        _cta_expected(expects, site),
        _gating_expected(expects, site),
    ]
    return tuple(phrase for phrase in found if phrase)


def _cta_expected(expects: Expects, site: Site) -> str:
    say = site.wording.text
    return {
        "required": say("a call to action on everything"),
        "optional": say("a call to action where it fits"),
    }.get(expects.cta or "", "")


def _gating_expected(expects: Expects, site: Site) -> str:
    say = site.wording.text
    return {
        "expected": say("something worth leaving an address for"),
        "discouraged": say("nothing behind a form"),
    }.get(expects.gated or "", "")
