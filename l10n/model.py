"""The nouns every stage shares: frozen, no I/O, no third party.

Offsets are in characters of the decoded text, half-open; lines are 1-based.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Role(StrEnum):
    """What a stretch of prose is in its article."""

    HEADLINE = "headline"
    HEADING = "heading"
    BYLINE = "byline"
    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    TABLE_CELL = "table-cell"
    TITLE = "title"
    DESCRIPTION = "description"
    ALT = "alt"


class Syntax(StrEnum):
    """How the characters of a span are to be read: which inline marks and which escapes it can hold."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    ATTRIBUTE = "attribute"
    """An HTML attribute value: character references, no tags."""
    YAML_PLAIN = "yaml-plain"
    YAML_SINGLE = "yaml-single"
    YAML_DOUBLE = "yaml-double"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of prose in a document: one paragraph, heading, list item, attribute or front-matter value."""

    start: int
    end: int
    role: Role
    syntax: Syntax = Syntax.TEXT
    breaks: tuple[tuple[int, int], ...] = ()
    """Soft line breaks inside the span, ascending: the line end with the indentation, `>` marks or blanks around it.
    Each reads as one space in translation; document offsets."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article exactly as it was; what no span covers is copied through."""

    path: Path
    text: str
    spans: tuple[Span, ...]
    """Ascending, not overlapping, none empty or blank."""
    bom: bool = False
    """The file began with a UTF-8 byte order mark; ``text`` is without it."""
    declared: tuple[tuple[int, int], ...] = ()
    """Where it names its own language (``<html lang="en">``, ``lang: en``); ascending, outside all spans."""
    labels: frozenset[str] = frozenset()
    """Of the links that it defines once (``[survey]: https://...``), in lower case."""


class MarkKind(StrEnum):
    OPEN = "open"
    CLOSE = "close"
    SOLO = "solo"


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline markup inside a string: an HTML tag, a Markdown emphasis run, a link's `](url)`, code, a footnote mark."""

    start: int
    end: int
    kind: MarkKind
    pair: int
    """Number shared by the OPEN and the CLOSE of one pair; a SOLO has a number of its own."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The slice of ``Document.text`` that is translated as one."""

    text: str
    start: int
    end: int
    role: Role
    line: int
    source: str
    """``text`` with soft breaks as single spaces, in attributes and front matter escapes resolved, and in Markdown the
    label of a link that is its own label (``[survey]``) written out (``[survey][survey]``): the msgid."""
    syntax: Syntax = Syntax.TEXT
    span: int = 0
    """Index of its span in ``Document.spans``: segments of one paragraph share it."""


class State(StrEnum):
    UNTRANSLATED = "untranslated"
    NEEDS_REVIEW = "needs-review"
    REVIEWED = "reviewed"
    OBSOLETE = "obsolete"


class Origin(StrEnum):
    HUMAN = "human"
    MEMORY = "memory"
    ENGINE = "engine"


@dataclass(frozen=True, slots=True)
class Unit:
    """One source text and its translation in one catalog; keyed by ``(source, context)``."""

    source: str
    context: str = ""
    """The role, and only where one source text occurs in two roles."""
    target: str = ""
    state: State = State.UNTRANSLATED
    origin: Origin | None = None
    """``None`` where there is no target, or nobody recorded where it came from (which counts as human)."""
    score: float | None = None
    """Memory: similarity 0..1. Engine: mean log probability per target token (<= 0, near 0 is sure)."""
    references: tuple[str, ...] = ()
    """``articles/x.txt:12``"""
    notes: tuple[str, ...] = ()
    """What l10n tells the translator, one line each, as ``kind: text`` (context, glossary, doubt, ...)."""
    comment: str = ""
    """The translator's own comment; never touched."""
    previous_source: str = ""
    maker: str = ""
    """Engine and package, or the catalog a memory match came from."""
    pristine: bool = False
    """The target is still, to the letter, what the machine wrote; only such a target may a refresh replace."""
    flags: tuple[str, ...] = ()
    """PO flags other than ``fuzzy``, kept as they are; an obsolete unit that still needs review has ``fuzzy`` here."""

    @property
    def key(self) -> tuple[str, str]:
        return self.source, self.context


class Status(StrEnum):
    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"


class Kind(StrEnum):
    PERSON = "person"
    TITLE = "title"
    PLACE = "place"
    ORGANIZATION = "organization"
    TERM = "term"
    KEEP = "keep"
    """Not translated: the target is the source."""


PROPER = (Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION, Kind.KEEP)
"""Kinds whose terms begin with a capital letter wherever they stand, and have few look-alikes among common words."""


class Gender(StrEnum):
    MASCULINE = "m"
    FEMININE = "f"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Term:
    text: str
    locale: str
    status: Status = Status.PREFERRED


@dataclass(frozen=True, slots=True)
class Concept:
    """One row of a glossary file."""

    id: str
    """The preferred English term; unique in a glossary together with ``kind``."""
    kind: Kind
    gender: Gender
    terms: tuple[Term, ...]
    note: str = ""
    exact: bool = False
    """The English match is case-sensitive."""
    path: str = ""
    line: int = 0

    def targets(self, locale: str, *statuses: Status) -> tuple[Term, ...]:
        """Terms of a locale, preferred first; all but the forbidden unless statuses are named."""
        wanted = statuses or (Status.PREFERRED, Status.ADMITTED)
        return tuple(t for t in self.terms if t.locale == locale and t.status in wanted)

    def preferred(self, locale: str) -> str | None:
        """The target to write; for ``keep`` the English term itself."""
        if self.kind is Kind.KEEP:
            return self.terms[0].text
        return next((t.text for t in self.terms if t.locale == locale and t.status is Status.PREFERRED), None)


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A concept found in a source text."""

    concept: Concept
    start: int
    end: int
    surface: str
    """The characters found, without a possessive 's."""


@dataclass(frozen=True, slots=True)
class Form:
    """One occurrence of a form of a term in a target text."""

    start: int
    end: int
    text: str
    cases: tuple[str, ...] = ()
    """Keys the form can stand for, as in ``Language.forms``: ``gen``, ``ins.pl``, ``dat.poss``; best guess first."""


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong that does not stop the run."""

    check: str
    """Stable kebab-case id."""
    severity: Severity
    path: str
    line: int
    message: str
    """What is wrong, which form was expected, how to fix or waive it; for a reader who does not know the tool."""
    locale: str = ""
    source: str = ""
    target: str = ""
    span: tuple[int, int] | None = None
    """Where in the target (or, for source checks, in the source), in characters."""


@dataclass(frozen=True, slots=True)
class Link:
    """A word of the source and the word of the target it became, in characters of the two texts."""

    source: tuple[int, int]
    target: tuple[int, int]
    weight: float


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation an engine proposes."""

    text: str
    score: float
    """Mean log probability per target token, <= 0; 0.0 where the engine has none."""
    links: tuple[Link, ...] = ()
    """Word alignment from attention, by target position; empty where the package ships none."""


@dataclass(frozen=True, slots=True)
class Translation:
    """What an engine says of one source text."""

    source: str
    hypotheses: tuple[Hypothesis, ...]
    """Best first, at least one."""
    doubts: tuple[str, ...] = ()
    """Plain words for the reviewer: repetition, copied source, empty output."""

    @property
    def best(self) -> Hypothesis:
        return self.hypotheses[0]
