"""`l10n check`: which files, judged by how many processes, with which waivers and severities."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from l10n import glossary as glossaries
from l10n.checks import waivers as waiving
from l10n.checks.catalog import Bench, Judged, judge
from l10n.checks.changed import changed_since
from l10n.checks.consistency import one_text_one_wording
from l10n.checks.rules import ORDER, known
from l10n.errors import ProjectError
from l10n.model import Finding, Severity
from l10n.project import Project

MANY = 24
"""From so many catalogs on a second process is worth its start."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The files of one run."""

    glossaries: tuple[Path, ...]
    catalogs: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a run found, and on what."""

    findings: tuple[Finding, ...]
    """By path and line; paths are relative to the project's root."""
    scope: Scope
    units: int
    """Reviewed ones."""


def check(project: Project, paths: Sequence[Path] = (), *, require_reviewed: bool = False, since: str = "") -> Checked:
    """Findings of glossaries and catalogs, waived ones left out; all of the project where no path is named."""
    settings = project.settings.get("check", {})
    allowed = waiving.from_settings(settings, _settings_path(project))
    levels = severities(settings, _settings_path(project))
    scope = choose(project, paths, since)
    named = tuple(path for path in scope.glossaries if path not in project.glossary_files())
    loaded = glossaries.load((*project.glossary_files(), *named), locales=project.locales)
    judged = _judge_all(scope.catalogs, project, Bench(project.root, loaded, require_reviewed))
    wanted = {shown(path, project) for path in scope.glossaries}
    found = [_of_a_row(replace(f, path=shown(Path(f.path), project))) for f in loaded.findings]
    found = [f for f in found if f.path in wanted]
    found += [f for one in judged for f in one.findings]
    found += one_text_one_wording((one.path, one.locale, one.reviewed) for one in judged)
    kept = waiving.apply(found, [w for one in judged for w in one.waivers])
    final = [f for f in kept if not any(waiver.covers(f) for waiver in allowed)]
    ordered = sorted(regraded(final, levels), key=lambda f: (f.path, f.line, -ORDER.index(f.severity), f.check))
    return Checked(tuple(ordered), scope, sum(len(one.reviewed) for one in judged))


def _of_a_row(finding: Finding) -> Finding:
    """The finding with the way to waive it, which is the note of its row."""
    if "[waive" in finding.message or finding.line <= 1:
        return finding
    how = f"; if it is right, write [waive {finding.check}: why] into the note of the row"
    return replace(finding, message=finding.message.rstrip(".") + how)


def _settings_path(project: Project) -> str:
    return str(project.settings_path or "")


def severities(settings: Mapping[str, Any], path: str) -> dict[str, Severity | None]:
    """The ``[check.severity]`` table; ``None`` is off. ProjectError on what it does not know."""
    levels: dict[str, Severity | None] = {}
    table = settings.get("severity", {})
    if not isinstance(table, Mapping):
        raise ProjectError('[check.severity] has to be a table: length = "off"', path=path)
    for name, value in table.items():
        if value not in ("off", *Severity):
            raise ProjectError(
                f"[check.severity] {name} is {value!r}; it can be off, info, warning or error", path=path
            )
        if not known(name) and not name.startswith("source-"):
            raise ProjectError(f"[check.severity] has {name!r}, but no check has this name", path=path)
        levels[name] = None if value == "off" else Severity(value)
    return levels


def regraded(findings: Sequence[Finding], levels: Mapping[str, Severity | None]) -> Iterator[Finding]:
    """The findings at the project's own severities, those that are off left out."""
    for finding in findings:
        if finding.check not in levels:
            yield finding
        elif (level := levels[finding.check]) is not None:
            yield replace(finding, severity=level)


def shown(path: Path, project: Project) -> str:
    """The path below the root where it is there, with forward slashes."""
    absolute = path if path.is_absolute() else Path.cwd() / path
    for base in (project.root, project.root.resolve()):
        if absolute.is_relative_to(base):
            return absolute.relative_to(base).as_posix()
    return absolute.as_posix()


def choose(project: Project, paths: Sequence[Path], since: str = "") -> Scope:
    """The glossaries and catalogs that the paths name: files, folders, or articles, which stand for their catalogs."""
    if paths:
        picked = [one for path in paths for one in _under(path.absolute(), project)]
    else:
        picked = [*project.glossary_files(), *project.catalog_files()]
    if since:
        changed = changed_since(since, project.root)
        glossary_changed = any(path.resolve() in changed for path in picked if path.suffix.lower() == ".csv")
        picked = [p for p in picked if p.resolve() in changed or (glossary_changed and p.suffix.lower() == ".po")]
    unique = list(dict.fromkeys(picked))
    return Scope(
        tuple(p for p in unique if p.suffix.lower() == ".csv"), tuple(p for p in unique if p.suffix.lower() == ".po")
    )


def _under(path: Path, project: Project) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(p for p in path.rglob("*") if p.suffix.lower() in (".po", ".csv") and p.is_file())
        if not path.is_relative_to(project.folder("articles")):
            return
        for article in sorted(p for p in path.rglob("*") if p.is_file()):
            yield from _catalogs_of(article, project)
    elif not path.exists():
        raise ProjectError(
            "there is no such file; name a catalog, a glossary, an article or a folder", path=project.shown(path)
        )
    elif path.suffix.lower() in (".po", ".csv"):
        yield path
    else:
        found = list(_catalogs_of(path, project))
        if not found:
            reason = f"is an article without a catalog; make one with: l10n translate {project.shown(path)}"
            raise ProjectError(reason, path=project.shown(path))
        yield from found


def _catalogs_of(article: Path, project: Project) -> Iterator[Path]:
    slug = project.slug(article)
    for locale in project.locales:
        path = project.catalog_path(locale, slug)
        if path.is_file():
            yield path


_BENCH: list[tuple[Bench, Project]] = []
"""The bench of this process; forked children find it here."""


def _judge_all(paths: Sequence[Path], project: Project, bench: Bench) -> list[Judged]:
    """Every catalog judged, in order; many catalogs by as many processes as there are cores.

    The locales of one article follow each other, since they share its terms.
    """
    gc.freeze()  # what is loaded stays; looking through it again and again costs a tenth of the time
    order = sorted(paths, key=lambda path: (path.name, str(path)))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    _BENCH[:] = [(bench, project)]
    if len(order) < MANY or cores < 2:
        return [_judge(path) for path in order]
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_all_start_methods, get_context

    if "fork" not in get_all_start_methods():
        return [_judge(path) for path in order]

    size = max(1, min(64, len(order) // (cores * 3)))
    with ProcessPoolExecutor(cores, get_context("fork")) as pool:
        return list(pool.map(_judge, order, chunksize=size))


def _judge(path: Path) -> Judged:
    bench, project = _BENCH[0]
    return judge(path, shown(path, project), bench)
