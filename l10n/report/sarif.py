"""SARIF 2.1.0 (OASIS), for code scanning: one run, the rules that occur, a fingerprint that survives moved lines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from l10n import __version__
from l10n.checks.baseline import fingerprint
from l10n.checks.rules import rule
from l10n.model import Finding, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(findings: Sequence[Finding]) -> str:
    """The SARIF log of one run."""
    ids = sorted({finding.check for finding in findings})
    seen: Counter[str] = Counter()
    results = []
    for finding in findings:
        key = fingerprint(finding)
        seen[key] += 1
        results.append(_result(finding, ids.index(finding.check), f"{key}:{seen[key]}"))
    driver = {
        "name": "l10n",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(id) for id in ids],
    }
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(id: str) -> dict[str, Any]:
    known = rule(id)
    return {
        "id": id,
        "shortDescription": {"text": f"{known.title}."},
        "help": {"text": known.help},
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
    }


def _result(finding: Finding, index: int, key: str) -> dict[str, Any]:
    properties = {
        k: v for k, v in (("locale", finding.locale), ("source", finding.source), ("target", finding.target)) if v
    }
    location = {
        "artifactLocation": {"uri": quote(finding.path)},
        "region": {"startLine": max(finding.line, 1)},
    }
    return {
        "ruleId": finding.check,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"l10n/v1": key},
        "properties": properties,
    }
