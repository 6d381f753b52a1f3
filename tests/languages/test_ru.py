"""Russian: generation and recognition against tables that a linguist can edit, and properties over them."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from l10n.languages.ru import LANGUAGE
from l10n.model import Gender, Kind

HERE = Path(__file__).parent
CARRIERS = (
    "Вчера сообщили: {}.",
    "{} — в центре внимания",
    "По данным агентства ({}), всё идёт по плану.",
    "Речь шла и о другом, но {} упомянули дважды",
    "«{}», — сказано в заявлении.",
)


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    reader = csv.DictReader(lines[1:], delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(reader)


@cache
def _terms() -> tuple[tuple[str, Kind, Gender], ...]:
    rows = (*_rows("ru_forms.tsv"), *_rows("ru_find.tsv"))
    return tuple(dict.fromkeys((row["term"], Kind(row["kind"]), Gender(row["gender"])) for row in rows))


def _unescaped(text: str) -> str:
    return (
        text.replace("\\n", "\n").replace("\\u00a0", "\u00a0").replace("\\u202f", "\u202f").replace("\\u00ad", "\u00ad")
    )


def test_the_tables_are_large_enough() -> None:
    """The tables hold at least 250 forms and 120 sentences, so that the two tests below mean something."""
    assert len(_rows("ru_forms.tsv")) >= 250
    assert len(_rows("ru_find.tsv")) >= 120


@pytest.mark.parametrize("row", _rows("ru_forms.tsv"), ids=lambda row: f"{row['term']}-{row['key']}")
def test_forms(row: dict[str, str]) -> None:
    """Each form of the table is generated to the letter."""
    forms = LANGUAGE.forms(row["term"], kind=Kind(row["kind"]), gender=Gender(row["gender"]))
    assert forms[row["key"]] == row["form"]


@pytest.mark.parametrize("row", _rows("ru_find.tsv"), ids=lambda row: f"{row['term']}: {row['sentence']}")
def test_find(row: dict[str, str]) -> None:
    """What the table wants is found at its place, and nothing where it wants nothing."""
    sentence = _unescaped(row["sentence"])
    found = LANGUAGE.find(row["term"], sentence, kind=Kind(row["kind"]), gender=Gender(row["gender"]))
    assert [form.text for form in found] == ([] if row["found"] == "-" else [_unescaped(row["found"])])
    for form in found:
        assert sentence[form.start : form.end] == form.text
        assert form.cases


def test_every_term_keeps_its_nominative() -> None:
    """The nominative of a term is the term itself, and every term has the six cases."""
    for term, kind, gender in _terms():
        forms = LANGUAGE.forms(term, kind=kind, gender=gender)
        assert forms["nom"] == term
        assert set(LANGUAGE.cases) <= set(forms)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_every_generated_form_is_found(data: st.DataObject) -> None:
    """A form in any sentence, in capitals, with odd spaces or without ё, is found there, its case among the keys."""
    term, kind, gender = data.draw(st.sampled_from(_terms()))
    key, form = data.draw(st.sampled_from(sorted(LANGUAGE.forms(term, kind=kind, gender=gender).items())))
    written = data.draw(
        st.sampled_from(
            (form, form.upper(), form.replace(" ", "\u00a0"), form.replace(" ", "\n"), form.replace("ё", "е"))
        )
    )
    assume(written.lower() != "после")  # the locative of посол shows only beside an adjective or a preposition
    sentence = data.draw(st.sampled_from(CARRIERS)).format(written)
    found = LANGUAGE.find(term, sentence, kind=kind, gender=gender)
    assert any(hit.text == written and key in hit.cases for hit in found)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="абвгдеёийкоАБВ «»-.'’1I \u00ad\u0301", max_size=24), st.sampled_from(list(Kind)))
def test_odd_input_never_raises(term: str, kind: Kind) -> None:
    """Whatever the term, there are forms, and looking for them and for their cases gives an answer."""
    forms = LANGUAGE.forms(term, kind=kind)
    assert forms["nom"] == term
    LANGUAGE.find(term, f"Слово {term} и конец", kind=kind)
    LANGUAGE.cases_of(term, kind=kind)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(_terms()), st.text(alphabet="абвгдежзик", min_size=1, max_size=3))
def test_a_longer_word_is_not_a_form(entry: tuple[str, Kind, Gender], tail: str) -> None:
    """A form with letters stuck to its front is another word."""
    term, kind, gender = entry
    assert LANGUAGE.find(term, f"Слово {tail}{term} стоит здесь.", kind=kind, gender=gender) == ()
