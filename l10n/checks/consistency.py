"""Translations against each other: one text in two wordings across catalogs, one name in two spellings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from l10n.checks.context import Place, Problem, finding, quote
from l10n.checks.vocabulary import is_name
from l10n.model import Finding, Unit

_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:[-’'][^\W\d_]+)*")


Text = tuple[int, str, str, str]
"""A reviewed unit, as it travels between processes: line, source, context, target."""


def one_text_one_wording(catalogs: Iterable[tuple[str, str, Iterable[Text]]]) -> Iterator[Finding]:
    """A source text that several reviewed units have is translated alike; the rarer wording is reported.

    ``catalogs`` are paths, locales and reviewed texts.
    """
    groups: dict[tuple[str, str, str], list[tuple[str, int, str]]] = defaultdict(list)
    for path, locale, texts in catalogs:
        for line, source, context, target in texts:
            groups[locale, source, context].append((path, line, target))
    for (locale, source, context), texts_of_one in groups.items():
        if len({target for _, _, target in texts_of_one}) < 2:
            continue
        group = [Place(path, line, locale, Unit(source, context, target)) for path, line, target in texts_of_one]
        counts = Counter(_plain(place.unit.target) for place in group)
        if len(counts) < 2:
            continue
        usual = max(counts, key=lambda target: (counts[target], -_first(group, target)))
        model = group[_first(group, usual)]
        for place in group:
            if _plain(place.unit.target) != usual:
                what = (
                    f"this text is translated as {quote(place.unit.target, place.locale)} here and as "
                    f"{quote(model.unit.target, place.locale)} in {model.path}:{model.line}"
                )
                if counts[usual] > 1:
                    what += f" and {counts[usual] - 1} more"
                yield finding(Problem("inconsistent", what, "Use one wording for both"), place)


def _first(group: Sequence[Place], target: str) -> int:
    return next(i for i, place in enumerate(group) if _plain(place.unit.target) == target)


def _plain(text: str) -> str:
    return " ".join(text.split())


_EN = re.compile(r"shch|sch|tch|dzh|ch|sh|zh|kh|gh|ph|th|ck|[bcdfghjklmnpqrstvwxz]")


def _codes(classes: str) -> dict[str, str]:
    return {spelling: group[0] for group in classes.split("|") for spelling in group[1:].split()}


_EN_CODE = _codes(
    "b b|p p|v v w|f f ph|d d|t t th|z z|s s|k k g q c x h gh kh ck|j j zh dzh|c ch tch|w sh sch shch|m m|n n|l l|r r"
)
_TARGET_CODE = _codes(
    "b б b|p п p|v в v|f ф f|d д d|t т t|z з z|s с s|k г к х g q ğ k x h|j ж j c|c ч ç|w ш щ ş|m м m|n н n|l л l|r р r"
)
"""Consonants by class: g, k, h and kh are one, since each language hears them in its own way (Huseynov, Гусейнов)."""


@lru_cache(maxsize=65536)
def _skeleton(name: str) -> str:
    """The consonants of an English name as codes, double letters as one: Karimov is k r m v, Mammadov m m d v."""
    lowered = re.sub(r"([a-z])\1", r"\1", name.lower())
    return "".join(_EN_CODE[match[0]] for match in _EN.finditer(lowered))


@lru_cache(maxsize=65536)
def _letters(word: str) -> tuple[str, tuple[int, ...]]:
    """The codes of a target word, and where in the word each of them ends."""
    lowered = _lower(word)
    codes, ends = "", []
    for index, letter in enumerate(lowered):
        code = _TARGET_CODE.get(letter)
        if code is not None and (index == 0 or lowered[index - 1] != letter) and lowered[index : index + 2] != "дж":
            codes += code
            ends.append(index + 1)
    return codes, tuple(ends)


def _lower(word: str) -> str:
    return word.replace("İ", "i").replace("I", "ı").lower().replace("ё", "е")


def _spelling(word: str, skeleton: str) -> str | None:
    """The part of a target word that spells the skeleton: Керимов of Керимовым; ``None`` where it spells another."""
    codes, ends = _letters(word)
    if not codes.startswith(skeleton) or len(word) - ends[len(skeleton) - 1] > 4:
        return None
    return _lower(word)[: ends[len(skeleton) - 1]]


def one_name_one_spelling(places: Sequence[Place], wrong: frozenset[int] = frozenset()) -> Iterator[Finding]:
    """Within one catalog, a name of the source has one spelling in the translations, endings apart.

    ``wrong`` are the lines where the glossary has objected: what is said there is no model, and is not said twice.
    """
    spellings: dict[str, list[tuple[str, str, Place]]] = defaultdict(list)
    for place in places:
        targets = _NAME.findall(place.unit.target)
        for name in set(_NAME.findall(place.unit.source)):
            skeleton = _skeleton(name)
            if len(skeleton) < 3 or len(name) < 5 or name.isupper() or not is_name(name):
                continue
            for word in targets:
                if word in place.unit.source:
                    continue
                spelled = _spelling(word, skeleton)
                if spelled:
                    spellings[name].append((spelled, word, place))
    for name, found in spellings.items():
        yield from _two_spellings(name, found, wrong)


def _two_spellings(name: str, found: list[tuple[str, str, Place]], wrong: frozenset[int]) -> Iterator[Finding]:
    found = [one for one in found if one[2].line not in wrong]
    counts = Counter(spelled for spelled, _, _ in found)
    if len(counts) < 2 or len({place.line for _, _, place in found}) < 2:
        return
    usual = counts.most_common(1)[0][0]
    model = next((word, place) for spelled, word, place in found if spelled == usual)
    reported: set[int] = set()
    for spelled, word, place in found:
        if spelled == usual or place.line in reported or any(s == usual for s, _, p in found if p.line == place.line):
            continue
        reported.add(place.line)
        at = place.unit.target.find(word)
        usually = f"{quote(model[0], place.locale)} in line {model[1].line}"
        what = f"{quote(name)} is {quote(word, place.locale)} here and {usually}"
        yield finding(Problem("inconsistent", what, "Spell the name in one way", (at, at + len(word))), place)
