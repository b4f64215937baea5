"""A site's configuration, read the way its engine reads it: INHERIT, !ENV and all.

This is the only module of the disk that knows the engine. It runs nothing that a configuration
names: a tag for Python counts as text.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from pathspec.gitignore import GitIgnoreSpec

from journeybook.adapters.disk.refusal import CannotRunError

NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
"""What the file may be called, the first that is there."""

_ENGINES = ("mkdocs", "properdocs")
_ALWAYS_LEFT_OUT = (".*", "/templates/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where a handbook keeps its content and its decisions, inside its root.

    `left_out` tells of a path inside the content folder whether the site is told to leave it out.
    """

    root: Path
    content: str
    config: str
    left_out: Callable[[str], bool] = field(default=lambda _path: False)


def find_folders(path: Path) -> Folders:
    """Find the folders that the configuration at a path names, or those of the usual layout.

    The path is the handbook's folder, or its configuration file.

    Raises:
        CannotRunError: when there is no handbook, or its configuration cannot be read.
    """
    file = path if path.is_file() else None
    root = path.parent if file else path
    if not root.is_dir():
        raise CannotRunError("there is no folder {path}", path=path)
    file = file or next((root / name for name in NAMES if (root / name).is_file()), None)
    folders = folders_of(read_configuration(file) if file else {}, root.resolve())
    if not (folders.root / folders.content).is_dir():
        raise _no_handbook(root, file, folders.content)
    if folders.config != DEFAULT_CONFIG and not (folders.root / folders.config).is_dir():
        raise CannotRunError(
            "config: there is no folder {folder}/ in {root}", folder=folders.config, root=root
        )
    return folders


def _no_handbook(root: Path, file: Path | None, content: str) -> CannotRunError:
    if file is None:
        return CannotRunError(
            "there is no handbook in {root}: there is no mkdocs.yml and no content/; "
            "`journeybook init` begins one",
            root=root,
        )
    return CannotRunError(
        "there is no handbook in {root}: {name} names the folder {folder}/, which is missing",
        root=root,
        name=file.name,
        folder=content,
    )


DEFAULT_CONFIG = "site_config"


def read_configuration(file: Path) -> Mapping[str, Any]:
    """Read a configuration with those it inherits from.

    Raises:
        CannotRunError: when it, or one it inherits from, cannot be read.
    """
    engine_yaml = _engine()
    loader = engine_yaml.get_yaml_loader(_Plain)
    try:
        with file.open(encoding="utf-8") as stream:
            settings = engine_yaml.yaml_load(stream, loader)
    except UnicodeDecodeError as error:
        raise CannotRunError("{file} is not UTF-8", file=file.name) from error
    except OSError as error:
        raise CannotRunError(
            "cannot read {file}: {problem}", file=file.name, problem=error.strerror
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise CannotRunError(
            "{name} cannot be read as YAML: {problem}", name=file.name, problem=_one_line(error)
        ) from error
    except Exception as error:
        # The engine tells a parent that is missing by an exception of its own.
        if type(error).__name__ != "ConfigurationError":
            raise
        raise CannotRunError(
            "{name}: {problem}", name=file.name, problem=_one_line(error)
        ) from error
    return settings if isinstance(settings, dict) else {}


def folders_of(settings: Mapping[str, Any], root: Path) -> Folders:
    """Tell which folders a configuration means.

    Raises:
        CannotRunError: when the folder of decisions lies outside of the root.
    """
    pages = _relative(root, str(settings.get("docs_dir") or ("docs" if settings else "content")))
    options = _options(settings.get("plugins"))
    part = str(options.get("content") or "")
    content = part_of(root, pages, part) if part else pages
    return Folders(
        root=root,
        content=content,
        config=inside(root, str(options.get("config") or DEFAULT_CONFIG)),
        left_out=_left_out(settings, content.removeprefix(pages).lstrip("/")),
    )


def part_of(root: Path, pages: str, part: str) -> str:
    """Give the path of the folder of a handbook that is a part of a site's folder of pages.

    Raises:
        CannotRunError: when it lies elsewhere.
    """
    content = _relative(root, f"{pages}/{part}")
    if content != pages and not content.startswith(f"{pages}/"):
        raise CannotRunError(
            "content: the folder {part} lies outside of {pages}/", part=part, pages=pages
        )
    return content


def inside(root: Path, folder: str) -> str:
    """Give the plain path of a folder that must lie in the root.

    Raises:
        CannotRunError: when it does not.
    """
    plain = _relative(root, folder)
    if PurePosixPath(plain).is_absolute() or plain.split("/")[0] == "..":
        raise CannotRunError(
            "config: the folder {folder} lies outside of {root}", folder=folder, root=root
        )
    return plain


def _relative(root: Path, folder: str) -> str:
    return Path(os.path.relpath(root / folder, root)).as_posix()


def _options(plugins: object) -> Mapping[str, Any]:
    entries: Sequence[object] = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        options = entry.get("journeybook") if isinstance(entry, dict) else None
        if isinstance(options, dict):
            return options
    return {}


def _left_out(settings: Mapping[str, Any], part: str) -> Callable[[str], bool]:
    lines = [*_ALWAYS_LEFT_OUT]
    for key in ("exclude_docs", "draft_docs"):
        text = settings.get(key)
        lines.extend(text.splitlines() if isinstance(text, str) else ())
    spec = GitIgnoreSpec.from_lines(lines)
    # The site speaks of all its pages, of which the handbook may be a part.
    return (lambda path: spec.match_file(f"{part}/{path}")) if part else spec.match_file


class _Plain(yaml.SafeLoader):
    """Reads what a configuration says and runs nothing that it names."""


def _as_text(loader: yaml.SafeLoader, _tag: str, node: yaml.Node) -> object:
    if isinstance(node, yaml.ScalarNode):
        return loader.construct_scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node)
    return loader.construct_mapping(node) if isinstance(node, yaml.MappingNode) else None


_Plain.add_multi_constructor("", _as_text)


def _engine() -> Any:  # noqa: ANN401 - a module of whichever engine is installed
    for name in _ENGINES:
        try:
            return import_module(f"{name}.utils.yaml")
        except ModuleNotFoundError:
            continue
    raise CannotRunError("neither MkDocs nor ProperDocs is installed")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
