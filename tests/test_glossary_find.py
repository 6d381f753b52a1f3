"""Concepts in English text: which words are a term, which are not, and what is expected of their targets."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.glossary import Glossary, load

ROWS = """term,kind,gender,ru,az,case
Farid Karimov,person,m,Фарид Керимов,Fərid Kərimov,
Leyla Mammadova,person,f,Лейла Мамедова,Leyla Məmmədova,
Tofig Mammadov,person,m,Тофик Мамедов,Tofiq Məmmədov,
Vagif Mammadov,person,m,Вагиф Маммадов,Vaqif Məmmədov,
Ursula von der Leyen,person,f,Урсула фон дер Ляйен,Ursula fon der Leyen,
Xi Jinping,person,m,Си Цзиньпин,Si Cinpin,
George Lanka,person,m,Джордж Ланка,Corc Lanka,
Sri Lanka|Lanka,place,,Шри-Ланка,Şri-Lanka,
Culture Minister|Minister of Culture,title,,министр культуры,mədəniyyət naziri,
Secretary-General,title,,генеральный секретарь,baş katib,
Prime Minister,title,,премьер-министр,baş nazir,
Ministry of Culture,organization,,Министерство культуры,Mədəniyyət Nazirliyi,
Azerbaijan,place,,Азербайджан,Azərbaycan,
Turkey|Türkiye,place,,Турция,Türkiyə,
China,place,,Китай,Çin,
US|U.S.,place,,США,ABŞ,exact
WHO,organization,,ВОЗ,ÜST,
United Nations|UN,organization,,Организация Объединенных Наций|ООН,Birləşmiş Millətlər Təşkilatı|BMT,
Bank of Azerbaijan,organization,,Банк Азербайджана,Azərbaycan Bankı,
ministry,term,,министерство,nazirlik,
embargo,term,,эмбарго,embarqo,
Recep Tayyip Erdoğan,person,m,Реджеп Тайип Эрдоган,Rəcəb Tayyib Ərdoğan,
Report,keep,,,,
Bashar al-Assad,person,m,Башар аль-Асад|Башар Асад,Bəşar Əsəd,
"""


@pytest.fixture(scope="module")
def glossary(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    path = tmp_path_factory.mktemp("find") / "terms.csv"
    path.write_text(ROWS, encoding="utf-8")
    return load([path])


def surfaces(glossary: Glossary, text: str) -> list[str]:
    found = glossary.find(text)
    assert all(text[m.start : m.end] == m.surface for m in found)
    return [m.surface for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Azerbaijan and Turkey met.", ["Azerbaijan", "Turkey"]),
        ("The Bank of Azerbaijan opened.", ["Bank of Azerbaijan"]),
        ("Azerbaijan's minister; Azerbaijan’s", ["Azerbaijan", "Azerbaijan"]),
        ("the Culture Ministers' table", ["Culture Ministers"]),
        ("the Ministers of Culture came", ["Ministers of Culture"]),
        ("two Ministries of Culture", ["Ministries of Culture"]),
        ("ministries and embargoes", ["ministries", "embargoes"]),
        ("Secretaries-General and secretary generals", ["Secretaries-General", "secretary generals"]),
        ("the prime-minister, the Prime\u2011Minister", ["prime-minister", "Prime\u2011Minister"]),
        (
            "the Minister of\nCulture, a Minister\u00a0of  Culture",
            ["Minister of\nCulture", "Minister\u00a0of  Culture"],
        ),
        ("a Prime-\nMinister", ["Prime-\nMinister"]),
        ("CULTURE MINISTER OF AZERBAIJAN IN TURKEY", ["CULTURE MINISTER", "AZERBAIJAN", "TURKEY"]),
        ("Prime Minister arrives", ["Prime Minister"]),
        ("prime minister arrives", ["prime minister"]),
        ("Turkiye, TÜRKİYE, Tu\u0308rkiye", ["Turkiye", "TÜRKİYE", "Tu\u0308rkiye"]),
        ("Erdogan left; Recep Tayyip Erdogan came", ["Erdogan", "Recep Tayyip Erdogan"]),
        ("the US-China talks", ["US", "China"]),
        ("the U.S. said", ["U.S."]),
        ("(UN) «UN» UN, UN.", ["UN", "UN", "UN", "UN"]),
        ("the united nations general assembly meets", ["united nations"]),
        ("WHO said", ["WHO"]),
        ("Report writes", ["Report"]),
        ("Azer\u00adbaijan", ["Azer\u00adbaijan"]),
        ("Azerbaijan'll win", ["Azerbaijan"]),
    ],
)
def test_terms_are_found(glossary: Glossary, text: str, expected: list[str]) -> None:
    """Possessives, plurals, hyphens, breaks, capitals and accents do not hide a term; the longest match wins."""
    assert surfaces(glossary, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Azerbaijani and Azerbaijanis",
        "we ate turkey from fine china",
        "it told us so",
        "Us and them. Who is it? Who knows",
        "UNESCO, UNited, undo, OUN",
        "the Un-named",
        "a report, the report",
        "O'Turkey",
        "@Azerbaijan #Turkey info@turkey.az www.azerbaijan.az turkey.com https://azerbaijan.travel/Turkey",
        "United, Nations",
        "Minister. Of Culture",
        "karimov",
        "",
        "   ",
    ],
)
def test_other_words_are_not(glossary: Glossary, text: str) -> None:
    """Parts of words, common words in lower case, addresses and words in other sentences are no terms."""
    assert surfaces(glossary, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karimov said", [("Karimov", "Farid Karimov")]),
        ("But Karimov said", [("Karimov", "Farid Karimov")]),
        ("Culture Minister Karimov said", [("Culture Minister", "Culture Minister"), ("Karimov", "Farid Karimov")]),
        ("Mr. Karimov; F. Karimov", [("Karimov", "Farid Karimov")] * 2),
        ("KARIMOV MEETS VON DER LEYEN", [("KARIMOV", "Farid Karimov"), ("VON DER LEYEN", "Ursula von der Leyen")]),
        ("Islam Karimov said", []),
        ("I. Karimov said. Karimov left.", []),
        ("Azerbaijan's Karimov", [("Azerbaijan", "Azerbaijan"), ("Karimov", "Farid Karimov")]),
        ("the President of Turkey Karimov", [("Turkey", "Turkey"), ("Karimov", "Farid Karimov")]),
        ("PM Karimov", [("Karimov", "Farid Karimov")]),
        ("Paris’s Karimov", [("Karimov", "Farid Karimov")]),
        ("Lawmaker Meets Karimov In Berlin", [("Karimov", "Farid Karimov")]),
        ("Islam Karimov Meets Lawmaker", []),
        ("Assad said", [("Assad", "Bashar al-Assad")]),
        ("al-Assad said", [("al-Assad", "Bashar al-Assad")]),
        ("Islam Karimov said. Karimov left.", []),
        ("I. Karimov said", []),
        ("Farid Karimov and Islam Karimov", [("Farid Karimov", "Farid Karimov")]),
        ("von der Leyen came", [("von der Leyen", "Ursula von der Leyen")]),
        ("Xi said", [("Xi", "Xi Jinping")]),
        ("Lanka won", [("Lanka", "Sri Lanka")]),
        ("Mammadov came", []),
        ("Tofig Mammadov came. Mammadov left.", [("Tofig Mammadov", "Tofig Mammadov"), ("Mammadov", "Tofig Mammadov")]),
        ("Mammadova came", [("Mammadova", "Leyla Mammadova")]),
        ("V. Mammadov came", [("Mammadov", "Vagif Mammadov")]),
    ],
)
def test_a_surname_alone_is_the_person(glossary: Glossary, text: str, expected: list[tuple[str, str]]) -> None:
    """Where it is clear whose it is; a namesake with another given name is nobody of ours."""
    assert [(m.surface, m.concept.id) for m in glossary.find(text)] == expected


def test_an_article_decides_between_namesakes(glossary: Glossary) -> None:
    """The person named in full last is meant; a headline is read by who is named below it."""
    texts = ["Mammadov in Baku", "Tofig Mammadov came.", "Mammadov spoke.", "Vagif Mammadov, too.", "Mammadov left."]
    found = [[m.concept.id for m in matches] for matches in glossary.find_all(texts)]
    assert found[2:] == [["Tofig Mammadov"], ["Vagif Mammadov"], ["Vagif Mammadov"]]
    assert found[0] == []
    assert [m.concept.id for m in glossary.find_all(texts[:3])[0]] == ["Tofig Mammadov"]


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("Karimov said", "ru", ("Керимов",)),
        ("Farid Karimov said", "ru", ("Фарид Керимов",)),
        ("von der Leyen", "ru", ("фон дер Ляйен",)),
        ("Xi said", "az", ("Si",)),
        ("UN said", "az", ("Birləşmiş Millətlər Təşkilatı", "BMT")),
        ("Report", "ru", ("Report",)),
        ("Culture Ministers", "ru", ("министры культуры", "министр культуры")),
        ("Minister of Culture", "ru", ("министр культуры",)),
        ("Lanka", "ru", ("Шри-Ланка",)),
        ("Erdoğan", "az", ("Ərdoğan",)),
        ("Azerbaijan", "de", ()),
        ("Assad", "ru", ("аль-Асад", "Асад")),
    ],
)
def test_targets_answer_to_the_match(glossary: Glossary, text: str, locale: str, expected: tuple[str, ...]) -> None:
    """A surname asks for the surname, a plural for the plural, what is kept for itself."""
    (match,) = glossary.find(text)
    assert glossary.target_for(match, locale) == expected


def test_what_a_match_is(glossary: Glossary) -> None:
    """Surname and plural matches say so."""
    text = "Culture Ministers, Karimov, Farid Karimov"
    kinds = [(glossary.is_plural(m), glossary.is_surname(m)) for m in glossary.find(text)]
    assert kinds == [(True, False), (False, True), (False, False)]


@settings(max_examples=100, deadline=None)
@given(text=st.text(alphabet="US Turkey-'’\u00a0\n\u00adğİßﬁ.abU", max_size=80))
def test_matches_are_slices_in_order(glossary: Glossary, text: str) -> None:
    """Whatever the text, each surface is its slice, and no two overlap."""
    found = glossary.find(text)
    assert all(text[m.start : m.end] == m.surface for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_an_empty_glossary_finds_nothing(tmp_path: Path) -> None:
    """No concepts, no matches, no error."""
    assert Glossary().find("Azerbaijan") == ()
    assert Glossary().find_all(["a", "b"]) == [(), ()]
