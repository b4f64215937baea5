"""All assets as a table, one row each."""

from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.freshness import fresh_until
from journeybook.handbook.fitting.use import usage_of
from journeybook.handbook.vocabulary import Status
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.table import Column, Table, Value, listed
from journeybook.pages.parts.words.states import DECISIONS, yes_or_no

MONTHS = 12
"""Of how many months the use of content is shown."""


def asset_table(site: Site) -> Table:
    """Give all assets with everything that is known of them."""
    assets = site.handbook.assets_by_title
    usage = usage_of(assets, site.handbook.today, MONTHS)
    return Table(
        title=site.wording.text("Content"),
        columns=_columns(site),
        rows=tuple(_row(site, one, usage.numbers.get(one.id)) for one in assets),
    )


def _columns(site: Site) -> tuple[Column, ...]:
    say, words = site.wording.text, site.handbook.vocabulary
    return (
        Column(title=say("Title"), width=40),
        Column(title=say("Status"), choices=tuple(words.status_label(one) for one in Status)),
        Column(title=say("Type"), choices=words.type_labels),
        Column(title=say("Phases"), width=24),
        Column(title=say("Personas"), width=24),
        Column(title=say("Channels"), width=24),
        Column(title=say("Answers"), width=40),
        Column(title=say("Published")),
        Column(title=say("Due")),
        Column(title=say("Next review")),
        Column(title=say("Decision"), choices=tuple(map(say, DECISIONS.values()))),
        Column(title=say("Use in 12 months")),
        Column(title=say("Owner"), width=20),
        Column(title=say("Gated"), choices=(say("yes"), say("no"))),
        Column(title=say("Call to action"), width=24),
        Column(title=say("Language")),
        Column(title=say("Address"), width=30),
        Column(title=say("File"), width=30),
    )


def _row(site: Site, asset: Asset, used: int | None) -> tuple[Value, ...]:
    book = site.handbook
    until = fresh_until(asset, book.vocabulary) if asset.is_published else None
    questions = (_question(site, one) for one in asset.answers)
    return (
        asset.title,
        book.vocabulary.status_label(asset.status),
        book.vocabulary.type_label(asset.type),
        listed(book.phases[one].title for one in asset.phases),
        listed(book.personas[one].title for one in asset.personas),
        listed(book.channels[one].title for one in asset.channels),
        "\n".join(questions),
        asset.published,
        asset.due,
        until,
        site.wording.text(DECISIONS[asset.decision]) if asset.decision else None,
        used,
        asset.owner,
        yes_or_no(site, value=asset.gated),
        asset.cta.text if asset.cta else None,
        asset.language,
        asset.url,
        asset.path,
    )


def _question(site: Site, question: str) -> str:
    step = site.handbook.step(question)
    asked = (one.text for one in (step.questions if step else ()) if one.id == question)
    return next(asked, question)
