"""What a check of the source sees: the paragraphs of an article without markup, and who and what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from l10n import segment
from l10n.checks.rules import rule
from l10n.checks.vocabulary import is_name
from l10n.formats import inline
from l10n.model import Document, Finding, Role, Syntax

TOP = (Role.HEADLINE, Role.LEAD, Role.DESCRIPTION, Role.TITLE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The sentences of one span as one text."""

    text: str
    role: Role
    sentences: tuple[tuple[int, int], ...]
    """Where each sentence begins in ``text``, and its line in the file."""

    def line(self, offset: int) -> int:
        """The line of the sentence that holds a character."""
        return [line for start, line in self.sentences if start <= offset][-1]


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name where it stands: two words and more, or a capitalised word alone."""

    words: tuple[str, ...]
    paragraph: int
    start: int
    end: int

    @property
    def text(self) -> str:
        return " ".join(self.words)


@dataclass(frozen=True)
class Article:
    """An article to be judged before it is translated."""

    path: str
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every run of capitalised words that are no titles, places, months or sentence openers."""
        return tuple(name for i, paragraph in enumerate(self.paragraphs) for name in _names(i, paragraph))

    @cached_property
    def top(self) -> tuple[int, ...]:
        """The paragraphs that announce the article: headline and lead, or what comes first of its prose."""
        roles = [p.role for p in self.paragraphs]
        top = [i for i, role in enumerate(roles) if role in TOP]
        prose = [i for i, p in enumerate(self.paragraphs) if p.role not in (*TOP, Role.BYLINE) and len(p.text) > 40]
        if Role.LEAD not in roles and prose:
            top.append(prose[0])
        return tuple(sorted(top))

    def finding(self, check: str, message: str, *, paragraph: int, span: tuple[int, int]) -> Finding:
        """A finding at a stretch of a paragraph."""
        text = self.paragraphs[paragraph].text
        starts = [s for s, _ in self.paragraphs[paragraph].sentences]
        first = max(s for s in starts if s <= span[0])
        last = min((s for s in starts if s > span[0]), default=len(text))
        line = self.paragraphs[paragraph].line(span[0])
        source = text[first:last].strip()
        return Finding(
            check,
            rule(check).severity,
            self.path,
            line,
            message,
            source=source,
            span=(span[0] - first, span[1] - first),
        )


def article(document: Document, path: str) -> Article:
    """The article of a document, shown under a path."""
    paragraphs: dict[int, list[tuple[str, int, Role]]] = {}
    for one in segment.segments(document):
        plain = one.source if one.syntax is Syntax.TEXT else inline.plain(one.source, one.syntax)[0]
        paragraphs.setdefault(one.span, []).append((plain.strip(), one.line, one.role))
    return Article(path, tuple(_paragraph(parts) for parts in paragraphs.values()))


def _paragraph(parts: list[tuple[str, int, Role]]) -> Paragraph:
    starts, at = [], 0
    for text, line, _ in parts:
        starts.append((at, line))
        at += len(text) + 1
    return Paragraph(" ".join(text for text, _, _ in parts), parts[0][2], tuple(starts))


_CAPITALISED = re.compile(r"(?<![\w@.])[A-ZƏİÖÜÇŞĞÉÁÓÍ][\w’'-]*[\w](?:(?<=\b\w)\.)?|(?<![\w.])[A-Z]\.")
_JOINERS = re.compile(r"\s+(?:(?:al|bin|ibn|de|da|di|del|van|von|der|la|le|oglu|oghlu|gizi|ogly|kyzy)\s+|al-)?")


def _names(index: int, paragraph: Paragraph) -> Iterator[Name]:
    run: list[re.Match[str]] = []
    for match in _CAPITALISED.finditer(paragraph.text):
        word = bare(match[0])
        if run and not _JOINERS.fullmatch(paragraph.text, run[-1].end(), match.start()):
            yield from _name(index, run)
            run = []
        if is_name(word):
            run.append(match)
        elif run:
            yield from _name(index, run)
            run = []
    yield from _name(index, run)


def bare(word: str) -> str:
    """Without a possessive."""
    return re.sub(r"['’]s?$", "", word)


def _name(index: int, run: list[re.Match[str]]) -> Iterator[Name]:
    words = tuple(bare(match[0]) for match in run)
    if words and any(len(word) > 2 for word in words):
        yield Name(words, index, run[0].start(), run[-1].end())
