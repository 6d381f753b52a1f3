"""``l10n glossary``: look terms up, see their case forms, bring glossaries in and out, propose new rows."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from l10n.commands.console import print_json, put, stdout, talk
from l10n.commands.glossary_exchange import export, import_
from l10n.errors import L10nError
from l10n.model import Gender, Kind

if TYPE_CHECKING:
    from l10n.glossary import Glossary
    from l10n.model import Concept, Segment
    from l10n.project import Project

glossary = typer.Typer(
    help="Look terms up, see their case forms, bring glossaries in and out.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

_Json = Annotated[bool, typer.Option("--json", help="Data for another program.")]
glossary.command("export")(export)
glossary.command("import")(import_)


def _loaded(project: Project) -> Glossary:
    from l10n.glossary import load

    return load(project.glossary_files(), locales=project.locales)


def _segments(article: Path) -> tuple[Segment, ...]:
    from l10n.formats import parse, read
    from l10n.segment import segments

    if str(article) != "-":
        return segments(read(article))
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise L10nError("standard input is not UTF-8") from None
    return segments(parse(Path("stdin.txt"), text))


@glossary.command("find")
def find(
    article: Annotated[Path, typer.Argument(metavar="FILE|-", help="An article, or - for text on standard input.")],
    to: Annotated[list[str] | None, typer.Option("--to", help="Only these locales.")] = None,
    json_: _Json = False,
) -> None:
    """The glossary terms in an article, each with the targets it asks for."""
    from l10n.project import Project

    project = Project.locate()
    locales = project.choose_locales(to)
    terms = _loaded(project)
    segments = _segments(article)
    found = terms.find_all([segment.source for segment in segments])
    rows = [
        {
            "line": segment.line,
            "start": match.start,
            "end": match.end,
            "surface": match.surface,
            "concept": match.concept.id,
            "kind": str(match.concept.kind),
            "targets": {code: list(terms.target_for(match, code)) for code in locales},
            "segment": segment.source,
            "note": match.concept.note,
        }
        for segment, matches in zip(segments, found, strict=True)
        for match in matches
    ]
    if json_:
        print_json({"matches": rows})
        return
    _print_matches(rows, locales)


def _print_matches(rows: list[dict[str, Any]], locales: tuple[str, ...]) -> None:
    if not rows:
        talk("No term of the glossary occurs in this text.")
        return
    lines = []
    for row in rows:
        surface = " ".join(row["surface"].split())
        concept = "" if surface == row["concept"] else f" ({row['concept']})"
        targets = (" | ".join(row["targets"][code]) or "-" for code in locales)
        lines.append((str(row["line"]), surface + concept, row["kind"], *targets))
    _print_table(("line", "English", "kind", *locales), lines)
    talk(f"{len(rows)} terms, {len({row['concept'] for row in rows})} different")


@glossary.command("forms")
def forms(
    term: Annotated[str, typer.Argument(help="A target term in the nominative, or an English term of the glossary.")],
    locale: Annotated[str, typer.Option("--locale", help="ru or az.")],
    kind: Annotated[Kind | None, typer.Option("--kind", help="What the term names.")] = None,
    gender: Annotated[str | None, typer.Option("--gender", help="m or f, for persons.")] = None,
    json_: _Json = False,
) -> None:
    """The case forms of a term, as the checks expect them."""
    from l10n.languages import language

    if gender not in (None, "m", "f"):
        raise L10nError(f"--gender is {gender!r}; it can be m or f")
    term = " ".join(term.split())
    if not term:
        raise L10nError("the term is empty")
    known = _known(term, locale, kind)
    if known is not None:
        term = known.preferred(locale) or term
        kind = kind or known.kind
        gender = gender or known.gender
    table = language(locale).forms(term, kind=kind or Kind.TERM, gender=Gender(gender or ""))
    if json_:
        print_json({"term": term, "locale": locale, "forms": table})
    else:
        _print_forms(table)


def _known(term: str, locale: str, kind: Kind | None) -> Concept | None:
    """The concept of the project that has this English term or this target, if there is one."""
    from l10n.project import Project

    project = Project.locate()
    if not project.glossary_files():
        return None
    return next(
        (
            concept
            for concept in _loaded(project).concepts
            if kind in (None, concept.kind)
            and any(
                t.text == term and t.locale in ("en", locale) for t in concept.targets("en") + concept.targets(locale)
            )
            and concept.preferred(locale) is not None
        ),
        None,
    )


def _print_forms(table: dict[str, str]) -> None:
    cases = list(dict.fromkeys(key.partition(".")[0] for key in table))
    columns = list(dict.fromkeys(key.partition(".")[2] for key in table))
    names = {"": "singular", "pl": "plural", "poss": "possessive", "pl.poss": "plural possessive"}
    lines = [(case, *(table.get(f"{case}.{column}".rstrip("."), "") for column in columns)) for case in cases]
    _print_table(("case", *(names.get(column, column) for column in columns)), lines)


def _print_table(header: tuple[str, ...], lines: list[tuple[str, ...]]) -> None:
    """Columns for a person; tab-separated lines for a pipe, where nothing may be wrapped."""
    console = stdout()
    if not console.is_terminal:
        for line in (header, *lines):
            sys.stdout.write("\t".join(line) + "\n")
        return
    from rich.table import Table

    table = Table(*header, box=None, pad_edge=False)
    for line in lines:
        table.add_row(*line)
    console.print(table)


@glossary.command("suggest")
def suggest(
    articles: Annotated[list[Path], typer.Argument(metavar="ARTICLE...", help="Articles to look through.")],
    json_: _Json = False,
) -> None:
    """Names and titles that no glossary has, with ranked target spellings, as rows to paste; none is approved."""
    from l10n.project import Project
    from l10n.suggest import suggestions, write_rows

    project = Project.locate()
    texts = [segment.source for article in articles for segment in _segments(article)]
    found = suggestions(texts, _loaded(project), locales=project.locales, memory=_memory(project))
    if json_:
        print_json({"suggestions": [suggestion.as_dict() for suggestion in found]})
        return
    if not found:
        talk("Every name in these articles is in the glossary.")
        return
    put(write_rows(found, project.locales))
    talk(f"{len(found)} names; check each row before you paste it into a glossary")


def _memory(project: Project) -> Any:
    """Reviewed (source, target) pairs of a locale, read when first asked for."""
    from functools import cache

    from l10n.catalog import read
    from l10n.model import State

    @cache
    def pairs(locale: str) -> tuple[tuple[str, str], ...]:
        found: list[tuple[str, str]] = []
        for path in project.catalog_files(locale):
            try:
                units = read(path).units
            except L10nError as error:
                talk(f"{error} (left out)")
                continue
            found += ((u.source, u.target) for u in units if u.target and u.state in (State.REVIEWED, State.OBSOLETE))
        return tuple(found)

    return pairs
