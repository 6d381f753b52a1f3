"""A self-contained page that shows an article beside its translations, with what still needs a reviewer's eye."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from l10n import markup
from l10n.languages import language
from l10n.model import Role, Segment, State, Syntax, TermMatch, Unit

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --warn: #b45309; --none: #b91c1c; --done: #15803d; --term: #1d4ed8; }
@media (prefers-color-scheme: dark) { :root { --warn: #fbbf24; --none: #f87171; --done: #4ade80; --term: #93c5fd; } }
* { box-sizing: border-box; }
body { font: 16px/1.55 Georgia, "Times New Roman", serif; margin: 0 auto; max-width: 1500px; padding: 1.5rem; }
header, .role, th, .doubts, footer { font-family: system-ui, sans-serif; }
header h1 { font-size: 1.1rem; margin: 0; } header p { margin: .3rem 0 1.2rem; font-size: .9rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th { position: sticky; top: 0; background: Canvas; text-align: left; font-size: .85rem; padding: .5rem .8rem;
  border-bottom: 2px solid var(--line); }
td { vertical-align: top; padding: .55rem .8rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
th:first-child, td:first-child { width: 6.5rem; } .role { font-size: .72rem; opacity: .65; }
.headline td, .title td { font-size: 1.35rem; font-weight: bold; line-height: 1.3; } .lead td { font-weight: 600; }
.heading td { font-weight: bold; } .byline td, .caption td { font-style: italic; }
.headline .role, .title .role, .heading .role, .lead .role, .byline .role, .caption .role
  { font-size: .72rem; font-weight: normal; font-style: normal; }
.needs-review { text-decoration: underline wavy var(--warn) 1px; text-underline-offset: .25em; }
.untranslated, .stale { color: var(--none); }
.term { border-bottom: 1px dotted var(--term); cursor: help; }
.doubts { margin: .35rem 0 0; padding: 0 0 0 1.1rem; font-size: .8rem; color: var(--warn); font-weight: normal;
  font-style: normal; }
.key span { margin-right: 1.2rem; } .done { color: var(--done); }
@media (max-width: 800px) { td:first-child, th:first-child { display: none; } body { padding: .5rem; } }
@media print { th { position: static; } body { font-size: 10pt; max-width: none; } tr { break-inside: avoid; } }
"""


def page(
    title: str,
    segments: Sequence[Segment],
    units: Mapping[str, Mapping[tuple[str, str], Unit]],
    matches: Mapping[tuple[str, str], tuple[TermMatch, ...]],
    *,
    source: str,
) -> str:
    """The HTML of a page. ``units``: live units by key, by locale; ``matches``: glossary terms of each source text."""
    rows = [
        _row([*paragraph], units, matches, source=source)
        for _, paragraph in groupby(segments, key=lambda segment: segment.span)
    ]
    names = [language(locale).name for locale in units]
    heads = "".join(f"<th>{escape(name)}</th>" for name in ("", "English" if source == "en" else source, *names))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(source)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header><h1>{escape(title)}</h1>\n<p>{_progress(segments, units)}</p>\n"
        '<p class="key"><span class="needs-review">not reviewed yet</span>'
        '<span class="untranslated">no translation yet</span><span class="term">glossary term</span></p></header>\n'
        f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n"
        + "\n".join(rows)
        + "\n</tbody>\n</table>\n</body>\n</html>\n"
    )


def _progress(segments: Sequence[Segment], units: Mapping[str, Mapping[tuple[str, str], Unit]]) -> str:
    parts = []
    for locale, own in units.items():
        found = [_unit(segment, own) for segment in segments]
        reviewed = sum(unit is not None and unit.state is State.REVIEWED for unit in found)
        done = ' class="done"' if reviewed == len(found) else ""
        parts.append(f"<span{done}>{escape(language(locale).name)}: {reviewed} of {len(found)} reviewed</span>")
    return " · ".join(parts)


def _row(
    paragraph: Sequence[Segment],
    units: Mapping[str, Mapping[tuple[str, str], Unit]],
    matches: Mapping[tuple[str, str], tuple[TermMatch, ...]],
    *,
    source: str,
) -> str:
    role = paragraph[0].role
    cells = " ".join(_source(segment, matches) for segment in paragraph)
    columns = [
        f'<td class="role">{"" if role is Role.BODY else escape(role)}</td>',
        f'<td lang="{source}">{cells}</td>',
    ]
    for locale, own in units.items():
        targets = " ".join(_target(segment, _unit(segment, own)) for segment in paragraph)
        columns.append(f'<td lang="{escape(locale)}">{targets}{_doubts(paragraph, own)}</td>')
    return f'<tr class="{escape(role)}">{"".join(columns)}</tr>'


def _unit(segment: Segment, units: Mapping[tuple[str, str], Unit]) -> Unit | None:
    return units.get((segment.source, segment.role)) or units.get((segment.source, ""))


def _source(segment: Segment, matches: Mapping[tuple[str, str], tuple[TermMatch, ...]]) -> str:
    """The clean source text with its glossary terms marked."""
    text = markup.strip(segment.source, segment.syntax).text
    found = matches.get((segment.source, segment.role)) or matches.get((segment.source, "")) or ()
    pieces, done = [], 0
    for match in found:
        targets = ", ".join(f"{term.locale}: {term.text}" for term in match.concept.terms if term.locale != "en")
        inner = f'<span class="term" title="{escape(targets)}">{escape(text[match.start : match.end])}</span>'
        pieces += [escape(text[done : match.start]), inner]
        done = match.end
    return "".join([*pieces, escape(text[done:])])


def _target(segment: Segment, unit: Unit | None) -> str:
    if unit is None or not unit.target:
        state = "stale" if unit is None else "untranslated"
        return f'<span class="{state}">{escape(markup.strip(segment.source, segment.syntax).text)}</span>'
    text = escape(markup.strip(unit.target, _syntax(segment)).text)
    return text if unit.state is State.REVIEWED else f'<span class="{unit.state.value}">{text}</span>'


def _syntax(segment: Segment) -> Syntax:
    return segment.syntax if segment.syntax in (Syntax.HTML, Syntax.MARKDOWN) else Syntax.TEXT


def _doubts(paragraph: Sequence[Segment], units: Mapping[tuple[str, str], Unit]) -> str:
    items = [f"<li>{escape(doubt)}</li>" for segment in paragraph for doubt in _open_doubts(_unit(segment, units))]
    return f'<ul class="doubts">{"".join(items)}</ul>' if items else ""


def _open_doubts(unit: Unit | None) -> Iterator[str]:
    if unit is not None and unit.state is not State.REVIEWED:
        yield from (note.removeprefix("doubt: ") for note in unit.notes if note.startswith("doubt: "))
