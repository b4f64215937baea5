"""What code hosts are told, as a whole: reports, annotations, suggestions, owners and forms."""

import json
from dataclasses import replace
from datetime import date

import pytest

from journeybook.codes import Family, Severity
from journeybook.findings import Filling, Finding, Ref, RefKind, Span, Waiver
from journeybook.hosts import reports
from journeybook.hosts.annotations import (
    MOST_OF_A_LEVEL,
    Surroundings,
    annotate,
    line,
    markdown,
    notice,
    printed,
    summary,
    told,
)
from journeybook.hosts.codeowners import owned, placed
from journeybook.hosts.forms import content_request, pull_request_template
from journeybook.hosts.reports import Replacement, gitlab_report, rdjson_report, sarif_report
from journeybook.hosts.suggestions import Texts, suggestions
from journeybook.rules.registry import own_rules
from journeybook.wording import Wording
from tests.unit.handbooks import judged
from tests.unit.held import hold

WRONG = Finding(
    code="unknown-persona",
    family=Family.PROBLEM,
    severity=Severity.ERROR,
    message="unknown persona 'cfoo'\twith @us, #1 and www.x.example",
    hint="did you mean 'cfo'?",
    span=Span(path="content/b ü.md", line=3, column=12),
    subject=Ref(kind=RefKind.WORD, id="cfoo"),
)
OPEN = Finding(
    code="missing-owner",
    family=Family.GAP,
    severity=Severity.HIGH,
    message="No owner: 100%, ::error or ##[x]",
    hint="",
    span=Span(path="content/a.md", line=1, column=1),
    persona="cfo",
)
FINDINGS = (
    WRONG,
    OPEN,
    replace(OPEN, severity=Severity.LOW),
    replace(OPEN, severity=Severity.MEDIUM, span=Span(path="content/../c.md", line=2, column=5)),
    replace(OPEN, severity=Severity.WARNING, family=Family.PROBLEM, message="Odd"),
    replace(
        OPEN,
        persona="cto",
        being_filled=Filling(asset="guide", title="Guide", status="draft", due=date(2026, 12, 1)),
    ),
    replace(
        OPEN,
        persona="boss",
        message="A",
        waived=Waiver(reason="It may\nstay", by="Ann", span=OPEN.span),
    ),
)
AROUND = Surroundings(
    inside="docs/book/", changed=frozenset({"content/b ü.md"}), old=(replace(OPEN, message="Old"),)
)


def test_reports_hold_every_finding_that_waits_and_what_is_set_aside() -> None:
    rules = tuple(own_rules()[code] for code in ("unknown-persona", "missing-owner"))
    meant = {
        (WRONG.span, WRONG.code): Replacement(line=3, start=12, end=16, text="cfo"),
    }
    reports = (
        gitlab_report(FINDINGS, AROUND),
        rdjson_report(FINDINGS, AROUND, meant),
        sarif_report(FINDINGS, AROUND, rules, "1.2"),
    )
    hold("reports", "".join(one.decode() for one in reports))


def test_a_log_holds_no_more_than_a_host_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "MOST_RESULTS", 2)
    rules = tuple(own_rules()[code] for code in ("unknown-persona", "missing-owner"))
    (run,) = json.loads(sarif_report(FINDINGS, AROUND, rules, "1"))["runs"]
    assert [one["ruleId"] for one in run["results"]] == ["unknown-persona", "missing-owner"]


def test_annotations_come_first_where_something_changed_and_the_rest_is_a_table() -> None:
    many = tuple(replace(OPEN, message=f"Gap {at}") for at in range(MOST_OF_A_LEVEL + 2))
    lines = []
    for around in (AROUND, Surroundings()):
        found = annotate((*FINDINGS, *many), around)
        lines += [*found.commands, summary(found.rest, around, Wording())]
    hold("annotations", (*lines, notice("100 % of\nit"), summary((), AROUND, Wording())))


def test_what_stands_in_a_changed_file_comes_before_what_weighs_more() -> None:
    order = [(one.span.path, one.severity) for one in told(FINDINGS, AROUND)]
    assert order == [
        ("content/b ü.md", Severity.ERROR),
        ("content/a.md", Severity.WARNING),
        ("content/a.md", Severity.HIGH),
        ("content/../c.md", Severity.MEDIUM),
        ("content/a.md", Severity.LOW),
    ]


@pytest.mark.parametrize(
    ("text", "plain", "log", "shown"),
    [
        ("a\tb\n c", "a b c", "a b c", "a b c"),
        ("a\u202eb", "ab", "ab", "ab"),
        ("x" * 301, "x" * 299 + "…", "x" * 299 + "…", "x" * 299 + "…"),
        ("x" * 300, "x" * 300, "x" * 300, "x" * 300),
        (f"a (“[{'x' * 300}", f"a (“[{'x' * 294}…]”)", f"a (“[{'x' * 294}…]”)", None),
        ("::error::", "::error::", ":\u200b:error:\u200b:", None),
        ("##[x] ##x", "##[x] ##x", "#\u200b#[x] ##x", None),
    ],
)
def test_a_line_gives_no_orders(text: str, plain: str, log: str, shown: str | None) -> None:
    assert line(text) == plain
    assert printed(text) == log
    assert shown in (None, markdown(text))


def test_markdown_calls_nobody() -> None:
    texts = ("@us #1 !2 GH-3 $x$", "http://x.example www.x.example mailto:a@b", "a_b *c* `d` <e>")
    hold("calm", map(markdown, texts))


def test_what_was_meant_is_suggested_on_lines_that_changed() -> None:
    before = {"a.md": ("---", "personas: cfo", "---")}
    after = {
        "a.md": ("---", "personas: cfo", "channels: [mäil, sit]", "---", "`` x ```` y"),
        "new.md": ("owner: `a` wroong",),
    }
    texts = Texts(before=before, after=after)
    changed = [(path, at) for path in after for at in range(1, 7) if texts.is_changed(path, at)]
    assert changed == [
        ("a.md", 3), ("a.md", 5), ("a.md", 6), *(("new.md", at) for at in range(1, 7)),
    ]  # fmt: skip
    places = {
        ("a.md", 2, 11): (11, 14, "cto"),
        ("a.md", 3, 12): (12, 17, "mail"),
        ("a.md", 5, 9): (9, 9, "`````"),
        ("new.md", 1, 12): (12, 18, "wrong"),
    }
    findings = [
        replace(WRONG, span=Span(path=path, line=at, column=column)) for path, at, column in places
    ]
    meant = {
        (one.span, one.code): Replacement(line=one.span.line, start=start, end=end, text=text)
        for one, (start, end, text) in zip(findings, places.values(), strict=True)
    }
    made = suggestions((*findings, OPEN), meant, texts, AROUND, "c0ffee")
    hold("suggestions", (json.dumps(json.loads(one), indent=1) for one in made.splitlines()))


def test_owners_of_files_have_handles_or_are_named() -> None:
    book = judged(
        {
            "personas/a [x].md": "---\nowner: Ann\n---\n# A",
            "personas/b.md": "---\nowner: Bob\n---\n# B",
            "personas/c.md": "---\nowner: bob\n---\n# C",
            "personas/d.md": "# D",
            "phases/buy.md": "# Buy",
            "phases/use.md": "# Use",
            "journeys/a/index.md": "---\npersona: b\nowner: Cid\n---\n# J",
            "journeys/a/buy.md": "",
            "journeys/a/use.md": "---\nowner: Ann\n---\n",
        }
    ).handbook
    handles = {"Ann": ("@ann @team/sub", "ann"), "Cid": ("cid@x.example",), "Zed": ("@@z", "@")}
    found = owned(book, handles, "docs/", [(".github/", "Cid"), ("x", "Dan")])
    hold("owners", (*found.lines, f"unknown: {found.unknown}", f"wrong: {found.wrong}"))


@pytest.mark.parametrize(
    ("text", "inside", "made"),
    [
        ("", "", "S\na\nE\n"),
        ("x\n", "", "x\n\nS\na\nE\n"),
        ("x", "", "x\n\nS\na\nE\n"),
        ("x\r\n", "", "x\r\n\r\nS\r\na\r\nE\r\n"),
        ("x\nS\nold\nE\ny\n", "", "x\nS\na\nE\ny\n"),
        ("S\nold\n", "", "S\nold\n\nS\na\nE\n"),
        ("S\nold\nE\n", "docs  /b", "S\nold\nE\n\nS in docs /b\na\nE\n"),
        ("S in d\nold\nE\n", "d", "S in d\na\nE\n"),
    ],
)
def test_lines_stand_between_our_markers(text: str, inside: str, made: str) -> None:
    start = "# journeybook: owners of the handbook, written by `journeybook codeowners`"
    end = "# journeybook: end"
    whole = text.replace("S", start).replace("E", end)
    assert placed(whole, ["a"], inside) == made.replace("S", start).replace("E", end)


def test_forms_ask_in_plain_words_with_the_names_of_the_handbook() -> None:
    site = judged(
        {
            "site_config/journeybook.yml": (
                "vocabulary:\n  replace: [asset_types]\n"
                "  asset_types: {app: {label: app}, zine: {label: Zine}, new: {label: Brief}}\n"
            ),
            "personas/a.md": "---\ntitle: The  'boss'\n---\n",
            "personas/b.md": "---\ntitle: The 'boss'\n---\n",
            "phases/buy.md": "# Buy",
        }
    ).site
    forms = content_request(site.handbook, site.wording), pull_request_template(site.wording)
    hold("forms", "".join(forms))
