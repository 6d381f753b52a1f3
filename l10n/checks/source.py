"""`l10n lint`: an article before it is translated, in the order of what a wrong translation would cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from l10n import formats
from l10n.checks import waivers as waiving
from l10n.checks.article import Article, article
from l10n.checks.figures import (
    counted_lists,
    impossible_dates,
    percentages_of_a_whole,
    weekdays_fit_dates,
    years_go_forward,
)
from l10n.checks.names import name_variants, title_conflicts
from l10n.checks.places import lone_organizations, lone_places
from l10n.checks.punctuated import quotation_marks
from l10n.checks.rules import ORDER
from l10n.checks.run import regraded, severities, shown
from l10n.model import Document, Finding, Kind
from l10n.project import Project

SourceCheck = Callable[[Article], Iterator[Finding]]

SOURCE: tuple[SourceCheck, ...] = (
    lone_places,
    name_variants,
    title_conflicts,
    quotation_marks,
    impossible_dates,
    weekdays_fit_dates,
    years_go_forward,
    counted_lists,
    percentages_of_a_whole,
)


def lint(project: Project, paths: Sequence[Path]) -> tuple[Finding, ...]:
    """What is doubtful in the articles, by path and line; FormatError where one cannot be read."""
    settings = project.settings.get("check", {})
    place = str(project.settings_path or "")
    levels, allowed = severities(settings, place), waiving.from_settings(settings, place)
    known = _organizations(project)
    found: list[Finding] = []
    for path in paths:
        document = formats.read(path)
        found += lint_document(document, shown(path, project), known)
    kept = [f for f in found if not any(waiver.covers(f) for waiver in allowed)]
    return tuple(sorted(regraded(kept, levels), key=lambda f: (f.path, f.line, -ORDER.index(f.severity), f.check)))


def lint_document(document: Document, path: str, known: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """The findings of one document that no ``l10n-ignore`` in it waives."""
    subject = article(document, path)
    found = [finding for check in SOURCE for finding in check(subject)]
    found += lone_organizations(subject, known)
    return tuple(waiving.apply(found, waiving.read(document.text, path, 1, whole_file=True)))


def _organizations(project: Project) -> tuple[str, ...]:
    """The glossary's organizations; a glossary that cannot be read is the business of `l10n check`."""
    from l10n import glossary
    from l10n.errors import GlossaryError

    try:
        concepts = glossary.load(project.glossary_files()).concepts
    except GlossaryError:
        return ()
    chosen = (c for c in concepts if c.kind is Kind.ORGANIZATION)
    return tuple("|".join(term.text for term in c.targets("en")) for c in chosen)
