"""Languages that l10n has no grammar of: a third locale works, matched to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.languages import language
from l10n.model import Gender, Kind
from tests.conftest import Run


@pytest.mark.parametrize("code", ["de", "tr_TR", "uz-Latn"])
def test_a_term_matches_as_it_is_written(code: str) -> None:
    """Whole words, any case of letters, any blanks between; nothing inflected."""
    grammar = language(code)
    text = "Die  Stadt Baku, BAKUS Hafen und baku."
    assert [form.text for form in grammar.find("Baku", text, kind=Kind.PLACE)] == ["Baku", "baku"]
    assert [form.text for form in grammar.find("die Stadt", text)] == ["Die  Stadt"]
    assert grammar.forms("Baku") == {"nom": "Baku"}


def test_nothing_is_changed_by_a_grammar_that_is_not_there() -> None:
    """What asks for an inflected form gets the form it has, or is told that there is none."""
    grammar = language("de")
    assert grammar.inflect_like("Baku", "Bakus", kind=Kind.PLACE, gender=Gender.NONE) is None
    assert grammar.cases_of("Bakus") == ("nom",)
    assert (grammar.agree_preposition("in", "Baku"), grammar.locative("Baku", "in")) == ("in", "Baku")
    assert (grammar.lower("ÜBER"), grammar.upper("über"), grammar.right_script("Баку")) == ("über", "ÜBER", True)


def test_a_project_in_a_third_language(run: Run, project: Path) -> None:
    """Translate, review, check and assemble work with a locale that only the glossary knows."""
    (project / "l10n.toml").write_text('locales = ["de"]\nengine = "pseudo"\n', encoding="utf-8")
    (project / "glossaries" / "places.csv").write_text("term,kind,gender,de\nBaku,place,,Baku\n", encoding="utf-8")
    article = project / "articles" / "a.txt"
    article.write_text("The ministers met in Baku.\n", encoding="utf-8")
    assert run("translate", article).status == 0
    path = project / "catalogs" / "de" / "a.po"
    text = path.read_text(encoding="utf-8")
    assert '"Plural-Forms: nplurals=2; plural=(n != 1);' in text and "#. glossary: Baku -> Baku" in text
    draft = text.index("#, fuzzy\nmsgid")
    path.write_text(text[:draft] + 'msgid "The ministers met in Baku."\nmsgstr "Sie trafen sich dort."\n', "utf-8")
    done = run("check")
    assert done.status == 1 and "glossary-term" in done.out
    path.write_text(path.read_text(encoding="utf-8").replace("dort", "in Baku"), encoding="utf-8")
    assert run("check").status == 0
    assert run("assemble", article).status == 0
    assert (project / "translated" / "de" / "a.txt").read_text(encoding="utf-8") == "Sie trafen sich in Baku.\n"
