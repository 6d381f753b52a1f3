"""Glossary, catalogs and articles judged: ordered tuples of check functions that yield findings.

``doubts`` is the short way for one pair of texts; ``run.check`` and ``source.lint`` are the long ones.
"""

from __future__ import annotations

from l10n.checks.quality import doubts

__all__ = ["doubts"]
