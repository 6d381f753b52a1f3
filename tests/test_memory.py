"""The memory: what people reviewed, the most used first, and what is similar enough to help."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.memory import SIMILAR, Match, Memory, Reviewed, reviewed
from l10n.model import State, Unit


def unit(source: str, target: str, state: State = State.REVIEWED) -> Unit:
    return Unit(source, target=target, state=state)


def test_only_what_a_person_confirmed_counts() -> None:
    """Reviewed units and obsolete ones that had been reviewed; no drafts, nothing empty."""
    draft = unit("Good morning", "Доброе утро", State.NEEDS_REVIEW)
    gone = unit("Good evening", "Добрый вечер", State.OBSOLETE)
    gone_draft = replace(unit("Good night", "Доброй ночи", State.OBSOLETE), flags=("fuzzy",))
    units = (unit("Good day", "Добрый день"), draft, gone, gone_draft, unit("Hello", "", State.UNTRANSLATED))
    assert [pair.source for pair in reviewed(units)] == ["Good day", "Good evening"]


def test_the_most_used_translation_comes_first_then_the_oldest() -> None:
    """Where catalogs differ, the majority decides; among equals the first catalog, which is named."""
    memory = Memory(
        {
            "ru/a.po": [Reviewed("Yes", "Да"), Reviewed("No", "Нет")],
            "ru/b.po": [Reviewed("Yes", "Ага")],
            "ru/c.po": [Reviewed("Yes", "Ага"), Reviewed("No", "Нет уж")],
        }
    )
    assert memory.exact("Yes") == Match("Yes", "Ага", "ru/b.po", 1.0)
    assert memory.exact("No") == Match("No", "Нет", "ru/a.po", 1.0)
    assert memory.exact("Perhaps") is None
    assert len(memory) == 2


def test_the_same_context_goes_before_the_majority() -> None:
    """A headline is translated as a headline was."""
    pairs = [Reviewed("War", "Война", "headline"), Reviewed("War", "война"), Reviewed("War", "война")]
    memory = Memory({"ru/a.po": pairs})
    found = [memory.exact("War", context) for context in ("headline", "", "caption")]
    assert [match.target for match in found if match] == ["Война", "война", "война"]


@pytest.mark.parametrize(
    ("source", "similarity"),
    [
        ("The ministers met in Baku on Tuesday.", 0.9),
        ("The ministers met in Baku.", 0.8),
        ("The ministers of both countries will meet in another city next year.", None),
        ("The ministers met in Baku on Monday.", None),
    ],
)
def test_similar_helps_and_never_is_the_same(source: str, similarity: float | None) -> None:
    """A near sentence is offered with its likeness; a far one and the very same one are not."""
    memory = Memory({"ru/a.po": [Reviewed("The ministers met in Baku on Monday.", "Министры встретились в Баку.")]})
    match = memory.similar(source)
    assert (match is None) == (similarity is None)
    if match and similarity:
        assert match.target == "Министры встретились в Баку." and match.catalog == "ru/a.po"
        assert abs(match.similarity - similarity) < 0.1 and match.similarity >= SIMILAR / 100


@given(st.dictionaries(st.text(min_size=1, max_size=4), st.lists(st.builds(Reviewed, st.text(), st.text(min_size=1)))))
def test_every_reviewed_sentence_can_be_found(by_catalog: dict[str, list[Reviewed]]) -> None:
    """Each source has an exact match, which one of the catalogs holds."""
    memory = Memory(by_catalog)
    all_pairs = {(pair.source, pair.target) for pairs in by_catalog.values() for pair in pairs}
    assert {match.source for match in memory.pairs()} == {source for source, _ in all_pairs}
    for match in memory.pairs():
        assert (match.source, match.target) in all_pairs
        assert any((pair.source, pair.target) == (match.source, match.target) for pair in by_catalog[match.catalog])
