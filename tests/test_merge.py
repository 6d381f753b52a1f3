"""What a run may do to a catalog: nothing that a person wrote is ever lost or changed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import merge
from l10n.model import Origin, Role, Segment, State, Unit


def segments(*sources: str, roles: dict[int, Role] | None = None) -> list[Segment]:
    return [
        Segment(text, n * 100, n * 100 + len(text), (roles or {}).get(n, Role.BODY), n + 1, text, span=n)
        for n, text in enumerate(sources)
    ]


def wanted(*sources: str, roles: dict[int, Role] | None = None) -> tuple[Unit, ...]:
    return merge.units(segments(*sources, roles=roles), "articles/x.txt")


def reviewed(unit: Unit, target: str) -> Unit:
    return replace(unit, target=target, state=State.REVIEWED, origin=Origin.HUMAN)


def drafted(unit: Unit, target: str) -> Unit:
    return replace(unit, target=target, state=State.NEEDS_REVIEW, origin=Origin.ENGINE, maker="m", pristine=True)


OLD = "The minister arrived in Baku on Monday."
EDITED = "The minister arrived in Baku on Tuesday."
OTHER = "Oil prices fell by three percent."


def test_units_stand_in_article_order_with_context_only_where_needed() -> None:
    """One unit per source; the role becomes the context only where one source has two roles."""
    units = wanted("A headline", OLD, "A headline", OLD, roles={0: Role.HEADLINE})
    assert [(u.source, u.context) for u in units] == [
        ("A headline", "headline"),
        (OLD, ""),
        ("A headline", "body"),
    ]
    assert units[1].references == ("articles/x.txt:2", "articles/x.txt:4")


def test_the_paragraph_is_the_context_note() -> None:
    """A translator sees the paragraph around the sentence, with the sentence's own place marked."""
    one, two = (replace(segment, span=7) for segment in segments("First.", "Second."))
    assert "context: [...] Second." in merge.units([one, two], "a.txt")[0].notes
    assert "context: First. [...]" in merge.units([one, two], "a.txt")[1].notes


def test_an_unchanged_sentence_keeps_everything() -> None:
    """Target, state, comment and flags survive a run; references and notes follow the article."""
    old = replace(reviewed(wanted(OLD)[0], "Цель."), comment="my note", flags=("no-wrap",), notes=("foreign: kept",))
    (new,) = merge.merge([old], wanted("Intro goes here.", OLD))[1:]
    assert (new.target, new.state, new.comment, new.flags) == ("Цель.", State.REVIEWED, "my note", ("no-wrap",))
    assert new.references == ("articles/x.txt:2",)
    assert "foreign: kept" in new.notes


def test_an_edited_sentence_keeps_its_target_as_fuzzy() -> None:
    """The old target needs review, with the previous source beside it; the reviewed pair stays as obsolete."""
    old = replace(reviewed(wanted(OLD)[0], "Министр прибыл в понедельник."), comment="check the day")
    new, kept = merge.merge([old], wanted(EDITED))
    assert (new.source, new.target, new.state) == (EDITED, old.target, State.NEEDS_REVIEW)
    assert (new.previous_source, new.comment, new.pristine) == (OLD, "check the day", False)
    assert (kept.source, kept.target, kept.state, kept.comment) == (OLD, old.target, State.OBSOLETE, "check the day")


def test_an_edited_sentence_is_found_where_it_moved() -> None:
    """A sentence that was edited and moved to another place is still a near match; its neighbours stay reviewed."""
    old = [reviewed(unit, f"т{n}") for n, unit in enumerate(wanted(OLD, OTHER, "Talks will go on."))]
    new = merge.merge(old, wanted(OTHER, "Talks will go on.", EDITED))
    assert [unit.state for unit in new[:3]] == [State.REVIEWED, State.REVIEWED, State.NEEDS_REVIEW]
    assert new[2].previous_source == OLD


def test_an_untouched_draft_of_an_edited_sentence_makes_room() -> None:
    """What only a machine wrote is drafted anew, still with the previous source."""
    (new,) = merge.merge([drafted(wanted(OLD)[0], "draft")], wanted(EDITED))
    assert (new.target, new.state, new.previous_source) == ("", State.UNTRANSLATED, OLD)


def test_removed_sentences_come_back() -> None:
    """A removed sentence becomes obsolete and returns as it was: reviewed as reviewed, fuzzy as fuzzy."""
    first, second = wanted(OLD, OTHER)
    old = [replace(reviewed(first, "раз"), comment="c"), drafted(second, "два")]
    gone = merge.merge(old, wanted("Something else entirely, about sport."))
    assert {unit.state for unit in gone[1:]} == {State.OBSOLETE}
    back = merge.merge(gone, wanted(OLD, OTHER))
    assert (back[0].target, back[0].state, back[0].comment) == ("раз", State.REVIEWED, "c")
    assert (back[1].target, back[1].state, back[1].pristine) == ("два", State.NEEDS_REVIEW, True)


def test_a_comment_alone_comes_back_untranslated() -> None:
    """A unit that had only a translator's comment keeps it, and is translated when its sentence returns."""
    old = [replace(wanted(OLD)[0], comment="ask the author")]
    gone = merge.merge(old, wanted("Something else entirely, about sport."))
    (back,) = merge.merge(gone, wanted(OLD))[:1]
    assert (back.state, back.comment) == (State.UNTRANSLATED, "ask the author")


def test_a_second_role_needs_review_of_its_own() -> None:
    """When a reviewed sentence also becomes the headline, the sentence stays reviewed and the headline is fuzzy."""
    (old,) = (reviewed(unit, "Цель") for unit in wanted(OLD))
    head, body = merge.merge([old], wanted(OLD, "Mid.", OLD, roles={0: Role.HEADLINE}))[0::2]
    assert (head.context, head.state, head.target) == ("headline", State.NEEDS_REVIEW, "Цель")
    assert (body.context, body.state, body.target) == ("body", State.REVIEWED, "Цель")
    back = merge.merge([head, body], wanted(OLD))
    assert (back[0].context, back[0].state) == ("", State.REVIEWED)


SENTENCES = [OLD, EDITED, OTHER, "Talks will go on.", "Talks will go on today.", "A headline", "Yes.", "No."]


@given(
    st.lists(
        st.tuples(st.lists(st.sampled_from(SENTENCES), max_size=6), st.lists(st.booleans(), min_size=6, max_size=6)),
        min_size=1,
        max_size=5,
    )
)
@settings(max_examples=150, deadline=None)
def test_no_reviewed_text_is_ever_lost(history: list[tuple[list[str], list[bool]]]) -> None:
    """Through any series of edits and reviews, every reviewed pair is still in the catalog, unchanged."""
    catalog: tuple[Unit, ...] = ()
    confirmed: dict[str, str] = {}
    for number, (article, review) in enumerate(history):
        catalog = merge.merge(catalog, wanted(*article))
        keys = [unit.key for unit in catalog]
        assert len(keys) == len(set(keys))
        assert {unit.source for unit in catalog if unit.state is not State.OBSOLETE} == set(article)
        for source, target in confirmed.items():
            assert any(unit.source == source and unit.target == target for unit in catalog), source
        flags = iter(review)
        updated = []
        for unit in catalog:
            if unit.state is State.UNTRANSLATED and next(flags, False):
                unit = reviewed(unit, f"{number} {unit.source}")
                confirmed[unit.source] = unit.target
            elif unit.state is State.UNTRANSLATED:
                unit = drafted(unit, f"draft {unit.source}")
            updated.append(unit)
        catalog = tuple(updated)
        assert merge.merge(catalog, wanted(*article)) == catalog
