"""Spaces, dashes, dots and signs inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.figures.english import MONTHS
from l10n.typography.draft import NBSP, Draft, Edit

_SPACES = (
    (re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)"), " "),
    (re.compile(r"(?<=[\w»”\")])[ \u00a0]+(?=[,;:!?](?:[\s»\"]|$))"), ""),
    (re.compile(r"(?<=[\w»”\")%])[ \u00a0]+(?=\.(?:\s|[»\"]|$))"), ""),
    (re.compile(r"(?<=[«(„])[ \u00a0]+(?=\S)"), ""),
    (re.compile(r"(?<=\S)[ \u00a0]+(?=[»)])"), ""),
)


def single_spaces(draft: Draft) -> Iterator[Edit]:
    """One space between words, none before a mark or inside brackets."""
    done: list[tuple[int, int]] = []
    for pattern, new in _SPACES:
        for match in pattern.finditer(draft.text):
            if match[0] != new and not any(match.start() < e and s < match.end() for s, e in done):
                done.append(match.span())
                yield *match.span(), new
    text = draft.text
    if text != text.strip() and draft.source == draft.source.strip():
        lead, trail = len(text) - len(text.lstrip()), len(text.rstrip())
        if lead:
            yield 0, lead, ""
        if trail < len(text):
            yield trail, len(text), ""


def three_dots(draft: Draft) -> Iterator[Edit]:
    """An ellipsis has three dots."""
    for match in re.finditer(r"\.{4,}|\.(?: \.){2,}" + ("|…" if draft.lang == "az" else ""), draft.text):
        yield *match.span(), "..."


_GAME = re.compile(r"(?<![\w.,:/–-])(\d{1,4})-(\d{1,4})(?![\d%]|-\d|[.,:/]\d)")


def dashes(draft: Draft) -> Iterator[Edit]:
    """Russian — with a no-break space before it, Azerbaijani – between spaces."""
    dash = "—" if draft.lang == "ru" else "–"
    before = NBSP if draft.lang == "ru" else " "
    for match in re.finditer(r"(?<=\S)[ \u00a0]+(?:--?|[–—])[ \u00a0]+(?=\S)", draft.text):
        if match[0] != f"{before}{dash} " and not _sum(draft.text, match):
            yield *match.span(), f"{before}{dash} "
    for match in re.finditer(r"(?<=[^\W\d_])(?:--|—)(?=[^\W\d_])", draft.text):
        yield *match.span(), f"{before}{dash} "
    for match in re.finditer(r"^(?:-|–|—)[ \u00a0]+(?=[^\W\d_«\"„])", draft.text):
        if match[0] != f"{dash} ":
            yield *match.span(), f"{dash} "


def _sum(text: str, match: re.Match[str]) -> bool:
    """Between two numbers the mark may be a minus, a score or a range; it stays."""
    return text[match.start() - 1].isdecimal() and text[match.end()].isdecimal()


def ranges_with_a_short_dash(draft: Draft) -> Iterator[Edit]:
    """Russian 10–15, 2019–2020; not names (737-800), telephone numbers or what falls."""
    if draft.lang != "ru":
        return
    for match in _GAME.finditer(draft.text):
        first, second = match[1], match[2]
        plain = len(first) == len(second) or (len(second) - len(first) == 1 and len(second) <= 3)
        before = re.search(rf"([A-Z][\w.]*)[ -]{first}[-–]{second}", draft.source)
        named = before is not None and before[1][:3].lower() not in MONTHS
        if plain and int(first) < int(second) and not first.startswith("0") and (not named or len(first) == 4):
            yield match.end(1), match.start(2), "–"


def number_sign(draft: Draft) -> Iterator[Edit]:
    """No. 5 -> № 5."""
    for match in re.finditer(r"\b(?:No|Nos|Но)\.[ \u00a0]?(?=\d)|\bNo[ \u00a0](?=\d)|№ (?=\d)", draft.text):
        yield *match.span(), f"№{NBSP}"
