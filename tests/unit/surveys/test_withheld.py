"""Which files are never published, since they may hold what customers answered."""

from journeybook.sources.document import SourceFile
from journeybook.sources.tables.responses import withheld
from tests.unit.held import hold

ENDINGS = (
    *(".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".xltx", ".ods", ".fods"),
    *(".numbers", ".zip", ".gz", ".7z", ".sav", ".zsav", ".por", ".dta", ".sas7bdat", ".rds"),
    *(".rdata", ".parquet", ".feather", ".json", ".jsonl", ".ndjson", ".sqlite", ".db", ".mdb"),
    *(".accdb", ".bak", ".old", ".tmp", ".pdf", ".png", ".md", ".csv~", ".CSV", ".csv.lock"),
)
PATHS = (
    *(f"content/research/a{ending}" for ending in ENDINGS),
    *("content/research/deep/b.csv", "content/research/~$a.docx", "research/a.csv"),
    *("content/a.csv", "content/notes/a.csv", "content/notes/deep/a.csv", "content/notesa.csv"),
    *("content/elsewhere/named.csv", "content/elsewhere/NAMED.csv", "content/elsewhere/named.pdf"),
    *("contents/research/a.csv", "content/researched/a.csv", "content/further/a.csv"),
)
PAGES = {
    "content/notes/talk.md": "---\nmethod: survey\n'survey' : ../elsewhere/Named.csv\n---\n",
    "content/further/panel.md": "---\nsurvey: panel.csv\n---\n",
    "content/other/none.md": "No survey: here\n",
    "content/other/none.txt": "survey: a.csv\n",
}


def test_what_is_never_published() -> None:
    files = [SourceFile(path=path, data=text.encode()) for path, text in PAGES.items()]
    kept = frozenset(withheld(PATHS, files, "content"))
    hold("withheld", (f"{'withheld' if path in kept else 'published'} {path}" for path in PATHS))
