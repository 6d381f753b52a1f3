"""Names in cases that cannot be: a preposition governs its noun, names of one list stand in one case."""

from __future__ import annotations

import pytest

from l10n.glossary import Glossary
from l10n.languages import language
from tests.terminology.conftest import Fake, loaded, obey, saying

ROWS = """term,kind,gender,ru,az
Shusha,place,,Шуша,Şuşa
Guba,place,,Губа,Quba
Ganja,place,,Гянджа,Gəncə
Georgia,place,,Грузия,Gürcüstan
General Assembly,organization,,Генеральная Ассамблея,Baş Assambleya
minister,title,,министр,nazir
Anar Karimov,person,m,Анар Керимов,Anar Kərimov
"""


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    return loaded(ROWS, tmp_path_factory)


@pytest.mark.parametrize(
    ("source", "draft", "expected"),
    [
        ("Sanctions against Georgia", "Санкции против Грузия", "Санкции против Грузии"),
        ("Carpets from Shusha, Guba and Ganja", "Ковры из Шуши, Губа и Гянджа", "Ковры из Шуши, Губы и Гянджи"),
        ("He thanked the minister", "Он подошел к министра", "Он подошел к министру"),
        ("Talks between Georgia and others", "Переговоры между Грузии и другими", "Переговоры между Грузией и другими"),
        ("It won because of Georgia", "Он победил из-за Грузию", "Он победил из-за Грузии"),
        (
            "He met the minister of Georgia Anar Karimov",
            "Он встретился с министром Грузии Анар Керимов",
            "Он встретился с министром Грузии Анаром Керимовым",
        ),
        (
            "He met the minister of Georgia, Anar Karimov, on Monday",
            "Он встретился в понедельник с министром Грузии Анар Керимов",
            "Он встретился в понедельник с министром Грузии Анаром Керимовым",
        ),
    ],
)
def test_a_name_follows_its_preposition(places: Glossary, source: str, draft: str, expected: str) -> None:
    """The one case that can stand there; names that go on with the list follow."""
    assert obey(places, Fake(saying(draft)), source).text == expected


def test_the_model_judges_between_two_cases(places: Glossary) -> None:
    """в may go with either of two: in the assembly, into the assembly."""
    source, draft = "He spoke in the General Assembly", "Он говорил в Генеральной Ассамблеи"
    for expected in ("Он говорил в Генеральной Ассамблее", "Он говорил в Генеральную Ассамблею"):
        assert obey(places, Fake(saying(draft), likes=expected), source).text == expected


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("In Georgia and Shusha", "В Грузии и Шуше"),
        ("They flew from Georgia", "Они вылетели из Грузии"),
        ("Georgia, Anar Karimov said, agreed", "С Грузией, Анар Керимов сказал, согласны"),
        ("In the General Assembly, the minister spoke", "В Генеральной Ассамблее, министр говорил"),
        ("The president of Georgia said Shusha was safe", "Президент Грузии, Шуша сказал"),
        ("It is about Guba", "Речь в целом Губа"),
        ("The minister said Anar Karimov left", "Министром стал Анар Керимов"),
        ("Acting minister Anar Karimov left", "Исполняющий обязанности министра Анар Керимов ушел"),
        ("He met the minister, Anar Karimov said", "Он встретился с министром, Анар Керимов сказал"),
    ],
)
def test_what_can_be_right_stays(places: Glossary, source: str, draft: str) -> None:
    """Right cases, other kinds of names, names that the source does not list, words that are no prepositions."""
    assert obey(places, Fake(saying(draft)), source).text == draft


def test_azerbaijani_needs_none_of_this(places: Glossary) -> None:
    """Its suffixes are no matter of the word before."""
    draft = "Şuşa, Quba və Gəncədən xalçalar"
    assert obey(places, Fake(saying(draft)), "Carpets from Shusha, Guba and Ganja", "az").text == draft
    assert language("az").governed("və") == ()


@pytest.mark.parametrize(
    ("preposition", "cases"),
    [("к", ("dat",)), ("Ко", ("dat",)), ("в", ("loc", "acc")), ("об", ("loc", "acc")), ("из-за", ("gen",)), ("и", ())],
)
def test_what_prepositions_govern(preposition: str, cases: tuple[str, ...]) -> None:
    """In whatever shape they stand."""
    assert language("ru").governed(preposition) == cases
