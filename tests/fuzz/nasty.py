"""Values, bytes and names that somebody may type, or that break what is made for others."""

NASTY: tuple[object, ...] = (
    *("", " ", "null", "~", "true", "no", "all", "none", "-1", "0", "5", "1e400", "9" * 40, ".nan"),
    *("2026-02-30", "0001-01-01", "9999-12-31", "9999 years", "0 days", "6 months", "12 mei 2026"),
    *("<script>alert(1)</script>", "javascript:alert(1)", "http://[::1", "//x", "a/../../b", "#"),
    *("a\nb", "a\tb", "\u202eabc", "\x1b[31m", "\ufffe", "\u0301" * 40, "\U0001f469", "\ud7ff"),
    *("ß", "I", "\u0131", "İ", "ﬁ", "\uff21", "é", "e\u0301", "{x}", "{title}", "%s", "%"),
    *("=1+1", "@", "`x`"),
    *("*", "[x](y)", "| x |", "<!-- jb:prose -->", "<!-- journeybook/map -->", "x" * 3000),
    *([], {}, [[]], {"": ""}, {"text": ""}, [None], [{"text": ["a"]}], {"a": {"b": {"c": "d"}}}),
)
"""Values, in the place of any other."""

BYTES = (
    *(b"[" * 80, b"{" * 80, b"- " * 90, b"? ", b"&a [*a]", b"*a", b"<<: *a", b"!!python/name:os "),
    *(b"\x00", b"\xed\xa0\x80", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\x85", b"---\n"),
    *(b"\xe2\x80\xa8", b"...\n", b"%YAML 9.9\n", b"\t", b": ", b" #", b"'", b'"', b"| ", b"> "),
    *(b"@", b"`", b"\n\n\n", b"\xc2\xa0", b"<!-- journeybook/gaps -->\n", b"[TODO x]", b"```\n"),
    *(b"<!-- journeybook/matrix persona=all journey= -->\n", b"# \n", b"## x { #y }\n", b"~~~\n"),
)
"""Bytes, put in anywhere."""

NAMES = (
    *("x", "index", "a b", "R&D #1?", "100%", "é", "E\u0301", "all", "con", "x" * 240, ".x", "-"),
)
"""Names of files, without their ending."""
