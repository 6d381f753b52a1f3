"""HTML as tokens with exact offsets: the tokenizer of the WHATWG standard, without error recovery that moves text.

``html.parser`` reports line and column only and changes between Python releases, html5lib keeps no offsets; an exact
text needs every character accounted for: the tokens of a text, put side by side, are the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_VOID = "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
_RAW = "script style xmp iframe noembed noframes textarea title"
_CODE = "code kbd samp var tt script style pre textarea xmp iframe noembed noframes template svg math"
VOID = frozenset(_VOID.split())
"""Elements without content or end tag."""
RAW = frozenset(_RAW.split())
"""Elements whose content is text up to their end tag."""
CODE = frozenset(_CODE.split())
"""Elements whose content is not prose."""

_INLINE = """a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby
s samp small span strike strong sub sup time tt u var wbr"""
INLINE = frozenset(_INLINE.split())
"""Elements that stand inside a sentence; every other one begins and ends a paragraph."""

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][^\s/>\x00<]*)")
_ATTRIBUTE = re.compile(
    r"[\s/]*(?P<name>[^\s/>][^\s/>=]*)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s>\"'][^\s>]*)))?"
)
_MOST_ATTRIBUTES = 200
"""More are no tag but a stray ``<``: keeps the reading of broken pages linear."""
_TAG_END = re.compile(r"[\s/]*>")
_DECLARATION = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[!?][^>]*(?:>|\Z)|</[^A-Za-z>][^>]*(?:>|\Z)|</>",
    re.DOTALL,
)


class TokenKind(StrEnum):
    TEXT = "text"
    START = "start"
    END = "end"
    DECLARATION = "declaration"
    """A comment, doctype, processing instruction or CDATA section."""


@dataclass(frozen=True, slots=True)
class Attribute:
    name: str
    value: str
    start: int
    end: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Token:
    kind: TokenKind
    start: int
    end: int
    name: str = ""
    attributes: tuple[Attribute, ...] = ()

    def get(self, name: str) -> str | None:
        """The value of an attribute as written, the first where it is repeated."""
        return next((a.value for a in self.attributes if a.name == name), None)

    @property
    def untranslatable(self) -> bool:
        """Its content is copied through: code, or marked by the author as not to be translated."""
        if self.name in CODE or (self.get("translate") or "").lower() == "no":
            return True
        return "notranslate" in (self.get("class") or "").split()


def tokens(text: str) -> list[Token]:
    """The text as tokens that lie side by side and cover it."""
    found: list[Token] = []
    at = plain = 0
    while (at := text.find("<", at)) >= 0:
        token = tag(text, at) or declaration(text, at)
        if token is None:
            at += 1
            continue
        if plain < at:
            found.append(Token(TokenKind.TEXT, plain, at))
        found.append(token)
        at = plain = token.end
        if token.kind is TokenKind.START and token.name in RAW:
            at = _raw_end(text, token)
    if plain < len(text):
        found.append(Token(TokenKind.TEXT, plain, len(text)))
    return found


def tag(text: str, at: int) -> Token | None:
    """The tag that begins at an offset; none where it never ends."""
    match = _TAG.match(text, at)
    if match is None or text.find(">", at) < 0:
        return None
    attributes: list[Attribute] = []
    position = match.end()
    while (end := _TAG_END.match(text, position)) is None:
        attribute = _ATTRIBUTE.match(text, position)
        if attribute is None or len(attributes) == _MOST_ATTRIBUTES:
            return None
        attributes.append(_attribute(attribute))
        position = attribute.end()
    kind = TokenKind.END if match["close"] else TokenKind.START
    return Token(kind, at, end.end(), match["name"].lower(), tuple(attributes))


def declaration(text: str, at: int) -> Token | None:
    """The comment, doctype, processing instruction or CDATA section that begins at an offset."""
    match = _DECLARATION.match(text, at)
    return None if match is None else Token(TokenKind.DECLARATION, at, match.end())


def _attribute(match: re.Match[str]) -> Attribute:
    name = match["name"].lower()
    for group in ("double", "single", "bare"):
        if match[group] is not None:
            return Attribute(name, match[group], *match.span(group), quoted=group != "bare")
    return Attribute(name, "", match.end(), match.end(), quoted=False)


def _raw_end(text: str, start: Token) -> int:
    """Where the end tag of a raw-text element begins; the end of the text where there is none."""
    match = re.compile(rf"</{re.escape(start.name)}(?=[\s/>])", re.IGNORECASE).search(text, start.end)
    return len(text) if match is None else match.start()


def partners(found: Sequence[Token]) -> dict[int, int]:
    """Index of each start tag that is closed -> index of its end tag; the pairs nest."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    waiting: dict[str, int] = {}
    for index, token in enumerate(found):
        if token.kind is TokenKind.START and token.name not in VOID:
            stack.append(index)
            waiting[token.name] = waiting.get(token.name, 0) + 1
        elif token.kind is TokenKind.END and waiting.get(token.name):
            while True:
                start = stack.pop()
                waiting[found[start].name] -= 1
                if found[start].name == token.name:
                    break
            pairs[start] = index
    return pairs
