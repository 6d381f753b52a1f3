"""``l10n segment``: the segments of an article, and the rule that made each boundary."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.commands.console import print_json, stdout

if TYPE_CHECKING:
    from l10n.model import Document, Segment
    from l10n.segment import Boundary


def segment(
    article: Annotated[Path, typer.Argument(help="A text, Markdown or HTML file.", show_default=False)],
    explain: Annotated[bool, typer.Option("--explain", help="Name the rule that made each boundary.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for another program.")] = False,
) -> None:
    """The segments of an article, and with --explain the rule that made each boundary."""
    from l10n import formats, segment

    document = formats.read(article)
    found = segment.segments(document)
    boundaries = segment.explain(document) if explain else ()
    if as_json:
        print_json(_data(found, boundaries, explain=explain))
        return
    out = stdout()
    for part in found:
        out.print(f"{part.line:>5}  {part.role:<11}  {part.source}")
        for boundary in _inside(document, part, boundaries):
            out.print(_explained(boundary), style="dim")


def _inside(document: Document, part: Segment, boundaries: tuple[Boundary, ...]) -> list[Boundary]:
    """The boundaries decided in a segment, with the one that ended it: the first after it in the same span."""
    end = document.spans[part.span].end
    inside = [b for b in boundaries if part.start < b.offset < end]
    last = next((index for index, b in enumerate(inside) if b.split and b.offset >= part.end), None)
    return [b for b in inside[: None if last is None else last + 1] if b.split or b.offset < part.end]


def _explained(boundary: Boundary) -> str:
    sign = "|" if boundary.split else "+"
    return f"{'':>20}{sign} {boundary.rule}: {boundary.before[-16:]} {sign} {boundary.after[:16]}"


def _data(found: tuple[Segment, ...], boundaries: tuple[Boundary, ...], *, explain: bool) -> dict[str, object]:
    data: dict[str, object] = {
        "segments": [
            {"text": s.text, "start": s.start, "end": s.end, "role": s.role.value, "line": s.line} for s in found
        ]
    }
    if explain:
        data["boundaries"] = [
            {"offset": b.offset, "line": b.line, "split": b.split, "rule": b.rule, "before": b.before, "after": b.after}
            for b in boundaries
        ]
    return data
