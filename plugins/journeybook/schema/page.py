"""What a file can say to the theme about its page."""

from pydantic import Field

from journeybook.schema.fields import Many, Number, Written


class SearchKeys(Written):
    """How the site's search treats a page."""

    boost: Number | None = Field(None, description="How much more, or less, a hit counts.")
    exclude: bool | None = Field(None, description="Whether the search passes the page over.")


class PageKeys(Written):
    """The keys that belong to the theme; they are passed on and are no mistake."""

    comments: bool | None = Field(None, description="Whether readers can comment on the page.")
    description: str | None = Field(None, description="What search engines on the web show.")
    hide: Many[str] = Field((), description="The parts of the page that are not shown.")
    icon: str | None = Field(
        None,
        description="The icon beside its name in the navigation; of a channel its sign on maps as "
        "well, such as `material/email-outline`.",
    )
    image: str | None = Field(None, description="The picture that goes with it elsewhere.")
    search: SearchKeys | None = Field(None, description="How the site's search treats it.")
    subtitle: str | None = Field(None, description="A line below its name in the navigation.")
    template: str | None = Field(None, description="The template of the theme that draws it.")


def for_theme(keys: PageKeys) -> dict[str, object]:
    """Give what was written, as the theme reads it."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in keys.model_dump(exclude_unset=True).items()
    }
