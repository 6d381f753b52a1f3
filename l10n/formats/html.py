"""HTML: block elements are paragraphs; alt, title and description attributes and ``<title>`` are prose too.

Scripts, styles, code, comments and what is marked ``translate="no"`` are copied through. An ``alt`` or ``title`` of a
tag in the middle of a sentence stays inside that sentence's markup, where a translator can reach it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from l10n.formats import inline, roles
from l10n.formats.tags import INLINE, RAW, VOID, Attribute, Token, TokenKind, partners, tokens
from l10n.formats.trim import trim, unwrap
from l10n.model import Role, Span, Syntax

_ROLES = {
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "summary", "legend"), Role.HEADING),
    **dict.fromkeys(("figcaption", "caption"), Role.CAPTION),
    **dict.fromkeys(("li", "dd", "dt"), Role.LIST_ITEM),
    **dict.fromkeys(("td", "th"), Role.TABLE_CELL),
    "h1": Role.HEADLINE,
    "blockquote": Role.QUOTATION,
}
_CLASSES = {
    **dict.fromkeys(("byline", "author", "by-line", "article-byline", "article-author"), Role.BYLINE),
    **dict.fromkeys(("lead", "lede", "standfirst", "dek", "intro", "article-lead"), Role.LEAD),
    **dict.fromkeys(("headline", "entry-title", "article-title"), Role.HEADLINE),
    **dict.fromkeys(("caption", "credit", "photo-caption", "wp-caption-text"), Role.CAPTION),
}
_WHOLE = frozenset(("html", "body", "main", "article"))
"""Elements whose language is that of the article."""
_META = frozenset(("description", "og:description", "twitter:description", "og:title", "twitter:title"))
_CLOSES_ITSELF = frozenset(("p", "li", "td", "th", "tr", "dt", "dd", "option"))
_BREAK = re.compile(r"[ \t]*(?:\r\n|[\n\r\f])[ \t\r\n\f]*")
_PARAGRAPH_BREAK = re.compile(r"(?:<br\b[^<>]*>\s*){2,}", re.IGNORECASE)


def spans(text: str) -> tuple[Span, ...]:
    """The paragraphs and readable attributes of a page, ascending."""
    return roles.with_lead(fragment(text))


def declared(text: str) -> list[tuple[int, int]]:
    """Where the page names the language of the article."""
    found = []
    for token in tokens(text):
        if token.kind is TokenKind.START and (token.name in _WHOLE or token.name == "meta"):
            names = ("lang", "xml:lang") if token.name in _WHOLE else ("content",)
            if token.name in _WHOLE or (token.get("http-equiv") or "").lower() == "content-language":
                found += [(each.start, each.end) for each in token.attributes if each.name in names and each.value]
    return found


def fragment(text: str, offset: int = 0) -> list[Span]:
    """The spans of a page or a piece of one, shifted by its offset in a larger text."""
    reader = _Reader(text)
    reader.read()
    return [_shifted(span, offset) for span in reader.spans]


def _shifted(span: Span, by: int) -> Span:
    breaks = tuple((start + by, end + by) for start, end in span.breaks)
    return replace(span, start=span.start + by, end=span.end + by, breaks=breaks)


@dataclass(slots=True)
class _Reader:
    text: str
    spans: list[Span] = field(default_factory=list)
    stack: list[Token] = field(default_factory=list)
    """Open block elements, outermost first."""
    run: list[Token] = field(default_factory=list)
    """Text and inline tags since the last block tag."""

    def read(self) -> None:
        found = tokens(self.text)
        pairs = partners(found)
        index = 0
        while index < len(found):
            token, last = found[index], index
            if token.kind is TokenKind.START and token.untranslatable:
                # an unclosed raw-text element goes on to the end of the page
                last = pairs.get(index, min(index + 1, len(found) - 1) if token.name in RAW else index)
            if last == index and (token.kind is TokenKind.TEXT or token.name in INLINE):
                self.run.append(token)
            elif last > index and token.name in INLINE:
                self.run.extend(found[index : last + 1])
            elif token.kind is not TokenKind.DECLARATION or self._breaks(token):
                self._flush()
                self._block(token, skipped=last > index)
            else:
                self.run.append(token)
            index = last + 1
        self._flush()

    def _breaks(self, token: Token) -> bool:
        """A comment stands inside a sentence, a doctype does not."""
        return not self.text.startswith("<!--", token.start)

    def _block(self, token: Token, *, skipped: bool) -> None:
        if token.kind is TokenKind.END:
            self._close(token.name)
        elif token.kind is TokenKind.START:
            if self.stack and self.stack[-1].name in _CLOSES_ITSELF and self._closes_top(token.name):
                self.stack.pop()
            self.spans.extend(self._attributes(token))
            if token.name not in VOID and not skipped:
                self.stack.append(token)

    def _closes_top(self, name: str) -> bool:
        return self.stack[-1].name in ("p", name)

    def _close(self, name: str) -> None:
        at = next(
            (i for i in range(len(self.stack) - 1, max(-1, len(self.stack) - 64), -1) if self.stack[i].name == name),
            None,
        )
        if at is not None:
            del self.stack[at:]

    def _flush(self) -> None:
        run, self.run = self.run, []
        if not run:
            return
        start, end = run[0].start, run[-1].end
        tags = [token for token in run if token.kind is TokenKind.START]
        if self.stack and self.stack[-1].name == "title" and not tags:
            self._title(start, end)
            return
        prose: list[Span] = []
        for piece in _pieces(self.text, start, end):
            prose.extend(self._prose(*piece))
        outside = [t for t in tags if not any(s.start <= t.start < s.end for s in prose)]
        self.spans.extend(sorted([*prose, *(s for t in outside for s in self._attributes(t))], key=lambda s: s.start))

    def _title(self, start: int, end: int) -> None:
        start, end = trim(self.text, start, end)
        if _readable(self.text[start:end], Syntax.ATTRIBUTE):
            self.spans.append(Span(start, end, Role.TITLE, Syntax.ATTRIBUTE, _breaks(self.text, start, end, ())))

    def _prose(self, start: int, end: int) -> list[Span]:
        """The span of a run without the tags around it; none where a reader sees no word."""
        piece = self.text[start:end]
        found = inline.html_marks(piece)
        inner = unwrap(piece, 0, len(piece), found)
        if not _readable(piece[slice(*inner)], Syntax.HTML):
            return []
        role = self._role(piece[: inner[0]], inline.plain(piece[slice(*inner)], Syntax.HTML)[0])
        inside = [(mark.start + start, mark.end + start) for mark in found]
        start, end = start + inner[0], start + inner[1]
        return [Span(start, end, role, Syntax.HTML, _breaks(self.text, start, end, inside))]

    def _role(self, before: str, text: str) -> Role:
        for token in [*reversed(tokens(before)), *reversed(self.stack)]:
            named = _class_role(token)
            if named is not None:
                return named
            if token.name in _ROLES:
                return _ROLES[token.name]
        return roles.of_paragraph(" ".join(text.split()))

    def _attributes(self, token: Token) -> list[Span]:
        """The readable attributes of a tag; an unquoted value has no room for a translation."""
        if token.untranslatable:
            return []
        found = []
        for attribute in token.attributes:
            role = _attribute_role(token, attribute)
            if role is None or not attribute.quoted:
                continue
            start, end = trim(self.text, attribute.start, attribute.end)
            if _readable(self.text[start:end], Syntax.ATTRIBUTE):
                found.append(Span(start, end, role, Syntax.ATTRIBUTE, _breaks(self.text, start, end, ())))
        return found


def _readable(piece: str, syntax: Syntax) -> bool:
    return any(char.isalnum() for char in inline.plain(piece, syntax)[0])


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A run cut at double line breaks, which pages written by hand use for paragraphs."""
    pieces = []
    for found in _PARAGRAPH_BREAK.finditer(text, start, end):
        pieces.append((start, found.start()))
        start = found.end()
    return [*pieces, (start, end)]


def _breaks(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Line ends with the blanks around them, outside tags."""
    found, index = [], 0
    for match in _BREAK.finditer(text, start, end):
        while index < len(marks) and marks[index][1] <= match.start():
            index += 1
        if index == len(marks) or match.end() <= marks[index][0]:
            found.append(match.span())
    return tuple(found)


def _class_role(token: Token) -> Role | None:
    if token.get("rel") == "author" or token.get("itemprop") == "author":
        return Role.BYLINE
    names = (token.get("class") or "").lower().split()
    return next((_CLASSES[name] for name in names if name in _CLASSES), None)


def _attribute_role(token: Token, attribute: Attribute) -> Role | None:
    if attribute.name == "alt" and token.name in ("img", "area", "input"):
        return Role.ALT
    if attribute.name == "title" and token.name not in ("link", "style", "meta"):
        return Role.TITLE
    if token.name == "meta" and attribute.name == "content":
        name = (token.get("name") or token.get("property") or "").lower()
        if name in _META:
            return Role.TITLE if name.endswith("title") else Role.DESCRIPTION
    return None
