"""Figures that a draft loses are given to the model, then looked for clause by clause."""

from __future__ import annotations

import pytest

from l10n.engines import TermMarks
from l10n.glossary import Glossary
from l10n.model import Hypothesis
from tests.terminology.conftest import Fake, obey

MARKS: TermMarks = ("⟦", "⟧")
SOURCE = "The company invested $5 billion in Tajikistan."


def says(answers: dict[str, str], marks: TermMarks | None) -> Fake:
    """An engine with one answer a text."""
    return Fake(lambda text: [Hypothesis(answers[text], -0.5)], marks=marks)


def test_a_lost_sum_is_given_in_the_target_s_writing(terms: Glossary) -> None:
    """The model is asked once more with the sum in marks, beside the terms; what it says then is taken."""
    again = "The company invested ⟦ 5 млрд долларов⟧ in ⟦ Таджикистан⟧."
    engine = says(
        {
            "The company invested $5 billion in ⟦ Таджикистан⟧.": "Компания вложила средства в Таджикистан.",
            again: "Компания вложила 5 млрд долларов в Таджикистан.",
        },
        MARKS,
    )
    result = obey(terms, engine, SOURCE)
    assert result.text.replace("\u00a0", " ") == "Компания вложила 5 млрд долларов в Таджикистан."
    assert result.doubts == ()
    assert len(engine.asked) == 2


def test_a_worse_answer_is_not_taken(terms: Glossary) -> None:
    """The figure at the cost of a term is no gain; the doubt stays."""
    engine = Fake(
        lambda text: [Hypothesis("Компания 5 млрд долларов." if "5 млрд" in text else "О Таджикистане.", -0.5)],
        marks=MARKS,
    )
    result = obey(terms, engine, SOURCE)
    assert result.text == "О Таджикистане."
    assert result.doubts == ("number $5 billion is missing",)


@pytest.mark.parametrize("locale", ["ru", "az"])
def test_nothing_more_is_asked_when_no_figure_is_lost(terms: Glossary, locale: str) -> None:
    """A draft with its figures costs one question."""
    draft = {"ru": "Компания наняла 27 человек.", "az": "Şirkət 27 nəfəri işə götürüb."}[locale]
    engine = Fake(lambda _: [Hypothesis(draft, -0.5)], marks=MARKS)
    assert obey(terms, engine, "The company hired 27 people.", locale).text == draft
    assert len(engine.asked) == 1


def test_without_marks_the_clauses_are_asked(terms: Glossary) -> None:
    """An engine that takes no marks may keep in a clause the figure that it loses in the sentence."""
    source = "The minister visited the new school near the river, and 27 pupils sang a song for the guests."
    clauses = {
        source: "Министр посетил новую школу, где для гостей спели песню.",
        "The minister visited the new school near the river,": "Министр посетил новую школу у реки,",
        "and 27 pupils sang a song for the guests.": "и 27 учеников спели песню для гостей.",
    }
    engine = says(clauses, None)
    result = obey(terms, engine, source)
    assert result.text == "Министр посетил новую школу у реки, и 27 учеников спели песню для гостей."
    assert result.doubts == ()
