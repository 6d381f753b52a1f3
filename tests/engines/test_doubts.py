"""What is noticed about a machine translation."""

from __future__ import annotations

import pytest

from l10n.engines.doubts import Draft, doubts

LONG = "The two ministers discussed trade, energy and the return of displaced families to their homes"


@pytest.mark.parametrize(
    ("source", "target", "locale", "doubt"),
    [
        ("The talks ended.", "", "ru", "no words"),
        ("The talks ended.", "...", "az", "no words"),
        ("The talks ended.", "Переговоры завершились завершились завершились.", "ru", "repeated itself"),
        ("The talks ended.", "Переговоры переговоры завершились.", "ru", "repeated itself"),
        ("The talks ended.", "Danışıqlar və sonra, və sonra, və sonra, bitdi.", "az", "repeated itself"),
        ("He is in Shusha.", "Он в Шушашашашашаше.", "ru", "repeated itself"),
        ("The invaders left.", "Эти invaders ушли.", "ru", "copied from the source: invaders"),
        ("The talks went very well", "The talks went very well", "az", "copied from the source"),
        (LONG, "Министры встретились", "ru", "something may be missing"),
    ],
)
def test_doubted(source: str, target: str, locale: str, doubt: str) -> None:
    """Each kind of failure is named in plain words."""
    assert any(doubt in reason for reason in doubts(Draft(source, target, locale)))


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("The talks ended in Baku.", "Переговоры в Баку завершились.", "ru"),
        ("Very, very, very good!", "Очень, очень, очень хорошо!", "ru"),
        ("Rustam Soli met UNESCO in Paris.", "Rustam Soli Parisdə UNESCO ilə görüşdü.", "az"),
        ("The internet and radio", "İnternet və radio", "az"),
        ("12,5 – 14", "12,5 – 14", "ru"),
        ("", "", "az"),
        ("Apple unveils iPhone", "Apple представила iPhone", "ru"),
    ],
)
def test_not_doubted(source: str, target: str, locale: str) -> None:
    """Names, figures and words that both languages have are no copies; what the source repeats may be repeated."""
    assert doubts(Draft(source, target, locale)) == ()


def test_what_was_given_is_no_copy() -> None:
    """Words that the source itself gives in the target language belong in the target."""
    source = "The ⟦prezident⟧ met the ⟦nazir⟧"
    given = ("⟦prezident⟧", "⟦nazir⟧")
    assert doubts(Draft(source, "prezident nazir met", "az")) != ()
    assert doubts(Draft(source, "prezident nazir görüşdü", "az", given)) == ()
    assert doubts(Draft(source, "The prezident met the nazir", "az", given)) == ()
    assert doubts(Draft(source, "prezident met the", "az", given)) != ()


def test_cut_off() -> None:
    """A translation that ran into the length limit is doubted even where it looks complete."""
    assert doubts(Draft("The talks ended.", "Переговоры завершились.", "ru", limited=True))
