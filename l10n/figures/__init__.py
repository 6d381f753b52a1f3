"""The figures of a machine draft: repair them, say which are missing, write those that need no engine.

``english`` finds the figures of the source, ``values`` reads what figures are worth, ``numerals``, ``dates``,
``weekdays``, ``times``, ``money`` and ``scores`` know how the target writes them, ``verbatim`` what stays to the
letter; ``digits`` holds the numbers of both texts against each other.
"""

from l10n.figures.repair import lost, missing, repair
from l10n.figures.standalone import standalone

__all__ = ["lost", "missing", "repair", "standalone"]
