"""Findings as a person reads them at a terminal, and as JSON; other formats are in the modules named after them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import groupby
from typing import Any

from l10n.checks.context import waive_hint
from l10n.checks.rules import ORDER
from l10n.model import Finding

FORMATS = ("text", "json", "github", "sarif", "junit")


def render(findings: Sequence[Finding], format: str, *, looked_at: str = "") -> str:
    """The findings in one of ``FORMATS``, ending in a line feed; ``looked_at`` is for the summary of the text."""
    if format == "text":
        return text(findings, looked_at)
    if format == "json":
        return json.dumps(as_json(findings), ensure_ascii=False, indent=2) + "\n"
    renderer: Callable[[Sequence[Finding]], str] = import_module(f"l10n.report.{format}").render
    return renderer(findings)


def as_json(findings: Sequence[Finding]) -> dict[str, Any]:
    """``{"findings": [...], "summary": {...}}`` with the counts by severity and by check."""
    return {"findings": [_row(finding) for finding in findings], "summary": summary(findings)}


def _row(finding: Finding) -> dict[str, Any]:
    row: dict[str, Any] = {
        "check": finding.check,
        "severity": finding.severity.value,
        "path": finding.path,
        "line": finding.line,
        "locale": finding.locale,
        "source": finding.source,
        "target": finding.target,
        "message": finding.message,
    }
    if finding.span is not None:
        row["span"] = list(finding.span)
    return row


def summary(findings: Sequence[Finding]) -> dict[str, Any]:
    """Totals: ``{"total", "error", "warning", "info", "checks": {id: count}}``."""
    by_severity = Counter(finding.severity for finding in findings)
    checks = Counter(finding.check for finding in findings)
    counts = {severity.value: by_severity[severity] for severity in reversed(ORDER)}
    return {"total": len(findings), **counts, "checks": dict(sorted(checks.items()))}


def text(findings: Sequence[Finding], looked_at: str = "") -> str:
    """The findings by file, each with the text it is about, and a last line that counts them."""
    blocks = []
    for path, group in groupby(findings, key=lambda f: f.path):
        lines = [path]
        for finding in group:
            lines += _lines(finding)
        blocks.append("\n".join(lines))
    if any(finding.message.endswith(waive_hint(finding.check)) for finding in findings):
        blocks.append("To keep a finding, add the translator comment “l10n-ignore: check - reason” to its entry.")
    blocks.append(_last_line(findings, looked_at))
    return "\n\n".join(blocks) + "\n"


def _lines(finding: Finding) -> list[str]:
    message = finding.message.removesuffix(waive_hint(finding.check))
    lines = [f"  {finding.line}: {finding.severity.value}: {message} [{finding.check}]"]
    if finding.target:
        lines.append(f"      {_marked(finding)}")
    elif finding.source:
        lines.append(f"      {_cut(finding.source)}")
    return lines


def _marked(finding: Finding) -> str:
    """The target, with the place in question between >>> and <<<."""
    if finding.span is None:
        return _cut(finding.target)
    start, end = finding.span
    before, here, after = finding.target[:start], finding.target[start:end], finding.target[end:]
    before = before if len(before) <= 50 else "..." + before[-47:]
    after = after if len(after) <= 50 else after[:47] + "..."
    return _one_line(f"{before}>>>{here}<<<{after}")


def _cut(text: str) -> str:
    line = _one_line(text)
    return line if len(line) <= 110 else line[:107] + "..."


def _one_line(text: str) -> str:
    return text.replace("\n", "\\n").replace("\t", "\\t")


def _last_line(findings: Sequence[Finding], looked_at: str) -> str:
    counts = summary(findings)
    names = (("error", "error"), ("warning", "warning"), ("info", "note"))
    parts = [f"{counts[key]} {name}{'' if counts[key] == 1 else 's'}" for key, name in names if counts[key]]
    where = f" in {looked_at}" if looked_at else ""
    return (", ".join(parts) if parts else "Nothing found") + where + "."
