"""Approved names get the capitals that the glossary writes."""

from __future__ import annotations

import pytest

from l10n.glossary import Glossary
from l10n.languages import language
from l10n.locate import Working
from l10n.terminology.capitals import first_capital, with_capitals
from tests.terminology.conftest import Fake, obey, saying


@pytest.mark.parametrize(
    ("locale", "written", "target", "expected"),
    [
        ("ru", "Организации объединенных Наций", "Организация Объединенных Наций", "Организации Объединенных Наций"),
        ("ru", "европейским союзом", "Европейский союз", "Европейским союзом"),
        ("ru", "ЕВРОПЕЙСКИМ СОЮЗОМ", "Европейский союз", "ЕВРОПЕЙСКИМ СОЮЗОМ"),
        ("ru", "ООН", "Организация Объединенных Наций", "ООН"),
        ("az", "iqtisadiyyat Nazirliyinin", "İqtisadiyyat Nazirliyi", "İqtisadiyyat Nazirliyinin"),
        ("az", "Fransanın", "Fransa", "Fransanın"),
    ],
)
def test_words_pair_with_the_citation_form(locale: str, written: str, target: str, expected: str) -> None:
    """Each word gets the capital of its own word; nothing else changes."""
    assert with_capitals(written, target, language(locale)) == expected


def test_a_draft_gets_its_capitals(terms: Glossary) -> None:
    """In the sentence, a title stays small."""
    draft = "Министр культуры ушел к европейскому союзу, а министр культуры остался."
    source = "The Culture Minister left for the European Union, and the Culture Minister stayed."
    assert obey(terms, Fake(saying(draft)), source).text == (
        "Министр культуры ушел к Европейскому союзу, а министр культуры остался."
    )


@pytest.mark.parametrize(
    ("locale", "source", "draft", "expected"),
    [
        ("ru", '"Apparatus finals begin."', "«финалы начинаются».", "«Финалы начинаются»."),
        ("az", "First came figures.", "ilk gələn rəqəmlər oldu.", "İlk gələn rəqəmlər oldu."),
        ("az", "Light came.", "ışıq gəldi.", "Işıq gəldi."),
        ("ru", "EBay agreed.", "eBay согласилась.", "eBay согласилась."),
        ("ru", "Five percent agreed.", "5 процентов согласились.", "5 процентов согласились."),
        ("ru", "and so on.", "и так далее.", "и так далее."),
        ("ru", "...", "и", "и"),
    ],
)
def test_a_sentence_begins_with_a_capital(locale: str, source: str, draft: str, expected: str) -> None:
    """Where the source does, by the letters of the language; names that begin small and figures stay."""
    assert first_capital(source, Working(draft), language(locale)).text == expected
