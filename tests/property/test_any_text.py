"""No text, however mangled, stops the handbook: whatever is wrong with it is a finding."""

from hypothesis import given, settings
from hypothesis import strategies as st

from journeybook.findings import Finding, in_order
from journeybook.pipeline import read_handbook
from journeybook.schema import MODELS
from journeybook.schema.fields import Written
from journeybook.schema.settings.configuration import Configuration, WaiverEntry
from journeybook.schema.settings.inventory import Source
from journeybook.schema.statement import DropOff, Emotion, Expectation, Question, Touchpoint
from journeybook.sources.document import SourceFile
from tests.compiling import compile_handbook
from tests.golden.case import SETTINGS, TODAY
from tests.sites import DUTCH

PLACES = (
    "content/personas/cfo.md",
    "content/phases/purchase.md",
    "content/channels/email.md",
    "content/assets/guides/downtime.md",
    "content/journeys/cfo/index.md",
    "content/journeys/cfo/purchase.md",
    "content/research/interviews.md",
    "content/actions/call-back.md",
    "content/about.md",
    "site_config/journeybook.yml",
    "site_config/rules.yml",
    "site_config/waivers.yml",
    "site_config/inventory.yml",
)
HANDBOOK = tuple(
    SourceFile(path=path.relative_to(DUTCH.parent).as_posix(), data=path.read_bytes())
    for folder in ("content", "site_config")
    for path in sorted((DUTCH.parent / folder).rglob("*.*"))
)
NASTY = (
    *(
        b"[" * 80,
        b"{" * 1200,
        b"- " * 900,
        b"? ",
        b"&a [*a]",
        b"*a",
        b"<<: *a",
        b"!!python/name:os ",
    ),
    *(b"\x00", b"\xed\xa0\x80", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\x85"),
    *(b"\xe2\x80\xa8", b"---\n", b"...\n", b"%YAML 9.9\n", b"\t", b": ", b"#", b"'", b'"', b"| "),
    *(b"> ", b"@", b"`", b"9" * 400, b"-0", b"1e999", b".nan", b".inf", b"0x1F", b"2026-13-45"),
    *(
        b"9999-12-31",
        b"0001-01",
        b"9999 years",
        b"no",
        b"~",
        b"null",
        b"true",
        b"{}",
        b"[]",
        b"all",
    ),
    *(b"all", b"+goals: ", b"kind: step\n"),
)
MODELLED: list[type[Written]] = [Configuration, WaiverEntry, Source]
MODELLED += [Question, Expectation, Touchpoint, DropOff, Emotion, *MODELS.values()]
KEYS = sorted(
    {key for model in MODELLED for key in model.model_fields}
    | {"+goals", "expects", "where", "severity", "stale-asset"}
)
WORDS = st.sampled_from(
    [
        *("cfo", "purchase", "email", "downtime", "call-back", "interviews", "all", "published"),
        *("-3", "4", "1e400", "true", "2026-02-30", "2026-09", "6 months", "worried", "", "null"),
        *("é", "{x}", "%s", "*", "a: b"),
    ]
)


def judged(*files: SourceFile) -> tuple[Finding, ...]:
    """Judge some files, and hold the findings against what must hold for all findings."""
    findings = read_handbook(files, SETTINGS, TODAY).findings
    assert findings == in_order(findings)
    prints = [one.fingerprint for one in findings]
    assert len(prints) == len(set(prints))
    assert all("\n" not in str(one) for one in findings)
    return findings


@given(st.sampled_from(PLACES), st.binary(max_size=400))
def test_any_bytes(path: str, data: bytes) -> None:
    judged(SourceFile(path=path, data=data))


@given(st.sampled_from(PLACES), st.text(max_size=400))
def test_any_text_as_front_matter(path: str, text: str) -> None:
    data = f"---\n{text}\n---\n".encode(errors="surrogatepass")
    judged(SourceFile(path=path, data=data))


@given(
    st.sampled_from(HANDBOOK),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(NASTY)),
        min_size=1,
        max_size=4,
    ),
)
def test_a_good_file_mangled(file: SourceFile, edits: list[tuple[float, int, bytes]]) -> None:
    data = file.data
    for place, length, nasty in edits:
        at = int(place * len(data))
        data = data[:at] + nasty + data[at + length :]
    mangled = SourceFile(path=file.path, data=data)
    judged(*(mangled if one is file else one for one in HANDBOOK))


@settings(max_examples=25)
@given(st.sampled_from(HANDBOOK), st.floats(0, 1), st.sampled_from(NASTY))
def test_a_mangled_handbook_still_has_its_pages(
    file: SourceFile, place: float, nasty: bytes
) -> None:
    at = int(place * len(file.data))
    mangled = SourceFile(path=file.path, data=file.data[:at] + nasty + file.data[at:])
    files = [mangled if one is file else one for one in HANDBOOK]
    assert len(compile_handbook(files, SETTINGS, TODAY).pages) > 10


def written(value: object, indent: int = 0) -> str:
    """Write nested values as YAML in block style."""
    space = "  " * indent
    if isinstance(value, dict):
        return "".join(
            f"\n{space}{key}: {written(item, indent + 1)}" for key, item in value.items()
        )
    if isinstance(value, list):
        return "".join(f"\n{space}- {written(item, indent + 1)}" for item in value)
    return f"'{value}'" if value else str(value)


VALUES = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=300)
@given(
    st.dictionaries(
        st.sampled_from(PLACES),
        st.dictionaries(st.sampled_from(KEYS), VALUES, min_size=1, max_size=6),
        min_size=1,
        max_size=4,
    )
)
def test_any_value_under_any_key(files: dict[str, dict[str, object]]) -> None:
    judged(
        *(
            SourceFile(
                path=path,
                data=(
                    written(value) if path.endswith(".yml") else f"---{written(value)}\n---\n"
                ).encode(),
            )
            for path, value in files.items()
        )
    )


def test_feeling_that_says_nothing() -> None:
    text = b"---\nphase: purchase\nemotion: {target: 1}\n---\n"
    judged(
        SourceFile(path="content/phases/purchase.md", data=b"# Purchase\n"),
        SourceFile(path="content/journeys/cfo/purchase.md", data=text),
    )
