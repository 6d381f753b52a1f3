"""What stays to the letter: web and mail addresses, @names, hashtags, file names."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from l10n.locate import Range, Working, linked

_TLD = "com|org|net|gov|edu|info|int|mil|biz|az|ru|uk|eu|de|fr|tr|ge|kz|ua|us|io|tv|me|co|ly|ai|media|news"
_FILE = "pdf|docx?|xlsx?|pptx?|csv|txt|jpe?g|png|gif|svg|mp3|mp4|zip|html?|xml|json|py|exe|apk|odt|epub"
_PATTERNS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\b[a-z][a-z0-9+.-]{1,10}://[^\s<>\"“”«»]+",
        r"(?<![\w.@])[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        rf"(?<![\w.@/])(?:[\w-]+\.)+(?:{_TLD})\b(?:/[^\s<>\"“”«»]*)?(?![\w@])",
        rf"(?<![\w.@/])[\w-]+(?:\.[\w-]+)*\.(?:{_FILE})\b",
        r"(?<![\w.@/])@\w+(?:\.\w+)*",
        r"(?<![\w&#/])#[^\W\d]\w*",
    )
)
_IS_FILE = re.compile(rf"\.(?:{_FILE})$", re.I)
_TRAILING = ".,;:!?'\"’)]}…"
ALIKE = 60.0
"""Least likeness (0..100) at which a garbled run of characters is a damaged address: @MerPolC of @MerPolCC is 94."""


@lru_cache(maxsize=1024)
def find(text: str) -> tuple[Range, ...]:
    """Where verbatim things stand, ascending; the longest kind first where they overlap."""
    found: list[Range] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            end = match.start() + len(_trimmed(match[0]))
            if end > match.start() + 1 and not any(match.start() < e and s < end for s, e in found):
                found.append((match.start(), end))
    return tuple(sorted(found))


def _trimmed(text: str) -> str:
    """Without the punctuation of the sentence; a closing bracket stays where it was opened inside."""
    while text and text[-1] in _TRAILING and not (text[-1] == ")" and text.count("(") >= text.count(")")):
        text = text[:-1]
    return text


def present(text: str, target: str) -> bool:
    """The target has it to the letter; the case of names of sites, people and mailboxes does not matter."""
    if text in target:
        return True
    return "/" not in text and not _IS_FILE.search(text) and text.casefold() in target.casefold()


def restored(text: str, at: Range, working: Working, source: str) -> Working | None:
    """The translation with the address as the source has it; ``None`` where its place cannot be told."""
    spaced = re.compile(r"\s*".join(map(re.escape, text)), re.I) if len(text) <= 300 else re.compile("(?!)")
    match = spaced.search(working.text)
    if match:
        return working.replaced(match.span(), text, at)
    place = (
        _damaged(text, working.text, source) or _translated(text, working.text, source) or _aligned(text, at, working)
    )
    return working.replaced(place, text, at) if place else None


def _damaged(text: str, target: str, source: str) -> Range | None:
    """The one run of characters that is most like it and is not itself something of the source."""
    best: tuple[float, Range] | None = None
    for match in re.finditer(r"\S+", target):
        run = match[0].strip("«»\"“”()[],;!?'").rstrip(".:")
        if len(run) < 2 or run in source:
            continue
        start = match.start() + match[0].find(run)
        if "-" in run and "-" not in text[-8:]:
            run = re.sub(r"-[^\W\d_]{1,6}$", "", run)  # a case ending: site.az-a
        likeness = fuzz.ratio(run.casefold(), text.casefold())
        if likeness >= ALIKE and _alike_in_kind(run, text) and (best is None or likeness > best[0]):
            best = likeness, (start, start + len(run))
    return best[1] if best else None


def _translated(text: str, target: str, source: str) -> Range | None:
    """The site whose name was translated or respelt («погода.com»): the only one under the same domain in both texts,
    and not in the source."""
    domain = re.fullmatch(rf"[\w-]+(?:\.[\w-]+)*(\.(?:{_TLD}))", text, re.I)
    if not domain:
        return None
    site = re.compile(rf"(?<![\w.@/-])[\w-]+(?:\.[\w-]+)*{re.escape(domain[1])}(?![\w@/])", re.I)
    places = [match.span() for match in site.finditer(target)]
    alone = len(places) == 1 and len(site.findall(source)) == 1
    return places[0] if alone and target[slice(*places[0])] not in source else None


def _alike_in_kind(run: str, text: str) -> bool:
    return any(mark in run and mark in text for mark in "@#./_") or fuzz.ratio(run.casefold(), text.casefold()) >= 75


def _aligned(text: str, at: Range, working: Working) -> Range | None:
    """The aligned run, where it bears a mark of its kind: the only @, # or dotted word there."""
    mark = next((m for m in ("://", "@", "#") if m in text), "")
    if not mark or working.text.count(mark) != 1:
        return None
    place = linked(working.text, working.links, at)
    if place is None:
        return None
    index = working.text.index(mark)
    start = max(working.text.rfind(" ", 0, index) + 1, 0)
    run = re.compile(r"[^\s«»\"“”()\[\],;!?]+").match(working.text, start)
    return run.span() if run and run.start() <= place[0][1] and place[0][0] <= run.end() else None
