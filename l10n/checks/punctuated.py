"""Quotation marks of the source that do not close, or close what nobody opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from l10n.checks.article import Article
from l10n.model import Finding

_SAID = re.compile(
    r",\s+(?:[\w.’'-]+\s+){1,4}(?:said|says|added|told|noted|stressed|stated|explained|argued|wrote)\b|"
    r",\s+(?:said|says|added|noted|stressed)\s+[A-Z]"
)


@dataclass(frozen=True, slots=True)
class _Opened:
    paragraph: int
    at: int


def quotation_marks(article: Article) -> Iterator[Finding]:
    """Every quotation closes. One over several paragraphs opens again at each and closes once, at its end."""
    open_marks: list[_Opened] = []
    for index, paragraph in enumerate(article.paragraphs):
        for at, opens in _marks(paragraph.text, inside=bool(open_marks)):
            if opens and open_marks and at == 0 and open_marks[-1].paragraph < index:
                yield from _spoken_on(article, open_marks[-1])
                open_marks[-1] = _Opened(index, at)
            elif opens:
                open_marks.append(_Opened(index, at))
            elif open_marks:
                open_marks.pop()
            else:
                message = "This mark closes a quotation that nobody opened. Add the opening mark, or delete this one."
                yield article.finding("source-quotes", message, paragraph=index, span=(at, at + 1))
    for opened in open_marks:
        yield _unclosed(article, opened)


def _spoken_on(article: Article, opened: _Opened) -> Iterator[Finding]:
    """The quotation seems to go on in the next paragraph, but its own paragraph has “..., he said” in it."""
    if _SAID.search(article.paragraphs[opened.paragraph].text, opened.at):
        yield _unclosed(article, opened)


def _unclosed(article: Article, opened: _Opened) -> Finding:
    message = "This quotation mark never closes. Add the closing mark where the quotation ends."
    return article.finding("source-quotes", message, paragraph=opened.paragraph, span=(opened.at, opened.at + 1))


def _marks(text: str, *, inside: bool) -> Iterator[tuple[int, bool]]:
    """Each double quotation mark with whether it opens."""
    depth = int(inside)
    for match in re.finditer(r'["“”«»]', text):
        at, mark = match.start(), match[0]
        before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2]
        if mark == '"':
            opens = before.isspace() or before in "([—–-/'‘“«" or (at == 0)
            if before.isdigit() and not depth and not after.isalpha():
                continue  # inches
            if opens and (not after or after.isspace()):
                opens = not depth
        else:
            opens = mark in "“«"
        depth += 1 if opens else -1
        yield at, opens
