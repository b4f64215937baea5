"""The words a team adds, and those of a language."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from journeybook.schema.asset import Verdict
from journeybook.schema.fields import Choice, Effort, Every, Feeling, Many, Written, said

Unit = Literal["day", "week", "month", "quarter", "year"]
Replaceable = Literal["asset_types", "statuses", "emotions"]
StatusName = Literal["idea", "planned", "draft", "review", "published", "retired"]


class AssetTypeWords(Written):
    """A type of content: its name, its other names and how long it stays fresh."""

    label: str | None = Field(None, description="The name people see.")
    aliases: Many[str] = Field((), description="Other names that mean the same.")
    review_every: Every | None = Field(
        None, description="How long content of this type stays fresh."
    )
    effort: Effort | None = Field(
        None, description="How much work it is to make: small, medium or large."
    )
    definition: str | None = Field(
        None, description="What it is, in one sentence; shown when people point at the name."
    )


class StatusWords(Written):
    """A status: its name, its other names, and which of the six it counts as."""

    label: str | None = Field(None, description="The name people see.")
    aliases: Many[str] = Field((), description="Other names that mean the same.")
    counts_as: Choice[StatusName] | None = Field(
        None, description="Which of the six statuses it is, for a status of the team's own."
    )
    decision: Choice[Verdict] | None = Field(
        None, description="What is decided about such content: keep, update, merge or remove."
    )
    definition: str | None = Field(
        None, description="What it means, in one sentence; shown when people point at the name."
    )


class WorkWords(Written):
    """A kind of work that an action is: its name and its other names."""

    label: str | None = Field(None, description="The name people see.")
    aliases: Many[str] = Field((), description="Other names that mean the same.")


class QuestionWords(Written):
    """What people want to know, by the words of their question, and the types that tell it best."""

    words: Many[str] = Field((), description="Words of the question, such as `how do`.")
    types: Many[str] = Field((), description="The types of content that suit it, best first.")


class WordForms(Written):
    """The forms that words of a language take, by which texts are compared whatever the form."""

    endings: Many[str] = Field(
        (), description="What may follow a stem of four letters or more, such as `ness`."
    )
    short: Many[str] = Field(
        (), description="Those of the endings that may follow a stem of three letters."
    )
    long_vowels: Many[str] = Field(
        (), description="The vowels that are long where they are written twice, such as `a`."
    )
    long: Many[str] = Field(
        (), description="What may follow a long vowel and a letter, such as the `t` of `betaalt`."
    )
    soft: Many[str] = Field(
        (), description="The letters at the end that stand for another, such as `z s`."
    )


class Vocabulary(Written):
    """The team's own words, added to the built-in ones."""

    replace: Many[Replaceable] = Field(
        (), description="The lists that start empty instead of with the built-in words."
    )
    asset_types: dict[str, Annotated[AssetTypeWords, BeforeValidator(said("label"))]] = Field(
        {}, description="Types of content."
    )
    statuses: dict[str, StatusWords] = Field({}, description="Words for the status of content.")
    emotions: dict[str, Feeling] = Field(
        {}, description="Words for feelings, each with its score from -2 to 2."
    )
    action_kinds: dict[str, Annotated[WorkWords, BeforeValidator(said("label"))]] = Field(
        {}, description="Kinds of work that an action may be."
    )
    questions: dict[str, QuestionWords] = Field(
        {}, description="What people ask for, and the types of content that suit it."
    )


class LanguageWords(Vocabulary):
    """The words of a language that ships: for content, for time and for what people type."""

    units: dict[Unit, Many[str]] = Field({}, description="The words for units of time.")
    months: Many[str] = Field(
        (), description="The names of the months, January first, each with its own short forms."
    )
    none: Many[str] = Field((), description="The words that say that there is nothing, on purpose.")
    placeholders: Many[str] = Field(
        (), description="The words that keep a place free for an answer, such as `tbd`."
    )
    small_words: Many[str] = Field(
        (), description="The words that say little, which are left out when texts are compared."
    )
    reasons: dict[str, Many[str]] = Field(
        {},
        description="Words for why people leave, by the kind of work that mends it: what `content` "
        "mends is looked at first.",
    )
    endings: Many[str] = Field(
        (),
        description="The endings of plurals, such as `s`; `ies y` where another takes its place.",
    )
    forms: WordForms = Field(WordForms(), description="The forms that words take.")
    values: dict[str, str] = Field(
        {}, description="The English word for each word that a key of few choices takes."
    )
    survey: dict[str, Many[str]] = Field(
        {}, description="The words of surveys: how columns are called and what is answered."
    )
    phrases: dict[str, Many[str]] = Field(
        {},
        description="How a company speaks of itself in a text (`ours`), what is noted there in "
        "brackets (a `gap` or an `assumption`), and what stands around the name of a row and says "
        "no more than whose it is (`around`). Also the small words by which texts that come in are "
        "read: what joins names (`and`, `or`, `to`), what adds up (`totals`, `averages`), what is "
        "said in titles of maps and of sheets.",
    )
    exports: dict[str, Many[str]] = Field(
        {},
        description="The headings in exports of use, of speed and of crawlers, where the tool "
        "writes them in this language.",
    )
    roles: dict[str, Many[str]] = Field(
        {}, description="The job titles of the people for whom content is made, by role."
    )
    media: dict[str, Many[str]] = Field(
        {}, description="What a sheet names where content is shown, by the channel that it is."
    )
    columns: dict[str, Many[str]] = Field(
        {}, description="The headings under which other tools and teams keep each key of content."
    )
    stages: dict[str, Many[str]] = Field(
        {}, description="The words of many teams for the stages that customers go through."
    )
    keys: dict[str, Many[str]] = Field(
        {}, description="The keys, and folders, that people may mean by a word of this language."
    )
