"""Russian: the vowel of a preposition before a name."""

from __future__ import annotations

import pytest

from l10n.languages.ru import LANGUAGE
from l10n.model import Kind

PAIRS = (
    """
во Франции|во Вьетнаме|во Владимире|во Владивостоке|во Львове|во Флоренции|во Вроцлаве|в Волгограде|в Венеции
в Вашингтоне|в ВТО|в ФРГ|в Азербайджане|в Пскове|во вторник|во многих|в Египте
со Шри-Ланкой|со Ставрополем|со Словакией|со Швецией|со Смоленском|со Скопье|со Збигневом|со Щербаковым
со Львовом|со Сбербанком|со СМИ|с США|с Сирией|с Шотландией|с Францией|с Псковом|с ВТО|с СНГ|с Жапаровым
ко Львову|к Владимиру|к Франции|ко мне|к Алиеву
об Азербайджане|об Италии|об Эстонии|об Уругвае|об ООН|об МВД|об НХЛ|о Японии|о Ереване|о Баку|о МИДе|о США
обо мне|о Европе
из Львова|из Франции|над Францией|под Львовом|перед Францией
во Всемирном банке|во Вьентьяне|во Франкфурте|во Ржеве|в Рязани|во сне|во Фритауне|в Финляндии|в Мьянме|в Зимбабве
со съездом|со Шмыгалем|с Шольцем|со дна|со двора|со Збруевым|с Зеленским|со Столтенбергом|со спикером|с СССР
ко Львовской области|ко Всемирному банку|об ОБСЕ|об Уэльсе|о ЮНЕСКО|об АСЕАН|о КНДР
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize("pair", PAIRS)
def test_agreement(pair: str) -> None:
    """The newspaper norm, whichever form of the preposition stood there before."""
    wanted, following = pair.split(" ", 1)
    shorts = {"во": "в", "со": "с", "ко": "к", "об": "о", "обо": "о"}
    for written in {wanted, shorts.get(wanted, wanted)}:
        assert LANGUAGE.agree_preposition(written, following) == wanted
    if wanted in ("в", "с", "к"):
        assert LANGUAGE.agree_preposition(wanted + "о", following) == wanted


def test_the_rest_stays() -> None:
    """Capitals are kept, quotes are looked through, and any other word comes back as it was."""
    assert LANGUAGE.agree_preposition("В", "Франции") == "Во"
    assert LANGUAGE.agree_preposition("О", "Иране") == "Об"
    assert LANGUAGE.agree_preposition("Во", "Венеции") == "В"
    assert LANGUAGE.agree_preposition("о", "«Интере»") == "об"
    assert LANGUAGE.agree_preposition("для", "Франции") == "для"
    assert LANGUAGE.agree_preposition("с", "Microsoft") == "с"
    assert LANGUAGE.agree_preposition("с", "") == "с"


def test_the_second_locative() -> None:
    """в and на take the second locative of the words that have one; о never does."""
    assert LANGUAGE.locative("Крым", "в", kind=Kind.PLACE) == "Крыму"
    assert LANGUAGE.locative("Крым", "о", kind=Kind.PLACE) == "Крыме"
    assert LANGUAGE.locative("Западный берег реки Иордан", "на", kind=Kind.PLACE) == "Западном берегу реки Иордан"
    assert LANGUAGE.locative("Азербайджан", "в", kind=Kind.PLACE) == "Азербайджане"
    assert LANGUAGE.locative("Белый дом", "в", kind=Kind.ORGANIZATION) == "Белом доме"


def test_either_preposition_is_kept() -> None:
    """Where both shapes are right the one that was written stays."""
    assert LANGUAGE.agree_preposition("из", "всех стран") == "из"
    assert LANGUAGE.agree_preposition("изо", "всех сил") == "изо"
    assert LANGUAGE.agree_preposition("во", "главе") == "во"


def test_the_locative_of_a_named_region() -> None:
    """A region with a name has the first locative, the bare noun the second."""
    assert LANGUAGE.locative("Краснодарский край", "в", kind=Kind.PLACE) == "Краснодарском крае"
    assert LANGUAGE.locative("край", "в", kind=Kind.TERM) == "краю"
    assert LANGUAGE.locative("бой", "в", kind=Kind.TERM) == "бою"
