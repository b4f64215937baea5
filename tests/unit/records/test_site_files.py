"""What the files beside the pages of a site say: its generator, its address, its language."""

from journeybook.sources.document import SourceFile
from journeybook.sources.records.site_files import (
    address_of_site,
    folder_of_site,
    is_of_site,
    language_of_site,
    shape_by_settings,
)
from tests.unit.held import hold

NAMES = (
    *("hugo.toml", "hugo.yaml", "hugo.yml", "config.toml", "_config.yml", "_config.yaml"),
    *("docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs"),
    *("astro.config.mjs", "astro.config.ts", "astro.config.js", "eleventy.config.js"),
    *("eleventy.config.mjs", "eleventy.config.cjs", "posts/x.11tydata.js", "x.11tydata.cjs"),
    *("x.11tydata.mjs", "x.json", "a.md", "A.MARKDOWN", "a.mdx", "a.html", "a.htm", "a.njk"),
    *("a.liquid", "a.mdoc", "a.adoc", "a.org", "a.rst", "a.astro", "a.png", "mkdocs.yml", "a.txt"),
)
SETTINGS = (
    'baseURL = "https://x.example/"\ndefaultContentLanguage = "nl"\n',
    "base_url: https://x.y/a/",
    *("url: https://x.example\nbaseurl: /in/\n", "{url: 'https://x.example', baseUrl: '/in'}"),
    "site: 'https://x.example', base: '/docs'",
    "  site: https://x.example,\n  defaultLocale: 'en-GB'",
    *("url: http://localhost:4000\n", "myurl: https://x.example\n", "default_language: de\n", ""),
)  # fmt: skip
SEVERAL = (
    ("deep/hugo.toml", "_config.yml"),
    ("a/hugo.toml", "b/hugo.toml", "hugo.toml"),
    ("b/astro.config.ts", "a/docusaurus.config.js"),
)


def test_what_the_files_of_a_site_say() -> None:
    lines = [f"{name}: {is_of_site(name)} {shape_by_settings([name])}" for name in NAMES]
    for names in SEVERAL:
        folders = [folder_of_site(shape, names) for shape in ("hugo", "jekyll", "astro")]
        lines.append(f"{names}: {shape_by_settings(names)} {folders}")
    for text in SETTINGS:
        for name in ("hugo.toml", "sub/_config.yml", "other.toml"):
            files = [SourceFile(path=name, data=text.encode())]
            told = f"{address_of_site(files)!r} {language_of_site(files)!r}"
            lines.append(f"{name} {text!r}: {told}")
    hold("site-files", lines)
