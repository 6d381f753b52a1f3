"""Filling units: memory first, then drafts; what a person wrote or confirmed is never touched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import glossary
from l10n.memory import Memory, Reviewed
from l10n.model import Origin, State, Syntax, Unit
from l10n.translate import Draft, annotate, fill, find_terms, wants_engine

EMPTY = Memory({})
YES = Unit("Yes.")
MACHINE = Draft("Да.", Origin.ENGINE, "argos", -0.2, ("look here",))
DRAFTED = fill(YES, memory=EMPTY, drafts={YES.key: MACHINE}, refresh=False)


def test_a_draft_is_marked_as_one() -> None:
    """Fuzzy, with its maker, its score and its doubts."""
    assert (DRAFTED.target, DRAFTED.state, DRAFTED.origin) == ("Да.", State.NEEDS_REVIEW, Origin.ENGINE)
    assert (DRAFTED.maker, DRAFTED.score, DRAFTED.pristine) == ("argos", -0.2, True)
    assert DRAFTED.notes == ("doubt: look here",)


UNITS = st.builds(
    Unit,
    st.just("Yes."),
    target=st.sampled_from(["", "Ага.", "Да."]),
    state=st.sampled_from(list(State)),
    origin=st.sampled_from([None, *Origin]),
    pristine=st.booleans(),
    notes=st.sampled_from([(), ("doubt: mine",)]),
)


@given(UNITS, st.booleans(), st.booleans())
def test_only_nothing_and_untouched_drafts_are_filled(unit: Unit, refresh: bool, known: bool) -> None:
    """Whatever is on offer: a reviewed, an obsolete, an edited or a confirmed unit stays as it is."""
    memory = Memory({"ru/a.po": [Reviewed("Yes.", "Именно.")]}) if known else EMPTY
    done = fill(unit, memory=memory, drafts={unit.key: MACHINE}, refresh=refresh)
    untouched_draft = unit.pristine and unit.origin is Origin.ENGINE and unit.state is State.NEEDS_REVIEW
    if unit.state is not State.UNTRANSLATED and not untouched_draft:
        assert done == unit
    elif known:
        assert (done.target, done.origin, done.maker) == ("Именно.", Origin.MEMORY, "ru/a.po")
    elif unit.state is State.UNTRANSLATED or refresh:
        assert (done.target, done.origin) == ("Да.", Origin.ENGINE)
    assert done.state is not State.REVIEWED or done == unit


@pytest.mark.parametrize(
    ("unit", "refresh", "expected"),
    [
        (YES, False, True),
        (DRAFTED, False, False),
        (DRAFTED, True, True),
        (replace(DRAFTED, pristine=False), True, False),
        (replace(DRAFTED, state=State.REVIEWED), True, False),
    ],
)
def test_the_engine_is_asked_for_what_will_be_used(unit: Unit, refresh: bool, expected: bool) -> None:
    """And never for what memory knows."""
    assert wants_engine(unit, EMPTY, refresh=refresh) is expected
    assert not wants_engine(unit, Memory({"ru/a.po": [Reviewed("Yes.", "Да.")]}), refresh=refresh)


def test_a_similar_sentence_is_shown_beside_the_draft() -> None:
    """The translator sees what was written for a sentence like it, once."""
    unit = Unit("The ministers met in Baku on Monday.")
    near = Memory({"ru/a.po": [Reviewed("The ministers met in Baku on Friday.", "Министры встретились в пятницу.")]})
    drafts = {unit.key: MACHINE}
    done = fill(fill(unit, memory=near, drafts=drafts, refresh=False), memory=near, drafts=drafts, refresh=True)
    notes = [note for note in done.notes if note.startswith("memory: ")]
    assert len(notes) == 1
    assert notes[0].endswith(
        "% like in ru/a.po: The ministers met in Baku on Friday. -> Министры встретились в пятницу."
    )


def test_glossary_notes_follow_the_glossary(tmp_path: Path) -> None:
    """The terms of a sentence are noted anew each time; other notes stay."""
    file = tmp_path / "places.csv"
    file.write_text("term,kind,gender,ru,note\nBaku,place,,Баку,capital\n", encoding="utf-8")
    terms = glossary.load([file], locales=("ru",))
    unit = Unit("They met in Baku.", notes=("glossary: Baku -> Бакы", "role: lead"))
    (done,) = annotate([unit], find_terms([unit], terms, Syntax.TEXT), terms, "ru")
    assert done.notes == ("role: lead", "glossary: Baku -> Баку (capital)")
