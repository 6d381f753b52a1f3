"""What the figures of a text are worth, in English and in the target language: the one reader of values.

A `Quantity` holds everything a figure may be read as; two texts agree where some reading of one is a reading of the
other: 3 p.m. and 15:00, the 1980s and 80-е, two and двух.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.checks.quantities import Quantity, Value, digits_of_source, digits_of_target, plain_numbers, roman, spelled

__all__ = ["Quantity", "Value", "converted", "digits_of_source", "digits_of_target", "met", "plain_numbers", "words"]

_CONVERSIONS: dict[str, tuple[float, ...]] = {
    "inch": (2.54, 25.4, 0.0254),
    "feet": (0.3048, 30.48),
    "yard": (0.9144,),
    "mile": (1.609,),
    "pound": (0.4536,),
    "ounce": (28.35,),
    "acre": (0.4047, 4047.0),
    "gallon": (3.785, 4.546),
    "square feet": (0.0929,),
    "crore": (1e7,),
    "lakh": (1e5,),
}
_UNITS = {
    "square feet": "square feet|square foot|sq ft",
    "inch": "inch|inches",
    "feet": "feet|foot|ft",
    "yard": "yards?",
    "mile": "miles?|mph",
    "pound": "pounds?|lbs?",
    "ounce": "ounces?|oz",
    "acre": "acres?",
    "gallon": "gallons?",
    "crore": "crores?",
    "lakh": "lakhs?",
}
"""Units that translators turn into metric ones, and Indian counts."""


_FAHRENHEIT = re.compile(r"[\s-]*(?:°\s?F\b|degrees?\b(?! (?:Celsius|C)\b))")


def words(text: str, language: str) -> list[Quantity]:
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


def converted(quantity: Quantity, text: str, others: Sequence[Quantity]) -> bool:
    """The other text gives the imperial measure of a source figure in metric units, rounded by up to an eighth."""
    after = text[quantity.end : quantity.end + 40]
    there = [v for other in others if other.digits for v in plain_numbers(other)]
    if _FAHRENHEIT.match(after):
        return any(abs((v - 32) / 1.8 - t) <= 1.5 for v in plain_numbers(quantity) for t in there)
    for unit, factors in _CONVERSIONS.items():
        if _unit_follows(after, unit):
            wanted = [v * f for v in plain_numbers(quantity) for f in factors]
            return any(abs(t - w) <= 0.125 * w for w in wanted for t in there)
    return False


def _unit_follows(after: str, unit: str) -> bool:
    return _UNIT[unit].match(after) is not None


_UNIT = {
    unit: re.compile(
        rf"[\s-]*(?:(?:to|-|–|and|or)\s*[\d.,]+[\s-]*)?(?:million|thousand|square)?[\s-]*(?:{names})\b", re.I
    )
    for unit, names in _UNITS.items()
}
