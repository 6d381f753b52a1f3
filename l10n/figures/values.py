"""The numbers of a text by everything they may be read as: 3 p.m. is 3 and 15:00, the 1980s 1980 and 80."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from l10n.figures import words as numberwords

Value = float | tuple[int, int]
"""A number, or hours and minutes (goals, sets)."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a text with everything it may be read as."""

    text: str
    start: int
    end: int
    values: frozenset[Value]
    digits: bool
    optional: bool = False
    """May be missing from the translation: a converted measure, a part of a name."""
    converted: bool = False
    """In a measure that the translation may give in another unit, by another number."""
    factor: float = 1
    """The thousand, million ... behind it; the number before takes part in it: from 2 to 5 million."""


_SPACES = "\u00a0\u202f\u2009 "
_GROUPED = rf"(?<![\d.,])\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![\d])(?:,\d+)?"
_DATE = r"\d{1,2}\.\d{1,2}\.\d{2,4}"
_SIMPLE = r"\d+(?:[.,:]\d+)*"
_EN_NUMBER = re.compile(_SIMPLE)
_TARGET_NUMBER = re.compile(f"{_DATE}|{_GROUPED}|{_SIMPLE}")
_WORD = re.compile(r"[^\W\d_]+")

_EN_SCALE = re.compile(rf"[{_SPACES}-]?(hundred|thousand|million|billion|trillion|bn|mn|tn|mln|k|m|b)\b", re.I)
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}
_SCALE_WORD = re.compile(r"(?:\s|-)*([^\W\d_]+)")
_CLOCK = re.compile(r"\s*([ap])\.?m\b", re.I)
_DEGREES = re.compile(r"[\s-]degrees?\b(?! (?:Celsius|C)\b)")
_DECADE = re.compile(r"['’]?s\b")
_IMPERIAL = re.compile(
    r"[\s-]*(?:to\s+\d+[\s-]*)?(?:(?:million|thousand|billion)\s+)?(?:miles?|mph|inch(?:es)?|feet|foot|ft|yards?|pounds?|lbs?|ounces?|oz|acres?|gallons?|"
    r"°|fahrenheit|barrels?|stones?)\b|[\s-]*['′″\"]\d",
    re.I,
)
_YEAR_OF_LIFE = re.compile(r"-?м году жизни")
"""Who dies at 88 dies «на 89-м году жизни»."""
IMPERIAL_WORD = re.compile(
    r"\b(?:miles?|mph|inch(?:es)?|feet|foot|yards?|pounds?|ounces?|acres?|gallons?|fahrenheit)\b", re.I
)
_ROMAN = re.compile(r"(?<![\w])(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})(?![\w])")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def plain_numbers(quantity: Quantity) -> list[float]:
    return [v for v in quantity.values if not isinstance(v, tuple)]


def digits_of_source(text: str) -> list[Quantity]:
    """The numbers an English text writes in digits."""
    found = []
    for match in _EN_NUMBER.finditer(text):
        named = match.start() > 0 and (
            text[match.start() - 1].isalpha()
            or (text[match.start() - 1] == "-" and text[match.start() - 2 : match.start() - 1].isalpha())
        )
        imperial = _IMPERIAL.match(text, match.end()) is not None or _hot(match, text)
        values = frozenset(_english(match, text))
        scale = _EN_SCALE.match(text, match.end())
        factor = _SCALES[scale[1].lower()] if scale else 1
        found.append(Quantity(match[0], match.start(), match.end(), values, True, named or imperial, imperial, factor))
    return _share_scales(found, text)


def _hot(match: re.Match[str], text: str) -> bool:
    """Degrees of an American paper: 95 degrees of heat are 35."""
    return _DEGREES.match(text, match.end()) is not None and match[0].isdigit() and float(match[0]) > 45


def _english(match: re.Match[str], text: str) -> set[Value]:
    token, after = match[0], match.end()
    values: set[Value] = set()
    bare = re.sub(r",(?=\d{3}(?!\d))", "", token)
    parts = re.split(r"[.:]", bare)
    if ":" not in bare and bare.count(".") <= 1 and "," not in bare:
        values.add(float(bare))
    elif bare.count(":") != 1 or "." in bare:
        values.update(float(part) for part in re.split(r"[.,:]", bare))
    if len(parts) == 2 and len(parts[1]) == 2 and len(parts[0]) <= 3 and all(part.isdigit() for part in parts):
        values.add((int(parts[0]), int(parts[1])))
    if clock := _CLOCK.match(text, after):
        values.update(_clock(parts, pm=clock[1].lower() == "p"))
    money = text[max(0, match.start() - 1) : match.start()] in ("$", "£", "€", "₼")
    if money and len(parts) == 2:
        values |= {float(parts[0]), float(parts[1])}
    if scale := _EN_SCALE.match(text, after):
        word = scale[1].lower()
        scaled: set[Value] = {v * _SCALES[word] for v in values if isinstance(v, float)}
        values = values | scaled if word in ("m", "b", "k") and not money else scaled
    if _DECADE.match(text, after) and bare.isdigit():
        values |= {float(bare) % 100, float(bare) % 100 + 1900, float(bare) // 100 + 1}
    before = re.search(r"(\d\d)\d\d\s*[-–/]\s*$", text[max(0, match.start() - 8) : match.start()])
    if before and len(bare) == 2 and bare.isdigit():
        values.add(float(before[1] + bare))
    return values


def _clock(parts: list[str], *, pm: bool) -> set[Value]:
    if len(parts[0]) > 2:
        return set()
    hour = int(parts[0]) % 12 + (12 if pm else 0)
    minute = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0
    return {float(hour), (hour, minute), (int(parts[0]), minute)} if minute < 60 else set()


def digits_of_target(text: str, language: str) -> list[Quantity]:
    """The numbers a Russian or Azerbaijani text writes in digits: decimal comma, thousands by spaces or dots."""
    found = []
    for match in _TARGET_NUMBER.finditer(text):
        token = match[0]
        if re.fullmatch(_DATE, token):
            values: frozenset[Value] = frozenset(float(part) for part in token.split("."))
        else:
            values = frozenset(_foreign(token, text, match.end(), language))
        factor = _factor(text, match.end(), language)
        if re.fullmatch(r"\d{1,3}:\d{1,3}", token):
            found += _two(match)
        else:
            found.append(Quantity(token, match.start(), match.end(), values, True, factor=factor))
    return _share_scales(found, text)


def roman(text: str) -> list[Quantity]:
    """Centuries, congresses and monarchs."""
    return [
        Quantity(match[0], *match.span(), frozenset({float(len(match[1]) * 10 + _ONES.index(match[2]))}), False)
        for match in _ROMAN.finditer(text)
    ]


def _two(match: re.Match[str]) -> list[Quantity]:
    """A time or a score: each half stands for itself or for both."""
    left, right = match[0].split(":")
    both = int(left), int(right)
    middle = match.start() + len(left)
    return [
        Quantity(left, match.start(), middle, frozenset({float(left), both}), True),
        Quantity(right, middle + 1, match.end(), frozenset({float(right), both}), True),
    ]


def _foreign(token: str, text: str, after: int, language: str) -> set[Value]:
    values: set[Value] = set()
    bare = re.sub(f"[{_SPACES}]", "", token)
    parts = re.split(r"[.:,]", bare)
    if bare != token:
        values.update(float(part) for part in re.findall(r"\d+", token))
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3}){2,}", bare) or re.fullmatch(r"\d{1,3}\.\d{3}", bare):
        values.add(float(re.sub(r"[.,]", "", bare)))
    if len(parts) <= 2 and ":" not in bare:
        values.add(float(bare.replace(",", ".")))
    else:
        values.update(float(part) for part in parts)
    if len(parts) == 2 and "," not in bare and all(len(part) <= 2 for part in parts):
        values.add((int(parts[0]), int(parts[1])))
    if _YEAR_OF_LIFE.match(text, after):
        values |= {v - 1 for v in values if isinstance(v, float)}
    factor = _factor(text, after, language)
    return values | {v * factor for v in values if isinstance(v, float)}


def _factor(text: str, after: int, language: str) -> float:
    scale = _SCALE_WORD.match(text, after)
    factor = numberwords.value(_lower(scale[1], language), language) if scale else None
    return factor if factor is not None and factor >= 1_000 else 1


_RANGE = re.compile(
    r"\s*[-–—,]\s*|\s+(?:to|and|or|до|и|или|və|ilə|ya da)\s+(?:[$€£]\s*)?|-dən\s+|-dan\s+|(?:\w*\W){1,2}"
)


def _share_scales(found: list[Quantity], text: str) -> list[Quantity]:
    """“From 2 to 5 million” has two millions; «1 млн 738 тыс.» is one number."""
    for index in range(len(found) - 2, -1, -1):
        first, second = found[index], found[index + 1]
        between = text[first.end : second.start]
        if len(between) > 12 or second.factor == 1:
            continue
        if first.factor == 1 and _RANGE.fullmatch(between):
            scaled = {v * second.factor for v in plain_numbers(first)}
            found[index] = replace(first, values=first.values | scaled, factor=second.factor)
        elif first.factor > second.factor:
            tops = [v for v in plain_numbers(first) if v >= first.factor]
            sums = frozenset(a + b for a in tops for b in plain_numbers(second) if b >= second.factor)
            found[index] = replace(first, values=first.values | sums)
            found[index + 1] = replace(second, values=second.values | sums)
    return found


def spelled(text: str, language: str) -> list[Quantity]:
    """Runs of number words, each with its parts and its total."""
    found: list[Quantity] = []
    run: list[tuple[re.Match[str], float]] = []
    for match in _WORD.finditer(text):
        word = _lower(match[0], language)
        value = numberwords.value(word, language)
        if run and word == "and" and language == "en":
            continue
        apart = run and text[run[-1][0].end() : match.start()].replace("and", "").strip(" -\u00a0")
        if run and (value is None or apart or value == run[-1][1]):  # “onu on iki nazir”: him, and twelve
            found.append(_run(run))
            run = []
        if value is not None:
            run.append((match, value))
        elif language == "en" and word in numberwords.MONTHS:
            month = frozenset({float(numberwords.MONTHS[word])})
            found.append(Quantity(match[0], match.start(), match.end(), month, False))
    return [*found, _run(run)] if run else found


def _run(run: list[tuple[re.Match[str], float]]) -> Quantity:
    values = [value for _, value in run]
    first, last = run[0][0], run[-1][0]
    text = first.string[first.start() : last.end()]
    every: set[Value] = {*values, numberwords.total(values), math.prod(values)}
    return Quantity(text, first.start(), last.end(), frozenset(every), False)


def _lower(word: str, language: str) -> str:
    if language == "az":
        return word.replace("İ", "i").replace("I", "ı").lower()
    return word.lower().replace("ё", "е")


def in_words(text: str, language: str) -> list[Quantity]:
    """The figures that a text writes without digits: number words, in the target also Roman numerals."""
    return spelled(text, language) if language == "en" else [*spelled(text, language), *roman(text)]


def met(quantity: Quantity, others: list[Quantity]) -> bool:
    """Some figure of the other text is worth the same, or two are worth its parts (4.15: 4 доллара 15 центов)."""
    if any(not quantity.values.isdisjoint(other.values) for other in others):
        return True
    parts = quantity.text.split(".")
    if len(parts) != 2 or not all(part.isdecimal() and len(part) < 16 for part in parts):
        return False
    return all(any(float(part) in other.values for other in others) for part in parts)
