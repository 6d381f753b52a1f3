"""``l10n glossary``: look terms up, see their case forms, bring glossaries in and out, propose new rows."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from l10n.commands.console import DONE, FINDINGS, print_json, stderr, stdout, talk
from l10n.errors import ExchangeError, GlossaryError, L10nError
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
_FORMATS = ("csv", "tbx", "weblate", "deepl", "pontoon")


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


@glossary.command("export")
def export(
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where to write; standard output otherwise.")
    ] = None,
    format_: Annotated[str | None, typer.Option("--format", help=", ".join(_FORMATS) + ".")] = None,
    to: Annotated[str | None, typer.Option("--to", help="The locale of a two-column file.")] = None,
) -> None:
    """The project's glossary as one file, for another tool."""
    from l10n.project import Project

    project = Project.locate()
    chosen = _format(format_, output)
    if to is not None:
        project.choose_locales([to])
    text = _exported(_loaded(project), project, chosen, to)
    if output is None:
        sys.stdout.buffer.write(text.encode())
        return
    _write(output, text)
    talk(f"{output}: {chosen}")


def _exported(terms: Glossary, project: Project, chosen: str, to: str | None) -> str:
    from l10n.report.tbx import write_tbx
    from l10n.report.termcsv import Dialect, write_glossary, write_pairs

    waivers = {i: " ".join(map(str, found)) for i, c in enumerate(terms.concepts) if (found := terms.waivers_of(c))}
    if chosen == "csv":
        return write_glossary(terms.concepts, project.locales, waivers)
    if chosen == "tbx":
        return write_tbx(terms.concepts, waivers)
    if to is None:
        raise ExchangeError(f"a {chosen} file holds one language; name it: --to {' or --to '.join(project.locales)}")
    return write_pairs(terms.concepts, to, Dialect(chosen))


@glossary.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A TBX or CSV file.")],
    into: Annotated[
        Path | None, typer.Option("--into", help="The glossary to fill; glossaries/<name>.csv otherwise.")
    ] = None,
    format_: Annotated[str | None, typer.Option("--format", help=", ".join(_FORMATS) + ".")] = None,
    to: Annotated[str | None, typer.Option("--to", help="The target locale of a two-column file.")] = None,
) -> None:
    """Bring a glossary in: new concepts are added, empty cells filled, and nothing that is there is changed."""
    from l10n.glossary import load
    from l10n.glossary.merge import merge
    from l10n.project import Project
    from l10n.report.termcsv import write_glossary

    project = Project.locate()
    incoming = _incoming(file, _format(format_, file), to)
    target = into or project.folder("glossaries") / f"{file.stem}.csv"
    here = load([target]) if target.exists() else load([])
    unread = next((f for f in here.findings if f.check == "glossary-column"), None)
    if unread is not None:
        raise ExchangeError(f"would be lost: {unread.message}; import into another file", path=target, line=unread.line)
    others = load([path for path in project.glossary_files() if path.absolute() != target.absolute()])
    elsewhere = merge(others.concepts, ())
    known = {(t.text, c.kind) for c in elsewhere.concepts for t in c.targets("en")}
    fresh = [concept for concept in incoming if (concept.id, concept.kind) not in known]
    result = merge(here.concepts, fresh)
    clashes = (*merge(others.concepts, [c for c in incoming if (c.id, c.kind) in known]).clashes, *result.clashes)
    if result.added or result.filled:
        waivers = {i: " ".join(map(str, found)) for i, c in enumerate(here.concepts) if (found := here.waivers_of(c))}
        target.parent.mkdir(parents=True, exist_ok=True)
        _write(target, write_glossary(result.concepts, project.locales, waivers))
    for clash in clashes:
        where = f"{clash.concept.path}:{clash.concept.line}"
        talk(f"{where}: {clash.concept.id!r} stays {clash.ours!r} ({clash.locale}); the file has {clash.theirs!r}")
    skipped = len(incoming) - len(fresh)
    stderr().print(
        f"{target}: {len(result.added)} added, {len(result.filled)} filled in, {skipped} in other glossaries, "
        f"{len(clashes)} not taken over"
    )
    raise typer.Exit(FINDINGS if clashes else DONE)


def _incoming(file: Path, chosen: str, to: str | None) -> tuple[Concept, ...]:
    from l10n.glossary import load
    from l10n.report.tbx import read_tbx
    from l10n.report.termcsv import Dialect, read_pairs

    if chosen == "tbx":
        return read_tbx(file)
    if chosen == "csv":
        try:
            return load([file]).concepts
        except GlossaryError as error:
            hint = "; a two-column file needs --format weblate, deepl or pontoon" if "'term'" in error.reason else ""
            raise ExchangeError(error.reason + hint, path=file, line=error.line) from None
    return read_pairs(file, Dialect(chosen), to)


def _format(named: str | None, path: Path | None) -> str:
    chosen = named or ("tbx" if path is not None and path.suffix.lower() in (".tbx", ".xml") else "csv")
    if chosen not in _FORMATS:
        raise ExchangeError(f"no format is called {chosen!r}; there are {', '.join(_FORMATS)}")
    return chosen


def _write(path: Path, text: str) -> None:
    """Writes a file in one step, so that a reader never sees half of it."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(text.encode())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise ExchangeError(f"cannot be written: {error.strerror or error}", path=path) from None


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
    sys.stdout.buffer.write(write_rows(found, project.locales).encode())
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
