"""Datelines: what is known is composed, the report is translated without it."""

from __future__ import annotations

import pytest

from l10n import markup, terminology
from l10n.glossary import Glossary
from l10n.model import Hypothesis, Syntax
from tests.terminology.conftest import Fake, loaded

ROWS = """term,kind,gender,ru,az
Peshawar,place,,Пешавар,Peşəvər
Pakistan,place,,Пакистан,Pakistan
Baku,place,,Баку,Bakı
Kabul,place,,Кабул,Kabil
"""


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    return loaded(ROWS, tmp_path_factory)


def drafted(places: Glossary, source: str, locale: str) -> tuple[str, list[str]]:
    """The draft of an engine that says "Там дождь." to everything, and what it was asked."""
    engine = Fake(lambda _: [Hypothesis("Там дождь." if locale == "ru" else "Orada yağış yağır.", -0.5)])
    request = terminology.Request(source, Syntax.HTML, places.find(markup.strip(source, Syntax.HTML).text))
    (result,) = terminology.translate([request], engine=engine, glossary=places, source="en", target=locale)
    return result.text, engine.asked


@pytest.mark.parametrize(
    ("locale", "source", "expected"),
    [
        ("ru", "PESHAWAR, Pakistan, Nov. 22 - It rains.", "Пешавар, Пакистан, 22 ноября\u00a0— Там дождь."),
        ("az", "PESHAWAR, Pakistan, Nov. 22 - It rains.", "Peşəvər, Pakistan, 22 noyabr – Orada yağış yağır."),
        ("ru", "BAKU — It rains.", "Баку\u00a0— Там дождь."),
        ("ru", "Baku, 14 May -- It rains.", "Баку, 14 мая\u00a0— Там дождь."),
        ("ru", "KABUL (Reuters) - It rains.", "Кабул (Reuters)\u00a0— Там дождь."),
        (
            "az",
            "PESHAWAR (Pakistan), Jan. 5 (AP) – It rains.",
            "Peşəvər (Pakistan), 5 yanvar (AP) – Orada yağış yağır.",
        ),
    ],
)
def test_a_dateline_is_composed(places: Glossary, locale: str, source: str, expected: str) -> None:
    """Place, country, date and agency, in the target's writing."""
    text, asked = drafted(places, source, locale)
    assert text == expected
    assert set(asked) == {"It rains."}


@pytest.mark.parametrize(
    "source",
    [
        "Baku - a city of winds - it rains.",
        "ATLANTIS, Nov. 22 - It rains.",
        "PESHAWAR, Atlantis, Nov. 22 - It rains.",
        "Nov. 22 - It rains.",
        "BAKU-Tbilisi - It rains.",
        "Pakistan and Baku - It rains.",
        "(Reuters) - It rains.",
        "BAKU - KABUL flights begin",
    ],
)
def test_what_is_not_wholly_known_is_translated_as_it_is(places: Glossary, source: str) -> None:
    """An unknown place, a sentence with a dash, a date alone: the engine is given all of it."""
    assert source in drafted(places, source, "ru")[1]


def test_marks_behind_a_dateline_stay(places: Glossary) -> None:
    """Markup of the report keeps its place in the whole."""
    text, asked = drafted(places, "<b>BAKU</b>, May 5 - It <i>rains</i>.", "ru")
    assert set(asked) == {"It rains."}
    assert text.startswith("<b>Баку</b>, 5 мая\u00a0— Там")
