"""A language is a folder in locale/ and nothing else; what it does not say is said in English."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from click.testing import CliRunner

from journeybook.adapters.cli import main
from journeybook.adapters.disk.resources import shipped
from journeybook.pipeline import CompileSettings, Judged, read_handbook
from journeybook.schema.period import Period
from journeybook.sources.document import SourceFile
from journeybook.wording import read_wording, share_translated
from tests.catalogues import bring_up_to_date, lacking, template
from tests.compiling import compile_handbook
from tests.sites import ROOT
from tests.unit.messages import messages
from tests.words import STEMS

TODAY = date(2026, 11, 21)
WORDS = """\
asset_types:
  blog: {label: Blogbeitrag, aliases: [Artikel im Blog]}
statuses:
  published: {label: Veröffentlicht, aliases: [erschienen]}
emotions: {besorgt: -1}
units: {month: [Monat, Monate, Monaten], year: [Jahr, Jahre]}
months:
  [Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember]
endings: [innen in]
forms: {endings: [lichkeit, lich]}
phrases: {ours: [unser, wir], gap: [offene Lücke], assumption: [Annahme]}
"""
CATALOGUE = """\
msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Nothing published answers “{question}”"
msgstr "Nichts Veröffentlichtes beantwortet „{question}“"

msgid "{n} open gap"
msgid_plural "{n} open gaps"
msgstr[0] "{n} offene Lücke"
msgstr[1] "{n} offene Lücken"
"""
FILES = {
    "site_config/journeybook.yml": "language: de\n",
    "site_config/rules.yml": "company-voice: low\n",
    "content/personas/käuferin.md": "---\nreview_every: 6 Monate\nreviewed: 1. März 2026\n---\n",
    "content/phases/kauf.md": "---\norder: 1\n---\n",
    "content/assets/preise.md": (
        "---\ntype: Artikel im Blog\nstatus: erschienen\npersonas: Käuferinnen\nphases: kauf\n---\n"
        "[Offene-Lücke: Beispiele] und [Annahme]\n"
    ),
    "content/journeys/weg/index.md": "---\npersona: käuferin\n---\n",
    "content/journeys/weg/kauf.md": (
        "---\nquestions: [Was kostet es?]\nemotion: besorgt\n"
        "touchpoints: [Unser Katalog kommt an]\n---\n"
    ),
}


@pytest.fixture(scope="module")
def settings() -> CompileSettings:
    """What ships, and a German beginning beside it."""
    own = shipped()
    return CompileSettings(
        resources=replace(
            own,
            catalogues={**own.catalogues, "de": (CATALOGUE.encode(),)},
            vocabularies={**own.vocabularies, "de": WORDS.encode()},
        )
    )


@pytest.fixture(scope="module")
def german(settings: CompileSettings) -> Judged:
    sources = [SourceFile(path=path, data=text.encode()) for path, text in FILES.items()]
    return read_handbook(sources, settings, TODAY)


def test_its_words_are_understood(german: Judged) -> None:
    persona = german.handbook.personas["käuferin"]
    asset = german.handbook.assets["preise"]
    assert (persona.review_every, persona.reviewed) == (Period(months=6), date(2026, 3, 1))
    assert (asset.type, asset.status_label, asset.personas) == (
        "blog",
        "Veröffentlicht",
        ("käuferin",),
    )
    (step,) = german.handbook.journeys["weg"].steps
    assert [feeling.score for feeling in step.emotions] == [-1]
    noted = [one for one in german.findings if one.code in ("noted-gap", "company-voice")]
    assert [(one.code, one.span.column) for one in noted] == [
        ("noted-gap", 1),
        ("noted-gap", 31),
        ("company-voice", 15),
    ]


def test_texts_are_compared_whatever_the_endings_of_its_words(german: Judged) -> None:
    forms, beside = ("Freundlichkeit", "freundlich", "Freund"), ("prijzen", "prijs", "pricing")
    known = german.handbook.vocabulary.stems
    assert [known.of(word.casefold()) for word in (*forms, *beside)] == (
        ["freund"] * 3 + ["prij", "prij", "pric"]
    )
    assert known.has_any(["freundlich"], "Wie ist die Freundlichkeit?")
    # No other language says so, and nothing else does.
    assert len({STEMS.of(word.casefold()) for word in forms}) == 3


def test_what_is_translated_is_said_and_the_rest_is_english(german: Judged) -> None:
    told = "\n".join(map(str, german.findings))
    assert "Nichts Veröffentlichtes beantwortet „Was kostet es?“" in told
    assert "Nothing shows yet that it feels “besorgt” here" in told


def test_its_pages_are_made(settings: CompileSettings) -> None:
    sources = [SourceFile(path=path, data=text.encode()) for path, text in FILES.items()]
    pages = compile_handbook(sources, settings, TODAY).pages
    assert any("1. März 2026" in block.html for page in pages for block in page.blocks)


def test_plurals_follow_the_rule_of_the_language() -> None:
    polish = (
        'msgid ""\nmsgstr "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && '
        '(n%100<10 || n%100>=20) ? 1 : 2);\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "{n} gap"\nmsgid_plural "{n} gaps"\n'
        'msgstr[0] "{n} luka"\nmsgstr[1] "{n} luki"\nmsgstr[2] "{n} luk"\n'
    )
    wording = read_wording("pl", (polish.encode(),))
    said = [wording.count("{n} gap", "{n} gaps", number) for number in (1, 2, 5, 22)]
    assert said == ["1 luka", "2 luki", "5 luk", "22 luki"]
    assert wording.count("{n} day", "{n} days", 2) == "2 days"


def test_a_language_that_is_not_there_is_told(settings: CompileSettings) -> None:
    files = {**FILES, "site_config/journeybook.yml": "language: dt\n"}
    sources = [SourceFile(path=path, data=text.encode()) for path, text in files.items()]
    told = [str(finding) for finding in read_handbook(sources, settings, TODAY).findings]
    assert told[-1] == (
        "site_config/journeybook.yml:1:11: 'language' cannot be 'dt'; known here: en, de, nl "
        "[unknown-value]"
    )


def test_a_language_that_was_only_begun_has_no_words_yet(settings: CompileSettings) -> None:
    own = settings.resources
    bare = replace(own, vocabularies={**own.vocabularies, "de": b""})
    sources = [SourceFile(path=path, data=text.encode()) for path, text in FILES.items()]
    judged = read_handbook(sources, replace(settings, resources=bare), TODAY)
    assert "site_config/journeybook.yml" not in {one.span.path for one in judged.findings}


def test_how_complete_a_language_is() -> None:
    printed = CliRunner().invoke(main, ["languages"]).output
    assert printed == "en  English: 100%\nnl  Dutch: 100%\n"
    dutch = read_wording("nl", shipped().catalogues["nl"])
    german = read_wording("de", (CATALOGUE.encode(),))
    assert share_translated(german, (dutch, german)) == pytest.approx(2 / len(dutch.messages), 0.1)


def test_a_catalogue_to_translate_is_begun_and_brought_up_to_date(tmp_path: Path) -> None:
    folder = tmp_path / "de"
    assert len(lacking(folder)) == len(messages()) == len(template())
    path = bring_up_to_date(folder)
    assert lacking(folder) == []
    assert b"nplurals=2" in path.read_bytes()
    # Nothing of it is said before somebody translates it.
    assert read_wording("de", (path.read_bytes(),)).messages == {}
    assert isinstance(template(["One"]), Catalog)


WORD = re.compile(r"[^\W\d_]{2,}")
READING = ("schema", "sources", "handbook", "importing", "fixes", "starting", "editors")
NO_LANGUAGE = frozenset(
    # What Windows calls a device, and a column of Contentful and of crawlers.
    {"nul", "contenttype"}
)


def test_no_word_of_a_language_stands_in_the_code_that_reads() -> None:
    trees = [
        (path, ast.parse(path.read_text("utf-8")))
        for stage in READING
        for path in sorted((ROOT / "plugins/journeybook" / stage).rglob("*.py"))
    ]
    dutch = read_wording("nl", shipped().catalogues["nl"]).messages
    texts = {code: data.decode() for code, data in shipped().vocabularies.items()}
    english = _words(" ".join((texts.pop("en"), *dutch)))
    english |= _words(" ".join(text for _, tree in trees for text in _names(tree)))
    foreign = _words(" ".join((*texts.values(), *map(str, dutch.values()))))
    found = {
        f"{path.relative_to(ROOT)}:{node.lineno}: {word}"
        for path, tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for word in _words(node.value) & (foreign - english - NO_LANGUAGE)
    }
    assert found == set()
    assert {"klantreis", "summe", "datum"} <= foreign - english


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold()))


def _names(tree: ast.AST) -> Iterator[str]:
    # What the code itself is written in: what it says of itself, and how it calls things.
    for node in ast.walk(tree):
        match node:
            case ast.Module() | ast.ClassDef() | ast.FunctionDef():
                yield ast.get_docstring(node) or ""
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                yield name.replace("_", " ")
