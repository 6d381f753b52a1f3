"""Glossary files: what is read, what is reported and on which line, what a waiver does, what the hash says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.errors import GlossaryError
from l10n.glossary import Glossary, load
from l10n.model import Gender, Kind, Severity, Status
from l10n.report.termcsv import write_glossary

HEADER = "term,kind,gender,ru,az,ru.forbidden,case,note\n"


def made(folder: Path, text: str | bytes, name: str = "terms.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def loaded(folder: Path, rows: str, **options: object) -> Glossary:
    return load([made(folder, HEADER + rows)], **options)  # type: ignore[arg-type]


def reported(glossary: Glossary) -> list[tuple[str, int]]:
    return [(f.check, f.line) for f in glossary.findings]


def test_a_row_becomes_a_concept(tmp_path: Path) -> None:
    """Every column of a row is in its concept, alternatives in their order."""
    glossary = loaded(
        tmp_path,
        "Culture Minister|Minister of Culture,title,,министр культуры|глава Минкультуры,mədəniyyət naziri,"
        "министр по культуре,,hold the case\nRəsul Quliyev,person,m,Расул Кулиев,Rəsul Quliyev,,exact,\n",
    )
    title, person = glossary.concepts
    assert (title.id, title.kind, title.gender, title.exact) == ("Culture Minister", Kind.TITLE, Gender.NONE, False)
    assert [t.text for t in title.targets("ru")] == ["министр культуры", "глава Минкультуры"]
    assert [t.text for t in title.targets("ru", Status.FORBIDDEN)] == ["министр по культуре"]
    assert (title.note, title.line, title.preferred("az")) == ("hold the case", 2, "mədəniyyət naziri")
    assert (person.gender, person.exact, person.line) == (Gender.MASCULINE, True, 3)
    assert glossary.findings == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_spreadsheet_files_are_read(tmp_path: Path, delimiter: str, newline: str, start: str) -> None:
    """Delimiters, line ends and the byte order mark that spreadsheets write change nothing."""
    lines = [
        ("term", "kind", "ru", "az", "note"),
        ("Baku", "place", "Баку", "Bakı", '"one\ntwo"'),
        ("x", "city", "", "", ""),
    ]
    text = start + newline.join(delimiter.join(cells) for cells in lines) + newline
    glossary = load([made(tmp_path, text.encode())])
    assert glossary.concepts[0].preferred("az") == "Bakı"
    assert ("glossary-value", 4) in reported(glossary)


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    """A finding names the line its row begins on, whatever blank lines and multi-line cells stand above."""
    rows = (
        '\nBaku,place,,Баку,Bakı,,,"first\n\nthird"\n\nGanja,town,,Гянджа,Gəncə,,,"a\nb"\nSheki,village,,Шеки,Şəki,,,\n'
    )
    assert reported(loaded(tmp_path, rows)) == [("glossary-value", 7), ("glossary-value", 9)]


def test_the_line_excel_puts_first_is_skipped(tmp_path: Path) -> None:
    """``sep=;`` names the delimiter and still counts as a line."""
    glossary = load([made(tmp_path, "sep=;\r\nterm;kind;ru\r\nBaku;city;Баку\r\n")])
    assert reported(glossary) == [("glossary-value", 3)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"word,ru\nBaku,\xd0\x91\n", "'term'"),
        ("term,ru\nBaku,Баку\nПо,\n".encode("cp1251"), "UTF-8"),
        (b'term,ru\nBaku,"abc\nGanja,x\n', ":2: a quotation mark"),
        (b'term,ru\nBaku,"abc"d\n', ":2: a cell in quotation marks"),
    ],
)
def test_what_is_no_glossary_stops_the_run(tmp_path: Path, content: bytes, said: str) -> None:
    """A file that cannot be read as a glossary is one clear line."""
    with pytest.raises(GlossaryError) as raised:
        load([made(tmp_path, content)])
    assert said in str(raised.value)
    assert "terms.csv" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_missing_file_stops_the_run(tmp_path: Path) -> None:
    """A path that is not there is a GlossaryError, not a traceback."""
    with pytest.raises(GlossaryError, match="cannot be read"):
        load([tmp_path / "none.csv"])


@pytest.mark.parametrize(
    ("rows", "check", "locale"),
    [
        ("Baku,place,,Баку,Bakı,,,\nBaku,place,,Баку,Bakı,,,\n", "glossary-duplicate", ""),
        ("Baku,place,,Баку,Bakı,,,\nBaku,place,,Бакы,Bakı,,,\n", "glossary-conflict", "ru"),
        ("Sea,term,,море,dəniz,,,\nThe Sea|Sea,place,,Каспий,Xəzər,,,\n", "glossary-conflict", "ru"),
        ("Sea,term,,море,dəniz,,,\nCaspian|sea,place,,море,dəniz,,,\n", "glossary-unreachable", ""),
        ("x,term,,,,,,\nBaku,place,,Баку,Bakı,Баку,,\n", "glossary-conflict", "ru"),
        ("x,term,,,,,,\nBaku,place,,Baku,Bakı,,,\n", "glossary-script", "ru"),
        ("x,term,,,,,,\nGanja,place,,Гянджа,Gәncə,,,\n", "glossary-script", "az"),
        ("x,term,,,,,,\nBаku,place,,Баку,Bakı,,,\n", "glossary-script", ""),
        ("x,term,,,,,,\nBaku,place,,,Bakı,,,\n", "glossary-missing-target", "ru"),
        ("x,term,,,,,,\nBaku,city,,Баку,Bakı,,,\n", "glossary-value", ""),
        ("x,term,,,,,,\nBaku,place,x,Баку,Bakı,,,\n", "glossary-value", ""),
        ("x,term,,,,,,\nBaku,place,,Баку,Bakı,,strict,\n", "glossary-value", ""),
        ("x,term,,,,,,\nAli Hasanov,person,,Али Гасанов,Əli Həsənov,,,\n", "glossary-gender", ""),
        ("x,term,,,,,,\nBaku  City,place,,город Баку,Bakı şəhəri,,,\n", "glossary-spacing", ""),
        ("x,term,,,,,,\nBaku,place,,Баку\u00a0город,Bakı,,,\n", "glossary-spacing", ""),
        ("x,term,,,,,,\nBaku||Bakou,place,,Баку,Bakı,,,\n", "glossary-spacing", ""),
        ("x,term,,,,,,\n—,term,,тире,tire,,,\n", "glossary-unreachable", ""),
        (
            "x,term,,,,,,\nVice-President|vice president,title,,вице-президент,vitse-prezident,,,\n",
            "glossary-unreachable",
            "",
        ),
        ("x,term,,,,,,\n,place,,Баку,Bakı,,,\n", "glossary-term-empty", ""),
        ("x,term,,,,,,\nBaku,place,,Баку,Bakı,,,,extra\n", "glossary-column", ""),
        ("x,term,,,,,,\nBaku,place,,Баку|Баку,Bakı,,,\n", "glossary-duplicate", ""),
    ],
)
def test_what_is_wrong_in_a_row_is_reported(tmp_path: Path, rows: str, check: str, locale: str) -> None:
    """Each mistake of the second row is a finding with its check id, line and locale."""
    found = [f for f in loaded(tmp_path, rows).findings if f.line == 3 and f.check == check]
    assert [f.locale for f in found][:1] == [locale]
    assert all(f.path.endswith("terms.csv") for f in found)


def test_right_rows_are_silent(tmp_path: Path) -> None:
    """Names in their scripts, kept names and homographs of another kind with the same target raise nothing."""
    rows = (
        "Zangilan,place,,Зангилан,Zəngilan,,,\nTurkmenistan,place,,Туркменистан,Türkmənistan,,,\n"
        "Gurbanguly Berdimuhamedow,person,m,Гурбангулы Бердымухамедов,Qurbanqulu Berdiməhəmmədov,,,\n"
        "Reuters,keep,,,,,,\nState Oil Fund,organization,,Государственный нефтяной фонд,Dövlət Neft Fondu,,,\n"
        "US,place,,США,ABŞ,,exact,\nsub-committee,term,,подкомитет,yarımkomitə,,,\n"
    )
    assert loaded(tmp_path, rows).findings == ()


def test_a_lookalike_is_named_by_its_code_point(tmp_path: Path) -> None:
    """The message names the letter, its code point and the one to type."""
    glossary = loaded(tmp_path, "Ganja,place,,Гянджa,Gәncə,,,\n")
    ru, az = sorted(glossary.findings, key=lambda f: f.locale, reverse=True)
    assert "U+0061" in ru.message
    assert "U+0430" in ru.message
    assert "U+04D9" in az.message
    assert "U+0259" in az.message


def test_unknown_columns_are_reported_once_and_not_read(tmp_path: Path) -> None:
    """A column that is neither known nor a locale is one finding on the header line."""
    glossary = load([made(tmp_path, "term,ru,wiki,ru.banned\nBaku,Баку,Q9248,x\nGanja,Гянджа,Q1,y\n")])
    assert reported(glossary) == [("glossary-column", 1), ("glossary-column", 1)]
    assert "'wiki'" in glossary.findings[0].message


def test_missing_targets_follow_the_locales_of_the_project(tmp_path: Path) -> None:
    """A whole missing column is one warning at the header; other locales than those asked for are not missed."""
    path = made(tmp_path, "term,ru\nBaku,Баку\nGanja,Гянджа\n")
    assert load([path]).findings == ()
    (found,) = load([path], locales=["ru", "az"]).findings
    assert (found.check, found.line, found.locale, found.severity) == (
        "glossary-missing-target",
        1,
        "az",
        Severity.WARNING,
    )


def test_conflicts_are_seen_across_files(tmp_path: Path) -> None:
    """The second file's finding names the first file and line."""
    first = made(tmp_path, "term,kind,ru\nBaku,place,Баку\n", "a.csv")
    second = made(tmp_path, "term,kind,ru\nCity|Baku,term,город\n", "b.csv")
    (found,) = load([first, second]).findings
    assert (found.check, found.line) == ("glossary-conflict", 2)
    assert found.path.endswith("b.csv")
    assert "a.csv:2" in found.message


def test_a_waiver_with_a_reason_silences_one_check_of_one_row(tmp_path: Path) -> None:
    """What is waived moves to ``waived``; the translator does not see the waiver."""
    rows = (
        "Baku,place,,Баку,Bakı,,,\nCity|Baku,term,,город,şəhər,,,capital [waive glossary-conflict: both are used]\n"
        "Town|Baku,term,,городок,qəsəbə,,,\n"
    )
    glossary = loaded(tmp_path, rows)
    assert {f.line for f in glossary.findings} == {4}
    assert {f.line for f in glossary.waived} == {3}
    concept = glossary.concepts[1]
    assert concept.note == "capital"
    assert [(w.check, w.reason) for w in glossary.waivers_of(concept)] == [("glossary-conflict", "both are used")]
    assert glossary.waivers_of(glossary.concepts[0]) == ()


@pytest.mark.parametrize(
    ("note", "shown", "waived"),
    [
        ("l10n-ignore: glossary-script - a brand", "", ["glossary-script"]),
        ("seen [waive glossary-script: a brand] twice", "seen twice", ["glossary-script"]),
        ("seen l10n-ignore: glossary-script, glossary-term - a brand", "seen", ["glossary-script", "glossary-term"]),
        ('"first\nl10n-ignore: glossary-script – a brand\nlast"', "first\nlast", ["glossary-script"]),
        ("an [ordinary] note", "an [ordinary] note", []),
    ],
)
def test_both_ways_of_writing_a_waiver(tmp_path: Path, note: str, shown: str, waived: list[str]) -> None:
    """The one that catalogs and articles have too, and one in brackets; what is left is the note."""
    glossary = loaded(tmp_path, f"Baku,place,,Baku,Bakı,,,{note}\n".replace(note, f'"{note}"' if "," in note else note))
    assert [w.check for w in glossary.waivers] == waived
    assert glossary.concepts[0].note == shown
    assert ("glossary-script" in {f.check for f in glossary.findings}) is not bool(waived)
    again = load([made(tmp_path, write_glossary(glossary.as_written(), ["ru", "az"]), "again.csv")])
    assert [(w.check, w.reason) for w in again.waivers] == [(w.check, w.reason) for w in glossary.waivers]


def test_a_waiver_without_a_reason_waives_nothing(tmp_path: Path) -> None:
    """It is reported itself, and so is what it was to hide."""
    glossary = loaded(tmp_path, "Baku,place,,Baku,Bakı,,,[waive glossary-script]\n")
    assert {f.check for f in glossary.findings} == {"glossary-script", "glossary-waiver"}


def test_the_hash_is_about_content(tmp_path: Path) -> None:
    """Order of rows, spacing and notes leave the hash alone; targets, genders and flags change it."""
    one = loaded(tmp_path, "Baku,place,,Баку,Bakı,,,note\nReuters,keep,,,,,,\n").hash
    assert loaded(tmp_path, "Reuters,keep,,,,,,\n\n Baku ,place,,Баку , Bakı,,,\n").hash == one
    assert loaded(tmp_path, "Baku,place,,Баку,Bakı,,exact,\nReuters,keep,,,,,,\n").hash != one
    assert loaded(tmp_path, "Baku,place,,Баку|Бакы,Bakı,,,\nReuters,keep,,,,,,\n").hash != one
    assert len(one) == 12
    assert int(one, 16) >= 0


@settings(max_examples=100, deadline=None)
@given(content=st.text(alphabet='ab|,;"\n\r\t бə=.', max_size=60))
def test_no_content_ends_in_a_traceback(tmp_path_factory: pytest.TempPathFactory, content: str) -> None:
    """Whatever the cells hold, the file is read or refused with one line."""
    path = made(tmp_path_factory.mktemp("any"), "term,ru,az,note\n" + content)
    try:
        glossary = load([path])
    except GlossaryError as error:
        assert "\n" not in str(error)
    else:
        glossary.find("a b | б")
