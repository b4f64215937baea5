"""The crawler of built sites sees what a visitor would run into."""

from pathlib import Path

from tests.crawling import faults_of

HOME = """
<a href="#here">1</a> <a href="a%20b/#there%3F">2</a> <a href="https://else.example/">3</a>
<a href="mailto:a@b.example">4</a> <p id="here"></p> <img src="pic.png">
"""


def site(folder: Path, home: str) -> Path:
    """A site of two pages, a picture and a page for what is not found."""
    (folder / "a b").mkdir()
    (folder / "index.html").write_text(home, "utf-8")
    (folder / "a b" / "index.html").write_text('<p id="there?"></p><a href="../">up</a>', "utf-8")
    (folder / "404.html").write_text('<a href="/nowhere/">away</a>', "utf-8")
    (folder / "pic.png").touch()
    return folder


def test_sound_site_has_no_faults(tmp_path: Path) -> None:
    assert faults_of(site(tmp_path, HOME)) == []


def test_every_fault_is_seen(tmp_path: Path) -> None:
    home = """
    <a href="#gone">1</a> <a href="a b#there?">2</a> <a href="a%20b/#there">3</a>
    <a href="Webinar: x/">4</a> <a href="../c/">5</a> <img src="no.png">
    <p id="twice"></p><p id="twice"></p>
    """
    assert faults_of(site(tmp_path, home)) == [
        "index.html: #gone leads to no place on its page",
        "index.html: a b#there? leads to no file",
        "index.html: a%20b/#there leads to no place on its page",
        "index.html: Webinar: x/ leads out of the site",
        "index.html: ../c/ leads to no file",
        "index.html: no.png leads to no file",
        "index.html: twice is an id 2 times",
    ]
