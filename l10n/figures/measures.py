"""Measures that a translation may give in another unit, and so by another number: 30 feet are 9 metres."""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.figures.values import Quantity, plain_numbers

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


_UNIT = {
    unit: re.compile(
        rf"[\s-]*(?:(?:to|-|–|and|or)\s*[\d.,]+[\s-]*)?(?:million|thousand|square)?[\s-]*(?:{names})\b", re.I
    )
    for unit, names in _UNITS.items()
}
_FAHRENHEIT = re.compile(r"[\s-]*(?:°\s?F\b|degrees?\b(?! (?:Celsius|C)\b))")


def converted(quantity: Quantity, text: str, others: Sequence[Quantity]) -> bool:
    """The other text gives the imperial measure of a source figure in metric units, rounded by up to an eighth."""
    after = text[quantity.end : quantity.end + 40]
    there = [v for other in others if other.digits for v in plain_numbers(other)]
    if _FAHRENHEIT.match(after):
        return any(abs((v - 32) / 1.8 - t) <= 1.5 for v in plain_numbers(quantity) for t in there)
    for unit, factors in _CONVERSIONS.items():
        if _UNIT[unit].match(after):
            wanted = [v * f for v in plain_numbers(quantity) for f in factors]
            return any(abs(t - w) <= 0.125 * w for w in wanted for t in there)
    return False


_KEPT = re.compile(
    r"\b(?:мил(?:ь|я|и|ю|ями|ях|ям)\b|фут|дюйм|ярд|фунт|акр|галлон|унц|крор|лакх|фаренгейт|"
    r"mil\b|mil[iəd]\w*|fut|düym|yard|funt|akr|qallon|unsiya|lakx|farenheyt)",
    re.I,
)


def may_be_converted(quantity: Quantity, text: str, target: str) -> bool:
    """A source figure of a unit that translators turn into another one, in a target that does not name the unit."""
    after = text[quantity.end : quantity.end + 40]
    hot = _FAHRENHEIT.match(after) is not None and max(plain_numbers(quantity), default=0) > 45
    return (hot or any(pattern.match(after) for pattern in _UNIT.values())) and not _KEPT.search(target)
