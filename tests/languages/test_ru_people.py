"""Russian: the parts and the gender of a person's name."""

from __future__ import annotations

import pytest
from pytrovich.enums import Case, NamePart
from pytrovich.enums import Gender as Sex
from pytrovich.maker import PetrovichDeclinationMaker

from l10n.languages.ru import LANGUAGE
from l10n.languages.ru_names import guess_gender
from l10n.model import Gender, Kind


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Ильхам Алиев", "Алиев"),
        ("Алиев", "Алиев"),
        ("Урсула фон дер Ляйен", "фон дер Ляйен"),
        ("Марин Ле Пен", "Ле Пен"),
        ("Си Цзиньпин", "Си"),
        ("Ким Чен Ын", "Ким"),
        ("Реджеп Тайип Эрдоган", "Эрдоган"),
        ("Ильхам Гейдар оглу Алиев", "Алиев"),
        ("Алиев Ильхам Гейдарович", "Алиев"),
        ("Иван Иванович", "Иван Иванович"),
        ("королева Елизавета II", "Елизавета II"),
        ("Салтыков-Щедрин", "Салтыков-Щедрин"),
        ("Слободан Милошевич", "Милошевич"),
    ],
)
def test_surname(name: str, surname: str) -> None:
    """The part that stands alone after the first mention."""
    assert LANGUAGE.surname(name) == surname


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Мехрибан Алиева", "f"),
        ("Алиева", "f"),
        ("Ильхам Алиев", "m"),
        ("Никита Михалков", "m"),
        ("Мустафа Шентоп", "m"),
        ("Камала Харрис", "f"),
        ("Санна Марин", "f"),
        ("Анна Сергеевна Ткач", "f"),
        ("Лейла Мамед кызы", "f"),
        ("Али Мамед оглу", "m"),
        ("Урсула фон дер Ляйен", "f"),
        ("Юлия Тимошенко", "f"),
        ("Пётр Порошенко", "m"),
        ("Светлана Тихановская", "f"),
    ],
)
def test_gender(name: str, gender: str) -> None:
    """The gender is read off the patronymic, the first name or the endings."""
    assert guess_gender(name) == gender


def test_the_gender_of_the_glossary_wins() -> None:
    """A woman named Бако or Саша declines as the glossary says."""
    assert (
        LANGUAGE.forms("Саша Маркарян", kind=Kind.PERSON, gender=guess_gender("Анна Ткач"))["ins"] == "Сашей Маркарян"
    )


@pytest.mark.parametrize(
    "name",
    [
        "Иван Петров",
        "Сергей Лавров",
        "Андрей Ильин",
        "Юрий Гагарин",
        "Анатолий Белый",
        "Пётр Чайковский",
        "Тарас Шевченко",
        "Павел Дуров",
        "Лев Яшин",
        "Булат Окуджава",
        "Зураб Церетели",
        "Андрей Седых",
        "Роман Ткачук",
        "Николай Гоголь",
    ],
)
def test_pytrovich_agrees(name: str) -> None:
    """On ordinary Slavic and Georgian names of men the rules give what the petrovich rules give."""
    maker = PetrovichDeclinationMaker()
    first, last = name.split()
    cases = {"gen": Case.GENITIVE, "dat": Case.DATIVE, "ins": Case.INSTRUMENTAL, "loc": Case.PREPOSITIONAL}
    forms = LANGUAGE.forms(name, kind=Kind.PERSON, gender=Gender.MASCULINE)
    for key, case in cases.items():
        theirs = (
            maker.make(NamePart.FIRSTNAME, Sex.MALE, case, first),
            maker.make(NamePart.LASTNAME, Sex.MALE, case, last),
        )
        assert forms[key] == " ".join(theirs)
