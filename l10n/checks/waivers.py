"""Findings kept on purpose, each with a reason: in a catalog's translator comments, in articles, in the settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from typing import Any

from l10n.checks.rules import known, rule
from l10n.errors import ProjectError
from l10n.model import Finding

_WAIVER = re.compile(
    r"l10n-ignore:\s*(?P<ids>[a-z][a-z-]*[a-z](?:\s*,\s*[a-z][a-z-]*[a-z])*)\s*(?:(?:\s[-–—]+|:)\s+(?P<reason>.*?))?\s*(?:-->|$)",
    re.M,
)


@dataclass(frozen=True, slots=True)
class Waiver:
    """One ``l10n-ignore: check, check - reason`` and the stretch of lines for which it holds."""

    checks: tuple[str, ...]
    reason: str
    path: str
    line: int
    """Where it stands, or the unit it belongs to."""
    locale: str = ""
    whole_file: bool = False

    def covers(self, finding: Finding) -> bool:
        return (
            finding.check in self.checks
            and finding.path == self.path
            and (self.whole_file or finding.line == self.line)
            and bool(self.reason)
        )


def read(text: str, path: str, line: int, *, locale: str = "", whole_file: bool = False) -> tuple[Waiver, ...]:
    """The waivers in a comment; in a text over many lines each stands on its own line when it is for the whole file."""
    if "l10n-ignore" not in text:
        return ()
    found = []
    for match in _WAIVER.finditer(text):
        checks = tuple(part.strip() for part in match["ids"].split(","))
        at = line + text.count("\n", 0, match.start()) if whole_file else line
        found.append(Waiver(checks, (match["reason"] or "").strip(), path, at, locale, whole_file))
    return tuple(found)


def apply(findings: Iterable[Finding], waivers: Sequence[Waiver]) -> Iterator[Finding]:
    """The findings that nothing waives, and what is wrong with the waivers themselves."""
    used: set[tuple[Waiver, str]] = set()
    by_path: dict[str, list[Waiver]] = {}
    for waiver in waivers:
        by_path.setdefault(waiver.path, []).append(waiver)
    for found in findings:
        reason = next((w for w in by_path.get(found.path, ()) if w.covers(found)), None)
        if reason is None:
            yield found
        else:
            used.add((reason, found.check))
    for waiver in waivers:
        yield from _faults(waiver, used)


def _faults(waiver: Waiver, used: set[tuple[Waiver, str]]) -> Iterator[Finding]:
    if not waiver.reason:
        ids = ", ".join(waiver.checks)
        yield _finding(
            waiver,
            "waiver-reason",
            f"“l10n-ignore: {ids}” has no reason and does not count; write “l10n-ignore: {ids} - why it is right”.",
        )
        return
    for check in waiver.checks:
        if not known(check):
            yield _finding(
                waiver,
                "waiver-reason",
                f"“l10n-ignore: {check}”: no check has this name. Copy the name from the finding you want to keep.",
            )
        elif (waiver, check) not in used:
            yield _finding(waiver, "waiver-unused", f"“l10n-ignore: {check}” has nothing to waive any more. Delete it.")


def _finding(waiver: Waiver, check: str, message: str) -> Finding:
    return Finding(check, rule(check).severity, waiver.path, waiver.line, message, waiver.locale)


@dataclass(frozen=True, slots=True)
class SettingsWaiver:
    """One ``[[check.waive]]`` of the settings: for text files, which have no comments."""

    check: str
    path: str
    source: str
    reason: str

    def covers(self, finding: Finding) -> bool:
        text = f"{finding.source}\n{finding.message}"
        return finding.check == self.check and fnmatch(finding.path, self.path) and self.source in text


def from_settings(settings: Mapping[str, Any], path: str) -> tuple[SettingsWaiver, ...]:
    """The waivers of the settings; ProjectError where one lacks its check or its reason."""
    found = []
    for entry in settings.get("waive", ()):
        if not isinstance(entry, Mapping) or not entry.get("check") or not str(entry.get("reason", "")).strip():
            raise ProjectError(
                "each [[check.waive]] needs a check and a reason (and may have path and source)", path=path
            )
        found.append(
            SettingsWaiver(
                str(entry["check"]), str(entry.get("path", "*")), str(entry.get("source", "")), str(entry["reason"])
            )
        )
    return tuple(found)
