"""The plugin's options in mkdocs.yml."""

from datetime import date

from mkdocs.config import base
from mkdocs.config import config_options as options


class JourneybookOptions(base.Config):
    """What a site can say about Journeybook.

    `config` is the folder of journeybook.yml, from the folder of mkdocs.yml. `fail_on` is the
    least that makes a build fail: error, warning, gap or never. `today` takes the place of the
    day of the build, as YYYY-MM-DD. `compare_to` is a branch, tag or commit; a page then tells
    what changed since. With `history`, the overviews tell how the handbook, its
    journeys and its phases did.
    `discuss` is the address that opens an issue about a place, with {title} and {body} left open,
    or the kind of host at `repo_url`: github, gitlab or gitea; false leaves the links out.
    """

    enabled = options.Type(bool, default=True)
    config = options.Type(str, default="site_config")
    fail_on = options.Choice(("error", "warning", "gap", "never"), default="error")
    compare_to = options.Optional(options.Type(str))
    history = options.Type(bool, default=False)
    discuss = options.Optional(options.Type((str, bool)))
    today = options.Optional(options.Type((str, date)))
