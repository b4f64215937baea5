"""What the engine takes for granted where a configuration does not say it."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

_EDITED = ("edit/master/docs/", "src/default/docs/")


def is_guessed(config: MkDocsConfig) -> bool:
    """Tell whether the engine takes the files to be edited in a folder in which they are not.

    It does so for repositories on known hosts, when nobody says where files are edited.
    """
    is_said = config.edit_uri_template or config.edit_uri not in _EDITED
    return not is_said and Path(config.docs_dir).name != "docs"
