"""Verbs agree with the approved names beside them: in number with a list, in gender with a person."""

from __future__ import annotations

import pytest

from l10n.glossary import Glossary
from l10n.languages import language
from l10n.model import Gender
from tests.terminology.conftest import Fake, loaded, obey, saying

ROWS = """term,kind,gender,ru,az
Shusha,place,,Шуша,Şuşa
Guba,place,,Губа,Quba
Georgia,place,,Грузия,Gürcüstan
minister,title,,министр,nazir
Anar Karimov,person,m,Анар Керимов,Anar Kərimov
Laman Ismayilova,person,f,Ляман Исмаилова,Ləman İsmayılova
"""


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    return loaded(ROWS, tmp_path_factory)


@pytest.mark.parametrize(
    ("source", "draft", "expected"),
    [
        ("Georgia and Shusha will hold games", "Грузия и Шуша проведет игры", "Грузия и Шуша проведут игры"),
        ("Georgia, Shusha and Guba agreed", "Грузия, Шуша и Губа договорилась", "Грузия, Шуша и Губа договорились"),
        (
            "He said Georgia and Guba won",
            "Он сказал, что Грузия и Губа победил",
            "Он сказал, что Грузия и Губа победили",
        ),
        ("Georgia, Guba discuss trade", "Грузия и Губа обсудил торговлю", "Грузия и Губа обсудили торговлю"),
        ("Georgia and Guba met", "Грузия и Губа встретились", "Грузия и Губа встретились"),
        ("He left Georgia and Guba won", "Он оставил Грузия и Губа победил", "Он оставил Грузия и Губа победил"),
        ("Georgia said Guba won", "Грузия и Губа победил", "Грузия и Губа победил"),
        ("Georgia and Guba", "Грузия и Губа стороной", "Грузия и Губа стороной"),
    ],
)
def test_a_verb_follows_its_subjects(places: Glossary, source: str, draft: str, expected: str) -> None:
    """Several names at the beginning of a clause, and a verb that can be nothing else right behind them."""
    assert obey(places, Fake(saying(draft)), source).text == expected


@pytest.mark.parametrize(
    ("source", "draft", "expected"),
    [
        (
            '"Yes," Karimov told them.',
            "«Да»,\u00a0— сказала журналистам Керимов.",
            "«Да»,\u00a0— сказал журналистам Керимов.",
        ),
        ('"Yes," said Ismayilova.', "«Да»,\u00a0— сказал Исмаилова.", "«Да»,\u00a0— сказала Исмаилова."),
        ("Anar Karimov arrived.", "Анар Керимов прибыла.", "Анар Керимов прибыл."),
        ("Laman Ismayilova also said so.", "Ляман Исмаилова также сказал это.", "Ляман Исмаилова также сказала это."),
        (
            "Laman Ismayilova, a historian, agreed.",
            "Ляман Исмаилова, историк университета, согласился.",
            "Ляман Исмаилова, историк университета, согласилась.",
        ),
        ("Karimov will come.", "Керимов придет.", "Керимов придет."),
        (
            "The delegation led by Anar Karimov came, he said",
            "Делегация, которую возглавил Анар Керимов, прибыла вчера, сообщила газета",
            "Делегация, которую возглавил Анар Керимов, прибыла вчера, сообщила газета",
        ),
        ("Karimov's visit took place.", "Поездка Керимова состоялась.", "Поездка Керимова состоялась."),
        ("She saw Anar Karimov.", "Анара Керимова увидела она.", "Анара Керимова увидела она."),
    ],
)
def test_a_verb_follows_its_person(places: Glossary, source: str, draft: str, expected: str) -> None:
    """Behind a nominative, behind an apposition without a verb, and in words of saying."""
    assert obey(places, Fake(saying(draft)), source).text == expected


def test_azerbaijani_verbs_stay(places: Glossary) -> None:
    """They have no gender, and names in a list do not ask for a plural."""
    draft = "Gürcüstan və Quba razılaşıb"
    assert obey(places, Fake(saying(draft)), "Georgia and Guba agreed", "az").text == draft


@pytest.mark.parametrize(
    ("verb", "gender", "expected"),
    [
        ("проведет", Gender.NONE, "проведут"),
        ("обсудила", Gender.NONE, "обсудили"),
        ("сказал", Gender.FEMININE, "сказала"),
        ("сказала", Gender.MASCULINE, "сказал"),
        ("встретилась", Gender.MASCULINE, "встретился"),
        ("сказал", Gender.MASCULINE, None),
        ("скажет", Gender.FEMININE, None),
        ("стали", Gender.NONE, None),
        ("стороной", Gender.NONE, None),
        ("Баку", Gender.NONE, None),
        ("абракадабрил", Gender.NONE, None),
    ],
)
def test_agreed_verbs(verb: str, gender: Gender, expected: str | None) -> None:
    """Known verbs in the past or the third person; nothing that may be another word."""
    assert language("ru").agreed_verb(verb, gender) == expected
