"""Workflow commands that GitHub shows as annotations at the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.checks.rules import rule
from l10n.model import Finding, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(findings: Sequence[Finding]) -> str:
    """One ``::error file=,line=,title=::message`` per finding."""
    return "".join(
        f"::{_LEVELS[f.severity]} file={_property(f.path)},line={max(f.line, 1)},"
        f"title={_property(f'{f.check}: {rule(f.check).title}')}::{_data(f.message)}\n"
        for f in findings
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
