"""Finished articles: `<slug>/` holds an article, its reviewed catalogs, and what assembling them has to give.

A linguist may edit a translation: change it in `<locale>.po` and in the finished article beside it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n import catalog, formats, glossary, segment
from l10n.assemble import assemble
from l10n.checks import quality
from l10n.checks.context import pair
from l10n.languages import language
from l10n.model import State, Status, Unit

HERE = Path(__file__).parent
GLOSSARIES = sorted((HERE.parents[1] / "glossaries").glob("*.csv"))
CASES = [(po.parent.name, po.stem) for po in sorted(HERE.glob("*/*.po"))]

golden = pytest.mark.parametrize(("slug", "locale"), CASES)


def article_of(slug: str) -> Path:
    return next((HERE / slug).glob("article.*"))


def units_of(slug: str, locale: str) -> tuple[Unit, ...]:
    return catalog.read(HERE / slug / f"{locale}.po").units


@golden
def test_a_reviewed_catalog_gives_the_finished_article_byte_for_byte(slug: str, locale: str) -> None:
    """Document and reviewed catalog add up to the article that the newsroom publishes."""
    article = article_of(slug)
    document = formats.read(article)
    done = assemble(document, segment.segments(document), units_of(slug, locale), source="en", target=locale)
    assert not done.unreviewed and not done.missing
    finished = (HERE / slug / f"{locale}{article.suffix}").read_bytes()
    assert formats.encode(done.text, document.bom) == finished


@golden
def test_the_catalog_holds_every_sentence_of_the_article_and_no_other(slug: str, locale: str) -> None:
    """The segments of the article are the sources of its catalog, in the same order."""
    sources = dict.fromkeys(s.source for s in segment.segments(formats.read(article_of(slug))))
    units = units_of(slug, locale)
    assert list(dict.fromkeys(u.source for u in units)) == list(sources)
    assert all(u.state is State.REVIEWED for u in units)


@golden
def test_reviewed_text_passes_the_quality_checks(slug: str, locale: str) -> None:
    """Publishable prose gives no finding: numbers, marks, quotation marks, negation, scripts."""
    syntax = formats.syntax_of(article_of(slug).name)
    found = [
        (problem.check, problem.what, unit.target)
        for unit in units_of(slug, locale)
        for problem in quality.problems(pair(unit.source, unit.target, locale, syntax=syntax))
    ]
    assert not found


@golden
def test_every_protected_name_is_there_and_no_forbidden_one(slug: str, locale: str) -> None:
    """Each glossary term of a source is in its translation, in some form, and no forbidden variant is."""
    terms, grammar = glossary.load(GLOSSARIES, locales=(locale,)), language(locale)
    units = units_of(slug, locale)
    seen = 0
    for unit, matches in zip(units, terms.find_all([u.source for u in units]), strict=True):
        for match in matches:
            kind, gender = match.concept.kind, match.concept.gender
            wanted = terms.target_for(match, locale)
            assert any(grammar.find(t, unit.target, kind=kind, gender=gender) for t in wanted), (
                match.surface,
                unit.target,
            )
            for term in match.concept.targets(locale, Status.FORBIDDEN):
                assert not grammar.find(term.text, unit.target, kind=kind, gender=gender), (term.text, unit.target)
            seen += 1
    assert seen > 20
