"""All verbs, in the order of the work."""

from __future__ import annotations

from l10n.commands import app

__all__ = ["app"]
