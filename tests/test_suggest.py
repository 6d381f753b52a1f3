"""Names that no glossary has: which are found, what they are, and how they may be spelled."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.glossary import Glossary, load
from l10n.model import Gender, Kind
from l10n.suggest import Suggestion, suggestions, write_rows
from l10n.transliterate import spellings

TEXTS = (
    "Carpet Museum Opens Its New Building In Sheki Today",
    "Deputy Foreign Minister Rauf Jafarzade and Leyla Ismayilova met Peter Lundqvist, an architect from Sweden.",
    "The State Committee on Tourism helped. Carpets hang there; other carpets were sold. Yesterday it rained.",
    "Jafarzade said that Turkey and Kyrgyzstan would join UNESCO in May. However, Farid Karimov stayed in Sheki.",
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Suggestion]:
    path = tmp_path_factory.mktemp("suggest") / "a.csv"
    path.write_text("term,kind,gender,ru\nFarid Karimov,person,m,Фарид Керимов\n", encoding="utf-8")
    return {s.term: s for s in suggestions(TEXTS, load([path]), locales=["ru", "az"])}


def test_names_are_found_and_known_ones_left_out(found: dict[str, Suggestion]) -> None:
    """Headlines, sentence starts, months and what the glossary has are no candidates."""
    assert set(found) == {
        "Deputy Foreign Minister",
        "Rauf Jafarzade",
        "Leyla Ismayilova",
        "Peter Lundqvist",
        "Sweden",
        "State Committee on Tourism",
        "Turkey",
        "Kyrgyzstan",
        "UNESCO",
        "Sheki",
    }


@pytest.mark.parametrize(
    ("term", "kind", "gender"),
    [
        ("Deputy Foreign Minister", Kind.TITLE, Gender.NONE),
        ("Rauf Jafarzade", Kind.PERSON, Gender.MASCULINE),
        ("Leyla Ismayilova", Kind.PERSON, Gender.FEMININE),
        ("Peter Lundqvist", Kind.PERSON, Gender.NONE),
        ("State Committee on Tourism", Kind.ORGANIZATION, Gender.NONE),
        ("UNESCO", Kind.ORGANIZATION, Gender.NONE),
        ("Sheki", Kind.PLACE, Gender.NONE),
        ("Turkey", Kind.PLACE, Gender.NONE),
    ],
)
def test_kinds_are_guessed(found: dict[str, Suggestion], term: str, kind: Kind, gender: Gender) -> None:
    """From titles, endings, prepositions and the table of given names."""
    assert (found[term].kind, found[term].gender) == (kind, gender)


def test_territories_have_their_names_from_the_cldr(found: dict[str, Suggestion]) -> None:
    """One spelling, and where it comes from."""
    (spelling,) = found["Kyrgyzstan"].targets["az"]
    assert (spelling.text, spelling.rule) == ("Qırğızıstan", "Unicode CLDR")
    assert found["Turkey"].targets["ru"][0].text == "Турция"


@pytest.mark.parametrize(
    ("word", "ru", "az"),
    [
        ("Karimov", "Керимов", "Kərimov"),
        ("Ismayilova", "Исмаилова", "İsmayılova"),
        ("Guliyev", "Кулиев", "Quliyev"),
        ("Hajiyev", "Гаджиев", "Hacıyev"),
        ("Jafarzade", "Джафарзаде", "Cəfərzadə"),
        ("Rahimli", "Рагимли", "Rəhimli"),
        ("Gurbanli", "Гурбанлы", "Qurbanlı"),
        ("Zhukovsky", "Жуковский", "Jukovski"),
        ("Lukashenko", "Лукашенко", "Lukaşenko"),
        ("Khachaturyan", "Хачатурян", "Xaçaturyan"),
        ("Johnson", "Джонсон", "Conson"),
        ("Washington", "Вашингтон", "Vaşinqton"),
        ("Georgieva", "Георгиева", "Georgiyeva"),
        ("Ilham", "Ильхам", "İlham"),
    ],
)
def test_the_likeliest_spelling_comes_first(word: str, ru: str, az: str) -> None:
    """Azerbaijani names by the table, Slavic ones by romanisation, others letter by letter."""
    assert [spellings(word, code)[0].text for code in ("ru", "az")] == [ru, az]


def test_other_readings_follow_with_their_rule() -> None:
    """Каримов stays on the list behind Керимов, and says why."""
    assert [(s.text, s.rule) for s in spellings("Karimov", "ru")] == [
        ("Керимов", "Azerbaijani surname: Kərim + -ov"),
        ("Каримов", "BGN/PCGN romanisation reversed"),
    ]
    assert spellings("Karimov", "de") == ()


def test_reviewed_translations_decide() -> None:
    """A spelling that reviewers used, in whatever case, moves to the front."""
    pairs = (("Vugar Karimov said so.", "Об этом сказали Вугару Каримову."),)
    (name,) = suggestions(["They told Vugar Karimov."], Glossary(), locales=["ru"], memory=lambda _: pairs)
    assert name.targets["ru"][0].text == "Вугар Каримов"
    assert "1 reviewed" in name.targets["ru"][0].rule


def test_rows_can_be_pasted_but_say_check(found: dict[str, Suggestion], tmp_path: Path) -> None:
    """The rows are a glossary file; only the best spelling is in the cell, and the note asks for a check."""
    path = tmp_path / "new.csv"
    path.write_text(write_rows(found.values(), ["ru", "az"]), encoding="utf-8")
    glossary = load([path])
    assert {f.check for f in glossary.findings} <= {"glossary-gender", "glossary-missing-target"}
    assert all(c.note.startswith("CHECK") for c in glossary.concepts)
    assert all(len(c.targets("ru")) <= 1 for c in glossary.concepts)
