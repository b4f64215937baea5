"""What the team decided otherwise: its rules, and what it accepts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from journeybook.codes import Severity
from journeybook.compare.acts.settings import setting_changes
from journeybook.compare.acts.waivers import waiver_changes
from journeybook.compare.change import Change, Thing, Tone, What
from journeybook.compare.consequences.gaps import Shift, shifts
from journeybook.compare.consequences.verdicts import NO_LONGER_COUNTED, NOW_COUNTED
from journeybook.compare.edit import About, change
from journeybook.compare.pair import Pair
from journeybook.compare.pairing.matching import match
from journeybook.compare.renamed import Renamed
from journeybook.findings import Span
from journeybook.pages.parts.words.states import severity_word
from journeybook.pipeline import Bench, Judged
from journeybook.rules.engine.settings import RuleSettings
from journeybook.wording import Wording, marked

Decided = tuple[Change, tuple[Change, ...]]
"""What was decided, with what follows from it."""

_WEIGHT = 110


def decided_otherwise(before: Judged, later: Bench) -> bool:
    """Tell whether the team decided anything otherwise later, however it is written."""
    rules = before.site.judging.settings.rules
    return _decisions(before.bench, rules) != _decisions(later, later.team.settings.rules)


def _decisions(bench: Bench, rules: Mapping[str, RuleSettings]) -> tuple[object, ...]:
    return (
        bench.decisions.configuration,
        bench.decisions.weights,
        {code: _set(rule) for code, rule in rules.items()},
        [waiver.entry for waiver in bench.decisions.waivers],
    )


def decision_changes(original: Judged, pair: Pair) -> Iterator[Decided]:
    """Tell what was decided otherwise; `original` is the earlier state, judged as it was then."""
    earlier, later = pair.judged
    if earlier is original:
        return
    same = match(original.handbook, pair.before)
    moves = shifts(original.site.findings, pair.judged[0].site.findings, same)
    moved = [one for one in moves if one.is_gap and not one.is_decided]
    rules = dict(_rules(original, pair))
    hidden = _hidden(original, pair) if rules else Counter[str]()
    for code, told in rules.items():
        own = [one for one in moved if one.finding.code == code]
        about = _about_rule(code, pair)
        yield told, tuple(_counted(own, hidden[code], about, pair.wording))
    yield from ((one, ()) for one in waiver_changes(original, pair))
    others = [one for one in moved if one.finding.code not in rules]
    settings = sorted(setting_changes(original, later, pair), key=lambda one: one.rank)
    # What a bar hides is said of it first; a word that is gone does not hide what it breaks.
    words = next((one for one in settings if not one.decided), settings[0] if settings else None)
    for told in settings:
        # Words and lengths of time are few; what follows stands with the weightiest of them.
        about = About(thing=Thing.GAP, text="", span=told.span)
        wrong = _problems(moves, pair) if told is words else ()
        yield told, (*wrong, *_counted(others, 0, about, pair.wording))
        others = []


def _problems(moves: Iterable[Shift], pair: Pair) -> Iterator[Change]:
    # What files say counts as a mistake since words of theirs are no longer known, or no more.
    left = {one.fingerprint: one for one in pair.judged[1].site.findings}
    for one in moves:
        if one.is_gap or one.finding.span.path.startswith(_file(pair, "")):
            continue
        # A file that says it otherwise now has none.
        finding = one.finding if one.closes else left.get(one.finding.fingerprint)
        if finding is None:
            continue
        label = marked("Problem solved") if one.closes else marked("New problem")
        yield Change(
            thing=Thing.PROBLEM,
            what=What.REMOVED if one.closes else What.ADDED,
            label=label,
            text=" ".join(finding.message.split()),
            subject=finding.subject,
            weight=80,
            span=finding.span,
            tone=Tone.BETTER if one.closes else Tone.WORSE,
            aspect="state",
            personas=finding.personas,
            findings=(finding,),
        )


def _rules(original: Judged, pair: Pair) -> Iterator[tuple[str, Change]]:
    # What the earlier state was judged by is what was decided later, by the names of then.
    before, after = (one.site.judging.settings.rules for one in (original, pair.judged[1]))
    for code, rule in pair.judged[0].bench.team.settings.rules.items():
        if _set(before.get(code)) != _set(rule):
            yield code, _rule(before.get(code), after[code], _about_rule(code, pair), pair)


def _set(rule: RuleSettings | None) -> object:
    # Where it is written in rules.yml changes nothing.
    return rule and (rule.general, [(one.where, one.setting) for one in rule.elsewhere])


def _hidden(original: Judged, pair: Pair) -> Counter[str]:
    # What this change opens by the earlier rules, and nobody would see by the later ones.
    later = pair.judged[1]
    renamed = Renamed(before=original, after=later, matches=pair.matches)
    by_earlier = renamed.by_earlier().judged(later.reading, later.site.covering)
    opened = shifts(original.site.findings, by_earlier.site.findings, pair.matches)
    seen = {one.fingerprint for one in later.site.findings}
    return Counter(
        one.finding.code
        for one in opened
        if one.is_gap and not one.closes and one.finding.fingerprint not in seen
    )


def _about_rule(code: str, pair: Pair) -> About:
    later = pair.judged[1]
    title = later.bench.rules[code].explanation.title
    written = (one.span for one in later.bench.decisions.rules if one.code == code)
    span = next(written, Span(path=_file(pair, "rules.yml")))
    return About(thing=Thing.RULE, text=pair.wording.text(title), span=span)


def _file(pair: Pair, name: str) -> str:
    return f"{pair.judged[1].bench.settings.config}/{name}"


def _rule(before: RuleSettings | None, after: RuleSettings, about: About, pair: Pair) -> Change:
    old = before.general.severity if before else Severity.OFF
    new = after.general.severity
    values = (_written(before, pair, 0), _written(after, pair, 1))
    label, decided = marked("Rule set otherwise"), True
    if after.is_off:
        label, values = marked("Rule switched off"), ("", "")
    elif before is None or before.is_off:
        label, decided = marked("Rule switched on"), False
    elif new < old:
        label = marked("Rule weighs less")
    elif new > old:
        label, decided = marked("Rule weighs more"), False
    return change(
        about, What.CHANGED, label, weight=_WEIGHT, values=values, aspect="rule", decided=decided
    )


def _written(rule: RuleSettings | None, pair: Pair, state: int) -> str:
    if rule is None:
        return ""
    site = pair.judged[1].site
    own = rule.general.parameters.model_dump(mode="json", exclude_defaults=True)
    parts = [severity_word(site, rule.general.severity)]
    parts += [f"{key.replace('_', ' ')}: {value}" for key, value in own.items()]
    parts += [
        f"{where}: {severity_word(site, one.setting.severity)}"
        for one in rule.elsewhere
        if (where := ", ".join(_places(one.where.model_dump(exclude_defaults=True), pair, state)))
    ]
    return "; ".join(parts)


def _places(where: Mapping[str, Iterable[str]], pair: Pair, state: int) -> Iterator[str]:
    types = pair.after.vocabulary.asset_types
    titles = {
        **{kind.value: names for kind, names in pair.titles[state].items()},
        "asset_type": {name: one.label for name, one in types.items()},
    }
    for kind, names in where.items():
        yield from (titles.get(kind, {}).get(name, name) for name in names)


def _counted(moved: list[Shift], hidden: int, about: About, wording: Wording) -> Iterator[Change]:
    about = replace(about, thing=Thing.GAP)
    gone, come = sum(one.closes for one in moved), sum(not one.closes for one in moved)
    numbers = (
        (NO_LONGER_COUNTED, gone),
        (NOW_COUNTED, come),
        (marked("Opened by this change, and not counted"), hidden),
    )
    for label, number in numbers:
        if number:
            words = replace(about, text=wording.count("{n} gap", "{n} gaps", number))
            yield change(words, What.CHANGED, label, weight=50, aspect="counted")
