"""How the values of two states are shown, in the language of the later one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from journeybook.compare.edit import Value
from journeybook.handbook.surveys.results import SurveyResult
from journeybook.schema.period import Period
from journeybook.schema.settings.vocabulary import LanguageWords
from journeybook.wording import Wording


@dataclass(frozen=True, kw_only=True)
class Values:
    """Writes values in a language; `languages` are the words that authors write in each."""

    wording: Wording
    languages: Mapping[str, LanguageWords]

    def shown(self, value: Value) -> str:
        """Write a value the way the handbook's language does; nothing for what is missing."""
        match value:
            case bool():
                shown = self.wording.text("yes" if value else "no")
            case int() | float():
                shown = self.wording.number(value)
            case date():
                shown = self.wording.day(value)
            case Period():
                shown = self.wording.period(value.months, value.days)
            case SurveyResult():
                shown = self._survey(value)
            case tuple():
                shown = "; ".join(self.shown(one) for one in value)
            case _:
                shown = " ".join((value or "").split())
        return shown

    def word(self, choice: str | None) -> str:
        """Write one of a key's few choices in the handbook's language."""
        said = self._choices.get(choice or "", choice or "")
        return self.wording.text(said) if said else ""

    @cached_property
    def _choices(self) -> Mapping[str, str]:
        # In English the words of the keys are the ones; others that people type are only read.
        spoken = (
            self.languages.get(self.wording.language) if self.wording.language != "en" else None
        )
        words = spoken.values if spoken else {}
        return {english: word for word, english in reversed(words.items())}

    def _survey(self, survey: SurveyResult) -> str:
        count = self.wording.count
        told = count("{n} response", "{n} responses", survey.responses or 0)
        return f"{survey.file} ({told})" if survey.responses is not None else survey.file
