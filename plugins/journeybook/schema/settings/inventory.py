"""What a team says of the content that stands in other places: the file inventory.yml."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from journeybook.schema.fields import Choice, Many, Tongue, Truth, Written, said
from journeybook.schema.settings.use_source import UseSource

Key = Literal[
    "title",
    "url",
    "summary",
    "type",
    "status",
    "personas",
    "phases",
    "channels",
    "answers",
    "language",
    "owner",
    "tags",
    "aliases",
    "published",
    "reviewed",
    "review_every",
    "due",
    "gated",
    "effort",
    "cta",
    "decision",
    "old_addresses",
]
"""The keys of content that a column may hold."""

Generator = Literal["hugo", "jekyll", "eleventy", "docusaurus", "astro", "plain"]
Joined = Literal["url", "id", "title"]


class Source(Written):
    """A file or folder with content that stands elsewhere, and what its columns mean."""

    file: Many[str] = Field(
        description="The file, the folder of Markdown, or a pattern such as `exports/*.csv`, as "
        "seen from the folder of the handbook. It is read at every build.",
        examples=["audit.xlsx"],
    )
    name: str | None = Field(
        None, description="What people call it; the name of the file when left out."
    )
    columns: dict[Key, Many[str]] = Field(
        {},
        description="The heading of the column for each key of content, such as `personas: "
        "Audience`; case, accents and signs do not matter. Several are read as one.",
    )
    split: dict[Key, str] = Field(
        {},
        description="The signs that part several values in one cell, such as `phases: /`; without "
        "it `,`, `;`, `|`, `/` and ends of lines do, where that gives names that are known.",
    )
    values: dict[Key, dict[str, Many[str]]] = Field(
        {},
        description="For each key, your word for each of theirs, such as `phases: {TOFU: "
        "awareness}`. A word with nothing behind it, `none`, is passed over.",
    )
    only: dict[str, Many[str]] = Field(
        {},
        description="Only the rows that have one of these words in a column, such as `Content "
        "Type: text/html`; `*` stands for anything.",
    )
    skip: dict[str, Many[str]] = Field(
        {}, description="Not the rows that have one of these words in a column."
    )
    type: str | None = Field(None, description="The type of all that no column gives one.")
    status: str | None = Field(None, description="The status of all that no column gives one.")
    language: Tongue | None = Field(
        None, description="The language of all that no column gives one."
    )
    owner: str | None = Field(None, description="The owner of all that no column gives one.")
    personas: Many[str] = Field((), description="For whom all is that no column tells of.")
    phases: Many[str] = Field((), description="When all helps that no column tells of.")
    channels: Many[str] = Field((), description="Where all is offered that no column tells of.")
    base: str | None = Field(
        None,
        description="What stands before addresses that begin with a `/`, such as "
        "`https://www.example.com`.",
    )
    dates: Choice[Literal["day-month", "month-day"]] | None = Field(
        None, description="What comes first in dates such as 3/1/2026."
    )
    id: str | None = Field(
        None,
        description="What names the content for good: `address`, `title`, or the heading of a "
        "column. The address where there is one, when left out.",
    )
    match: Many[Choice[Joined]] = Field(
        ("url", "id"),
        description="By what a row is the content of a file, or of a source above: `url`, `id` or "
        "`title`.",
    )
    wins: Choice[Literal["file", "inventory"]] = Field(
        "file",
        description="Which of the two counts where they contradict each other. What only one of "
        "them says counts in any case.",
    )
    adds: Truth | None = Field(
        None, description="Whether a row that tells of nothing known is content too; else `false`."
    )
    pages: Truth | None = Field(None, description="Whether each row gets a page of its own.")
    generator: Choice[Generator] | None = Field(
        None, description="What makes the site of a folder of pages, where its files do not tell."
    )
    root: str | None = Field(
        None, description="The folder of its pages, where that is not the one that they share."
    )
    sheet: str | None = Field(None, description="The sheet of a workbook; else the first one.")
    member: str | None = Field(None, description="The file inside a ZIP; it may hold `*`.")
    encoding: str | None = Field(
        None, description="How the file is saved, such as `cp1252`, where that is guessed wrong."
    )
    delimiter: str | None = Field(
        None, description="What parts the cells of a CSV, where that is guessed wrong."
    )
    entries: Many[str] = Field(
        (),
        description="The types of post, or of entry, that are content, such as `post`; all that "
        "can be when left out.",
    )
    limit: Annotated[int, Field(ge=1, le=500)] = Field(
        50, description="How many megabytes it may have at most."
    )


class Inventory(Written):
    """The file inventory.yml."""

    sources: Many[Annotated[Source, BeforeValidator(said("file"))]] = Field(
        (), description="The files and folders with content, those that count first above."
    )
    use: Many[Annotated[UseSource, BeforeValidator(said("file"))]] = Field(
        (), description="The exports that tell how much content is used."
    )
