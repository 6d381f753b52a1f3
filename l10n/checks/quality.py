"""A translation against its source: the checks that need no glossary, in the order a reviewer reads them."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks.context import Pair, PairCheck, Problem, pair
from l10n.checks.keepers import markup, placeholders
from l10n.checks.numbers import numbers
from l10n.checks.typography import mixed_script, punctuation, quotes, spacing
from l10n.checks.wording import length, negation, repetition, untranslated
from l10n.model import Syntax

QUALITY: tuple[PairCheck, ...] = (
    numbers,
    placeholders,
    markup,
    mixed_script,
    untranslated,
    negation,
    punctuation,
    quotes,
    spacing,
    repetition,
    length,
)

DOUBTS: tuple[PairCheck, ...] = (
    untranslated,
    placeholders,
    mixed_script,
    negation,
    repetition,
    length,
)
"""What makes a machine's draft doubtful; spaces are the reviewer's, numbers are repaired
or doubted by `figures`, and marks put back or doubted by `markup`."""


def problems(subject: Pair) -> Iterator[Problem]:
    """Everything the checks find in one pair of texts; nothing where there is no translation."""
    if subject.target.strip():
        for check in QUALITY:
            yield from check(subject)


def doubts(source: str, target: str, locale: str, *, syntax: Syntax = Syntax.TEXT) -> tuple[str, ...]:
    """What to look at in a machine's draft: plain clauses, the gravest first; empty when all is well."""
    if not target.strip():
        return ("the engine gave no text",) if source.strip() else ()
    subject = pair(source, target, locale, syntax=syntax)
    return tuple(dict.fromkeys(problem.what for check in DOUBTS for problem in check(subject)))
