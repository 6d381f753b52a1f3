"""Translations against each other: one text in two wordings across catalogs, one name in two spellings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from l10n.checks.context import Place, Problem, finding, quote
from l10n.model import Finding

_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:[-’'][^\W\d_]+)*")


def one_text_one_wording(places: Iterable[Place]) -> Iterator[Finding]:
    """A source text that several reviewed units have is translated alike; the rarer wording is reported."""
    groups: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    for place in places:
        groups[place.locale, place.unit.source, place.unit.context].append(place)
    for group in groups.values():
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
_EN_CODE = {
    "b": "b",
    "p": "p",
    "v": "v",
    "w": "v",
    "f": "f",
    "ph": "f",
    "d": "d",
    "t": "t",
    "th": "t",
    "z": "z",
    "s": "s",
    "g": "g",
    "gh": "g",
    "q": "g",
    "k": "k",
    "c": "k",
    "ck": "k",
    "kh": "h",
    "h": "h",
    "zh": "j",
    "j": "j",
    "dzh": "j",
    "ch": "c",
    "tch": "c",
    "sh": "w",
    "sch": "w",
    "shch": "w",
    "m": "m",
    "n": "n",
    "l": "l",
    "r": "r",
    "x": "h",
}
_TARGET_CODE = {
    **dict(zip("бпвфдтзсгкхжчшщмнлр", "bpvfdtzsgkhjcwwmnlr", strict=True)),
    **dict(zip("bpvfdtzsgqğkxhjcçşmnlr", "bpvfdtzsgggkhhjjcwmnlr", strict=True)),
}


def _skeleton(name: str) -> str:
    """The consonants of an English name as codes: Karimov is k r m v."""
    codes = [_EN_CODE[match[0]] for match in _EN.finditer(name.lower())]
    return "".join(code for i, code in enumerate(codes) if i == 0 or code != codes[i - 1])


def _spelling(word: str, skeleton: str) -> str | None:
    """The part of a target word that spells the skeleton: Керимов of Керимовым; ``None`` where it spells another."""
    codes = ""
    lowered = word.replace("İ", "i").replace("I", "ı").lower().replace("ё", "е").replace("дж", "ж")
    for index, letter in enumerate(lowered):
        code = _TARGET_CODE.get(letter)
        if code is None or (codes and codes[-1] == code and lowered[index - 1] == letter):
            continue
        codes += code
        if not skeleton.startswith(codes):
            return None
        if codes == skeleton:
            return lowered[: index + 1] if len(lowered) - index <= 5 else None
    return None


def one_name_one_spelling(places: Sequence[Place], wrong: frozenset[int] = frozenset()) -> Iterator[Finding]:
    """Within one catalog, a name of the source has one spelling in the translations, endings apart.

    ``wrong`` are the lines where the glossary has objected: what is said there is no model, and is not said twice.
    """
    spellings: dict[str, list[tuple[str, str, Place]]] = defaultdict(list)
    for place in places:
        targets = _NAME.findall(place.unit.target)
        for name in set(_NAME.findall(place.unit.source)):
            skeleton = _skeleton(name)
            if len(skeleton) < 3 or len(name) < 5 or name.isupper():
                continue
            for word in targets:
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
