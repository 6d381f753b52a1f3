"""Plain numbers in a translation: which are right, which are wrong, which are missing, and how they are written."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz

from l10n.figures import numerals, times, verbatim
from l10n.figures.english import Figure, Kind, find, kinds
from l10n.figures.numerals import NBSP, base
from l10n.figures.values import Quantity, converted, digits_of_source, digits_of_target, met, plain_numbers, words
from l10n.locate import Range, Working, overlaps

TRUSTED = 0.35
"""Least share of the alignment of a target number that points to a source number, for it to be that number's place."""
SURE = 0.6
"""Least share of the alignment at which a number that may be right elsewhere is replaced, or a lost one is put back."""


@dataclass(frozen=True, slots=True)
class Account:
    """The figures of both texts held against each other."""

    missing: tuple[Quantity, ...]
    """Numbers of the source that no figure of the target is worth."""
    surplus: tuple[Quantity, ...]
    """Numbers of the target that no figure of the source is worth."""
    doubled: tuple[Quantity, ...]
    """Numbers that the target has more often than the source."""


def account(source: str, target: str, locale: str) -> Account:
    """Compares by value. Addresses and file names are left out; they are compared to the letter."""
    lang = base(locale)
    there, here = of_source(source), of_target(source, target, lang)
    said, meant = words(source, "en"), words(target, lang)
    told = [f.at for f in kinds(find(source), Kind.TIME) if times.in_words(f, target)]
    missing = tuple(
        q
        for q in there
        if not met(q, here)
        and not met(q, meant)
        and not _apart(q, there, here)
        and not any(overlaps(at, (q.start, q.end)) for at in told)
    )
    surplus = tuple(q for q in here if not met(q, there) and not met(q, said))
    measured = tuple(q for q in surplus if any(converted(lost, source, [q]) for lost in missing))
    missing = tuple(q for q in missing if not converted(q, source, measured))
    surplus = tuple(q for q in surplus if q not in measured)
    doubled = tuple(
        q for q in _again(here) if not _half(q, target) and _times(q, here) > _times(q, there) + _times(q, said)
    )
    return Account(missing, surplus, doubled)


def of_source(source: str) -> list[Quantity]:
    """The numbers an English text writes in digits, without those inside addresses and names of files."""
    kept = verbatim.find(source)
    return [q for q in digits_of_source(source) if not any(overlaps((q.start, q.end), at) for at in kept)]


def of_target(source: str, target: str, lang: str) -> list[Quantity]:
    """The numbers a translation writes in digits, without those inside what it has to the letter from the source."""
    kept: list[Range] = []
    for start, end in verbatim.find(source):
        at = target.find(source[start:end])
        if at >= 0:
            kept.append((at, at + end - start))
    return [q for q in digits_of_target(target, lang) if not any(overlaps((q.start, q.end), at) for at in kept)]


def _apart(quantity: Quantity, there: list[Quantity], here: list[Quantity]) -> bool:
    """A telephone number or code whose groups of digits stand joined or parted otherwise."""
    digits = re.sub(r"\D", "", quantity.text)
    if len(digits) < 3 or "," in quantity.text or "." in quantity.text:
        return False
    joined = "".join(re.sub(r"\D", "", q.text) for q in here)
    neighbours = [
        q
        for q in there
        if q is not quantity and 0 <= min(abs(q.start - quantity.end), abs(quantity.start - q.end)) <= 2
    ]
    return bool(neighbours) and digits in joined


def _again(here: list[Quantity]) -> list[Quantity]:
    return [q for n, q in enumerate(here) if any(q.text == other.text for other in here[:n]) and len(q.text) > 1]


def _half(quantity: Quantity, text: str) -> bool:
    """Hours, minutes or goals: digits beside a colon."""
    return re.search(r"\d:$", text[: quantity.start]) is not None or re.match(r":\d", text[quantity.end :]) is not None


def _times(quantity: Quantity, others: list[Quantity]) -> int:
    return sum(1 for other in others if not quantity.values.isdisjoint(other.values))


def missing(source: str, target: str, locale: str) -> tuple[Quantity, ...]:
    """Numbers of the source that the target lacks, a conversion to metric units being no lack."""
    return account(source, target, locale).missing


def repaired(source: str, working: Working, locale: str) -> Working:
    """The translation with its numbers in the target's writing, the wrong ones set right where that is safe."""
    if base(locale) not in ("ru", "az"):
        return working
    for step in (_in_target_writing, _with_scale, _set_right):
        working = step(source, working, base(locale))
    return working


def _in_target_writing(source: str, working: Working, lang: str) -> Working:
    """``71,300`` -> ``71 300``, ``5.6`` -> ``5,6``; a name that has the number (Windows 8.1) keeps it."""
    for q in of_source(source):
        new = numerals.written(q.text, lang)
        if new == q.text or _in_name(source, q, working.text):
            continue
        for match in re.finditer(rf"(?<![\w.,:]){re.escape(q.text)}(?!\d|[.,:]\d)", working.text):
            working = working.replaced(match.span(), new, (q.start, q.end))
            break
    return _parted(source, working, lang)


def _in_name(source: str, quantity: Quantity, target: str) -> bool:
    """The word before is a name that the target has as it is: Windows 8.1."""
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
        if _same_kind(lost, wrong, source, working.text) and not _elsewhere(wrong, lost, source, working):
            return lost, wrong
    return None


def _spare(source: str, target: str, lang: str) -> list[Quantity]:
    """Numbers that the target has more often than the source, each of which may stand for another."""
    there, said = of_source(source), words(source, "en")
    here = of_target(source, target, lang)
    return [q for q in here if _times(q, here) > max(1, _times(q, there) + _times(q, said))]


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
    if ":" in lost.text and _half(wrong, working.text):
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
    lines = [f"number {_named(q, source)} is missing" for q in missing(source, working.text, locale)]
    lines += [f"number {q.text} is not in the source" for q in found.surplus]
    lines += [f"number {q.text} is there twice" for q in found.doubled]
    return tuple(dict.fromkeys(lines))


def _named(quantity: Quantity, source: str) -> str:
    after = re.match(r"%|[\s-](?:thousand|million|billion|trillion|percent|per cent)\b", source[quantity.end :])
    return quantity.text + (after[0] if after else "")
