"""Types, statuses and feelings are known by the words of both languages and of the team."""

from itertools import chain

import pytest

from journeybook.adapters.disk.language import wording_in
from journeybook.adapters.disk.resources import shipped
from journeybook.handbook.layered_words import make_vocabulary
from journeybook.handbook.linking.directory import directory_of
from journeybook.handbook.vocabulary import Status, Vocabulary
from journeybook.resources import all_words
from journeybook.schema import MODELS
from journeybook.schema.period import Period
from journeybook.schema.settings.configuration import Configuration
from journeybook.schema.settings.vocabulary import LanguageWords
from journeybook.schema.told import label_of
from journeybook.schema.types import models_beneath
from journeybook.sources.settings.configuration import read_vocabulary
from journeybook.sources.validation import meant_by
from journeybook.sources.yaml.nodes import Tree
from journeybook.sources.yaml.parsing import read_tree

BUILT_IN = {key: read_vocabulary(data) for key, data in shipped().vocabularies.items()}
TYPES = [
    *(
        "ad",
        "battle-card",
        "blog",
        "brochure",
        "calculator",
        "case",
        "checklist",
        "comparison",
        "datasheet",
    ),
    *("demo", "ebook", "email", "event", "faq", "how-to-video", "infographic", "landing-page"),
    *(
        "letter",
        "manual",
        "news",
        "newsletter",
        "podcast",
        "presentation",
        "press-release",
        "price-page",
        "proposal",
        "release-notes",
        "report",
        "review",
    ),
    *("social-post", "survey", "template", "text-message", "tool", "training"),
    *("video", "webinar", "whitepaper"),
]


def vocabulary(**team: object) -> Vocabulary:
    language = str(team.pop("language", "en"))
    written = Configuration.model_validate({"language": language, "vocabulary": team})
    return make_vocabulary(BUILT_IN, written)


@pytest.mark.parametrize("language", BUILT_IN)
def test_language_is_read_as_a_file_of_a_team_would_be(language: str) -> None:
    tree = read_tree(shipped().vocabularies[language].decode(), "vocabulary.yml")
    assert isinstance(tree, Tree)
    assert not tree.duplicates
    assert LanguageWords.model_validate(tree.value()) == BUILT_IN[language]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_language_knows_every_type_status_and_many_feelings(language: str) -> None:
    words = BUILT_IN[language]
    assert sorted(words.asset_types) == TYPES
    own = ["needs-update", "to-be-retired"]
    assert list(words.statuses) == [*(status.value for status in Status), *own]
    assert len(words.emotions) >= 40
    assert set(words.emotions.values()) == {-2, -1, 0, 1, 2}
    assert all(one.label and one.aliases and one.review_every for one in words.asset_types.values())
    assert all(one.definition for one in words.asset_types.values())
    assert all(one.definition for one in words.statuses.values())


@pytest.mark.parametrize("kind", ["asset_types", "statuses"])
def test_no_name_means_two_things(kind: str) -> None:
    meanings: dict[str, set[str]] = {}
    for words in BUILT_IN.values():
        for key, one in getattr(words, kind).items():
            for name in (key, one.label, *one.aliases):
                meanings.setdefault(vocabulary().fold(name), set()).add(key)
    assert {name: keys for name, keys in meanings.items() if len(keys) > 1} == {}


def test_no_feeling_is_written_twice_or_scored_twice() -> None:
    words = list(chain(*(one.emotions for one in BUILT_IN.values())))
    assert len(words) == len({vocabulary().fold(word) for word in words})


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("success story", "case"),
        ("Customer Stories", "case"),
        ("klantcase", "case"),
        ("Succesverhalen", "case"),
        ("succesverhaal", "case"),
        ("instructievideo's", "how-to-video"),
        ("handleiding", "manual"),
        ("Landingspagina", "landing-page"),
        ("advertenties", "ad"),
        ("White-paper", "whitepaper"),
        ("email update", "email"),
        ("Website", "landing-page"),
        ("social media", "social-post"),
        ("aankondiging", "news"),
        ("reference architecture", "whitepaper"),
        ("voorstel", "proposal"),
        ("Direct mail", "letter"),
        ("sms", "text-message"),
        ("nothing", None),
    ],
)
def test_type_is_known_by_its_names(word: str, kind: str | None) -> None:
    found = vocabulary().asset_type(word)
    assert (found.id if found else None) == kind


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Idea", Status.IDEA),
        ("Brief", Status.PLANNED),
        ("Drafting", Status.DRAFT),
        ("Review", Status.REVIEW),
        ("Scheduled", Status.REVIEW),
        ("Live", Status.PUBLISHED),
        ("Killed", Status.RETIRED),
        ("concept", Status.DRAFT),
        ("ingepland", Status.PLANNED),
        ("Gepubliceerd", Status.PUBLISHED),
        ("vervallen", Status.RETIRED),
        ("implemented", Status.PUBLISHED),
        ("geïmplementeerd", Status.PUBLISHED),
        ("uitgesteld", Status.IDEA),
        ("afgerond", Status.REVIEW),
    ],
)
def test_status_is_known_by_its_names(word: str, status: Status) -> None:
    found = vocabulary().status(word)
    assert found is not None
    assert found.status is status


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    ("word", "decision"),
    [("Needs update", "update"), ("te actualiseren", "update"), ("te archiveren", "remove")],
)
def test_status_may_say_what_is_decided(language: str, word: str, decision: str) -> None:
    found = vocabulary(language=language).status(word)
    assert found is not None
    assert (found.status, found.decision) == (Status.PUBLISHED, decision)


def test_labels_are_those_of_the_language() -> None:
    assert vocabulary().type_label("case") == "Case"
    assert vocabulary(language="nl").type_label("case") == "Klantcase"
    assert vocabulary(language="nl").status_label(Status.RETIRED) == "Vervallen"


def test_team_adds_words_and_changes_others() -> None:
    words = vocabulary(
        asset_types={
            "benchmark": {
                "label": "Benchmark",
                "aliases": ["trade figures"],
                "review_every": "1 year",
            },
            "case": {"aliases": ["proof story"], "review_every": "6 months"},
            "one-pager": "One-pager",
        },
        statuses={"at-the-printer": {"counts_as": "review"}, "published": {"aliases": ["on air"]}},
        emotions={"exposed": -2, "worried": -2},
    )
    assert words.asset_types["benchmark"].review_every == Period(months=12)
    found = {
        word: words.asset_type(word) for word in ("trade figures", "proof story", "success story")
    }
    assert {word: one.id if one else None for word, one in found.items()} == {
        "trade figures": "benchmark",
        "proof story": "case",
        "success story": "case",
    }
    assert words.asset_types["case"].label == "Case"
    assert words.asset_types["case"].review_every == Period(months=6)
    assert words.type_label("one-pager") == "One-pager"
    at_the_printer, on_air = words.status("At the printer"), words.status("On air")
    assert at_the_printer is not None
    assert on_air is not None
    assert (at_the_printer.status, on_air.status) == (Status.REVIEW, Status.PUBLISHED)
    assert words.emotion("Exposed") == -2
    assert words.emotion("worried") == -2


def test_words_are_defined_in_the_language_and_by_the_team() -> None:
    assert vocabulary().definitions()["Draft"] == "It is being made."
    assert vocabulary(language="nl").definitions()["Concept"] == "Er wordt aan gewerkt."
    words = vocabulary(
        asset_types={
            "tasting": {"label": "Tasting", "definition": "Coffee to try."},
            "page": "Page",
        },
        statuses={"draft": {"definition": "Somebody writes it."}},
    )
    assert words.definitions()["Tasting"] == "Coffee to try."
    assert words.definitions()["Draft"] == "Somebody writes it."
    assert "Page" not in words.definitions()


def test_team_replaces_whole_lists() -> None:
    words = vocabulary(
        replace=["asset_types", "emotions"],
        asset_types={"story": {"label": "Story"}},
        emotions={"fine": 1},
    )
    assert list(words.asset_types) == ["story"]
    assert words.asset_type("blog") is None
    assert words.emotions == {"fine": 1}
    assert words.status("live") is not None


def test_hints_speak_as_people_see_the_words() -> None:
    own = vocabulary(language="nl")
    types = directory_of(own.asset_types.values(), own.fold)
    assert types.closest("handleidng") == "handleiding"
    assert types.closest("manuel") == "handleiding"
    assert types.closest("whitpaper") == "whitepaper"


@pytest.mark.parametrize("language", BUILT_IN)
def test_no_key_of_what_ships_stands_twice(language: str) -> None:
    tree = read_tree(shipped().vocabularies[language].decode(), "vocabulary.yml")
    assert isinstance(tree, Tree)
    assert tree.duplicates == ()


@pytest.mark.parametrize("language", shipped().spoken)
def test_what_a_key_is_called_on_pages_and_forms_is_a_word_for_it(language: str) -> None:
    wording, words = wording_in(language), all_words(shipped(), language)
    unknown = [
        f"{key}: {called}"
        for kind in MODELS.values()
        for model in (kind, *(inner for _, inner in models_beneath(kind)))
        for key in model.model_fields
        if (called := wording.text(label_of(model, key))).casefold().replace("_", " ")
        != key.replace("_", " ")
        and key not in meant_by(called, tuple(model.model_fields), words)
    ]
    assert unknown == []
