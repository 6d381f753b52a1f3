"""Inline markup around machine translation: the model sees clean text, the target gets every mark back.

`strip` gives the text a reader sees; `restore` puts the marks around the words that the marked words became, by word
alignment. What cannot be placed well is left out and said as a doubt; a pair is never left open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import unescape

from l10n.formats import inline
from l10n.locate import Range, linked
from l10n.model import Link, Mark, MarkKind, Syntax

_WORD = re.compile(r"\w(?:\S*\w)?|\S+")
_CODE_SPAN = re.compile(r"(`+)(?P<code>.*?)\1", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark and the stretch of clean text it stands for: a pair's content, a code span's text, nothing for a tag."""

    opening: str
    closing: str
    at: Range
    depth: int = 0
    visible: bool = False
    """The clean text of the range is the mark's own (code, an escaped character): not translated."""


@dataclass(frozen=True, slots=True)
class Stripped:
    """A source text without its marks."""

    text: str
    syntax: Syntax
    marks: tuple[Placed, ...] = ()


def strip(source: str, syntax: Syntax) -> Stripped:
    """The clean text of a source, with where its marks were."""
    marks = inline.marks(source, syntax)
    plain, offsets = inline.plain(source, syntax)
    pieces: list[str] = []
    length, done = 0, 0
    open_at: dict[int, tuple[Mark, int, int]] = {}
    placed: list[Placed] = []
    for mark in marks:
        upto = done
        while upto < len(plain) and offsets[upto] < mark.start:
            upto += 1
        pieces.append(plain[done:upto])
        length, done = length + upto - done, upto
        raw = source[mark.start : mark.end]
        if mark.kind is MarkKind.OPEN:
            open_at[mark.pair] = (mark, length, len(open_at))
        elif mark.kind is MarkKind.CLOSE:
            opened, start, depth = open_at.pop(mark.pair)
            placed.append(Placed(source[opened.start : opened.end], raw, (start, length), depth))
        else:
            shown = _shown(raw, syntax)
            pieces.append(shown)
            placed.append(Placed(raw, "", (length, length + len(shown)), len(open_at), bool(shown.strip())))
            length += len(shown)
    pieces.append(plain[done:])
    return Stripped("".join(pieces), syntax, tuple(placed))


def _shown(raw: str, syntax: Syntax) -> str:
    """What a reader sees of a mark that stands alone."""
    code = _CODE_SPAN.fullmatch(raw) if syntax is Syntax.MARKDOWN else None
    if code:
        return code["code"].strip()
    if raw.startswith("&"):
        return unescape(raw)
    if raw.startswith("<") and re.fullmatch(r"<\S+[:@]\S+>", raw):
        return raw[1:-1]  # a Markdown autolink
    if raw.startswith("<") and not raw.startswith("<!"):
        return unescape(_TAG.sub("", raw)) or (" " if re.match(r"<br\b", raw, re.I) else "")
    return " " if raw.isspace() or raw.rstrip("\r\n ").endswith("\\") else ""


def restore(stripped: Stripped, target: str, links: Sequence[Link]) -> tuple[str, tuple[str, ...]]:
    """The target with the source's marks, and doubts about their places."""
    doubts: list[str] = []
    ranges: dict[int, Range] = {}
    by_depth = sorted(range(len(stripped.marks)), key=lambda n: (stripped.marks[n].depth, stripped.marks[n].at))
    for number in by_depth:
        mark = stripped.marks[number]
        place = _place(stripped, target, links, mark)
        clear = _within(place, mark, [(stripped.marks[n], r) for n, r in ranges.items()])
        ranges[number] = clear
        if place[0] < 0 or (mark.closing and clear[0] == clear[1] and mark.at[0] != mark.at[1]):
            doubts.append(f"markup {mark.opening}{mark.closing}: check which words it belongs to")
    for chosen in (ranges, {n: r for n, r in ranges.items() if not stripped.marks[n].visible}):
        text = _written(stripped, target, chosen)
        if _same_marks(stripped, text):
            return text, tuple(doubts)
    return escaped(target, stripped.syntax), ("markup lost: put it back from the source",)


def escaped(target: str, syntax: Syntax) -> str:
    """Clean target text as the format writes it."""
    return "".join(map(_escaper(syntax), target))


def _escaper(syntax: Syntax) -> Callable[[str], str]:
    if syntax is Syntax.HTML:
        return lambda char: {"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(char, char)
    if syntax is Syntax.MARKDOWN:
        return lambda char: "\\" + char if char in "*_`[]<\\" else char
    return lambda char: char


def _place(stripped: Stripped, target: str, links: Sequence[Link], mark: Placed) -> Range:
    """The target range of a mark; a start of -1 - n is a guess at n."""
    start, end = mark.at
    content = stripped.text[start:end]
    if mark.visible:
        found = target.find(content)
        return (found, found + len(content)) if found >= 0 else _guess(stripped, target, start)
    if not content.strip():
        return _point(stripped, target, links, start)
    if not stripped.text[:start].strip() and not stripped.text[end:].strip():
        return 0, len(target)
    edges = (r"(?<!\w)", r"(?!\w)") if content.strip()[0].isalpha() else (r"(?<!\d)", r"(?!\d)")
    literal = [m.start() for m in re.finditer(edges[0] + re.escape(content) + edges[1], target)]
    if len(literal) == 1:
        return literal[0], literal[0] + len(content)
    return _linked(stripped.text, target, links, mark.at) or _guess(stripped, target, start)


def _guess(stripped: Stripped, target: str, at: int) -> Range:
    """The word boundary at the same share of the text, marked as a guess."""
    share = at / max(len(stripped.text), 1) * len(target)
    edges = [0, *(m.end() for m in _WORD.finditer(target))]
    nearest = min(edges, key=lambda edge: abs(edge - share))
    return -1 - nearest, nearest


def _point(stripped: Stripped, target: str, links: Sequence[Link], at: int) -> Range:
    """Where a mark without content goes: behind the word that the word before it became."""
    before, after = stripped.text[:at], stripped.text[at:]
    if not before.strip():
        return 0, 0
    if not after.strip():
        return len(target), len(target)
    if not re.search(r"\w", after):
        end = len(target.rstrip(".,;:!?…»”\"' "))
        return end, end
    word = list(_WORD.finditer(before))[-1]
    linked = [link for link in links if link.source[0] < word.end() and word.start() < link.source[1]]
    if not linked:
        return _guess(stripped, target, at)
    place = max(linked, key=lambda link: link.weight).target[1]
    return place, place


def _linked(source: str, target: str, links: Sequence[Link], at: Range) -> Range | None:
    """The words that a source range became, with a quotation mark or stop that was inside the pair."""
    found = linked(target, links, at)
    if found is None:
        return None
    start, end = found[0]
    if source[at[0]] in "\"“«'" and start and target[start - 1] in "\"“«„'":
        start -= 1
    if source[at[1] - 1] in "\"”»'.,!?" and end < len(target) and target[end] in "\"”»“'.,!?":
        end += 1
    return start, end


def _within(place: Range, mark: Placed, others: Iterable[tuple[Placed, Range]]) -> Range:
    """The range clipped to its parents and kept off its siblings, so that pairs nest."""
    start, end = (-1 - place[0], place[1]) if place[0] < 0 else place
    for other, (left, right) in others:
        parent = other.depth < mark.depth and other.closing and other.at[0] <= mark.at[0] and mark.at[1] <= other.at[1]
        if parent:
            start, end = min(max(start, left), right), min(max(end, left), right)
        elif left < end and start < right and left < right:
            if mark.at[0] >= other.at[0]:
                start, end = max(start, right), max(end, right)
            else:
                start, end = min(start, left), min(end, left)
    return start, max(start, end)


def _written(stripped: Stripped, target: str, ranges: dict[int, Range]) -> str:
    """The target with its marks, escaped where the format needs it."""
    before: dict[int, list[tuple[tuple[int, ...], str]]] = {}
    swallowed: set[int] = set()
    for number, (start, end) in ranges.items():
        mark = stripped.marks[number]
        if not mark.closing:
            swallowed.update(range(start, end))
            before.setdefault(start, []).append(((1, mark.depth, number), _spaced(stripped, mark, target, start)))
        elif start == end:
            before.setdefault(start, []).append(((1, mark.depth, number), mark.opening + mark.closing))
        else:
            before.setdefault(start, []).append(((2, mark.depth, -end, number), mark.opening))
            before.setdefault(end, []).append(((0, -mark.depth, -start, -number), mark.closing))
    escape = _escaper(stripped.syntax)
    pieces: list[str] = []
    for position in range(len(target) + 1):
        pieces += [text for _, text in sorted(before.get(position, ()))]
        if position < len(target) and position not in swallowed:
            pieces.append(escape(target[position]))
    return "".join(pieces)


def _spaced(stripped: Stripped, mark: Placed, target: str, at: int) -> str:
    """A tag or image with the blank that stood before it in the source."""
    spaced = not mark.visible and mark.at[0] and stripped.text[mark.at[0] - 1].isspace()
    if not spaced or at == 0 or target[at - 1].isspace():
        return mark.opening
    return " " + mark.opening


def _same_marks(stripped: Stripped, text: str) -> bool:
    """The text reads back with exactly the marks of the source."""
    found = Counter(text[mark.start : mark.end] for mark in inline.marks(text, stripped.syntax))
    wanted = Counter(part for mark in stripped.marks for part in (mark.opening, mark.closing) if part)
    return all(found[part] >= count for part, count in wanted.items())
