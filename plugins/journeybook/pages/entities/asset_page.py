"""The page of an asset: its facts, what it is for, where it is used, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.findings import Finding
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.coverage import AnswerState
from journeybook.handbook.journeys import Question
from journeybook.pages.entities.asset_facts import asset_facts
from journeybook.pages.entities.lines import (
    asset_line,
    expectation_line,
    step_title,
    touchpoint_line,
)
from journeybook.pages.entities.usage import Usage
from journeybook.pages.parts.entity_parts import Head, Line, Section, joined, titles
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.states import (
    answer_word,
    answer_words,
    severity_word,
    status_kind,
)
from journeybook.pages.parts.words.strengths import strength_of


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetPage:
    """The page of an asset."""

    uri: str
    head: Head
    sections: tuple[Section, ...]
    tags: tuple[str, ...]


def make_asset_page(site: Site, usage: Usage, asset: Asset) -> AssetPage:
    """Make the page of an asset."""
    here = Here(site=site, uri=site.addresses.page(asset))
    sections = (
        _wrong(here, usage, asset),
        _answers(here, usage, asset),
        _used(here, usage, asset),
        _keeps(here, usage, asset),
        _closes(here, usage, asset),
        _next(here, usage, asset),
    )
    return AssetPage(
        uri=here.uri,
        head=_head(here, asset),
        sections=tuple(one for one in sections if one.lines),
        tags=tuple(_tags(asset)),
    )


def _head(here: Here, asset: Asset) -> Head:
    book = here.site.handbook
    return Head(
        summary=asset.summary or "",
        facts=tuple(one for one in asset_facts(here, asset) if one.text or one.links),
        kind=status_kind(asset.status),
        state=asset.status_label,
        pills=tuple(one for one in (book.vocabulary.type_label(asset.type),) if one),
        meanings=book.vocabulary.definitions(),
        source=here.source(asset.span, asset.title),
        title=asset.title,
    )


def _wrong(here: Here, usage: Usage, asset: Asset) -> Section:
    problems = usage.wrong_in.get(asset.path, ())
    gaps = usage.missing_in.get(asset.path, ())
    lines = [
        _finding(here, one, Link(text=one.message, href=here.site.source(one.span)))
        for one in problems
    ]
    lines.extend(_finding(here, one.finding, here.gap(one)) for one in gaps)
    return Section(title=here.site.wording.text("What is wrong with it"), lines=tuple(lines))


def _finding(here: Here, finding: Finding, link: Link) -> Line:
    say = here.site.wording.text
    kind = "waived" if finding.waived else "open"
    word = say("accepted for now") if finding.waived else severity_word(here.site, finding.severity)
    return Line(link=link, kind=kind, word=word, tag=word, note=finding.hint)


def _answers(here: Here, usage: Usage, asset: Asset) -> Section:
    asked = [usage.questions[one] for one in asset.answers if one in usage.questions]
    return Section(
        title=here.site.wording.text("Questions it answers"),
        lines=tuple(_question(here, one) for one in asked),
    )


def _question(here: Here, question: Question) -> Line:
    coverage = here.site.handbook.coverage
    state = coverage.state_of(question)
    others = len(coverage.answers_to(question)) - 1
    count = here.site.wording.count
    return Line(
        link=here.statement(question),
        kind=state.value,
        word=answer_word(here.site, state),
        note=joined(
            titles(here, question.personas),
            step_title(here, question),
            "" if state is AnswerState.ANSWERED else answer_words(here.site, question),
            count("{n} other asset too", "{n} other assets too", others) if others else "",
        ),
        strength=strength_of(here.site, question),
    )


def _used(here: Here, usage: Usage, asset: Asset) -> Section:
    met = usage.met_with.get(asset.id, ())
    return Section(
        title=here.site.wording.text("Where it is used"),
        lines=tuple(touchpoint_line(here, one) for one in met),
    )


def _keeps(here: Here, usage: Usage, asset: Asset) -> Section:
    say = here.site.wording.text
    left = usage.kept_by_asset.get(asset.id, ())
    expected = usage.expected_of.get(asset.id, ())
    return Section(
        title=say("What it should bring about"),
        lines=(
            *(
                Line(
                    link=here.statement(one),
                    note=joined(say("keeps people from leaving"), step_title(here, one)),
                )
                for one in left
            ),
            *(expectation_line(here, one, say("meets an expectation")) for one in expected),
            *(
                Line(link=here.action(one.id), note=say("belongs to an improvement"))
                for one in usage.worked_on_by.get(asset.id, ())
            ),
        ),
    )


def _closes(here: Here, usage: Usage, asset: Asset) -> Section:
    say = here.site.wording.text
    found = usage.closed_by.get(asset.id, ())
    return Section(
        title=say("Gaps it will close"),
        lines=tuple(
            Line(
                link=here.gap(one),
                kind="filling",
                word=say("being filled"),
                note=severity_word(here.site, one.finding.severity),
            )
            for one in found
        ),
    )


def _next(here: Here, usage: Usage, asset: Asset) -> Section:
    say, assets = here.site.wording.text, here.site.handbook.assets
    after = [assets[one] for one in asset.next if one in assets]
    before = usage.before.get(asset.id, ())
    return Section(
        title=say("What comes before and after"),
        lines=(
            *(asset_line(here, one, say("leads here")) for one in before),
            *(asset_line(here, one, say("comes next")) for one in after),
        ),
    )


def _tags(asset: Asset) -> Iterator[str]:
    if asset.type:
        yield f"type/{asset.type}"
    yield f"status/{asset.status.value}"
    yield from (f"persona/{one}" for one in asset.personas)
    yield from (f"phase/{one}" for one in asset.phases)
    yield from (f"channel/{one}" for one in asset.channels)
