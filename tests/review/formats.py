"""The parts of the reviewers' formats that we write, as JSON Schema told from their descriptions.

Nothing but what a format knows may stand in an object, and what it asks for must.
"""

from collections.abc import Mapping, Sequence

Schema = Mapping[str, object]

TEXT: Schema = {"type": "string", "minLength": 1}
LINE: Schema = {"type": "integer", "minimum": 1}
RELATIVE: Schema = {"type": "string", "pattern": r"^(?!/|[A-Za-z]+:|\.\./)[^\\]+$"}


def shaped(needed: Mapping[str, Schema], allowed: Mapping[str, Schema] | None = None) -> Schema:
    """An object with exactly these keys; those allowed may be missing."""
    return {
        "type": "object",
        "properties": {**needed, **(allowed or {})},
        "required": list(needed),
        "additionalProperties": False,
    }


def listed(of: Schema) -> Schema:
    """A list of these."""
    return {"type": "array", "items": of}


def chosen(words: Sequence[str]) -> Schema:
    """One of these words."""
    return {"enum": list(words)}


PLACE = shaped({"line": LINE, "column": LINE})

GITLAB = listed(
    shaped(
        {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": TEXT,
            "severity": chosen(("info", "minor", "major", "critical", "blocker")),
            "location": shaped({"path": RELATIVE, "lines": shaped({"begin": LINE})}),
        },
        {
            "type": chosen(("issue",)),
            "categories": {
                "type": "array",
                "items": chosen(
                    ("Bug Risk", "Clarity", "Compatibility", "Complexity", "Duplication",
                     "Performance", "Security", "Style")
                ),
            },
        },
    )
)  # fmt: skip

RDJSON = shaped(
    {
        "diagnostics": listed(
            shaped(
                {
                    "message": TEXT,
                    "location": shaped(
                        {"path": RELATIVE, "range": shaped({"start": shaped({"line": LINE})})}
                    ),
                },
                {
                    "severity": chosen(("ERROR", "WARNING", "INFO")),
                    "code": shaped({"value": TEXT}),
                    "original_output": TEXT,
                    "suggestions": listed(
                        shaped({"range": shaped({"start": PLACE, "end": PLACE}), "text": TEXT})
                    ),
                },
            )
        )
    },
    {"source": shaped({"name": TEXT})},
)

_MESSAGE = shaped({"text": TEXT})
_LEVEL = chosen(("none", "note", "warning", "error"))

SARIF = shaped(
    {
        "version": chosen(("2.1.0",)),
        "runs": listed(
            shaped(
                {
                    "tool": shaped(
                        {
                            "driver": shaped(
                                {"name": TEXT},
                                {
                                    "semanticVersion": TEXT,
                                    "rules": listed(
                                        shaped(
                                            {"id": TEXT},
                                            {
                                                "name": TEXT,
                                                "shortDescription": _MESSAGE,
                                                "fullDescription": _MESSAGE,
                                                "help": _MESSAGE,
                                                "defaultConfiguration": shaped({"level": _LEVEL}),
                                            },
                                        )
                                    ),
                                },
                            )
                        }
                    ),
                    "results": listed(
                        shaped(
                            {"message": _MESSAGE},
                            {
                                "ruleId": TEXT,
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": _LEVEL,
                                "locations": listed(
                                    shaped(
                                        {
                                            "physicalLocation": shaped(
                                                {
                                                    "artifactLocation": shaped(
                                                        {"uri": RELATIVE}, {"uriBaseId": TEXT}
                                                    ),
                                                    "region": shaped(
                                                        {"startLine": LINE}, {"startColumn": LINE}
                                                    ),
                                                }
                                            )
                                        }
                                    )
                                ),
                                "partialFingerprints": {
                                    "type": "object",
                                    "additionalProperties": TEXT,
                                },
                                "suppressions": listed(
                                    shaped(
                                        {"kind": chosen(("inSource", "external"))},
                                        {
                                            "status": chosen(
                                                ("accepted", "underReview", "rejected")
                                            ),
                                            "justification": TEXT,
                                        },
                                    )
                                ),
                            },
                        )
                    ),
                },
                {"columnKind": chosen(("utf16CodeUnits", "unicodeCodePoints"))},
            )
        ),
    },
    {"$schema": {"type": "string", "format": "uri"}},
)
