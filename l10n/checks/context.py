"""What a check sees of a unit, and what it says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from l10n.checks.rules import rule
from l10n.languages import base
from l10n.model import Finding, Severity, Syntax, Unit

LANGUAGE_NAMES = {"ru": "Russian", "az": "Azerbaijani"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What one check found in one pair of texts."""

    check: str
    what: str
    """What is wrong and what was expected, a sentence without the full stop."""
    fix: str = ""
    """What to do, a sentence; empty where ``what`` says it."""
    span: tuple[int, int] | None = None
    """In ``Pair.target``."""
    severity: Severity | None = None
    """Where this case is less grave than its check usually is."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A source text and its translation; ``source`` and ``target`` are without markup, the raw ones are with it."""

    source: str
    target: str
    locale: str
    syntax: Syntax = Syntax.TEXT
    raw_source: str = ""
    raw_target: str = ""
    offsets: tuple[int, ...] = ()
    """Place in ``raw_target`` of each character of ``target``; empty where they are the same."""
    role: str = ""

    @property
    def language(self) -> str:
        """The locale without script and region: ``ru``."""
        return base(self.locale)

    @property
    def language_name(self) -> str:
        return LANGUAGE_NAMES.get(self.language, self.locale)


PairCheck = Callable[[Pair], Iterator[Problem]]


def pair(source: str, target: str, locale: str, *, syntax: Syntax = Syntax.TEXT, role: str = "") -> Pair:
    """The two texts with their markup taken away."""
    if syntax is Syntax.TEXT:
        return Pair(source, target, locale, syntax, source, target, (), role)
    from l10n.formats import inline

    clean_source, _ = inline.plain(source, syntax)
    clean_target, offsets = inline.plain(target, syntax)
    return Pair(clean_source, clean_target, locale, syntax, source, target, tuple(offsets), role)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit stands."""

    path: str
    line: int
    locale: str
    unit: Unit


def waive_hint(check: str) -> str:
    """How to keep a finding in a catalog; the text report prints it once instead of at every finding."""
    return f" If it is right here, add the translator comment “l10n-ignore: {check} - reason” to the entry."


def finding(problem: Problem, place: Place, pair: Pair | None = None) -> Finding:
    """The problem with its place; the message says what, what to do, and how to waive."""
    message = sentence(problem.what) + (f" {sentence(problem.fix)}" if problem.fix else "") + waive_hint(problem.check)
    span = problem.span
    if span is not None and pair is not None and pair.offsets:
        start, end = span
        last = min(max(end - 1, 0), len(pair.offsets) - 1)
        span = pair.offsets[min(start, len(pair.offsets) - 1)], pair.offsets[last] + 1
    return Finding(
        check=problem.check,
        severity=problem.severity or rule(problem.check).severity,
        path=place.path,
        line=place.line,
        message=message,
        locale=place.locale,
        source=place.unit.source,
        target=place.unit.target,
        span=span,
    )


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!", "”.", "».")) else ".")


def quote(text: str, locale: str = "en") -> str:
    """A piece of text in quotation marks, shortened in the middle."""
    text = " ".join(text.split())
    if len(text) > 80:
        text = f"{text[:50].rstrip()} ... {text[-20:].lstrip()}"
    return f"«{text}»" if base(locale) in ("ru", "az") else f"“{text}”"
