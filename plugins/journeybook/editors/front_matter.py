"""Settings for Front Matter CMS in VS Code, made of the same forms as those for the browser.

It finds the form of a file by its folder, so journeys and their steps share one. What it cannot
hold as it is written has no field: a list of groups of keys would get a key of the editor's own in
each of its entries.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from journeybook.editors.forms import Forms
from journeybook.editors.shapes import Field
from journeybook.handbook.ids import last_part
from journeybook.pages.parts.site import Site
from journeybook.schema import Kind

Settings = dict[str, Any]

_TYPES = "frontMatter.taxonomy.contentTypes"
FOLDERS = "frontMatter.content.pageFolders"
"""The setting that names a folder for each form."""

_WIDGETS: Mapping[str, Field] = {
    "boolean": {"type": "boolean"},
    "datetime": {"type": "datetime", "dateFormat": "yyyy-MM-dd"},
    "string": {"type": "string", "single": True},
    "text": {"type": "string"},
}


def front_matter_settings(site: Site, forms: Forms) -> tuple[Settings, tuple[str, ...]]:
    """Give the settings, and the keys that have no field, as `kind: key`."""
    left_out = list(forms.left_out)
    by_folder: dict[str, dict[str, Field]] = {}
    for form in forms.collections:
        kind, known = form["name"], by_folder.setdefault(form["folder"], {})
        known[f"({kind})"] = {"name": f"({kind})", "title": form["label"], "type": "heading"}
        for widget in form["fields"]:
            key = widget["name"]
            if key == "body" or widget["widget"] == "hidden":
                continue
            field = _field(site, widget)
            both = field and _for_both(known.get(key, field), field)
            if both is None:
                known.pop(key, None)
                left_out.append(f"{kind}: {key}")
            else:
                known[key] = both
    settings = {
        "$schema": "https://frontmatter.codes/frontmatter.schema.json",
        "frontMatter.content.autoUpdateDate": False,
        _TYPES: [
            {"name": _name(folder), "fields": list(known.values())}
            for folder, known in by_folder.items()
        ],
        FOLDERS: [_page_folder(folder) for folder in by_folder],
    }
    return settings, tuple(left_out)


def _for_both(one: Field, other: Field) -> Field | None:
    # What only says of each what it is for may be one field, which says both.
    hint = "description"
    if {**one, hint: ""} != {**other, hint: ""}:
        return None
    key = f" ({one['name']})"
    hints = dict.fromkeys(each.get(hint, "").removesuffix(key) for each in (one, other))
    return {**one, hint: f"{' '.join(hints)}{key}"}


def merged(before: Mapping[str, Any], settings: Settings) -> Settings:
    """Put settings among those that somebody has already, in place of what we wrote before."""
    whole = {**before, **settings}
    for key, name in ((_TYPES, "name"), (FOLDERS, "path")):
        ours = {one[name] for one in settings[key]}
        others = [one for one in before.get(key, ()) if one.get(name) not in ours]
        whole[key] = [*others, *settings[key]]
    return whole


def _name(folder: str) -> str:
    # Front Matter looks for the key `type` first, which holds the type of an asset or a channel.
    return f"journeybook-{last_part(folder)}"


def _page_folder(folder: str) -> Field:
    # What it would add to a new file is no key of ours; `journeybook new` begins files.
    return {
        "title": last_part(folder),
        "path": f"[[workspace]]/{folder}",
        "contentTypes": [_name(folder)],
        "disableCreation": True,
    }


def _field(site: Site, widget: Field) -> Field | None:
    said = _said(site, widget)
    if said is None:
        return None
    hint = {"description": widget["hint"]} if widget.get("hint") else {}
    return {"name": widget["name"], "title": widget["label"], **hint, **said}


def _said(site: Site, widget: Field) -> Field | None:
    match widget["widget"]:
        case "number":
            is_decimal = widget["value_type"] == "float"
            return {"type": "number", "numberOptions": {"isDecimal": is_decimal}}
        case "select":
            return _choice(widget, widget["options"])
        case "relation":
            entities = site.handbook.entities[Kind(widget["collection"])]
            known = ({"id": last_part(one), "title": entities[one].title} for one in entities)
            return _choice(widget, known)
        case "list":
            return None if "fields" in widget else {"type": "list"}
        case "object":
            inner = [_field(site, one) for one in widget["fields"]]
            return {"type": "fields", "fields": inner} if all(inner) else None
        case plain:
            return _WIDGETS[plain]


def _choice(widget: Field, choices: Iterable[str | Field]) -> Field:
    multiple = widget.get("multiple", False)
    return {"type": "choice", "choices": list(choices), "multiple": multiple}
