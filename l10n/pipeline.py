"""READ FIRST: the flow of an article through a project, each step of it a stage of its own module."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from l10n import assemble as assembling
from l10n import catalog, files, formats, glossary, merge, segment, terminology
from l10n import translate as translating
from l10n.engines import Engine, engine
from l10n.errors import AssembleError, CatalogError, ProjectError
from l10n.memory import Memory, Reviewed, reviewed
from l10n.model import Document, Finding, Segment, Severity, State, Syntax, Unit
from l10n.project import Project
from l10n.report import preview as preview_page
from l10n.report import tmx
from l10n.shelf import Shelf, shelf_file

ProgressBar = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
"""Opens a progress bar with a label and a total; yields what to call with how much more is done."""


@dataclass(frozen=True, slots=True)
class Article:
    """A source article of the project, read and split."""

    path: Path
    slug: str
    reference: str
    document: Document
    segments: tuple[Segment, ...]

    @property
    def syntax(self) -> Syntax:
        return formats.syntax_of(self.reference)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article in one locale after a command."""

    article: Article
    locale: str
    path: Path
    """Of the catalog, or of the finished article."""
    units: tuple[Unit, ...] = ()
    written: bool = False
    findings: tuple[Finding, ...] = ()
    unreviewed: int = 0
    """Segments that no person has reviewed."""

    @property
    def live(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if unit.state is not State.OBSOLETE)

    @property
    def doubts(self) -> tuple[tuple[Unit, tuple[str, ...]], ...]:
        """Unreviewed units with their doubts, the most doubtful first; those without a doubt are left out."""
        found = [
            (unit, tuple(note.removeprefix("doubt: ") for note in unit.notes if note.startswith("doubt: ")))
            for unit in self.live
            if unit.state is not State.REVIEWED
        ]
        return tuple(
            sorted((pair for pair in found if pair[1]), key=lambda pair: (-len(pair[1]), pair[0].score or 0.0))
        )

    def states(self) -> dict[str, int]:
        return {state.value: sum(unit.state is state for unit in self.units) for state in State}

    def origins(self) -> dict[str, int]:
        found = Counter(unit.origin.value for unit in self.live if unit.origin)
        return {origin: found[origin] for origin in ("human", "memory", "engine")}


def extract(project: Project, paths: Sequence[Path]) -> tuple[Article, ...]:
    """The articles, all read and split before anything is written."""
    articles: dict[str, Article] = {}
    for path in paths:
        document = formats.read(path)
        slug = project.slug(path)
        if slug in articles and articles[slug].path.absolute() != path.absolute():
            other = project.shown(articles[slug].path)
            raise ProjectError(f"has the same name as {other}, so one catalog; rename one of the two", path=path)
        articles[slug] = Article(path, slug, project.reference(path), document, segment.segments(document))
    return tuple(articles.values())


def translate(
    project: Project,
    paths: Sequence[Path],
    *,
    locales: Sequence[str],
    engine_name: str | None = None,
    refresh: bool = False,
    bar: ProgressBar,
) -> tuple[Outcome, ...]:
    """Creates or updates the catalogs of the articles: merge, memory, engine, write."""
    articles = extract(project, paths)
    terms = glossary.load(project.glossary_files(), locales=project.locales)
    machine = engine(engine_name or project.engine, project.packages)
    fills: list[tuple[str, _Fill]] = []
    for locale in locales:
        memory = remember(project, locale)
        drafts = _draft(
            project, articles, locale, terms=terms, memory=memory, machine=machine, refresh=refresh, bar=bar
        )
        signature = _signature(machine, project, locale, terms)
        fills += [(locale, _Fill(article, terms, memory, made, refresh, signature)) for article, made in drafts]
    # nothing is written before every catalog has been read and every draft made
    return tuple(_update(project, locale, fill) for locale, fill in fills)


@dataclass(frozen=True, slots=True)
class _Fill:
    """An article, and what the units of its catalog are filled from."""

    article: Article
    terms: glossary.Glossary
    memory: Memory
    drafts: dict[tuple[str, str], translating.Draft]
    refresh: bool
    signature: str


def _merged(project: Project, article: Article, locale: str) -> tuple[catalog.Catalog, tuple[Unit, ...]]:
    """The catalog as it is on disk, and its units for the article as it is now."""
    path = project.catalog_path(locale, article.slug)
    old = catalog.read(path) if path.exists() else catalog.Catalog(path=path)
    return old, merge.merge(old.units, merge.units(article.segments, article.reference))


def _draft(
    project: Project,
    articles: Sequence[Article],
    locale: str,
    *,
    terms: glossary.Glossary,
    memory: Memory,
    machine: Engine,
    refresh: bool,
    bar: ProgressBar,
) -> list[tuple[Article, dict[tuple[str, str], translating.Draft]]]:
    """Each article with its machine drafts, all made in one call of the engine; the catalogs are only looked at."""
    wanted: list[tuple[int, Unit]] = []
    requests: list[terminology.Request] = []
    for number, article in enumerate(articles):
        _, units = _merged(project, article, locale)
        needed = [unit for unit in units if translating.wants_engine(unit, memory, refresh=refresh)]
        matches = translating.find_terms(units if needed else (), terms, article.syntax)
        wanted += [(number, unit) for unit in needed]
        requests += [terminology.Request(unit.source, article.syntax, matches[unit.key]) for unit in needed]
    results: list[tuple[Article, dict[tuple[str, str], translating.Draft]]] = [(article, {}) for article in articles]
    if not requests:
        return results
    with bar(f"{project.source} -> {locale}", len(requests)) as advance:
        locales = (project.source, locale)
        drafts = translating.draft(requests, engine=machine, glossary=terms, locales=locales, progress=advance)
    for (number, unit), made in zip(wanted, drafts, strict=True):
        results[number][1][unit.key] = made
    return results


def _update(project: Project, locale: str, fill: _Fill) -> Outcome:
    """Writes one catalog. It is read again under the lock: a translator may have saved it while the engine ran."""
    article = fill.article
    path = project.catalog_path(locale, article.slug)
    with catalog.locked(path):
        old, units = _merged(project, article, locale)
        matches = translating.find_terms(units, fill.terms, article.syntax)
        units = translating.annotate(units, matches, fill.terms, locale)
        filled = tuple(
            translating.fill(unit, memory=fill.memory, drafts=fill.drafts, refresh=fill.refresh) for unit in units
        )
        headers = dict(old.headers or {})
        if any(unit.pristine and unit != before for unit, before in zip(filled, units, strict=True)):
            headers[catalog.SIGNATURE] = fill.signature
        written = catalog.write(path, replace(old, units=filled, headers=headers), locale=locale)
    return Outcome(article, locale, path, filled, written)


def _signature(machine: Engine, project: Project, locale: str, terms: glossary.Glossary) -> str:
    made_by = machine.signature(project.source, locale)
    return f"{made_by}; glossary {terms.hash}; segmenter {segment.VERSION}"


def remember(project: Project, locale: str) -> Memory:
    """The memory of a locale: the reviewed units of all its catalogs. One that cannot be read is another article's
    trouble, which `check` reports; it does not stop this one."""
    folder = project.folder("catalogs")
    shelf = Shelf(shelf_file(project.root), folder / locale)
    by_catalog: dict[str, tuple[Reviewed, ...]] = {}
    for path in project.catalog_files(locale):
        with suppress(CatalogError):
            by_catalog[path.relative_to(folder).as_posix()] = shelf.reviewed(path, _reviewed)
    shelf.keep()
    return Memory(by_catalog)


def _reviewed(path: Path) -> tuple[Reviewed, ...]:
    return reviewed(catalog.read(path).units)


def export_memory(project: Project, locale: str) -> tuple[str, int]:
    """The reviewed sentences of a locale as TMX, and how many they are."""
    pairs = [tmx.Pair(match.source, match.target, match.catalog) for match in remember(project, locale).pairs()]
    return tmx.render(pairs, source=project.source, target=locale), len(pairs)


def import_memory(project: Project, file: Path, locale: str, name: str) -> tuple[Path, int]:
    """Adds the pairs of a TMX file to ``catalogs/<locale>/memory/<name>.po`` as obsolete units, which no article
    holds and the memory reads; returns the file and how many pairs were new. What was there stays."""
    pairs = tmx.read(file, source=project.source, target=locale)
    path = project.catalog_path(locale, f"memory/{name}")
    with catalog.locked(path):
        old = catalog.read(path) if path.exists() else catalog.Catalog(path=path)
        units = {unit.key: unit for unit in old.units}
        for pair in pairs:
            unit = Unit(pair.source, target=pair.target, state=State.OBSOLETE, comment=pair.origin or file.name)
            units.setdefault(unit.key, unit)
        catalog.write(path, replace(old, units=tuple(units.values())), locale=locale)
    return path, len(units) - len(old.units)


def status(project: Project, paths: Sequence[Path], *, locales: Sequence[str]) -> tuple[Outcome, ...]:
    """How far each article is, as its catalogs would be after a merge, the most doubtful first; writes nothing."""
    outcomes = []
    for article in extract(project, paths or project.article_files()):
        for locale in locales:
            _, units = _merged(project, article, locale)
            unreviewed = sum(unit.state in (State.UNTRANSLATED, State.NEEDS_REVIEW) for unit in units)
            path = project.catalog_path(locale, article.slug)
            outcomes.append(Outcome(article, locale, path, units, unreviewed=unreviewed))
    doubts = Counter[str]()
    for outcome in outcomes:
        doubts[outcome.article.slug] += len(outcome.doubts)
    return tuple(sorted(outcomes, key=lambda outcome: (-doubts[outcome.article.slug], outcome.article.slug)))


def assemble(
    project: Project, paths: Sequence[Path], *, locales: Sequence[str], output: Path | None, draft: bool = False
) -> tuple[Outcome, ...]:
    """Writes the finished articles; one that holds unreviewed units is left out unless drafts are asked for."""
    finished = []
    for article in extract(project, paths):
        for locale in locales:
            found = catalog.read(project.catalog_path(locale, article.slug))
            made = assembling.assemble(
                article.document, article.segments, found.units, source=project.source, target=locale
            )
            path = (output or project.folder("output")) / locale / f"{article.slug}{article.path.suffix}"
            findings = tuple(_unreviewed(article, locale, made))
            finished.append((Outcome(article, locale, path, found.units, findings=findings), made))
    return tuple(_publish(outcome, made, draft) for outcome, made in finished)


def _publish(outcome: Outcome, made: assembling.Assembled, draft: bool) -> Outcome:
    unreviewed = len(made.unreviewed) + len(made.missing)
    if unreviewed and not draft:
        return replace(outcome, unreviewed=unreviewed)
    if outcome.path.exists() and outcome.path.resolve() == outcome.article.path.resolve():
        raise AssembleError("would overwrite its source article; choose another folder with -o", path=outcome.path)
    files.write(outcome.path, formats.encode(made.text, outcome.article.document.bom))
    return replace(outcome, unreviewed=unreviewed, written=True)


def preview(project: Project, path: Path, *, locales: Sequence[str]) -> str:
    """The page that shows an article beside its catalogs; writes nothing."""
    (article,) = extract(project, [path])
    terms = glossary.load(project.glossary_files(), locales=project.locales)
    merged = {locale: _merged(project, article, locale)[1] for locale in locales}
    matches = translating.find_terms(merge.units(article.segments, article.reference), terms, article.syntax)
    units = {
        locale: {unit.key: unit for unit in own if unit.state is not State.OBSOLETE} for locale, own in merged.items()
    }
    return preview_page.page(article.slug, article.segments, units, matches, source=project.source)


def _unreviewed(article: Article, locale: str, made: assembling.Assembled) -> Iterable[Finding]:
    for segments, check, message in (
        (made.unreviewed, "unreviewed", "not reviewed yet; confirm it in the catalog (remove the fuzzy mark)"),
        (made.missing, "stale", "not in the catalog, since the article was edited; run: l10n translate"),
    ):
        for found in segments:
            yield Finding(
                check, Severity.WARNING, article.reference, found.line, message, locale=locale, source=found.source
            )
