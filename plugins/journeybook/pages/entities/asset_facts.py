"""The facts at the head of the page of an asset."""

from collections.abc import Iterator

from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.freshness import fresh_until
from journeybook.handbook.use import by_source
from journeybook.handbook.vocabulary import Status
from journeybook.pages.parts.entity_parts import Fact, told_facts
from journeybook.pages.parts.ways.links import Here, outward
from journeybook.pages.parts.words.states import DECISIONS, EFFORTS, yes_or_no
from journeybook.rules.engine.use_words import latest, speed_words, use_words
from journeybook.schema import Kind


def asset_facts(here: Here, asset: Asset) -> Iterator[Fact]:
    """Tell what is known of an asset; a fact may have nothing to say."""
    say, day = here.site.wording.text, here.site.wording.day
    personas = tuple(here.persona(one) for one in asset.personas)
    yield Fact(label=say("For"), links=personas, text="" if personas else say("nobody yet"))
    yield Fact(label=say("Phases"), links=tuple(here.phase(one) for one in asset.phases))
    yield Fact(label=say("Channels"), links=tuple(here.channel(one) for one in asset.channels))
    if asset.published and asset.published <= here.site.handbook.today:
        age = here.site.wording.ago(asset.published, here.site.handbook.today)
        yield Fact(label=say("Published"), text=f"{day(asset.published)}, {age}")
    elif asset.due:
        late = asset.due < here.site.handbook.today
        yield Fact(label=say("Due"), text=day(asset.due), tone="open" if late else "")
    if asset.effort:
        yield Fact(label=say("Effort"), text=say(EFFORTS[asset.effort]))
    yield from _freshness(here, asset)
    if asset.cta:
        words = outward(asset.cta.text, asset.cta.url)
        yield Fact(label=say("Call to action"), links=(words,))
    yield Fact(label=say("Gated"), text=yes_or_no(here.site, value=asset.gated))
    if asset.gate:
        fields = here.site.wording.both(asset.gate.fields)
        yield Fact(label=say("The form asks"), text=fields)
    if asset.speed:
        yield Fact(label=say("Speed"), text=speed_words(asset.speed, here.site.wording))
    yield from _audited(here, asset)
    yield Fact(label=say("Language"), text=here.site.wording.language_name(asset.language or ""))
    yield from told_facts(here, asset, Kind.ASSET)
    yield Fact(label=say("Owner"), text=asset.owner or "")
    if asset.url:
        yield Fact(label=say("Address"), links=(outward(asset.url, asset.url),))


def _audited(here: Here, asset: Asset) -> Iterator[Fact]:
    say, wording = here.site.wording.text, here.site.wording
    if asset.decision:
        waits = asset.decision != "keep" and asset.status is not Status.RETIRED
        word = say(DECISIONS[asset.decision])
        yield Fact(label=say("Decision"), text=word, tone="open" if waits else "")
    told: list[str] = []
    for source, figures in by_source(asset.use).items():
        last = latest(figures)
        told.append(use_words(source, last, wording))
        if len(last) < len(figures):
            told.append(use_words(source, figures, wording))
    if told:
        yield Fact(label=say("Use"), text="; ".join(told))


def _freshness(here: Here, asset: Asset) -> Iterator[Fact]:
    say, wording = here.site.wording.text, here.site.wording
    until = fresh_until(asset, here.site.handbook.vocabulary) if asset.is_published else None
    if until is None:
        return
    late = until < here.site.handbook.today
    label = say("Review was due") if late else say("Next review")
    yield Fact(label=label, text=wording.day(until), tone="open" if late else "")
