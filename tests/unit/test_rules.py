"""One name, five places: every code is a module, a key in rules.yml, a case and a section."""

import pytest

from journeybook.codes import Code, Family, Severity
from journeybook.rules.registry import own_rules
from tests.golden.case import CASES
from tests.sites import ROOT
from tests.unit.handbooks import found, told
from tests.unit.messages import PACKAGE

GUIDE = ROOT / "content" / "guide"


def module_of(code: Code) -> str:
    return code.value.replace("-", "_")


def test_every_module_of_gaps_is_a_rule() -> None:
    modules = {path.stem for path in (PACKAGE / "rules" / "gaps").rglob("[!_]*.py")}
    gaps = {code for code, rule in own_rules().items() if rule.family is Family.GAP}
    assert modules == {module_of(Code(code)) for code in gaps}


@pytest.mark.parametrize("code", list(Code))
class TestCode:
    def test_its_module_says_which_it_is(self, code: Code) -> None:
        rule = own_rules()[code]
        assert rule.code == code
        problems = (Severity.ERROR, Severity.WARNING)
        gaps = (Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.OFF)
        assert rule.severity in (problems if rule.family is Family.PROBLEM else gaps)

    def test_it_explains_itself(self, code: Code) -> None:
        told = own_rules()[code].explanation
        assert len(told.title.split()) <= 9
        for text in (told.found, told.why, told.close):
            assert text.endswith(".")
            assert len(text) > 20

    def test_its_parameters_are_described(self, code: Code) -> None:
        fields = own_rules()[code].parameters.model_fields.values()
        assert all(one.description and one.description.endswith(".") for one in fields)
        assert not any(one.is_required() for one in fields)

    def test_it_has_a_golden_case(self, code: Code) -> None:
        case = CASES / "rules" / code / "fires.txt"
        assert f"[{code}]" in case.read_text(encoding="utf-8").partition("-- findings --")[2]

    def test_the_manual_has_its_section(self, code: Code) -> None:
        told = own_rules()[code].explanation
        (leading,) = (line for line in _lines("findings.md") if f"{{#{code}}}" in line)
        assert told.title in leading
        page = leading.partition("](")[2].partition("#")[0]
        assert f"## {told.title} {{#{code}}}" in _lines(page)
        assert told.found in _lines(page)


@pytest.mark.parametrize("word", ["error", "warning", "high", "medium", "low", "off"])
def test_rules_yml_accepts_every_code(word: str) -> None:
    problem = word in ("error", "warning", "off")
    codes = [code for code, rule in own_rules().items() if problem or rule.family is Family.GAP]
    assert told({"site_config/rules.yml": "\n".join(f"{code}: {word}" for code in codes)}) == []
    long = "\n".join(f"{code}: {{severity: {word.upper()}}}" for code in codes)
    assert told({"site_config/rules.yml": long}) == []


def _lines(page: str) -> list[str]:
    return (GUIDE / page).read_text(encoding="utf-8").splitlines()


def test_a_role_is_there_for_the_purchase_by_a_step_or_by_content_that_reaches_it() -> None:
    files = {
        "phases/look.md": "---\norder: 1\nstage: buyer\n---\n# Look\n",
        "phases/buy.md": "---\norder: 2\nstage: buyer\n---\n# Buy\n",
        "personas/told.md": "---\nrole: [buyer, gatekeeper]\n---\n# Told\n",
        "personas/reached.md": "---\nrole: [user, gatekeeper]\n---\n# Reached\n",
        "personas/forgotten.md": "---\nrole: [decider, gatekeeper]\n---\n# Forgotten\n",
        "journeys/told/index.md": "---\npersona: told\n---\n# Way\n",
        "journeys/told/buy.md": "---\nneeds: [Rest]\n---\n",
        "journeys/forgotten/index.md": "---\npersona: forgotten\nscope: look\n---\n# Other\n",
        "journeys/forgotten/look.md": "---\nneeds: [Rest]\n---\n",
        "assets/offer.md": (
            "---\nstatus: published\npersonas: [reached]\nphases: [buy]\n---\n# Offer\n"
        ),
    }
    missing = found(files, Code.ROLE_WITHOUT_PURCHASE_CONTENT)
    assert [one.subject_id for one in missing] == ["decider"]
