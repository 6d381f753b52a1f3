"""Approved names get the capitals that the glossary writes."""

from __future__ import annotations

import pytest

from l10n.glossary import Glossary
from l10n.languages import language
from l10n.terminology.capitals import with_capitals
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
