"""TBX and CSV exchange: what is written comes back, what other tools write is read, bad files are one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.errors import ExchangeError
from l10n.glossary import load
from l10n.model import Concept, Gender, Kind, Status, Term
from l10n.report.tbx import read_tbx, write_tbx
from l10n.report.termcsv import Dialect, read_pairs, write_glossary, write_pairs


def concept(english: str, kind: Kind, *terms: Term, **more: object) -> Concept:
    gender = more.pop("gender", Gender.NONE)
    first, *others = english.split("|")
    names = (Term(first, "en"), *(Term(name, "en", Status.ADMITTED) for name in others))
    return Concept(first, kind, gender, (*names, *terms), **more)  # type: ignore[arg-type]


CONCEPTS = (
    concept(
        "Culture Minister|Minister of Culture",
        Kind.TITLE,
        Term("министр культуры", "ru"),
        Term("глава Минкультуры", "ru", Status.ADMITTED),
        Term("mədəniyyət naziri", "az"),
        Term("министр по культуре", "ru", Status.FORBIDDEN),
        note='says "hello", <b> & more',
    ),
    concept("Leyla Mammadova", Kind.PERSON, Term("Лейла Мамедова", "ru"), gender=Gender.FEMININE, exact=True),
    concept("Report", Kind.KEEP, note="two\nlines"),
    concept("Baku", Kind.PLACE, Term("Bakı", "az"), Term("Баку", "ru")),
)

words = st.text(alphabet="abCD éбəİ&<>\"',;=", min_size=1, max_size=8).map(lambda t: " ".join(t.split())).filter(bool)


@st.composite
def concepts(draw: st.DrawFn) -> tuple[Concept, ...]:
    made = []
    for name in draw(st.lists(words, min_size=1, max_size=4, unique=True)):
        terms = [Term(name, "en")]
        for code in ("ru", "az"):
            texts = draw(st.lists(words, max_size=3, unique=True))
            cut = draw(st.integers(0, len(texts)))
            terms += [Term(t, code, Status.ADMITTED if i else Status.PREFERRED) for i, t in enumerate(texts[:cut])]
            terms += [Term(t, code, Status.FORBIDDEN) for t in texts[cut:]]
        terms.sort(key=lambda t: t.status is Status.FORBIDDEN)
        kind, gender = draw(st.sampled_from(Kind)), draw(st.sampled_from(Gender))
        made.append(Concept(name, kind, gender, tuple(terms), draw(words | st.just("")), draw(st.booleans())))
    return tuple(made)


def alike(some: tuple[Concept, ...]) -> list[tuple[object, ...]]:
    """What an exchange has to keep: everything but the place in a file and how locales are interleaved."""
    codes = ("en", "ru", "az")
    terms = [{code: [(t.text, t.status) for t in c.terms if t.locale == code] for code in codes} for c in some]
    return [(c.id, c.kind, c.gender, c.exact, c.note, t) for c, t in zip(some, terms, strict=True)]


def back(folder: Path, text: str, name: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_tbx_comes_back(tmp_path: Path) -> None:
    """Ids, kinds, genders, statuses, notes and case flags survive TBX."""
    assert alike(read_tbx(back(tmp_path, write_tbx(CONCEPTS), "a.tbx"))) == alike(CONCEPTS)


def test_csv_comes_back(tmp_path: Path) -> None:
    """The same holds of l10n's own CSV."""
    assert alike(load([back(tmp_path, write_glossary(CONCEPTS, ["ru", "az"]), "a.csv")]).concepts) == alike(CONCEPTS)


@settings(max_examples=60, deadline=None)
@given(some=concepts())
def test_any_glossary_comes_back(tmp_path_factory: pytest.TempPathFactory, some: tuple[Concept, ...]) -> None:
    """Whatever the letters, both formats are read as they were written."""
    folder = tmp_path_factory.mktemp("any")
    assert alike(read_tbx(back(folder, write_tbx(some), "a.tbx"))) == alike(some)
    assert alike(load([back(folder, write_glossary(some, ["ru", "az"]), "a.csv")]).concepts) == alike(some)


def test_waivers_travel_in_the_note(tmp_path: Path) -> None:
    """A waiver that was exported waives again when it comes back."""
    rows = "term,ru,note\nBaku,Баку,capital [waive glossary-script: a test]\n"
    glossary = load([back(tmp_path, rows, "a.csv")])
    again = load([back(tmp_path, write_glossary(glossary.as_written(), ["ru"]), "b.csv")])
    assert [(w.check, w.reason) for w in again.waivers] == [("glossary-script", "a test")]
    (baku,) = read_tbx(back(tmp_path, write_tbx(glossary.as_written()), "a.tbx"))
    assert baku.note == "capital\nl10n-ignore: glossary-script - a test"


MARTIF = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body><termEntry id="x">
<descrip type="context">usage</descrip>
<langSet xml:lang="en-US"><ntig><termGrp><term>carpet</term></termGrp></ntig></langSet>
<langSet xml:lang="ru"><tig><term>палас</term><termNote type="administrativeStatus">forbidden</termNote></tig>
<tig><term>ковёр</term></tig></langSet></termEntry>
<termEntry><langSet xml:lang="ru"><tig><term>без пары</term></tig></langSet></termEntry>
<termEntry><langSet xml:lang="en"><tig><term>Linux</term><termNote type="translationNote">no</termNote></tig></langSet>
</termEntry></body></text></martif>"""


def test_martif_is_read(tmp_path: Path) -> None:
    """The second version of TBX, which Weblate and Pontoon write, is read too."""
    carpet, linux = read_tbx(back(tmp_path, MARTIF, "a.tbx"))
    assert (carpet.id, carpet.kind, carpet.note, carpet.preferred("ru")) == ("carpet", Kind.TERM, "usage", "ковёр")
    assert [t.text for t in carpet.targets("ru", Status.FORBIDDEN)] == ["палас"]
    assert linux.kind is Kind.KEEP


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not well-formed"),
        ("<tbx><text>", "not well-formed"),
        ("<html></html>", "root element is <html>"),
        ("term,ru\n", "not well-formed"),
    ],
)
def test_what_is_no_tbx_is_refused(tmp_path: Path, text: str, said: str) -> None:
    """One line with the file's name, no traceback."""
    with pytest.raises(ExchangeError, match=said) as raised:
        read_tbx(back(tmp_path, text, "bad.tbx"))
    assert "bad.tbx" in str(raised.value)


def test_deepl_has_no_header_and_one_target_a_source() -> None:
    """DeepL refuses a repeated source; the codes tell the direction."""
    assert write_pairs(CONCEPTS, "ru", Dialect.DEEPL).splitlines() == [
        "Culture Minister,министр культуры,en,ru",
        "Minister of Culture,министр культуры,en,ru",
        "Leyla Mammadova,Лейла Мамедова,en,ru",
        "Report,Report,en,ru",
        "Baku,Баку,en,ru",
    ]


def test_weblate_has_a_header_and_every_target() -> None:
    """Admitted targets are rows of their own."""
    lines = write_pairs(CONCEPTS[:1], "ru", Dialect.WEBLATE).splitlines()
    assert lines[:3] == ["source,target", "Culture Minister,министр культуры", "Culture Minister,глава Минкультуры"]


@pytest.mark.parametrize("dialect", list(Dialect))
def test_pairs_come_back(tmp_path: Path, dialect: Dialect) -> None:
    """What is exported to a two-column file and imported again exports to the same file."""
    text = write_pairs(CONCEPTS, "ru", dialect)
    again = read_pairs(back(tmp_path, text, "a.csv"), dialect, "ru")
    assert write_pairs(again, "ru", dialect) == text
    assert [t.text for t in again[0].targets("en")] == ["Culture Minister", "Minister of Culture"]


@pytest.mark.parametrize(
    ("text", "dialect", "locale", "said"),
    [
        ("", Dialect.DEEPL, "ru", "empty"),
        ("a,b\n", Dialect.WEBLATE, "ru", "no columns"),
        ("a,b\n", Dialect.DEEPL, None, "--to"),
        ("source,target\n,b\n", Dialect.WEBLATE, "ru", ":2: the row has no source"),
        ('source,target\n"a,b\n', Dialect.WEBLATE, "ru", "never closed"),
    ],
)
def test_bad_pairs_are_refused(tmp_path: Path, text: str, dialect: Dialect, locale: str | None, said: str) -> None:
    """One line says what is missing."""
    with pytest.raises(ExchangeError, match=said):
        read_pairs(back(tmp_path, text, "bad.csv"), dialect, locale)


def test_weblate_comments_become_notes_and_fuzzy_rows_stay_out(tmp_path: Path) -> None:
    """The long header of Weblate is understood."""
    text = "location,source,target,fuzzy,developer_comments\n,sea,море,,wet\n,lake,озеро,True,\n"
    (sea,) = read_pairs(back(tmp_path, text, "a.csv"), Dialect.WEBLATE, "ru")
    assert (sea.id, sea.note) == ("sea", "wet")
