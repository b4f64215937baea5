"""The settings for VS Code are those that Front Matter CMS documents, and keep what others set."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from journeybook.adapters.disk.workspace import read_at
from journeybook.editors.forms import forms_for
from journeybook.editors.front_matter import front_matter_settings
from tests.cli.test_init import journeybook
from tests.sites import DUTCH, ROOT
from tests.unit.handbooks import TODAY, judged
from tests.unit.held import hold

# What its manual says of content types, page folders and the fields that we use: all of their
# properties, and those that it requires.
TEXT, TRUTH = {"type": "string"}, {"type": "boolean"}
LIST_OF_TEXTS = {"type": "array", "items": TEXT}
CHOICES = {
    "type": "array",
    "items": {
        "anyOf": [
            TEXT,
            {"type": "object", "required": ["id", "title"], "additionalProperties": TEXT},
        ]
    },
}
NUMBER = {
    "type": "object",
    "properties": {"min": {}, "max": {}, "step": {}, "isDecimal": TRUTH},
    "additionalProperties": False,
}
OF_TYPE: Mapping[str, Mapping[str, object]] = {
    "string": {"single": TRUTH, "wysiwyg": {}},
    "number": {"numberOptions": NUMBER},
    "datetime": {"isPublishDate": TRUTH, "isModifiedDate": TRUTH, "dateFormat": TEXT},
    "boolean": {},
    "choice": {"choices": CHOICES, "multiple": TRUTH},
    "list": {},
    "fields": {"fields": {"type": "array", "items": {"$ref": "#/definitions/field"}}},
    "heading": {},
}
REQUIRED = {"choice": ["choices"], "fields": ["fields"]}


def field_of(name: str) -> dict[str, object]:
    shared = {
        "name": TEXT,
        "type": {"const": name},
        "title": TEXT,
        "description": TEXT,
        "default": TEXT,
        "required": TRUTH,
        "hidden": TRUTH,
    }
    return {
        "type": "object",
        "properties": {**shared, **OF_TYPE[name]},
        "required": ["name", "type", *REQUIRED.get(name, ())],
        "additionalProperties": False,
    }


DOCUMENTED = Draft7Validator(
    {
        "definitions": {"field": {"oneOf": [field_of(name) for name in OF_TYPE]}},
        "properties": {
            "frontMatter.taxonomy.contentTypes": {
                "items": {
                    "required": ["name", "fields"],
                    "properties": {"fields": {"items": {"$ref": "#/definitions/field"}}},
                }
            },
            "frontMatter.content.pageFolders": {
                "items": {
                    "required": ["path"],
                    "properties": {
                        "title": TEXT,
                        "path": {"type": "string", "pattern": r"^\[\[workspace\]\]/"},
                        "contentTypes": LIST_OF_TEXTS,
                        "disableCreation": TRUTH,
                    },
                    "additionalProperties": False,
                }
            },
        },
    }
)


@pytest.mark.parametrize("root", [ROOT, DUTCH.parent])
def test_every_field_is_one_that_is_documented(root: Path) -> None:
    found = read_at(root, TODAY)
    settings, _ = front_matter_settings(found.site, forms_for(found.site, found.documents, ""))
    assert [error.message for error in DOCUMENTED.iter_errors(settings)] == []
    types = [one["name"] for one in settings["frontMatter.taxonomy.contentTypes"]]
    folders = settings["frontMatter.content.pageFolders"]
    assert [one["contentTypes"] for one in folders] == [[name] for name in types]
    # A type of content is written under the key by which a form could be looked for as well.
    assert not {*types} & {*found.site.handbook.vocabulary.asset_types}


def test_a_key_that_no_form_holds_has_no_field_and_all_others_do() -> None:
    files = {
        "personas/buyer.md": "---\ntitle: Buyer\ngoals: [{text: Rest}]\n---\n",
        "journeys/buyer/index.md": "---\ntitle: Buying\npersona: buyer\ntags: [a]\n---\n",
        "journeys/buyer/look.md": "---\nneeds: [rest]\nemotion: 1\ntags: b\n---\n",
    }
    found = judged(files)
    settings, left_out = front_matter_settings(
        found.site, forms_for(found.site, found.documents, "")
    )
    types = settings["frontMatter.taxonomy.contentTypes"]
    hold("front-matter-fields", (f"{one['name']} {it}" for one in types for it in one["fields"]))
    fields = {
        one["name"].removeprefix("journeybook-"): {field["name"]: field for field in one["fields"]}
        for one in types
    }
    assert "persona: goals" in left_out
    assert "goals" not in fields["personas"]
    assert fields["journeys"]["persona"]["choices"] == [{"id": "buyer", "title": "Buyer"}]
    assert fields["journeys"]["needs"]["type"] == "list"
    # Journeys and steps share a form, and write this key in two ways.
    assert "step: tags" in left_out
    # They say what the same key is for in two sentences, which is no other way to write it.
    assert "step: kpis" not in left_out
    assert "the journey works. The figures" in fields["journeys"]["kpis"]["description"]
    assert "tags" not in fields["journeys"]


def test_what_others_set_stays_and_what_we_wrote_is_renewed(tmp_path: Path) -> None:
    write_handbook(tmp_path)
    file = tmp_path / "frontmatter.json"
    theirs = {"name": "blog", "fields": []}
    mine = {"frontMatter.preview.host": "x", "frontMatter.taxonomy.contentTypes": [theirs]}
    file.write_text(json.dumps(mine), "utf-8")
    for _ in range(2):
        assert journeybook("cms", "--vscode", str(tmp_path)).exit_code == 0
    said = json.loads(file.read_text("utf-8"))
    assert said["frontMatter.preview.host"] == "x"
    types = said["frontMatter.taxonomy.contentTypes"]
    assert types[0] == theirs
    assert len({one["name"] for one in types}) == len(types) == 8
    file.write_text("{} // mine\n", "utf-8")
    assert journeybook("cms", "--vscode", str(tmp_path)).exit_code == 2
    assert file.read_text("utf-8") == "{} // mine\n"


def test_it_is_said_why_a_key_has_no_field(tmp_path: Path) -> None:
    write_handbook(tmp_path)
    asset = tmp_path / "content" / "assets" / "blog.md"
    asset.parent.mkdir()
    asset.write_text("---\ntype: blog\n---\n# Blog\n", "utf-8")
    done = journeybook("cms", "--vscode", str(tmp_path))
    told = "asset: private has no field: a form would say no in every file that says nothing of it"
    assert told in done.output


def write_handbook(root: Path) -> None:
    page = root / "content" / "personas" / "buyer.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Buyer\n", "utf-8")
