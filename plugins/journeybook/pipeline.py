"""The way from files to a handbook that is judged, without disk, clock or engine."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from journeybook.findings import Finding, once_each
from journeybook.handbook.addressing.addresses import Addresses
from journeybook.handbook.assembly import assemble
from journeybook.handbook.audiences import make_audiences
from journeybook.handbook.book import Handbook
from journeybook.handbook.fitting.strength import make_standards
from journeybook.handbook.linking.confidential import is_private, without_secrets
from journeybook.handbook.linking.evidence import Grounds
from journeybook.handbook.linking.linker import unknown_types
from journeybook.handbook.planning import make_planning
from journeybook.handbook.statements import Statement
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.pages.parts.shape import Shape
from journeybook.pages.parts.site import Site
from journeybook.resources import Resources, all_words, languages_of, vocabulary_of, wording_of
from journeybook.rules.engine.rule import Rule
from journeybook.rules.engine.team import TeamRules, set_rules, with_names
from journeybook.rules.registry import Judging, rules_with
from journeybook.schema import Entity
from journeybook.schema.period import Words
from journeybook.schema.settings.vocabulary import LanguageWords
from journeybook.sources.document import Document, SourceFile
from journeybook.sources.line_days import LineDays, first_written
from journeybook.sources.reading import Known, Reading, read_files
from journeybook.sources.settings.configuration import TeamDecisions, read_decisions
from journeybook.wording import Wording, marked

_CONFIDENTIAL = marked("Confidential")


@dataclass(frozen=True, slots=True, kw_only=True)
class CompileSettings:
    """Where the handbook keeps its folders, what its site looks like, and what ships with us.

    What its own folder does not decide, that `shared` with other handbooks does.
    `dead` are addresses elsewhere on the web that somebody asked for and that lead nowhere.
    `line_days` tell when each line was written, where somebody knows. What is private is shown
    nowhere when it `hides`.
    """

    resources: Resources
    config: str = "site_config"
    shared: str = ""
    dead: frozenset[str] = frozenset()
    line_days: LineDays = field(default_factory=dict)
    hides: bool = False
    shape: Shape = field(default_factory=Shape)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A handbook with all its findings, and the files it was read from.

    The findings of its `site` are those that may be shown there.
    """

    handbook: Handbook
    findings: tuple[Finding, ...]
    site: Site
    reading: Reading
    bench: "Bench"

    @property
    def documents(self) -> tuple[Document[Entity], ...]:
        """The files that describe something, as they were read."""
        return self.reading.documents

    def place_of(self, statement: Statement) -> int | None:
        """Tell which of all that is written in a lane a statement is, in the file that says it."""
        lane = statement.lane.value
        document = next(one for one in self.documents if one.path == statement.span.path)
        tree = document.tree
        for at in range(len(getattr(document.fields, lane))):
            if tree.span(lane, at) == statement.span:
                *_, written = tree.as_written(lane, at)
                return written if isinstance(written, int) else None
        return None

    def told_as(self, other: "Judged") -> "Judged":
        """Judge the same files as before, and tell it in the language of another state."""
        bench, wording = self.bench, other.bench.wording
        if bench.wording.language == wording.language:
            return self
        team = set_rules(bench.decisions.rules, wording, bench.rules, bench.words)
        anew = replace(bench, wording=wording, team=team)
        return anew.judged(self.reading, self.site.covering)


def read_handbook(
    sources: Iterable[SourceFile],
    settings: CompileSettings,
    today: date,
    known: Known | None = None,
) -> Judged:
    """Read, link and judge a handbook as of a day; files in `known` are not read again."""
    every = tuple(sources)
    files = tuple(one for one in every if one.refused != "left-out")
    resources = settings.resources
    decisions = read_decisions(
        files,
        settings.config,
        languages_of(resources),
        settings.shared,
        resources.spoken,
        words=all_words(resources),
    )
    language = decisions.configuration.language
    words, wording = all_words(resources, language), wording_of(language, resources)
    vocabulary = vocabulary_of(decisions.configuration, resources)
    rules = rules_with(resources.rules)
    team = set_rules(decisions.rules, wording, rules, words)
    bench = Bench(
        settings=settings,
        today=today,
        wording=wording,
        words=words,
        vocabulary=vocabulary,
        rules=rules,
        team=team,
        decisions=decisions,
        languages=languages_of(resources, language),
    )
    reading = read_files(
        files,
        settings.shape.content,
        settings.config,
        known,
        words,
        elsewhere=decisions.inventory.elsewhere,
    )
    left_out = frozenset(one.path for one in every if one.refused == "left-out")
    reading = replace(reading, left_out=left_out)
    if decisions.inventory.sources:
        # Most handbooks keep all content in files of their own, and go without what opens others.
        from journeybook.handbook.inventories.stage import with_inventory  # noqa: PLC0415

        reading = with_inventory(reading, decisions.inventory.sources, vocabulary, words, today)
    judged = bench.judged(reading)
    shown = without_secrets(reading, wording.text(_CONFIDENTIAL)) if settings.hides else reading
    if shown is reading:
        return judged
    covering = {one.path for one in shown.documents if one.covers}
    inside = f"{settings.shape.content}/"
    covered = bench.judged(shown, covering)
    # A waiver of what is private fits its gap, though the site does not show it.
    outside = {one for one in judged.findings if not one.span.path.startswith(inside)}
    findings = tuple(
        one for one in covered.findings if one.span.path.startswith(inside) or one in outside
    )
    site = replace(covered.site, findings=findings)
    return replace(covered, site=site, findings=judged.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What a handbook is judged with: what a team decided, on which day, and what ships with us."""

    settings: CompileSettings
    today: date
    wording: Wording
    words: Words
    vocabulary: Vocabulary
    rules: Mapping[str, Rule]
    team: TeamRules
    decisions: TeamDecisions
    languages: Mapping[str, LanguageWords]

    def judged(self, reading: Reading, hidden: Collection[str] = ()) -> Judged:
        """Link and judge what was read; what is `hidden` is no finding that is shown."""
        team = self.decisions
        questions = team.configuration.vocabulary.questions
        unknown = unknown_types(questions, self.vocabulary, team.configuration_tree)
        made = (*team.mistakes, *self.team.mistakes, *unknown)
        linked = assemble(
            reading,
            self.vocabulary,
            self.today,
            Grounds(
                standards=make_standards(team.configuration),
                first_written=first_written(reading.files, self.settings.line_days),
            ),
            made,
            speeds=team.speeds,
            use=team.inventory.use,
        )
        named = with_names(self.team.settings, linked)
        written, tree = team.configuration.audiences, team.configuration_tree
        pages = Addresses(linked).lasting if written else ()
        audiences, lost = make_audiences(written, pages, tree)
        mistakes = once_each((*linked.mistakes, *named.mistakes, *lost))
        judging = Judging(rules=self.rules, settings=named.settings, waivers=team.waivers)
        handbook = judging.fitted(
            replace(
                linked,
                dead=self.settings.dead,
                has_history=bool(self.settings.line_days),
                mistakes=mistakes,
                planning=make_planning(team.configuration),
                audiences=audiences,
            )
        )
        found = judging.findings(handbook)
        findings = tuple(one for one in found if one.span.path not in hidden)
        site = Site(
            handbook=handbook,
            findings=findings,
            wording=self.wording,
            judging=judging,
            shape=self.settings.shape,
            covering=frozenset(hidden),
            private=frozenset(one.path for one in reading.documents if is_private(one)),
            words=self.words,
            weights=self.decisions.weights,
        )
        return Judged(handbook=handbook, findings=findings, site=site, reading=reading, bench=self)
