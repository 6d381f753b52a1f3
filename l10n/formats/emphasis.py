"""Inline marks of Markdown with exact offsets: CommonMark's inline grammar, kept to what decides where marks stand.

Source: https://spec.commonmark.org/0.31.2/#inlines and its appendix "A parsing strategy". Reference links count
where both brackets are written (``[text][label]``, ``[text][]``): a string standing alone does not know the labels.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import category

from l10n.formats import inline
from l10n.formats.tags import CODE, TokenKind, declaration, tag
from l10n.model import Mark, MarkKind

_SPECIAL = re.compile(r"\\(?:\r\n|[\n\r])[ \t>]*|\\.| {2,}(?:\r\n|[\n\r])[ \t>]*|`+|<|&|!?\[|\]|\*+|_+|~+", re.DOTALL)
_AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]*>|<[\w.!#$%&'*+/=?^`{|}~\-]+@[\w\-]+(?:\.[\w\-]+)*>")
_BARE_URL = re.compile(r"(?:https?://|www\.)[^\s<>\[\]`*]*[^\s<>\[\]`*?!.,:;'\"_~)]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s\[]+\](?!:)")
_DESTINATION = re.compile(
    r"\(\s*(?:<(?:\\.|[^<>\\\n])*>|(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\]|\([^\s()]*\))*\))*)"
    r"(?:\s+(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\)",
    re.DOTALL,
)
_LABEL = re.compile(r"\[(?:\\.|[^\[\]\\]){0,999}\]", re.DOTALL)

Found = tuple[int, int, MarkKind, int]


@dataclass(slots=True)
class _Run:
    """A delimiter run of ``*``, ``_`` or ``~``: what is left of it."""

    char: str
    start: int
    end: int
    opens: bool
    closes: bool
    length: int
    """As written: for the rule of three."""


@dataclass(slots=True)
class _Bracket:
    start: int
    end: int
    runs: int
    """Delimiter runs before it."""
    image: bool
    active: bool = True


class _Scan:
    """One pass over a string; ``marks`` grows, in no order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.marks: list[Found] = []
        self.runs: list[_Run] = []
        self.brackets: list[_Bracket] = []
        self.key = 0

    def read(self) -> None:
        at = 0
        urls = iter([found.span() for found in _BARE_URL.finditer(self.text)])
        url = next(urls, None)
        while (found := _SPECIAL.search(self.text, at)) is not None:
            while url is not None and url[1] <= found.start():
                url = next(urls, None)
            if url is not None and url[0] <= found.start() < url[1]:
                at = url[1]
                continue
            at = self._special(found)
        self._emphasis(0)

    def _special(self, found: re.Match[str]) -> int:
        """Handles what begins here; the offset to go on from."""
        what, start, end = found.group(), found.start(), found.end()
        if what[0] == "\\" and len(what) == 2 and what[1] not in "\r\n":
            return end if _is_ascii_punctuation(what[1]) else start + 1
        if what[0] in "\\ ":
            return self._solo(start, end)
        if what[0] == "`":
            return self._code(start, end)
        if what == "<":
            return self._angle(start)
        if what == "&":
            reference = inline.REFERENCE.match(self.text, start)
            if reference is None:
                return end
            if inline.reference_is_mark(reference[0]):
                return self._solo(start, reference.end())
            return reference.end()
        if what[-1] == "[":
            return self._opening_bracket(start, end)
        if what == "]":
            return self._closing_bracket(start)
        self.runs.append(_run(self.text, start, end))
        return end

    def _solo(self, start: int, end: int) -> int:
        self.marks.append((start, end, MarkKind.SOLO, -1))
        return end

    def _code(self, start: int, end: int) -> int:
        ticks = self.text[start:end]
        closing = re.compile(rf"(?<!`){ticks}(?!`)").search(self.text, end)
        return end if closing is None else self._solo(start, closing.end())

    def _angle(self, start: int) -> int:
        autolink = _AUTOLINK.match(self.text, start)
        if autolink is not None:
            return self._solo(start, autolink.end())
        token = tag(self.text, start) or declaration(self.text, start)
        if token is None or (self.text[start : start + 2] == "</" and token.kind is TokenKind.DECLARATION):
            return start + 1
        if token.kind is TokenKind.START and token.name in CODE:
            closing = re.compile(rf"</{re.escape(token.name)}\s*>", re.I).search(self.text, token.end)
            if closing is not None:
                return self._solo(start, closing.end())
        return self._solo(start, token.end)

    def _opening_bracket(self, start: int, end: int) -> int:
        footnote = _FOOTNOTE.match(self.text, start)
        if footnote is not None:
            return self._solo(start, footnote.end())
        self.brackets.append(_Bracket(start, end, len(self.runs), image=end - start == 2))
        return end

    def _closing_bracket(self, start: int) -> int:
        if not self.brackets:
            return start + 1
        bracket = self.brackets.pop()
        end = _link_end(self.text, start + 1)
        if not bracket.active or end is None:
            return start + 1
        if not bracket.image:
            for outer in self.brackets:
                outer.active = outer.image and outer.active
        self._pair(bracket.start, bracket.end, start, end)
        self._emphasis(bracket.runs)
        return end

    def _pair(self, open_start: int, open_end: int, close_start: int, close_end: int) -> None:
        self.key += 1
        self.marks.append((open_start, open_end, MarkKind.OPEN, self.key))
        self.marks.append((close_start, close_end, MarkKind.CLOSE, self.key))

    def _emphasis(self, bottom: int) -> None:
        """Pairs the delimiter runs above a stack position and drops them."""
        kept: list[_Run] = []
        floor: dict[tuple[str, bool, int], int] = {}
        for closer in self.runs[bottom:]:
            while closer.closes and closer.start < closer.end:
                kind = (closer.char, closer.opens, closer.length % 3 if closer.char != "~" else closer.length)
                index = _opener(kept, closer, floor.get(kind, 0))
                if index is None:
                    floor[kind] = len(kept)
                    break
                opener = kept[index]
                del kept[index + 1 :]
                used = _used(opener, closer)
                self._pair(opener.end - used, opener.end, closer.start, closer.start + used)
                opener.end -= used
                closer.start += used
                if opener.start == opener.end:
                    kept.pop()
            if closer.opens and closer.start < closer.end:
                kept.append(closer)
        del self.runs[bottom:]


def markdown_marks(text: str) -> tuple[Mark, ...]:
    """Emphasis, links, images, code spans, autolinks, inline HTML, footnote marks, hard breaks and references."""
    scan = _Scan(text)
    scan.read()
    return inline.numbered(_with_html_pairs(text, scan.marks))


def _with_html_pairs(text: str, found: list[Found]) -> list[Found]:
    """Inline HTML tags as pairs where one closes the other inside the same marks."""
    result = sorted(found)
    stack: list[tuple[str, int, int]] = []
    level: list[int] = []
    for index, (start, _, kind, key) in enumerate(result):
        if kind is MarkKind.OPEN:
            level.append(key)
        elif kind is MarkKind.CLOSE:
            level.pop()
            stack = [entry for entry in stack if entry[2] <= len(level)]
        elif text[start] == "<" and (token := tag(text, start)) is not None and token.end == result[index][1]:
            if token.kind is TokenKind.START:
                stack.append((token.name, index, len(level)))
                continue
            at = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][0] == token.name), None)
            if at is None or stack[at][2] != len(level):
                continue
            opening = stack[at][1]
            del stack[at:]
            pair = -2 - index
            result[opening] = (*result[opening][:2], MarkKind.OPEN, pair)
            result[index] = (*result[index][:2], MarkKind.CLOSE, pair)
    return result


def _link_end(text: str, at: int) -> int | None:
    """Where a link ends whose text ended here; nothing where it is not a link."""
    found = _DESTINATION.match(text, at) or _LABEL.match(text, at)
    return None if found is None or found.group().startswith("[^") else found.end()


def _run(text: str, start: int, end: int) -> _Run:
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    left = not after.isspace() and (not _punctuation(after) or before.isspace() or _punctuation(before))
    right = not before.isspace() and (not _punctuation(before) or after.isspace() or _punctuation(after))
    char = text[start]
    opens, closes = left, right
    if char == "_":
        opens = left and (not right or _punctuation(before))
        closes = right and (not left or _punctuation(after))
    elif char == "~" and end - start > 2:
        opens = closes = False
    return _Run(char, start, end, opens, closes, end - start)


def _opener(kept: list[_Run], closer: _Run, floor: int) -> int | None:
    """The nearest run that a closing run can close; none below ``floor`` can, an earlier search says."""
    for index in range(len(kept) - 1, floor - 1, -1):
        opener = kept[index]
        if opener.char != closer.char or (closer.char == "~" and opener.length != closer.length):
            continue
        both = opener.closes or closer.opens
        thirds = (opener.length + closer.length) % 3 == 0 and (opener.length % 3 or closer.length % 3)
        if closer.char == "~" or not (both and thirds):
            return index
    return None


def _used(opener: _Run, closer: _Run) -> int:
    return 2 if opener.end - opener.start >= 2 and closer.end - closer.start >= 2 else 1


def _punctuation(char: str) -> bool:
    return _is_ascii_punctuation(char) or category(char)[0] in "PS"


def _is_ascii_punctuation(char: str) -> bool:
    return char in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
