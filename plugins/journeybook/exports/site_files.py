"""The files that a site publishes beside its pages."""

from collections.abc import Mapping

from journeybook.exports.gap_files import gap_files
from journeybook.exports.json_export import handbook_json, handbook_schema
from journeybook.exports.table_files import table_files
from journeybook.pipeline import Compilation


def site_files(compilation: Compilation) -> Mapping[str, bytes]:
    """Give the files by their path inside the site."""
    language = compilation.site.wording.language
    return {
        "journeybook.json": handbook_json(compilation.handbook, compilation.findings, language),
        "journeybook.schema.json": handbook_schema(),
        **gap_files(compilation.site),
        **table_files(compilation.site),
    }
