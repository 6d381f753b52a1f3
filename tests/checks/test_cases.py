"""Protected names behind a preposition: the case is right, or it is reported."""

from __future__ import annotations

import pytest

from l10n import glossary
from l10n.checks.cases import glossary_case
from l10n.checks.context import Problem, pair
from l10n.checks.glossary import wanted
from l10n.glossary import Glossary

ROWS = """term,kind,gender,ru,az
Georgia,place,,Грузия,Gürcüstan
General Assembly,organization,,Генеральная Ассамблея,Baş Assambleya
minister,title,,министр,nazir
Anar Karimov,person,m,Анар Керимов,Anar Kərimov
Baku,place,,Баку,Bakı
"""


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    path = tmp_path_factory.mktemp("glossaries") / "all.csv"
    path.write_text(ROWS, encoding="utf-8")
    return glossary.load([path])


def problems(terms: Glossary, target: str, locale: str = "ru") -> list[Problem]:
    source = "Georgia, General Assembly, minister, Anar Karimov, Baku"
    return list(glossary_case(pair(source, target, locale), wanted(terms, terms.find(source), locale, source)))


@pytest.mark.parametrize(
    ("target", "written", "fix"),
    [
        ("Он выступил в Генеральной Ассамблее, к Грузия.", "Грузия", "Write «Грузии»"),
        (
            "Он выступил в «Генеральной Ассамблеи».",
            "Генеральной Ассамблеи",
            "Write «Генеральной Ассамблее» or «Генеральную Ассамблею»",
        ),
        ("Переговоры с Анару Керимову", "Анару Керимову", "Write «Анаром Керимовым» or «Анара Керимова»"),
        ("из-за министру", "министру", "Write «министра»"),
    ],
)
def test_a_case_that_cannot_be(terms: Glossary, target: str, written: str, fix: str) -> None:
    """The form, the cases that the preposition takes, and what to write."""
    (found,) = problems(terms, target)
    assert found.check == "glossary-case" and found.fix == fix
    assert found.span and target[slice(*found.span)] == written


def test_the_message_names_the_cases(terms: Glossary) -> None:
    """In plain words."""
    (found,) = problems(terms, "Он ушел к Грузию")
    assert found.what == "«к» takes the dative, and «Грузию» is the accusative"


@pytest.mark.parametrize(
    "target",
    [
        "В Грузии, из Грузии, к Грузии, с Грузией, через Грузию, о Грузии, за Грузию",
        "площадью с Грузию",
        "Он метит в министры",
        "по Генеральной Ассамблее",
        "из Баку в Баку к Баку",
        "Грузия и Анар Керимов",
        "в грузинском городе",
        "во-первых, Грузия",
        "Что в, Грузия спросила",
    ],
)
def test_cases_that_can_be(terms: Glossary, target: str) -> None:
    """Every case a preposition takes, idioms, what never changes its form, and words that are no prepositions here."""
    assert problems(terms, target) == []


def test_azerbaijani_has_no_such_prepositions(terms: Glossary) -> None:
    """Nothing is reported there."""
    assert problems(terms, "və Gürcüstan", "az") == []
