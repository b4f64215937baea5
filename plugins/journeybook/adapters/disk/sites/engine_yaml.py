"""A site's configuration, read the way its engine reads it: INHERIT, !ENV and all.

This is the only module of the disk that knows the engine. It runs nothing that a configuration
names: a tag for Python counts as text.
"""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

from journeybook.adapters.disk.refusal import CannotRunError

_ENGINES = ("mkdocs", "properdocs")


def read_configuration(file: Path) -> Mapping[str, Any]:
    """Read a configuration with those it inherits from.

    Raises:
        CannotRunError: when it, or one it inherits from, cannot be read.
    """
    return _read(file, _engine().get_yaml_loader(_Plain))


def read_kept(file: Path) -> Mapping[str, Any]:
    """Read a configuration so that it can be written again, with all that is to be looked up later.

    Raises:
        CannotRunError: when it, or one it inherits from, cannot be read.
    """
    loader = _engine().get_yaml_loader(_Kept)
    loader.add_constructor("!ENV", _as_written)
    return _read(file, loader)


def written(settings: Mapping[str, Any]) -> bytes:
    """Write a configuration."""
    text = yaml.dump(dict(settings), Dumper=_Writer, sort_keys=False, allow_unicode=True, width=100)
    return str(text).encode()


def _read(file: Path, loader: type[yaml.SafeLoader | yaml.CSafeLoader]) -> Mapping[str, Any]:
    try:
        with file.open(encoding="utf-8") as stream:
            settings = _engine().yaml_load(stream, loader)
    except UnicodeDecodeError as error:
        raise CannotRunError("{file} is not UTF-8", file=file.name) from error
    except OSError as error:
        raise CannotRunError(
            "cannot read {file}: {problem}", file=file.name, problem=error.strerror
        ) from error
    except RecursionError as error:
        raise CannotRunError(
            "{name} never ends: it inherits from itself, or has lists in lists too deep to be read",
            name=file.name,
        ) from error
    except (yaml.YAMLError, TypeError, ValueError) as error:
        raise _slip_in(file) or CannotRunError(
            "{name} cannot be read as YAML: {problem}", name=file.name, problem=_said(error, file)
        ) from error
    except Exception as error:
        # The engine tells a parent that is missing by an exception of its own.
        if type(error).__name__ != "ConfigurationError":
            raise
        raise _slip_in(file) or CannotRunError(
            "{name}: {problem}", name=file.name, problem=_said(error, file)
        ) from error
    return settings if isinstance(settings, dict) else {}


# Written in C: every command reads what the site is called by, and most of them thrice.
class _Plain(yaml.CSafeLoader):
    """Reads what a configuration says and runs nothing that it names."""


def _as_text(loader: _Plain, _tag: str, node: yaml.Node) -> object:
    if isinstance(node, yaml.ScalarNode):
        return loader.construct_scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node)
    return loader.construct_mapping(node) if isinstance(node, yaml.MappingNode) else None


_Plain.add_multi_constructor("", _as_text)


class _Kept(yaml.SafeLoader):
    """Keeps what only the engine can look up, to be written as it was."""


def _as_written(_loader: yaml.SafeLoader, node: yaml.Node) -> yaml.Node:
    return node


_Kept.add_multi_constructor("", lambda _loader, _tag, node: node)


class _Writer(yaml.SafeDumper):
    """Writes nodes that were kept as they are."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - named by PyYAML
        """Write everything out, since a reader may know no alias."""
        return True


_Writer.add_multi_representer(yaml.Node, lambda _writer, node: node)


def _engine() -> Any:  # noqa: ANN401 - a module of whichever engine is installed
    for name in _ENGINES:
        try:
            return import_module(f"{name}.utils.yaml")
        except ModuleNotFoundError:
            continue
    raise CannotRunError("neither MkDocs nor ProperDocs is installed")


def _slip_in(file: Path) -> CannotRunError | None:
    # Few configurations are broken, and all others are read without what knows the slips.
    from journeybook.adapters.disk.sites.site_slips import slip_in  # noqa: PLC0415

    return slip_in(file)


def _said(error: Exception, file: Path) -> str:
    # On one line, and without the folder in which a commit's configuration lies for a moment.
    return " ".join(str(error).split()).replace(f"{file.parent}/", "")
