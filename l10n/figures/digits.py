"""Plain numbers of a translation: written as the target writes them, and set right where they are wrong."""

from __future__ import annotations

import re
from collections.abc import Callable

from rapidfuzz import fuzz

from l10n.figures import numerals
from l10n.figures.accounts import Account, account, is_half, of_source, of_target, times_in
from l10n.figures.english import Figure, Kind, find, kinds
from l10n.figures.measures import may_be_converted
from l10n.figures.numerals import NBSP
from l10n.figures.values import Quantity, in_words, plain_numbers
from l10n.languages import base
from l10n.locate import Working, overlaps

TRUSTED = 0.35
"""Least share of the alignment of a target number that points to a source number, for it to be that number's place."""
SURE = 0.6
"""Least share of the alignment at which a number that may be right elsewhere is replaced, or a lost one is put back."""


def repaired(source: str, working: Working, locale: str) -> Working:
    """The translation with its numbers in the target's writing, the wrong ones set right where that is safe."""
    if base(locale) not in ("ru", "az"):
        return working
    for step in (_in_target_writing, _with_scale, _set_right):
        working = step(source, working, base(locale))
    return working


def _in_target_writing(source: str, working: Working, lang: str) -> Working:
    """``71,300`` -> ``71 300``, ``5.6`` -> ``5,6``; a name that has the number (Windows 8.1) keeps it."""
    timed = {place for figure in kinds(find(source), Kind.TIME) for place in range(figure.start, figure.end)}
    for q in of_source(source):
        new = numerals.written(q.text, lang)
        if new == q.text or q.start in timed or _in_name(source, q, working.text):
            continue
        for match in re.finditer(rf"(?<![\w.,:]){re.escape(q.text)}(?!\d|[.,:]\d)", working.text):
            working = working.replaced(match.span(), new, (q.start, q.end))
            break
    return _parted(source, working, lang)


_NUMBERED = re.compile(
    r"\b(?:rule|article|section|clause|chapter|paragraph|regulation|version|appendix|annex)s?\s$", re.I
)


def _in_name(source: str, quantity: Quantity, target: str) -> bool:
    """The word before is a name that the target has as it is: Windows 8.1."""
    if _NUMBERED.search(source[: quantity.start]):
        return True
    name = re.search(r"([A-Z]\w+)\s$", source[: quantity.start])
    return name is not None and f"{name[1]} {quantity.text}" in target


def _parted(source: str, working: Working, lang: str) -> Working:
    """Thousands are parted by a no-break space; digits that the model parted itself."""
    for q in of_target(source, working.text, lang):
        if re.fullmatch(r"\d{1,3}(?: \d{3})+(?:,\d+)?", q.text) and any(float(v) >= 1000 for v in plain_numbers(q)):
            whole = float(re.sub(r"[ ]", "", q.text).replace(",", "."))
            if any(whole in other.values for other in of_source(source)):
                working = working.replaced((q.start, q.end), q.text.replace(" ", NBSP))
    return working


def _with_scale(source: str, working: Working, lang: str) -> Working:
    """The right digits with another thousand, million ... or with none: $5 billion, «5 млн долларов»."""
    for figure in find(source):
        if figure.scale < 1_000 or not figure.number:
            continue
        found = account(source, working.text, lang)
        lost = next((q for q in found.missing if figure.start <= q.start < figure.end), None)
        if lost is None:
            continue
        bare = _bare(figure.number)
        same = [q for q in of_target(source, working.text, lang) if bare in q.values and q in found.surplus]
        if len(same) == 1:
            working = _rescaled(same[0], figure, working, lang)
    return working


def _bare(number: str) -> float | None:
    """The digits of the source as a number, without its scale; of a range nothing."""
    plain = number.replace(",", "")
    return float(plain) if re.fullmatch(r"\d{1,30}(?:\.\d{1,30})?", plain) else None


_ENGLISH = "thousand|million|billion|trillion|bn|mn|tn"
_OWN = {
    "ru": r"тыс(?:яч\w*|\.)?|мл[нр]д?\.?|трлн\.?|(?:милли(?:он|ард)|триллион)\w*",
    "az": r"min|mln\.?|mlrd\.?|trln\.?|milyon|milyard|trilyon",
}
_SCALE_WORDS = {lang: rf"(?:[kmb]|[ \u00a0]?(?:{_ENGLISH}|{own}))(?!\w)" for lang, own in _OWN.items()}


def _rescaled(quantity: Quantity, figure: Figure, working: Working, lang: str) -> Working:
    old = re.compile(_SCALE_WORDS[lang]).match(working.text, quantity.end)
    scale = numerals.SCALES[lang].get(figure.scale)
    if scale is None:
        return working
    if not old and working.text[quantity.end : quantity.end + 1].isalpha():
        return working  # garbled: «26billонов»
    end = old.end() if old else quantity.end
    if not old and lang == "ru":
        noun = re.match(r"[ \u00a0]([а-яё]+)", working.text[end:])
        plural = next((f[2] for f in numerals.COUNTED if noun and noun[1] in f), None)
        if noun and plural:
            working = working.replaced((end + 1, end + 1 + len(noun[1])), plural)
    return working.replaced((quantity.end, end), f" {scale}", figure.at)


def _set_right(source: str, working: Working, lang: str) -> Working:
    """A wrong number becomes the right one: where the alignment puts it, or where only one is wrong and one missing."""
    for _ in range(12):
        found = account(source, working.text, lang)
        pair = _pair(source, working, found, lang)
        if pair is None:
            return working
        working = _replaced(*pair, source=source, working=working, lang=lang)
    return working


def _pair(source: str, working: Working, found: Account, lang: str) -> tuple[Quantity, Quantity] | None:
    """A missing number and the number that stands in its place."""
    for lost in found.missing:
        aligned = [(s, q) for q in found.surplus if (s := _share(q, lost, working)) >= TRUSTED]
        aligned += [(s, q) for q in _spare(source, working.text, lang) if (s := _share(q, lost, working)) >= SURE]
        if aligned:
            return lost, max(aligned, key=lambda each: (fuzz.ratio(lost.text, each[1].text), each[0]))[1]
    if len(found.missing) == len(found.surplus) == 1:
        lost, wrong = found.missing[0], found.surplus[0]
        if may_be_converted(lost, source, working.text):
            return None  # the unit may have changed with the number
        if _same_kind(lost, wrong, source, working.text) and not _elsewhere(wrong, lost, source, working):
            return lost, wrong
    return None


def _spare(source: str, target: str, lang: str) -> list[Quantity]:
    """Numbers that the target has more often than the source, each of which may stand for another."""
    there, said = of_source(source), in_words(source, "en")
    here = of_target(source, target, lang)
    return [q for q in here if times_in(q, here) > max(1, times_in(q, there) + times_in(q, said))]


def _share(quantity: Quantity, lost: Quantity, working: Working) -> float:
    """The share (0..1) of the alignment of a target number that comes from the source number."""
    own = [link for link in working.links if overlaps(link.target, (quantity.start, quantity.end))]
    total = sum(link.weight for link in own)
    inside = sum(link.weight for link in own if overlaps(link.source, (lost.start, lost.end)))
    return inside / total if total else 0.0


def _elsewhere(wrong: Quantity, lost: Quantity, source: str, working: Working) -> bool:
    """The alignment says that the target number comes from another number of the source."""
    return any(_share(wrong, q, working) >= TRUSTED for q in of_source(source) if q.start != lost.start)


def _same_kind(lost: Quantity, wrong: Quantity, source: str, target: str) -> bool:
    """Years stand for years, shares for shares; a clock or score for its like."""
    kinds: tuple[Callable[[str, str], bool], ...] = (
        lambda text, after: re.fullmatch(r"(?:1[5-9]|20)\d\d", text) is not None,
        lambda text, after: re.match(r"[\s\u00a0-]?(?:%|per ?cent|процент|faiz)", after) is not None,
        lambda text, after: ":" in text,
    )
    return all(
        kind(lost.text, source[lost.end : lost.end + 12]) == kind(wrong.text, target[wrong.end : wrong.end + 12])
        for kind in kinds
    )


def _replaced(lost: Quantity, wrong: Quantity, *, source: str, working: Working, lang: str) -> Working:
    """The number of the source written where a wrong one stood; the words that depend on it follow."""
    new = numerals.written(lost.text, lang)
    start, end = wrong.start, wrong.end
    if ":" in lost.text and is_half(wrong, working.text):
        whole = next(m for m in re.finditer(r"\d+(?::\d+)+", working.text) if m.start() <= start < m.end())
        start, end = whole.span()
    scale = re.compile(_SCALE_WORDS[lang]).match(working.text, end)
    if scale and lost.factor == 1:
        end = scale.end()
    elif not scale and lost.factor >= 1_000 and int(lost.factor) in numerals.SCALES[lang]:
        new += f" {numerals.SCALES[lang][int(lost.factor)]}"
    before, after = working.text[:start], working.text[end:]
    if lang == "az":
        suffix = re.match(r"-(\w+)", after)
        if suffix:
            end += len(suffix[0])
            new += "-" + numerals.ending(new, suffix[1])
    else:
        noun = re.match(r"([ \u00a0])([а-яё]+)(?!\w)", after)
        if noun and end == wrong.end:
            end += len(noun[0])
            new += noun[1] + numerals.counted(before, wrong.text, new, noun[2])
    if before[-1:].isalpha():
        new = " " + new
    return working.replaced((start, end), new, (lost.start, lost.end))


def doubts(source: str, working: Working, locale: str) -> tuple[str, ...]:
    """What a reviewer should know of the numbers, in plain words."""
    found = account(source, working.text, locale)
    whole = [f for f in find(source) if f.kind in (Kind.MONEY, Kind.PERCENT, Kind.SCORE)]
    lines = []
    for lost in found.missing:
        owner = next((f.text for f in whole if overlaps(f.at, (lost.start, lost.end))), None)
        scale = re.match(r"[\s-]?(?:thousand|million|billion|trillion)\b", source[lost.end :])
        lines.append(f"number {owner or lost.text + (scale[0] if scale else '')} is missing")
    lines += [f"number {q.text} is not in the source" for q in found.surplus]
    lines += [f"number {q.text} is there twice" for q in found.doubled]
    return tuple(dict.fromkeys(lines))
