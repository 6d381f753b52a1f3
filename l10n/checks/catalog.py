"""One catalog judged: its syntax, its units against their sources and the glossary, all of it against its article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from l10n import formats
from l10n.catalog import Catalog
from l10n.catalog import read as read_catalog
from l10n.checks import waivers as waiving
from l10n.checks.cases import glossary_case
from l10n.checks.consistency import Text, one_name_one_spelling
from l10n.checks.context import Pair, Place, Problem, finding, pair, quote
from l10n.checks.glossary import Wanted, glossary_forbidden, glossary_term, wanted
from l10n.checks.quality import problems
from l10n.checks.rules import lower, rule
from l10n.errors import CatalogError, FormatError
from l10n.glossary import Glossary
from l10n.languages import base
from l10n.model import Finding, State, Syntax, TermMatch, Unit


@dataclass(frozen=True)
class Bench:
    """What every catalog of a run is judged with."""

    root: Path
    glossary: Glossary
    require_reviewed: bool = False
    matches: dict[tuple[str, ...], list[tuple[TermMatch, ...]]] = field(default_factory=dict)
    """The terms of the article judged last: its next locale asks for the same."""

    @cached_property
    def locales(self) -> frozenset[str]:
        """Those that the glossary has terms for."""
        return frozenset(term.locale for concept in self.glossary.concepts for term in concept.terms)

    def find(self, texts: tuple[str, ...]) -> list[tuple[TermMatch, ...]]:
        if texts not in self.matches:
            self.matches.clear()
            self.matches[texts] = self.glossary.find_all(texts)
        return self.matches[texts]


@dataclass(frozen=True, slots=True)
class Judged:
    """What one catalog contributes to a run."""

    findings: tuple[Finding, ...] = ()
    path: str = ""
    locale: str = ""
    reviewed: tuple[Text, ...] = ()
    """Its reviewed units, for comparing catalogs with each other."""
    waivers: tuple[waiving.Waiver, ...] = ()


def judge(path: Path, shown: str, bench: Bench) -> Judged:
    """Findings of one PO file, waivers not yet applied; a file that cannot be read is a finding."""
    try:
        catalog = read_catalog(path)
    except CatalogError as error:
        message = f"{error.reason[:1].upper()}{error.reason[1:]}."
        return Judged((Finding("catalog-syntax", rule("catalog-syntax").severity, shown, error.line or 1, message),))
    locale = catalog.locale.replace("_", "-")
    lines = catalog.lines or {}
    live = [Place(shown, lines.get(u.key, 1), locale, u) for u in catalog.units if u.state is not State.OBSOLETE]
    reviewed = tuple(place for place in live if place.unit.state is State.REVIEWED)
    found = list(_units(live, bench))
    wrong = frozenset(f.line for f in found if f.check.startswith("glossary-"))
    found += one_name_one_spelling(reviewed, wrong)
    found += stale(catalog, live, shown, bench.root)
    waivers = [w for p in live for w in waiving.read(p.unit.comment, shown, p.line, locale=locale)]
    texts = tuple((p.line, p.unit.source, p.unit.context, p.unit.target) for p in reviewed)
    return Judged(tuple(found), shown, locale, texts, tuple(waivers))


def _units(live: Sequence[Place], bench: Bench) -> Iterator[Finding]:
    pairs = [_pair(place) for place in live]
    matches = bench.find(tuple(p.source for p in pairs)) if bench.glossary.concepts else [()] * len(pairs)
    for place, subject, terms in zip(live, pairs, matches, strict=True):
        if bench.require_reviewed and place.unit.state is not State.REVIEWED:
            yield unreviewed(place)
        if not place.unit.target.strip():
            continue
        locale = place.locale if place.locale in bench.locales else base(place.locale)
        draft = place.unit.state is State.NEEDS_REVIEW and not bench.require_reviewed
        for problem in _problems(subject, wanted(bench.glossary, terms, locale, subject.source)):
            made = finding(problem, place, subject)
            yield replace(made, severity=lower(made.severity)) if draft else made


def _problems(subject: Pair, terms: tuple[Wanted, ...]) -> Iterator[Problem]:
    if terms:
        yield from glossary_term(subject, terms)
        yield from glossary_forbidden(subject, terms)
        yield from glossary_case(subject, terms)
    yield from problems(subject)


def _pair(place: Place) -> Pair:
    return pair(place.unit.source, place.unit.target, place.locale, syntax=_syntax(place.unit), role=place.unit.context)


def _syntax(unit: Unit) -> Syntax:
    return formats.syntax_of(_article(unit.references[0])) if unit.references else Syntax.TEXT


def _article(reference: str) -> str:
    """The path in ``articles/x.txt:12``."""
    path, _, line = reference.rpartition(":")
    return path if path and line.isdigit() else reference


def unreviewed(place: Place) -> Finding:
    """A unit that nobody has confirmed."""
    if place.unit.target:
        what, fix = "nobody has reviewed this translation", "Read it, correct it, and remove its fuzzy mark"
    else:
        what, fix = "this text is not translated", "Translate it"
    return finding(Problem("unreviewed", what, fix), place)


def stale(catalog: Catalog, live: Sequence[Place], shown: str, root: Path) -> Iterator[Finding]:
    """Sentences of the catalog that its article no longer has, and sentences of the article that the catalog lacks."""
    articles = dict.fromkeys(_article(ref) for place in live for ref in place.unit.references)
    if len(articles) != 1:
        return
    name = next(iter(articles))
    path = root / name
    if not path.is_file():
        message = f"The article {name} of this catalog is not there. Restore it, or remove the catalog."
        yield Finding("stale", rule("stale").severity, shown, 1, message, catalog.locale)
        return
    sources = [place.unit.source for place in live]
    if formats.syntax_of(name) is Syntax.TEXT and _squeezed(_text(path)) == _squeezed("".join(sources)):
        return
    yield from _differences(path, name, live, Place(shown, 1, catalog.locale, Unit("")))


def _differences(path: Path, name: str, live: Sequence[Place], top: Place) -> Iterator[Finding]:
    from l10n import segment

    try:
        segments = segment.segments(formats.read(path))
    except FormatError as error:
        message = f"The article {name} cannot be read: {error.reason}."
        yield Finding("stale", rule("stale").severity, top.path, 1, message, top.locale)
        return
    present = {s.source: s.line for s in segments}
    known = {place.unit.source for place in live}
    for place in live:
        if place.unit.source not in present:
            what = f"the article {name} no longer has this sentence"
            yield finding(Problem("stale", what, f"Run: l10n translate {name} (the translation is kept)"), place)
    missing: Mapping[str, int] = {s: line for s, line in present.items() if s not in known}
    if missing:
        first, line = next(iter(missing.items()))
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        message = (
            f"The article {name} has {quote(first)} in line {line}{more}, which this catalog "
            f"lacks. Run: l10n translate {name}."
        )
        yield Finding("stale", rule("stale").severity, top.path, 1, message, top.locale, first)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def _squeezed(text: str) -> str:
    return "".join(text.split())
