"""All verbs, in the order of the work."""

from __future__ import annotations

from l10n.commands import app
from l10n.commands.assemble import assemble
from l10n.commands.init import init
from l10n.commands.preview import preview
from l10n.commands.status import status
from l10n.commands.translate import translate

__all__ = ["app"]

app.command()(init)
app.command()(translate)
app.command()(status)
app.command()(preview)
app.command()(assemble)
