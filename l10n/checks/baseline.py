"""The findings an old project starts with: kept in a file, they do not fail; new ones do."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from l10n.errors import ProjectError
from l10n.model import Finding

VERSION = 1


def fingerprint(finding: Finding) -> str:
    """16 hex digits that stay when lines move: check, file, locale, source and target; without those, the message."""
    texts = (finding.source, finding.target) if finding.source or finding.target else (finding.message, "")
    parts = (finding.check, finding.path, finding.locale, *texts)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def dump(findings: Sequence[Finding]) -> str:
    """The baseline file of these findings: one readable line each, sorted."""
    counts = Counter(fingerprint(f) for f in findings)
    rows = {
        fingerprint(f): {"check": f.check, "path": f.path, "locale": f.locale, "count": counts[fingerprint(f)]}
        for f in findings
    }
    ordered = dict(sorted(rows.items(), key=lambda item: (item[1]["path"], item[1]["check"], item[0])))
    lines = ",\n".join(f"    {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in ordered.items())
    body = f"{{\n{lines}\n  }}" if lines else "{}"
    return f'{{\n  "l10n-baseline": {VERSION},\n  "findings": {body}\n}}\n'


def load(path: Path) -> Counter[str]:
    """How often each fingerprint is known; ProjectError where the file is missing or something else."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["l10n-baseline"] != VERSION:
            raise ProjectError("is a baseline of another version; write it again with --write-baseline", path=path)
        return Counter({key: int(row["count"]) for key, row in data["findings"].items()})
    except FileNotFoundError:
        raise ProjectError(
            "there is no such baseline; make it with: l10n check --write-baseline FILE", path=path
        ) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ProjectError(
            "is not a baseline of l10n check; write it again with --write-baseline", path=path
        ) from error


def new(findings: Sequence[Finding], known: Counter[str]) -> tuple[Finding, ...]:
    """The findings beyond those known."""
    left = Counter(known)
    fresh = []
    for finding in findings:
        key = fingerprint(finding)
        if left[key] > 0:
            left[key] -= 1
        else:
            fresh.append(finding)
    return tuple(fresh)
